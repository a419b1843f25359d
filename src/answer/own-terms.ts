import type { SearchIndex } from "./search-index.js";

/** The terms of each entry's wordings, each once, and the wordings as places among them: an entry's wordings say much the same. */
export interface OwnTerms {
  /** By entry, where its terms begin; one more for the end. */
  readonly from: Int32Array;
  readonly terms: Int32Array;
  /** Beside the items of the index's wordings: the place of each among its entry's terms, from 0. */
  readonly places: Uint16Array | Int32Array;
  /** How many terms the entry has that has most. */
  readonly most: number;
}

/** Finds each entry's own terms, in the order of their coming. */
export function ownTerms({
  entries,
  classes,
  wordingFrom,
  wordings,
}: Pick<SearchIndex, "entries" | "classes" | "wordingFrom" | "wordings">): OwnTerms {
  const count = wordings.items.length;
  const from = new Int32Array(entries.length + 1);
  const terms = new Int32Array(count);
  const places = new Int32Array(count);
  const seenIn = new Int32Array(classes.length).fill(-1);
  const placeOf = new Int32Array(classes.length);
  let most = 0;
  for (let e = 0; e < entries.length; e++) {
    let own = 0;
    for (let i = wordings.from[wordingFrom[e]]; i < wordings.from[wordingFrom[e + 1]]; i++) {
      const term = wordings.items[i];
      if (seenIn[term] !== e) {
        seenIn[term] = e;
        placeOf[term] = own;
        terms[from[e] + own] = term;
        own++;
      }
      places[i] = placeOf[term];
    }
    from[e + 1] = from[e] + own;
    most = Math.max(most, own);
  }
  return {
    from,
    terms: terms.slice(0, from[entries.length]),
    places: most > 1 << 16 ? places : Uint16Array.from(places),
    most,
  };
}
