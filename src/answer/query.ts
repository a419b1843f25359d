import type { Aspect } from "../knowledge/model.js";
import { aspectAsked } from "./aspect.js";
import type { Span } from "./concepts.js";
import type { SearchIndex } from "./search-index.js";
import { isYear } from "./text.js";
import { TRIGRAMS, trigramsOf } from "./trigrams.js";
import { ASK, CHAT, CONCEPT, CONTENT, STOP } from "./word-class.js";
import type { Word } from "./word-lookup.js";

/** The most distinct terms of a question that are weighed; of longer ones the rarest count. */
const MAX_UNITS = 48;
/** What an everyday word that asks for the same counts beside the very word. */
const SYNONYM_WEIGHT = 0.8;
/** What a word of conversation counts beside one with meaning. */
const CHAT_WEIGHT = 0.3;
/** A name of so many words or more counts as one. */
const LONG_NAME = 7;
/** What a repaired word counts beside one that was typed right. */
const REPAIRED_WEIGHT = 0.9;

/** One distinct term of a question. */
export interface Unit {
  readonly term: number;
  readonly wordClass: number;
  /** 0..1: what a hit on it counts. */
  readonly weight: number;
  /** As typed, for people: `"wich"`; for a concept its words. */
  readonly typed: string;
  readonly repaired?: string;
  /** For a concept: the places in `units` of the words that name it. */
  readonly members: readonly number[];
}

/** A question as the index sees it. */
export interface Query {
  readonly words: readonly Word[];
  readonly spans: readonly Span[];
  /** Words first, concepts behind them. */
  readonly units: readonly Unit[];
  /** By place of a word: the places of the concepts that it helps to name, each with its share of that concept. */
  readonly conceptsOf: readonly (readonly { concept: number; share: number }[])[];
  /** How many of `units` are words. */
  readonly wordUnits: number;
  /** Distinct words with meaning that the index does not know, as typed. */
  readonly unknown: readonly string[];
  /** How many distinct words, known or not, stop words too. */
  readonly distinct: number;
  /** What it asks for, where its words say so. */
  readonly asked: Aspect | undefined;
  /** The terms of the years that it names; -1 for one that the index does not know. */
  readonly years: readonly number[];
}

/** Looks a question's words up and finds the concepts that it names. */
export function toQuery(index: SearchIndex, words: readonly Word[]): Query {
  const spans = index.lexicon.spansOf(words.map(({ term }) => term));
  const known = unitsOf(index, words);
  const wordUnits = rarest(known, index);
  const concepts = spans.length === 0 ? [] : conceptUnits(words, spans, wordUnits);
  const units = concepts.length === 0 ? wordUnits : [...asOneName(wordUnits, concepts, index), ...concepts];
  const conceptsOf: { concept: number; share: number }[][] = wordUnits.map(() => []);
  for (let concept = wordUnits.length; concept < units.length; concept++) {
    const { term, members } = units[concept];
    const share = (index.lexicon.stems[term].startsWith("~") ? SYNONYM_WEIGHT : 1) / members.length;
    for (const member of members) conceptsOf[member].push({ concept, share });
  }
  const unknown: string[] = [];
  for (const { term, typed } of words) if (term < 0 && !unknown.includes(typed)) unknown.push(typed);
  return {
    words,
    spans,
    units,
    conceptsOf,
    wordUnits: wordUnits.length,
    unknown,
    distinct: known.length + unknown.length,
    asked: aspectAsked(
      index.lexicon.language,
      words.map(({ typed, repaired }) => repaired ?? typed),
    ),
    years: words.filter(({ typed }) => isYear(typed)).map(({ term }) => term),
  };
}

/** The words that the index knows, each once. */
function unitsOf({ classes }: SearchIndex, words: readonly Word[]): Unit[] {
  const units: Unit[] = [];
  for (const { term, typed, repaired } of words) {
    if (term < 0 || units.some((unit) => unit.term === term)) continue;
    const wordClass = classes[term];
    const weight = (wordClass === CHAT ? CHAT_WEIGHT : 1) * (repaired === undefined ? 1 : REPAIRED_WEIGHT);
    units.push({ term, wordClass, weight, typed, repaired, members: [] });
  }
  return units;
}

/** The concepts that a question names, each once, with the places of the words that name it. */
function conceptUnits(words: readonly Word[], spans: readonly Span[], wordUnits: readonly Unit[]): Unit[] {
  const concepts = new Map<number, Unit>();
  for (const { concept, at } of spans) {
    const known = concepts.get(concept);
    const members = new Set(known?.members);
    for (const i of at) {
      const place = wordUnits.findIndex(({ term }) => term === words[i].term);
      if (place >= 0) members.add(place);
    }
    concepts.set(concept, {
      term: concept,
      wordClass: CONCEPT,
      weight: 1,
      typed: known?.typed ?? at.map((i) => words[i].typed).join(" "),
      members: [...members],
    });
  }
  return [...concepts.values()];
}

/**
 * The words of a long name count together as much as the rarest of them or the name itself: somebody who spells a name out asks for
 * no more than somebody who shortens it.
 */
