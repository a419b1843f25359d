import { ComponentType } from "discord.js";
import { everyComponent } from "./limits-component.js";
import { hasV2 } from "./limits-message.js";
import {
  at,
  checkCount,
  checkText,
  checkUnique,
  type Fields,
  fieldsOf,
  listOf,
  type Problem,
  textOf,
} from "./measure.js";
import type { Upload } from "./world.js";

// https://docs.discord.com/developers/reference#uploading-files
const FILES = 10;
const DESCRIPTION = 1024;
const FIELD = /^files\[(\d+)\]$/;
/** How large one file may be, in bytes. */
export const FILE_BYTES = 10 * 1024 * 1024;

/** A file of a multipart request, and the field that it came in, such as "files[0]". */
export interface SentFile extends Upload {
  readonly field: string;
}

/** A file that a message has already. */
interface KeptFile {
  readonly id: string;
  readonly filename: string;
}

/** The number of the field that a file came in: 0 for "files[0]", undefined for any other name. */
export function numberOfFile({ field }: SentFile): number | undefined {
  const [, digits] = FIELD.exec(field) ?? [];
  return digits === undefined ? undefined : Number(digits);
}

/** A message's attachments and the files that come with it; `kept` are those that an edited message has. */
export function checkFiles(body: Fields, files: readonly SentFile[], kept: readonly KeptFile[] = []): Problem[] {
  const attachments = listOf(body.attachments);
  const known = [...kept.map(({ id }) => id), ...files.map((file) => String(numberOfFile(file)))];
  const listed = attachments.map(({ id }, index) => ({ path: at("attachments", index, "id"), value: String(id) }));
  return [
    ...checkCount([...files, ...attachments.filter(({ id }) => kept.some((one) => one.id === id))], "attachments", {
      max: FILES,
    }),
    ...files
      .filter((file) => numberOfFile(file) === undefined)
      .map(({ field }) => ({ path: field, problem: "a file's field must be named files[n]" })),
    ...checkUnique(
      files.map(({ field }) => ({ path: field, value: field })),
      "a file's field",
    ),
    ...listed
      .filter(({ value }) => !known.includes(value))
      .map(({ path, value }) => ({ path, problem: `no file files[${value}] came with it` })),
    ...checkUnique(listed, "an attachment's id"),
    ...attachments.flatMap(({ description }, index) =>
      checkText(description, at("attachments", index, "description"), { max: DESCRIPTION }),
    ),
    ...checkReferences(body, namesOf(attachments, files, kept)),
  ];
}

/** Files that nobody sees: Components V2 shows only what a component names. */
export function hiddenFiles(body: Fields, files: readonly SentFile[]): Problem[] {
  if (!hasV2(body.flags)) return [];
  const shown = references(body.components).map(({ name }) => name);
  return files
    .filter(({ filename }) => !shown.includes(filename))
    .map(({ field, filename }) => ({ path: field, problem: `no component shows ${filename}` }));
}

function checkReferences({ components }: Fields, names: readonly string[]): Problem[] {
  return references(components)
    .filter(({ name }) => !names.includes(name))
    .map(({ path, name }) => ({ path, problem: `attachment://${name} is not among the files` }));
}

// The files that there are after the request; an attachment may rename its own.
function namesOf(attachments: readonly Fields[], files: readonly SentFile[], kept: readonly KeptFile[]): string[] {
  const renamed = attachments.map(({ filename }) => textOf(filename));
  return [...renamed, ...files.map(({ filename }) => filename), ...kept.map(({ filename }) => filename)];
}

// Every `attachment://name` in components, and where it stands.
function references(components: unknown): { path: string; name: string }[] {
  return everyComponent(components)
    .flatMap(({ component, path }) => {
      if (component.type === ComponentType.MediaGallery) {
        return listOf(component.items).map(({ media }, index) => ({ path: at(path, "items", index, "media"), media }));
      }
      const key = component.type === ComponentType.File ? "file" : "media";
      return [{ path: at(path, key), media: component[key] }];
    })
    .map(({ path, media }) => ({ path: at(path, "url"), url: textOf(fieldsOf(media).url) }))
    .filter(({ url }) => url.startsWith("attachment://"))
    .map(({ path, url }) => ({ path, name: url.slice("attachment://".length) }));
}
