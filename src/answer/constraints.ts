import type { Query } from "./query.js";
import type { Candidate } from "./ranker.js";

const YEAR = /^(?:1[5-9]|20)\d\d$/;

/** Whether a question names a year that the entry has nowhere: not in its wordings, its answer, its date or its events' names. */
export function lacksYear({ words, units }: Query, { hits }: Candidate): boolean {
  return words.some(
    ({ typed, term }) => YEAR.test(typed) && !units.some((unit, u) => unit.term === term && hits[u] > 0),
  );
}
