import { type APIMessageTopLevelComponent, ComponentType, type Message, MessageFlags } from "discord.js";
import { controls } from "../control-phrases.js";
import type { Button } from "./controls.js";
import { readCustomId } from "./custom-id.js";
import { escapeWithin } from "./text.js";

/** A name is one line, and at most so long, escaped. */
const MAX_NAME = 80;

/** A public copy of a private message of the bot's, made of what the message shows: it works after a restart too. */
export function copyOf(message: Message, name: string, language: string, added: readonly Button[]) {
  const by = controls(language).sharedBy(escapeWithin(name.replace(/\s+/g, " "), MAX_NAME));
  const lead: APIMessageTopLevelComponent = { type: ComponentType.TextDisplay, content: `-# ${by}` };
  const files: { attachment: string; name: string }[] = [];
  const shown = withoutShare(message, added).flatMap((component): APIMessageTopLevelComponent[] => {
    if (component.type !== ComponentType.MediaGallery) return [component];
    const items = component.items.flatMap(({ media, description }) => {
      const uploaded = [...message.attachments.values()].find(({ name }) => media.url === `attachment://${name}`);
      const attachment = uploaded?.url ?? media.url;
      // A file is read from the web, or where Discord says nothing of it, not at all.
      if (!/^https?:/.test(attachment)) return [];
      const name = `picture-${files.length + 1}.png`;
      files.push({ attachment, name });
      return [{ media: { url: `attachment://${name}` }, description }];
    });
    return items.length === 0 ? [] : [{ type: component.type, items }];
  });
  return {
    flags: MessageFlags.IsComponentsV2,
    components: [lead, ...shown],
    files,
    allowedMentions: { parse: [], repliedUser: false },
  } as const;
}

/** What a message shows, without its button that shares it; others may come in that one's place. */
export function withoutShare(message: Message, added: readonly Button[] = []): APIMessageTopLevelComponent[] {
  return message.components.flatMap((component): APIMessageTopLevelComponent[] => {
    const own = component.toJSON();
    if (own.type === ComponentType.MediaGallery) {
      return [
        { ...own, items: own.items.map(({ media, description }) => ({ media: { url: media.url }, description })) },
      ];
    }
    if (own.type !== ComponentType.ActionRow) return [own];
    const components = own.components.flatMap((one): typeof own.components => {
      if (!("custom_id" in one) || one.type !== ComponentType.Button) return [one];
      const control = readCustomId(one.custom_id);
      if (control?.command !== "bot" || control.verb !== "share") return [one];
      return added.map(({ label, id }) => ({ ...one, label, custom_id: id }));
    });
    return components.length === 0 ? [] : [{ ...own, components }];
  });
}
