import { assemble } from "../../src/knowledge/load.js";
import { type Entry, type Knowledge, showProblem } from "../../src/knowledge/model.js";
import { type FolderParts, folder } from "../support/folder.js";

/** The knowledge of a folder that exists only in memory; throws the problems of one that does not load. */
export function knowledgeOf(parts: FolderParts): Knowledge {
  return assembled(folder(parts));
}

/** The knowledge of files; throws their problems. */
export function assembled(files: ReadonlyMap<string, string>): Knowledge {
  const loaded = assemble(files);
  if (!loaded.ok) throw new Error(loaded.problems.map(showProblem).join("\n"));
  return loaded.knowledge;
}

/** The entries' ids, for comparing lists. */
export function idsOf(entries: readonly Entry[]): string[] {
  return entries.map(({ id }) => id);
}
