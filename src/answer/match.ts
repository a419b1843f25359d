import { saturate } from "./bm25.js";
import { ASK, CHAT, CONCEPT, CONTENT, STOP } from "./lexicon.js";
import type { Query, QueryTable } from "./query.js";
import type { SearchIndex } from "./search-index.js";

/** The features of a candidate that rank it, in the order of the weights; the last five speak against it. */
export const FEATURES = [
  "bm25Whole",
  "bm25Wordings",
  "diceBest",
  "bm25Best",
  "trigramsWhole",
  "softCoverage",
  "bm25Content",
  "trigramsBest",
  "namesMissing",
  "eventsMissing",
  "aspectClash",
  "unstated",
  "joined",
] as const;
/** How many of `FEATURES`, from the front, speak for a candidate. */
export const SPEAKING_FOR = 8;
export type Feature = (typeof FEATURES)[number];

/** The place of `unstated` among the values; it can only be told among the candidates together. */
export const UNSTATED = FEATURES.indexOf("unstated");

/** How an entry compares with a question. */
export interface Features {
  /** The values in the order of `FEATURES`. */
  readonly values: Float64Array;
  /** Whether a wording has just the question's words, in their order. */
  readonly isExact: boolean;
  /** The most of the question's meaning, by rarity, that a single wording has. */
  readonly coveredByOne: number;
  /** By unit of the query: 0 not in the entry, 1 in its answer only, 2 in its wordings. */
  readonly hits: Uint8Array;
}

/** A wording that a comparison leaves out, for calibration: as if the entry did not have it. */
export type HeldOut = number | undefined;