function asOneName(words: readonly Unit[], concepts: readonly Unit[], { lexicon, idfWhole }: SearchIndex): Unit[] {
  const weighed = [...words];
  for (const { term, members } of concepts) {
    if (members.length < LONG_NAME || !lexicon.stems[term].startsWith("@")) continue;
    const rarities = members.map((member) => idfWhole[words[member].term]);
    const together = rarities.reduce((sum, rarity) => sum + rarity, 0);
    const scale = Math.min(1, Math.max(idfWhole[term], ...rarities) / together);
    for (const member of members) weighed[member] = { ...words[member], weight: words[member].weight * scale };
  }
  return weighed;
}

function rarest(units: Unit[], index: SearchIndex): Unit[] {
  if (units.length <= MAX_UNITS) return units;
  const rarity = (unit: Unit) => (unit.wordClass === STOP || unit.wordClass === ASK ? 0 : index.idfWhole[unit.term]);
  return units.toSorted((a, b) => rarity(b) - rarity(a) || a.term - b.term).slice(0, MAX_UNITS);
}

/** How much a term weighs in a wording: by its rarity in wordings, less for words of conversation, nothing for those without meaning. */
export function massOf({ classes, idfWordings }: SearchIndex, term: number): number {
  const wordClass = classes[term];
  return wordClass === CONTENT ? idfWordings[term] : wordClass === CHAT ? CHAT_WEIGHT * idfWordings[term] : 0;
}

/**
 * What matching looks up by term while it walks the candidates' texts; arrays of the index's size, filled for one query
 * and emptied after it.
 */
export class QueryTable {
  /** Place in `units` plus one, by term; 0 where the query does not have it. */
  readonly unitOf: Int16Array;
  /** The dot product of a term's trigrams with the query's; there once the term was met. */
  readonly dots: Float32Array;
  /** How much of a term's mass the query covers: all of it, or a share by likeness; there once the term was met. */
  readonly covered: Float64Array;
  private readonly stamps: Int32Array;
  private stamp = 0;
  private readonly counts = new Uint8Array(TRIGRAMS);
  private readonly masks = new Int32Array(TRIGRAMS);
  private readonly used: number[] = [];
  private sizes: number[] = [];
  private readonly shared = new Uint8Array(31);
  private query: Query | undefined;

  constructor(private readonly index: SearchIndex) {
    const terms = index.classes.length;
    this.unitOf = new Int16Array(terms);
    this.dots = new Float32Array(terms);
    this.covered = new Float64Array(terms);
    this.stamps = new Int32Array(terms);
  }

  /** The trigrams of the query, for its norm. */
  norm = 0;

  fill(query: Query): void {
    this.empty();
    this.query = query;
    this.stamp++;
    this.sizes = [];
    query.units.forEach((unit, i) => {
      this.unitOf[unit.term] = i + 1;
    });
    let squares = 0;
    for (const { term, typed } of query.words) {
      const wordClass = term < 0 ? CONTENT : this.index.classes[term];
      if (wordClass === STOP) continue;
      const trigrams = term < 0 ? trigramsOf(typed) : rowOf(this.index, term);
      const bit = wordClass === ASK || this.sizes.length >= 31 ? 0 : 1 << this.sizes.length;
      if (bit !== 0) this.sizes.push(trigrams.length);
      for (const trigram of trigrams) {
        if (this.counts[trigram] === 0) this.used.push(trigram);
        if (this.counts[trigram] < 255) {
          squares += 2 * this.counts[trigram] + 1;
          this.counts[trigram]++;
        }
        this.masks[trigram] |= bit;
      }
    }
    this.norm = Math.sqrt(squares);
  }

  /** Works out what a term counts, where this query has not met it yet. */
  meet(term: number): void {
    if (this.stamps[term] === this.stamp) return;
    this.stamps[term] = this.stamp;
    const { from, items } = this.index.trigrams;
    let dot = 0;
    for (let i = from[term]; i < from[term + 1]; i++) dot += this.counts[items[i]];
    this.dots[term] = dot;
    const mass = massOf(this.index, term);
    this.covered[term] = mass === 0 ? 0 : mass * this.like(term, dot);
  }

  /** 0..1: 1 where the query has the term or its concept, else the Dice coefficient of trigrams with the likest word, below 0.5 nothing. */
  private like(term: number, dot: number): number {
    const concept = this.index.conceptOf[term];
    if (this.unitOf[term] > 0 || (concept >= 0 && this.unitOf[concept] > 0)) return 1;
    return dot === 0 ? 0 : Math.fround(this.likest(term));
  }

  private likest(term: number): number {
    const { from, items } = this.index.trigrams;
    const [start, end] = [from[term], from[term + 1]];
    const { shared, sizes } = this;
    for (let word = 0; word < sizes.length; word++) shared[word] = 0;
    for (let i = start; i < end; i++) {
      let mask = this.masks[items[i]];
      while (mask !== 0) {
        const bit = 31 - Math.clz32(mask);
        shared[bit]++;
        mask ^= 1 << bit;
      }
    }
    let best = 0;
    for (let word = 0; word < sizes.length; word++) {
      const dice = (2 * shared[word]) / (sizes[word] + end - start);
      if (dice > best) best = dice;
    }
    return best < 0.5 ? 0 : best;
  }

  private empty(): void {
    for (const unit of this.query?.units ?? []) this.unitOf[unit.term] = 0;
    for (const trigram of this.used) {
      this.counts[trigram] = 0;
      this.masks[trigram] = 0;
    }
    this.used.length = 0;
  }
}

function rowOf(index: SearchIndex, term: number): Int32Array {
  return index.trigrams.items.subarray(index.trigrams.from[term], index.trigrams.from[term + 1]);
}
