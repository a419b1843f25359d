import { deserialize, serialize } from "node:v8";
import { Answerer } from "../answer/answerer.js";
import { readFolder, versionOf } from "../knowledge/files.js";
import { assemble } from "../knowledge/load.js";
import type { Entry, Knowledge, Language, Problem } from "../knowledge/model.js";
import { readParsed } from "../knowledge/parsed.js";

/** So many entries take a few milliseconds to read. */
const PIECE = 200;

/** Which folder to read, and what is known of it. */
export interface Order {
  readonly dir: string;
  /** The version that answers now. */
  readonly version: string;
  /** A file as `writeParsed` writes it. */
  readonly parsed?: string;
}

/** What reading came to, as data that can leave a thread: as `v8.serialize` gives it, in pieces that are each soon read. */
export type Read =
  | { readonly kind: "unchanged" }
  | { readonly kind: "refused"; readonly problems: readonly Problem[] }
  | {
      readonly kind: "read";
      /** All but its entries. */
      readonly knowledge: Uint8Array;
      /** Lists of entries, which make up all of them. */
      readonly entries: readonly Uint8Array[];
      readonly prepared: readonly (readonly [Language, Uint8Array])[];
    };

/** Reads, checks, indexes and calibrates a folder, unless it is of the version that answers now. */
export function readAnew({ dir, version, parsed }: Order): Read {
  const { files, problems } = readFolder(dir);
  if (problems.length === 0 && versionOf(files) === version) return { kind: "unchanged" };
  const loaded = assemble(files, parsed === undefined ? undefined : readParsed(parsed), problems);
  if (!loaded.ok) return { kind: "refused", problems: loaded.problems };
  const { knowledge } = loaded;
  const answerer = new Answerer(knowledge);
  return {
    kind: "read",
    knowledge: serialize({ ...knowledge, entries: [], entryById: new Map() } satisfies Knowledge),
    entries: piecesOf(knowledge.entries).map((piece) => serialize(piece)),
    prepared: knowledge.languages.map((language) => [language, serialize(answerer.prepare(language))] as const),
  };
}

function piecesOf(entries: readonly Entry[]): Entry[][] {
  const count = Math.ceil(entries.length / PIECE);
  return Array.from({ length: count }, (_, i) => entries.slice(i * PIECE, (i + 1) * PIECE));
}

/** Makes a knowledge of what `readAnew` made of one, a piece at a time; `pause` comes between them. */
export async function knowledgeFrom(
  { knowledge, entries }: Pick<Extract<Read, { kind: "read" }>, "knowledge" | "entries">,
  pause: () => Promise<unknown>,
): Promise<Knowledge> {
  const all: Entry[] = [];
  for (const piece of entries) {
    all.push(...(deserialize(piece) as Entry[]));
    await pause();
  }
  const rest = deserialize(knowledge) as Knowledge;
  return { ...rest, entries: all, entryById: new Map(all.map((entry) => [entry.id, entry])) };
}
