import { saturate } from "./bm25.js";
import { EVENT } from "./concept-kinds.js";
import { type Contradiction, contradiction } from "./constraints.js";
import { type OwnTerms, ownTerms } from "./own-terms.js";
import type { Postings } from "./postings.js";
import { massOf, type Query, type QueryTable } from "./query.js";
import type { SearchIndex } from "./search-index.js";
import { ASK, STOP } from "./word-class.js";

/** The features of a candidate that rank it, in the order of the weights; the last ones speak against it. */
export const FEATURES = [
  "bm25Wordings",
  "bm25Whole",
  "bm25Content",
  "diceBest",
  "softCoverage",
  "trigrams",
  "eventsMissing",
  "aspectClash",
  "unstated",
  "joined",
] as const;
/** How many of `FEATURES`, from the front, speak for a candidate. */
export const SPEAKING_FOR = 6;

/** The place of `unstated` among the values; it can only be told among the candidates together. */
export const UNSTATED = FEATURES.indexOf("unstated");

/** How an entry compares with a question. */
export interface Features {
  /** The entry's number in the index. */
  readonly entry: number;
  /** The values in the order of `FEATURES`. */
  readonly values: number[];
  /** Whether a wording has just the question's words, in their order. */
  readonly isExact: boolean;
  /** What of the question the entry contradicts: it is about another event, person or country. */
  readonly contradicts: Contradiction | undefined;
  /** By unit of the query: 0 not in the entry, 1 in its answer only, 2 in its wordings. */
  readonly hits: readonly number[];
}

/** Compares questions with entries; holds the working arrays, so one question at a time. */
export class Matcher {
  private inWordings = new Uint16Array(64);
  private inAnswer = new Uint16Array(64);
  /** By unit: the last wording that it was seen in. */
  private seenIn = new Int32Array(64);

  /** By wording: what its terms weigh, and how many trigrams they have. */
  private readonly mass: Float64Array;
  private readonly trigrams: Int32Array;
  private readonly own: OwnTerms;
  /** By place among the terms of the entry that is compared: its unit or -1, and what the table says of it. */
  private readonly units: Int16Array;
  private readonly dots: Float32Array;
  private readonly covered: Float64Array;

  constructor(private readonly index: SearchIndex) {
    this.own = ownTerms(index);
    this.units = new Int16Array(this.own.most);
    this.dots = new Float32Array(this.own.most);
    this.covered = new Float64Array(this.own.most);
    const { wordings, trigrams } = index;
    const count = wordings.from.length - 1;
    this.mass = new Float64Array(count);
    this.trigrams = new Int32Array(count);
    for (let w = 0; w < count; w++) {
      for (let i = wordings.from[w]; i < wordings.from[w + 1]; i++) {
        const term = wordings.items[i];
        this.mass[w] += massOf(index, term);
        this.trigrams[w] += trigrams.from[term + 1] - trigrams.from[term];
      }
    }
  }

  /** Compares a question with one entry, as if it did not have the wording `heldOut`; walks its wordings once. The table must hold the query. */
  compare(table: QueryTable, query: Query, e: number, heldOut?: number): Features {
    const { index } = this;
    const { wordings, wordingFrom, wordingLength } = index;
    const { units, wordUnits } = query;
    const { from, items } = wordings;
    const { places } = this.own;
    const count = units.length;
    this.clear(count);
    this.meet(table, e);
    const { inWordings, inAnswer, seenIn, dots, covered } = this;
    let [dot, squares, heldOutLength] = [0, 0, 0];
    let isExact = false;
    let [bestDice, bestSoft] = [0, 0];

    for (let w = wordingFrom[e]; w < wordingFrom[e + 1]; w++) {
      if (w === heldOut) {
        heldOutLength = wordingLength[w];
        continue;
      }
      const end = from[w + 1];
      let common = 0;
      let alike = 0;
      for (let i = from[w]; i < end; i++) {
        const place = places[i];
        const unit = this.units[place];
        if (unit >= 0) {
          inWordings[unit]++;
          if (seenIn[unit] !== w) {
            seenIn[unit] = w;
            if (unit < wordUnits) common++;
          }
        }
        dot += dots[place];
        alike += covered[place];
      }
      squares += this.trigrams[w];
      if (common > 0) {
        if (common === query.distinct && isSequence(items, from[w], wordingLength[w], query)) isExact = true;
        const dice = (2 * common) / (query.distinct + wordingLength[w]);
        if (dice > bestDice) bestDice = dice;
      }
      const soft = this.mass[w] === 0 ? 0 : alike / this.mass[w];
      if (soft > bestSoft) bestSoft = soft;
    }
    const hits: number[] = [];
    for (let u = 0; u < count; u++) inAnswer[u] = timesInAnswer(index.postings, units[u].term, e);
    for (let u = 0; u < count; u++) hits.push(inWordings[u] > 0 ? 2 : inAnswer[u] > 0 ? 1 : 0);
    const scores = this.bm25(query, index.wholeLength[e] - heldOutLength, index.wordingsLength[e] - heldOutLength);
    for (let u = wordUnits; u < count; u++) {
      for (const member of units[u].members) hits[member] = Math.max(hits[member], hits[u]);
    }
    const { aspect } = index.entries[e];
    const values = [
      scores.wordings,
      scores.whole * index.answerShare,
      scores.content * index.answerShare,
      bestDice,
      bestSoft,
      cosine(dot, table.norm, squares),
      eventsMissing(index, query, hits),
      query.asked !== undefined && aspect !== undefined && query.asked !== aspect ? 1 : 0,
      0,
      // What one article says is answered from it alone; an entry that joins several is for questions that ask for it.
      index.joins[e],
    ];
    return { entry: e, values, isExact, contradicts: isExact ? undefined : contradiction(index, query, e, hits), hits };
  }

