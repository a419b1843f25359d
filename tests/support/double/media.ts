import type { APIAttachment } from "discord.js";
import { type Fields, fieldsOf, isFields } from "./measure.js";

const SCHEME = "attachment://";

/** A body's components as Discord gives them back: every `attachment://name` has become the address of that file. */
export function withMedia(components: readonly Fields[], attachments: readonly APIAttachment[]): Fields[] {
  const byName = new Map(attachments.map((attachment) => [attachment.filename, attachment]));
  return components.map((component) => fieldsOf(resolved(component, byName)));
}

function resolved(part: unknown, byName: ReadonlyMap<string, APIAttachment>): unknown {
  if (Array.isArray(part)) return part.map((inner) => resolved(inner, byName));
  if (!isFields(part)) return part;
  const { url } = part;
  const file = typeof url === "string" && url.startsWith(SCHEME) ? byName.get(url.slice(SCHEME.length)) : undefined;
  if (file) {
    return { ...part, url: file.url, proxy_url: file.url, content_type: file.content_type, attachment_id: file.id };
  }
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, resolved(value, byName)]));
}
