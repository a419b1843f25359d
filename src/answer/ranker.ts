import { leanestOf } from "./leanest.js";
import { type Features, Matcher, UNSTATED } from "./match.js";
import { type Query, QueryTable } from "./query.js";
import { Recall } from "./recall.js";
import type { SearchIndex } from "./search-index.js";
import { CONTENT } from "./word-class.js";

/** How many entries are compared closely with a question; more find no more. */
export const CANDIDATES = 16;

/** An entry compared with a question; `score` is the weighted sum of its features. */
export interface Candidate extends Features {
  readonly score: number;
}

/** What calibration leaves out: whole entries, or one wording. */
export interface LeftOut {
  readonly entries?: (entry: number) => boolean;
  readonly wording?: number;
}

/** Ranks a language's entries for a question; holds the working arrays, so one question at a time. */
export class Ranker {
  private readonly recall: Recall;
  private readonly matcher: Matcher;
  private readonly table: QueryTable;
  /** What was recalled last: calibration asks every question twice. */
  private last: { query: Query; limit: number; recalled: number[] } | undefined;

  constructor(
    readonly index: SearchIndex,
    private readonly weights: readonly number[],
  ) {
    this.recall = new Recall(index);
    this.matcher = new Matcher(index);
    this.table = new QueryTable(index);
  }

  /**
   * The candidates, best first: an entry with the very wording before all others, one that contradicts the question behind, and before one that
   * tells more than was asked the leaner one; equal scores in the order of the entries' ids.
   */
  rank(query: Query, leftOut: LeftOut = {}): Candidate[] {
    const { entries } = leftOut;
    const recalled = this.recalledFor(query, entries ? 3 * CANDIDATES : CANDIDATES);
    const kept = (entries ? recalled.filter((entry) => !entries(entry)) : recalled).slice(0, CANDIDATES);
    const compared = kept.map((entry) => this.matcher.compare(this.table, query, entry, leftOut.wording));
    this.markUnstated(query, compared);
    const ranked = compared
      .map((features) => this.scored(features))
      .sort((a, b) => classOf(a) - classOf(b) || b.score - a.score || a.entry - b.entry);
    const leanest = leanestOf(this.index, query, ranked);
    return leanest === 0 ? ranked : [ranked[leanest], ...ranked.filter((_, place) => place !== leanest)];
  }

  /** The numbers of at least `limit` entries that share words with a question, where there are so many; the table holds it then. */
  private recalledFor(query: Query, limit: number): number[] {
    if (this.last?.query !== query) this.table.fill(query);
    if (this.last?.query !== query || this.last.limit < limit)
      this.last = { query, limit, recalled: this.recall.find(query, limit) };
    return this.last.recalled;
  }

  /**
   * What the sources do not say is asked for by words of its own: an entry that says so is marked down where another one, which
   * has an answer, shares every word of meaning with the question that it shares itself.
   */
  private markUnstated(query: Query, compared: readonly Features[]): void {
    const { entries } = this.index;
    if (!compared.some(({ entry }) => entries[entry].notStated)) return;
    const stated = compared.filter(({ entry, contradicts }) => !entries[entry].notStated && contradicts === undefined);
    for (const { entry, values, hits } of compared) {
      if (!entries[entry].notStated) continue;
      const isCovered = stated.some((other) =>
        query.units.every(({ wordClass }, u) => wordClass !== CONTENT || other.hits[u] >= hits[u]),
      );
      values[UNSTATED] = isCovered ? 1 : 0;
    }
  }

  private scored({ entry, values, isExact, contradicts, hits }: Features): Candidate {
    let score = 0;
    for (let i = 0; i < values.length; i++) score += values[i] * this.weights[i];
    return { entry, values, isExact, contradicts, hits, score };
  }
}

function classOf({ isExact, contradicts }: Features): number {
  return isExact ? 0 : contradicts === undefined ? 1 : 2;
}