  /** Looks the entry's own terms up. */
  private meet(table: QueryTable, e: number): void {
    const { from, terms } = this.own;
    const { unitOf, dots, covered } = table;
    for (let i = from[e], place = 0; i < from[e + 1]; i++, place++) {
      const term = terms[i];
      table.meet(term);
      this.units[place] = unitOf[term] - 1;
      this.dots[place] = dots[term];
      this.covered[place] = covered[term];
    }
  }

  /** BM25 of the whole entry with and without question words, and of its wordings together; a concept counts for the words that name it. */
  private bm25({ units, wordUnits, conceptsOf }: Query, wholeLength: number, wordingsLength: number) {
    const { inWordings, inAnswer } = this;
    const { idfWhole, idfWordings, averageWhole, averageWordings } = this.index;
    let [whole, content, wordings] = [0, 0, 0];
    for (let u = 0; u < wordUnits; u++) {
      const { wordClass, weight, term } = units[u];
      if (wordClass === STOP) continue;
      let inWhole = saturate(inWordings[u] + inAnswer[u], wholeLength, averageWhole) * idfWhole[term];
      let inOwn = saturate(inWordings[u], wordingsLength, averageWordings) * idfWordings[term];
      for (const { concept, share } of conceptsOf[u]) {
        const named = units[concept].term;
        const asWhole = saturate(inWordings[concept] + inAnswer[concept], wholeLength, averageWhole) * idfWhole[named];
        const asOwn = saturate(inWordings[concept], wordingsLength, averageWordings) * idfWordings[named];
        inWhole = Math.max(inWhole, asWhole * share);
        inOwn = Math.max(inOwn, asOwn * share);
      }
      whole += weight * inWhole;
      if (wordClass !== ASK) {
        content += weight * inWhole;
        wordings += weight * inOwn;
      }
    }
    return { whole, content, wordings };
  }

  private clear(units: number): void {
    if (units > this.seenIn.length) {
      this.inWordings = new Uint16Array(2 * units);
      this.inAnswer = new Uint16Array(2 * units);
      this.seenIn = new Int32Array(2 * units);
    }
    this.inWordings.fill(0, 0, units);
    this.inAnswer.fill(0, 0, units);
    this.seenIn.fill(-1, 0, units);
  }
}

/** How many events the question names that the entry does not have. */
function eventsMissing({ kinds }: SearchIndex, { units }: Query, hits: readonly number[]): number {
  let missing = 0;
  for (let u = 0; u < units.length; u++) if (kinds[units[u].term] === EVENT && hits[u] === 0) missing++;
  return missing;
}

/** How often an entry's answer has a term, up to 255; found by halving, for the entries of a term rise. */
function timesInAnswer({ from, entry, inAnswer }: Postings, term: number, e: number): number {
  let [low, high] = [from[term], from[term + 1]];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (entry[middle] < e) low = middle + 1;
    else high = middle;
  }
  return low < from[term + 1] && entry[low] === e ? inAnswer[low] : 0;
}

/** Whether a wording's terms from `start` on are those of the question, one by one. */
function isSequence(terms: Int32Array, start: number, length: number, { words }: Query): boolean {
  return length === words.length && words.every(({ term }, i) => terms[start + i] === term);
}

/** Cosine of trigram counts; a text's norm is taken as if each of its trigrams occurred once. */
function cosine(dot: number, norm: number, squares: number): number {
  return dot === 0 ? 0 : dot / (norm * Math.sqrt(squares));
}
