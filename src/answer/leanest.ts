import { mayAnswerToo } from "./alike.js";
import { EVENT } from "./concept-kinds.js";
import { lacksYear } from "./constraints.js";
import { FEATURES, type Features } from "./match.js";
import type { Query } from "./query.js";
import type { SearchIndex } from "./search-index.js";
import { isYear } from "./text.js";

/** So far behind in score the leaner entry still goes first. */
const BEHIND = 6;

const CLASH = FEATURES.indexOf("aspectClash");
const SOFT = FEATURES.indexOf("softCoverage");

/**
 * The place of the candidate that goes first: where a question names one event, or its year, and the best candidate joins several sources to tell
 * of other events as well, an entry of one source about just that event goes before it if it answers as well, has a wording as well covered, and is not far
 * behind. A question
 * that compares has other events in mind.
 */
export function leanestOf(
  index: SearchIndex,
  query: Query,
  ranked: readonly (Features & { readonly score: number })[],
): number {
  const [first] = ranked;
  if (!first || first.isExact || index.joins[first.entry] === 0) return 0;
  const named = query.units.filter(({ term }) => index.kinds[term] === EVENT).map(({ term }) => term);
  const years = new Set(query.words.map(({ typed }) => typed).filter(isYear));
  const isByYear = named.length === 0 && years.size === 1;
  if (named.length !== 1 && !isByYear) return 0;
  const { comparingWords } = index.lexicon.language;
  if (query.words.some(({ typed }) => comparingWords.has(typed))) return 0;
  const told = eventsOf(index, first.entry);
  if (isByYear ? told.length < 2 : !told.some((event) => event !== named[0])) return 0;
  const isLean = (candidate: Features & { readonly score: number }) => {
    if (candidate.score < first.score - BEHIND || candidate.values[CLASH] > first.values[CLASH]) return false;
    if (candidate.values[SOFT] < first.values[SOFT]) return false;
    if (index.joins[candidate.entry] === 1 || candidate.contradicts !== undefined) return false;
    const events = eventsOf(index, candidate.entry);
    return (
      events.length === 1 &&
      (isByYear ? !lacksYear(query, candidate) : events[0] === named[0]) &&
      mayAnswerToo(index, first.entry, candidate.entry)
    );
  };
  return Math.max(0, ranked.findIndex(isLean));
}

function eventsOf({ about, kinds }: SearchIndex, entry: number): number[] {
  return [...about.items.subarray(about.from[entry], about.from[entry + 1])].filter((id) => kinds[id] === EVENT);
}
