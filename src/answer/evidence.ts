import { mayAnswerToo } from "./alike.js";
import { ASK, CHAT, STOP } from "./lexicon.js";
import { FEATURES } from "./match.js";
import type { Query } from "./query.js";
import type { Candidate } from "./ranker.js";
import type { SearchIndex } from "./search-index.js";

/** What speaks for the first candidate's being right, in the order of the calibrated weights; the last ones speak against it. */
export const EVIDENCE = ["margin", "score", "odds", "softCoverage", "uncoveredShare", "unstatedNear"] as const;

/** How many of `EVIDENCE`, from the front, speak for a match; the others speak against it. */
export const FOR = 4;

const SOFT = FEATURES.indexOf("softCoverage");

/** An unknown word of so few letters is likelier a slip of the finger or slang than a name; it counts the less. */
const SLIP = 4;
const SLIP_WEIGHT = 0.3;

/**
 * Looks at a candidate (the first where not said) among the ranked ones: the values of `EVIDENCE`, each 0 or more.
 * The margin is that to the best candidate that may not answer as well; the odds are its share of all candidates' exp(score), for the
 * first one together with those that may.
 */
export function weigh(index: SearchIndex, query: Query, ranked: readonly Candidate[], place = 0): Float64Array {
  const first = ranked[place];
  const rarest = Math.log(1 + (index.entries.length + 0.5) / 0.5);
  const missing = query.unknown.reduce((sum, { length }) => sum + (length <= SLIP ? SLIP_WEIGHT : 1) * rarest, 0);
  let [uncovered, all] = [missing, missing];
  for (let u = 0; u < query.wordUnits; u++) {
    const { wordClass, term, weight } = query.units[u];
    if (wordClass === STOP || wordClass === ASK || wordClass === CHAT) continue;
    const mass = index.idfWhole[term] * weight;
    all += mass;
    if (first.hits[u] === 0) uncovered += mass;
  }
  const { values, score } = first;
  const isAlike = ({ entry }: Candidate) => entry === first.entry || mayAnswerToo(index, entry, first.entry);
  return Float64Array.of(
    Math.max(0, score - (ranked.find((other) => !isAlike(other))?.score ?? 0)),
    Math.max(0, score),
    oddsOf(ranked, place, isAlike),
    values[SOFT],
    all === 0 ? 0 : uncovered / all,
    unstatedNear(index, ranked, place),
  );
}

/** So far behind the first the odds are too small to ask whose they are. */
const NEGLIGIBLE = 6;

/** The odds of a candidate; those of what may answer as well only go to the first, for looking is dear and only the first is answered. */
function oddsOf(ranked: readonly Candidate[], place: number, isAlike: (other: Candidate) => boolean): number {
  const { score } = ranked[place];
  let [own, all] = [0, 0];
  // Ten places are looked at for every question: an iterator would take longer than the odds.
  for (let i = 0; i < ranked.length; i++) {
    const other = ranked[i];
    const odds = Math.exp(other.score - score);
    all += odds;
    if (i === place || (place === 0 && score - other.score < NEGLIGIBLE && isAlike(other))) own += odds;
  }
  return own / all;
}

/** How far behind an entry that says what the sources do not say still casts doubt, in units of the score. */
const DOUBT = 4;

/** How near such an entry comes to a candidate that has an answer: 0 from `DOUBT` behind on, more the nearer it is. */
function unstatedNear(index: SearchIndex, ranked: readonly Candidate[], place: number): number {
  const isStated = ({ entry }: Candidate) => !index.entries[entry].notStated;
  const near = ranked.find((candidate) => !isStated(candidate));
  return near && isStated(ranked[place]) ? Math.max(0, DOUBT - (ranked[place].score - near.score)) : 0;
}
