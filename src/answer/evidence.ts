import { mayAnswerToo } from "./alike.js";
import { FEATURES } from "./match.js";
import type { Query } from "./query.js";
import type { Candidate } from "./ranker.js";
import type { SearchIndex } from "./search-index.js";
import { ASK, CHAT, STOP } from "./word-class.js";

/** What speaks for the first candidate's being right, in the order of the calibrated weights; the last ones speak against it. */
export const EVIDENCE = ["margin", "score", "odds", "softCoverage", "uncoveredShare", "unstatedNear"] as const;

/** How many of `EVIDENCE`, from the front, speak for a match; the others speak against it. */
export const FOR = 4;

const SOFT = FEATURES.indexOf("softCoverage");

/** An unknown word of so few letters is likelier a slip of the finger or slang than a name; it counts the less. */
const SLIP = 4;
const SLIP_WEIGHT = 0.3;

/** So far behind the first the odds are too small to ask whose they are. */
const NEGLIGIBLE = 6;

/** How far behind an entry that says what the sources do not say still casts doubt, in units of the score. */
const DOUBT = 4;

/** What speaks for and against the candidates for a question; what it says of all of them is worked out once. */
export class Evidence {
  /** What the words weigh that the index does not know. */
  private readonly missing: number;
  /** The best candidate that says what the sources do not say. */
  private readonly unstated: Candidate | undefined;

  constructor(
    private readonly index: SearchIndex,
    private readonly query: Query,
    private readonly ranked: readonly Candidate[],
  ) {
    const rarest = Math.log(1 + (index.entries.length + 0.5) / 0.5);
    this.missing = query.unknown.reduce((sum, { length }) => sum + (length <= SLIP ? SLIP_WEIGHT : 1) * rarest, 0);
    this.unstated = ranked.find(({ entry }) => index.entries[entry].notStated);
  }

  /**
   * Looks at one candidate among them, by its place from 0: the values of `EVIDENCE`, each 0 or more.
   * The margin is that to the best candidate that may not answer as well; the odds are its share of all candidates' exp(score), for the
   * first one together with those that may.
   */
  of(place: number): number[] {
    const { values, score } = this.ranked[place];
    return [
      Math.max(0, score - this.bestOther(place)),
      Math.max(0, score),
      this.oddsOf(place),
      values[SOFT],
      this.uncoveredShare(place),
      this.unstatedNear(place),
    ];
  }

  /** The score of the best candidate that may not answer as well. */
  private bestOther(place: number): number {
    for (let i = 0; i < this.ranked.length; i++) {
      if (i !== place && !this.isAlike(i, place)) return this.ranked[i].score;
    }
    return 0;
  }

  private isAlike(other: number, place: number): boolean {
    return mayAnswerToo(this.index, this.ranked[other].entry, this.ranked[place].entry);
  }

  /** What the candidate does not have of the question, as a share of what its words weigh. */
  private uncoveredShare(place: number): number {
    const { units, wordUnits } = this.query;
    const { hits } = this.ranked[place];
    let [uncovered, all] = [this.missing, this.missing];
    for (let u = 0; u < wordUnits; u++) {
      const { wordClass, term, weight } = units[u];
      if (wordClass === STOP || wordClass === ASK || wordClass === CHAT) continue;
      const mass = this.index.idfWhole[term] * weight;
      all += mass;
      if (hits[u] === 0) uncovered += mass;
    }
    return all === 0 ? 0 : uncovered / all;
  }

  /** The odds of a candidate; those of what may answer as well only go to the first, for looking is dear and only the first is answered. */
  private oddsOf(place: number): number {
    const { score } = this.ranked[place];
    let [own, all] = [0, 0];
    for (let i = 0; i < this.ranked.length; i++) {
      const behind = score - this.ranked[i].score;
      const odds = Math.exp(-behind);
      all += odds;
      if (i === place || (place === 0 && behind < NEGLIGIBLE && this.isAlike(i, place))) own += odds;
    }
    return own / all;
  }

  /** How near an entry that says what the sources do not say comes to one that has an answer: 0 from `DOUBT` behind on, more the nearer it is. */
  private unstatedNear(place: number): number {
    const { entry, score } = this.ranked[place];
    if (!this.unstated || this.index.entries[entry].notStated) return 0;
    return Math.max(0, DOUBT - (score - this.unstated.score));
  }
}
