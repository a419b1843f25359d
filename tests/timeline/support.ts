import { assemble } from "../../src/knowledge/load.js";
import type { Knowledge } from "../../src/knowledge/model.js";
import { type DatedFact, datedFacts } from "../../src/timeline/facts.js";
import { type EntryParts, type FolderParts, folder } from "../support/folder.js";

/** The knowledge of a folder in short. */
export function knowledgeOf(parts: FolderParts): Knowledge {
  const loaded = assemble(folder(parts));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.knowledge;
}

/** Dated facts of a made-up town: `factsOf([["2016-02", "The mill burnt down."]])`. */
export function factsOf(facts: readonly (readonly [when: string, text: string])[], language = "en"): DatedFact[] {
  const entries = facts.map(([when, answer], i): EntryParts => ({ id: `fact-${i}`, when, answer }));
  // JSON is read many times as fast as YAML.
  return datedFacts(knowledgeOf({ entries: { "all.json": entries } }), language);
}
