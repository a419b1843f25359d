import { serialize } from "node:v8";
import { Answerer } from "../answer/answerer.js";
import { readFolder, versionOf } from "../knowledge/files.js";
import { assemble } from "../knowledge/load.js";
import type { Language, Problem } from "../knowledge/model.js";
import { readParsed } from "../knowledge/parsed.js";

/** Which folder to read, and what is known of it. */
export interface Order {
  readonly dir: string;
  /** The version that answers now. */
  readonly version: string;
  /** A file as `writeParsed` writes it. */
  readonly parsed?: string;
}

/** What reading came to, as data that can leave a thread; knowledge and what is prepared for each language as `v8.serialize` gives them. */
export type Read =
  | { readonly kind: "unchanged" }
  | { readonly kind: "refused"; readonly problems: readonly Problem[] }
  | {
      readonly kind: "read";
      readonly knowledge: Uint8Array;
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
    knowledge: serialize(knowledge),
    prepared: knowledge.languages.map((language) => [language, serialize(answerer.prepare(language))] as const),
  };
}