/** Compares a question with one entry; walks all its texts once. The table must hold the query. */
export function compare(index: SearchIndex, table: QueryTable, query: Query, e: number, heldOut?: HeldOut): Features {
  const { wordings, answers, wordingFrom, wordingLength, classes, idfWordings, averageWording } = index;
  const { units, wordUnits, conceptsOf } = query;
  const { unitOf } = table;
  const inWordings = new Uint16Array(units.length);
  const inAnswer = new Uint16Array(units.length);
  const seenIn = new Int32Array(units.length).fill(-1);
  let [dot, squares] = [0, 0];
  let heldOutLength = 0;
  let isExact = false;
  let [bestDice, bestScore, bestSoft, bestTrigrams, coveredByOne] = [0, 0, 0, 0, 0];

  for (let w = wordingFrom[e]; w < wordingFrom[e + 1]; w++) {
    if (w === heldOut) {
      heldOutLength = wordingLength[w];
      continue;
    }
    let [own, ownSquares, common, covered, mass] = [0, 0, 0, 0, 0];
    for (let i = wordings.from[w]; i < wordings.from[w + 1]; i++) {
      const term = wordings.items[i];
      const wordClass = classes[term];
      const unit = unitOf[term] - 1;
      if (unit >= 0) {
        inWordings[unit]++;
        if (seenIn[unit] !== w) {
          seenIn[unit] = w;
          if (unit < wordUnits) common++;
        }
      }
      if (wordClass > ASK) continue;
      own += table.dot(term);
      ownSquares += index.trigrams.from[term + 1] - index.trigrams.from[term];
      if (wordClass !== ASK) {
        const weight = wordClass === CHAT ? 0.3 * idfWordings[term] : idfWordings[term];
        mass += weight;
        covered += weight * table.like(term);
      }
    }
    dot += own;
    squares += ownSquares;
    let [score, coveredMass] = [0, 0];
    const saturation = saturate(1, wordingLength[w], averageWording);
    for (let u = 0; u < units.length; u++) {
      if (units[u].wordClass === STOP || u >= wordUnits) continue;
      let share = seenIn[u] === w ? 1 : 0;
      if (share === 0) {
        for (const one of conceptsOf[u]) if (seenIn[one.concept] === w && one.share > share) share = one.share;
      }
      if (share === 0) continue;
      score += units[u].weight * idfWordings[units[u].term] * saturation * share;
      if (units[u].wordClass === CONTENT) coveredMass += units[u].weight * index.idfWhole[units[u].term] * share;
    }
    if (common === query.distinct && isSequence(wordings.items, wordings.from[w], wordingLength[w], query))
      isExact = true;
    const dice = (2 * common) / (query.distinct + wordingLength[w]);
    const soft = mass === 0 ? 0 : covered / mass;
    const trigrams = cosine(own, table.norm, ownSquares);
    if (dice > bestDice) bestDice = dice;
    if (score > bestScore) bestScore = score;
    if (soft > bestSoft) bestSoft = soft;
    if (coveredMass > coveredByOne) coveredByOne = coveredMass;
    if (trigrams > bestTrigrams) bestTrigrams = trigrams;
  }
  for (let i = answers.from[e]; i < answers.from[e + 1]; i++) {
    const term = answers.items[i];
    const unit = unitOf[term] - 1;
    if (unit >= 0) inAnswer[unit]++;
    if (classes[term] > ASK) continue;
    dot += table.dot(term);
    squares += index.trigrams.from[term + 1] - index.trigrams.from[term];
  }

  const [wordingsLength, wholeLength] = [index.wordingsLength[e] - heldOutLength, index.wholeLength[e] - heldOutLength];
  let [whole, content, wordingsScore] = [0, 0, 0];
  const hits = new Uint8Array(units.length);
  const wholeOf = (u: number) =>
    saturate(inWordings[u] + inAnswer[u], wholeLength, index.averageWhole) * index.idfWhole[units[u].term];
  const wordingsOf = (u: number) =>
    saturate(inWordings[u], wordingsLength, index.averageWordings) * idfWordings[units[u].term];
  for (let u = 0; u < units.length; u++) {
    const { wordClass, weight } = units[u];
    hits[u] = inWordings[u] > 0 ? 2 : inAnswer[u] > 0 ? 1 : 0;
    if (u >= wordUnits || wordClass === STOP) continue;
    const inWhole = weight * Math.max(wholeOf(u), shareOfConcepts(query, u, wholeOf));
    whole += inWhole;
    if (wordClass !== ASK) {
      content += inWhole;
      wordingsScore += weight * Math.max(wordingsOf(u), shareOfConcepts(query, u, wordingsOf));
    }
  }
  for (let u = wordUnits; u < units.length; u++) {
    for (const member of units[u].members) hits[member] = Math.max(hits[member], hits[u]);
  }
  const entry = index.entries[e];
  const values = Float64Array.of(
    whole,
    wordingsScore,
    bestDice,
    bestScore,
    cosine(dot, table.norm, squares),
    bestSoft,
    content,
    bestTrigrams,
    namesMissing(index, query, hits),
    query.units.filter(({ term }, u) => index.isEvent[term] === 1 && hits[u] === 0).length,
    query.asked !== undefined && entry.aspect !== undefined && query.asked !== entry.aspect ? 1 : 0,
    0,
    // What one article says is answered from it alone; an entry that joins several is for questions that ask for it.
    index.joins[e],
  );
  return { values, coveredByOne, isExact, hits };
}

/** The rarity of the names and numbers that the question has and the entry lacks; half where they are in its answer only. */
function namesMissing(index: SearchIndex, { units }: Query, hits: Uint8Array): number {
  let missing = 0;
  units.forEach(({ term, wordClass, typed, weight }, u) => {
    const isName = wordClass === CONCEPT ? index.lexicon.stems[term].startsWith("@") : /^\d+$/.test(typed);
    if (isName && index.isEvent[term] === 0) missing += index.idfWhole[term] * weight * (1 - hits[u] / 2);
  });
  return missing;
}

/** The most that a concept which a word helps to name gives to that word: the concept's value times the word's share. */
function shareOfConcepts({ conceptsOf }: Query, unit: number, worth: (concept: number) => number): number {
  let most = 0;
  for (const { concept, share } of conceptsOf[unit]) most = Math.max(most, worth(concept) * share);
  return most;
}

/** Whether a wording's terms from `start` on are those of the question, one by one. */
function isSequence(terms: Int32Array, start: number, length: number, { words }: Query): boolean {
  return length === words.length && words.every(({ term }, i) => terms[start + i] === term);
}

/** Cosine of trigram counts; a text's norm is taken as if each of its trigrams occurred once. */
function cosine(dot: number, norm: number, squares: number): number {
  return dot === 0 ? 0 : dot / (norm * Math.sqrt(squares));
}
