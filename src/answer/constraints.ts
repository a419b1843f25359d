import type { Aspect, Entry } from "../knowledge/model.js";
import { CONCEPT, CONTENT } from "./lexicon.js";
import type { Query } from "./query.js";
import type { Candidate } from "./ranker.js";

const YEAR = /^(?:1[5-9]|20)\d\d$/;

/** Whether a question names a year that the entry has nowhere: not in its wordings, its answer, its date or its events' names. */
export function lacksYear({ words, units }: Query, { hits }: Candidate): boolean {
  return words.some(
    ({ typed, term }) => YEAR.test(typed) && !units.some((unit, u) => unit.term === term && hits[u] > 0),
  );
}

/** Whether a question says too little to be answered: no word with meaning but numbers and words that had to be guessed, and no name. */
export function isThin({ units }: Query, isName: (term: number) => boolean): boolean {
  return !units.some(
    ({ wordClass, term, typed, repaired }) =>
      (wordClass === CONTENT && repaired === undefined && !/^\d+$/.test(typed)) ||
      (wordClass === CONCEPT && isName(term)),
  );
}

/** Kinds of questions that cannot stand for each other; `what` may be any of them. */
const DISTINCT: ReadonlySet<Aspect> = new Set(["who", "when", "where", "why", "how-many"]);

/** Whether a question asks for another kind of thing than the entry tells: who, where it tells when. */
export function asksForAnother({ asked }: Query, { aspect }: Entry): boolean {
  return asked !== undefined && aspect !== undefined && asked !== aspect && DISTINCT.has(asked) && DISTINCT.has(aspect);
}
