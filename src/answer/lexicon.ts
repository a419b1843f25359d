import { createRequire } from "node:module";
import type { LanguageData } from "./languages/language.js";
import { repair } from "./spelling.js";

/** How a term counts: `CONTENT` fully, `CHAT` little, `ASK` only between questions, `STOP` hardly; a `CONCEPT` is no word but a meaning. */
export const CONTENT = 0;
export const CHAT = 1;
export const ASK = 2;
export const STOP = 3;
export const CONCEPT = 4;

/** A word of a question after it was looked up. */
export interface Word {
  /** As typed, folded: `"wich"`. */
  readonly typed: string;
  /** The word of the index that it was repaired to: `"which"`; absent where nothing was repaired. */
  readonly repaired?: string;
  /** The term's number, -1 where the index has no such word. */
  readonly term: number;
}

/** A concept that a text names, and the places of the words that name it. */
export interface Span {
  readonly concept: number;
  readonly at: readonly number[];
}

// As CommonJS it loads in a seventh of the time: nothing has to look for its exports first.
const { newStemmer } = createRequire(import.meta.url)("snowball-stemmers") as typeof import("snowball-stemmers");

/** Neighbours that make a shorter word together stay two ("in to"). */
const SHORTEST_JOINED = 6;

interface Known {
  readonly term: number;
  count: number;
}

interface Phrase {
  readonly terms: readonly number[];
  readonly concept: number;
}

/** What a lexicon has learnt, as plain data. */
export interface Learnt {
  readonly stems: string[];
  readonly classes: number[];
  readonly vocabulary: Map<string, Known>;
  readonly byLength: string[][];
  readonly phrases: Map<number, Phrase[]>;
  readonly bags: Map<number, Phrase[]>;
}

/**
 * The words of one language's index: word to stem, stem to term number, phrases to concepts (an entity under all its names,
 * words that `words.yaml` makes equal). Terms and concepts share one numbering, in the order of their coming.
 */
export class Lexicon {
  /** The stem of each term; a concept's name begins with `@` or `#`. */
  readonly stems: string[];
  /** `CONTENT`, `CHAT`, `ASK`, `STOP` or `CONCEPT` of each term. */
  readonly classes: number[];
  private readonly termByStem: Map<string, number>;
  private readonly vocabulary: Map<string, Known>;
  /** By the first half of a word that can be parted: its second halves, and the whole. Made anew when words were learnt. */
  private joints: ReadonlyMap<string, ReadonlyMap<string, string>> | undefined;
  private readonly byLength: string[][];
  private readonly phrases: Map<number, Phrase[]>;
  private readonly bags: Map<number, Phrase[]>;
  private readonly stemmer: { stem(word: string): string } | undefined;

  /** A lexicon that knows the language's own words, or what another one had learnt. */
  constructor(
    readonly language: LanguageData,
    learnt?: Learnt,
  ) {
    this.stemmer = language.stemmer === undefined ? undefined : newStemmer(language.stemmer);
    this.stems = learnt?.stems ?? [];
    this.classes = learnt?.classes ?? [];
    this.termByStem = new Map(this.stems.map((stem, term) => [stem, term]));
    this.vocabulary = learnt?.vocabulary ?? new Map();
    this.byLength = learnt?.byLength ?? [];
    this.phrases = learnt?.phrases ?? new Map();
    this.bags = learnt?.bags ?? new Map();
    if (!learnt) this.learn([...language.stopWords, ...language.questionWords, ...language.chatWords]);
  }

  /** What it has learnt so far. */
  get learnt(): Learnt {
    const { stems, classes, vocabulary, byLength, phrases, bags } = this;
    return { stems, classes, vocabulary, byLength, phrases, bags };
  }

  /** Adds words to the vocabulary. */
  learn(words: readonly string[]): void {
    this.joints = undefined;
    for (const typed of words) {
      const known = this.vocabulary.get(typed);
      if (known) known.count++;
      else this.add(this.plain(typed));
    }
  }

  private add(word: string): void {
    const known = this.vocabulary.get(word);
    if (known) {
      known.count++;
      return;
    }
    this.vocabulary.set(word, { term: this.termOf(this.stem(word), this.classOf(word)), count: 1 });
    const alike = this.byLength[word.length] ?? [];
    if (alike.push(word) === 1) this.byLength[word.length] = alike;
  }

  /** The terms of words that were learnt. */
  encode(words: readonly string[]): number[] {
    this.joints ??= this.findJoints();
    const { joints } = this;
    const whole = (left: string, right: string) => joints.get(left)?.get(right);
    return join(words, whole).map((word) => this.vocabulary.get(word)?.term ?? this.find(this.plain(word)));
  }

  /** The concept of a name such as `"@krutskikh"`, made where it is new. */
  concept(name: string): number {
    return this.termOf(name, CONCEPT);
  }

  /** Makes words that were learnt, in their order and side by side, another way to say a concept. */
  addPhrase(words: readonly string[], concept: number): void {
    addTo(this.phrases, { terms: this.encode(words), concept });
  }

  /**
   * Makes words that were learnt another way to say a concept wherever they stand in a text: "Havana talks" is also meant by
   * "talks … in Havana". Words with meaning only, at least two; an equivalent word will do.
   */
  addBag(words: readonly string[], concept: number): void {
    const terms = this.encode(words).filter((term) => this.classes[term] === CONTENT);
    const meanings = terms.map(
      (term) => this.phrases.get(term)?.find((phrase) => phrase.terms.length === 1)?.concept ?? term,
    );
    if (meanings.length >= 2) addTo(this.bags, { terms: meanings, concept });
  }

  /** The concepts that a text's terms name, each once. */
  conceptsIn(terms: readonly number[]): number[] {
    const concepts: number[] = [];
    for (let start = 0; start < terms.length; start++) {
      const phrases = this.phrases.get(terms[start]);
      if (phrases === undefined) continue;
      for (const { terms: phrase, concept } of phrases) {
        if (!concepts.includes(concept) && isAt(phrase, terms, start)) concepts.push(concept);
      }
    }
    if (this.bags.size === 0) return concepts;
    const named = concepts.length;
    for (let i = 0; i < terms.length + named; i++) {
      const bags = this.bags.get(i < terms.length ? terms[i] : concepts[i - terms.length]);
      if (bags === undefined) continue;
      for (const { terms: bag, concept } of bags) {
        if (!concepts.includes(concept) && bag.every((item) => terms.includes(item) || concepts.indexOf(item) >= 0))
          concepts.push(concept);
      }
    }
    return concepts;
  }

  /** The concepts that a text's terms name, with the places of the words that name them. */
  spansOf(terms: readonly number[]): Span[] {
    const spans: Span[] = [];
    for (let start = 0; start < terms.length; start++) {
      const phrases = this.phrases.get(terms[start]);
      if (phrases === undefined) continue;
      for (const { terms: phrase, concept } of phrases) {
        if (isAt(phrase, terms, start)) spans.push({ concept, at: phrase.map((_, i) => start + i) });
      }
    }
    if (this.bags.size > 0) this.addBagged(terms, spans);
    return spans;
  }

  private addBagged(terms: readonly number[], spans: Span[]): void {
    const meanings = new Set(terms);
    for (const { concept } of spans) meanings.add(concept);
    const places = (meaning: number) => [
      ...terms.flatMap((term, place) => (term === meaning ? [place] : [])),
      ...spans.flatMap(({ concept, at }) => (concept === meaning ? at : [])),
    ];
    const bagged: Span[] = [];
    for (const first of meanings) {
      for (const bag of this.bags.get(first) ?? []) {
        if (!bag.terms.every((term) => meanings.has(term))) continue;
        bagged.push({ concept: bag.concept, at: [...new Set(bag.terms.flatMap(places))] });
      }
    }
    spans.push(...bagged);
  }

  /** Looks up the words of a question; one that the index does not know is repaired, or parted, where that gives known words. */
  look(words: readonly string[]): Word[] {
    const whole = (left: string, right: string) =>
      left.length + right.length >= SHORTEST_JOINED && this.vocabulary.has(left + right) ? left + right : undefined;
    return join(words, whole).flatMap((typed): Word[] => {
      const word = this.plain(typed);
      const term = this.find(word);
      if (term >= 0) return [{ typed, term }];
      const parts = this.part(word);
      if (parts) return parts.map((part) => ({ typed: part, term: this.find(part) }));
      const repaired = repair(word, this.byLength, (other) => this.vocabulary.get(other)?.count ?? 0);
      return [repaired === undefined ? { typed, term: -1 } : { typed, repaired, term: this.find(repaired) }];
    });
  }

  /** Whether the index knows a folded word as it stands. */
  has(word: string): boolean {
    return this.vocabulary.has(word);
  }

  /** The words of the index that begin with a prefix, the most frequent first. */
  completions(prefix: string, limit: number): string[] {
    return [...this.vocabulary]
      .filter(([word]) => word.startsWith(prefix))
      .sort(([a, x], [b, y]) => y.count - x.count || (a < b ? -1 : 1))
      .slice(0, limit)
      .map(([word]) => word);
  }

  private find(word: string): number {
    return this.vocabulary.get(word)?.term ?? this.termByStem.get(this.stem(word)) ?? -1;
  }

  private termOf(stem: string, wordClass: number): number {
    let term = this.termByStem.get(stem);
    if (term === undefined) {
      term = this.stems.push(stem) - 1;
      this.classes.push(wordClass);
      this.termByStem.set(stem, term);
    }
    return term;
  }

  private plain(word: string): string {
    return this.language.variants.get(word) ?? word;
  }

  private stem(word: string): string {
    const { stopWords, questionWords } = this.language;
    return !this.stemmer || stopWords.has(word) || questionWords.has(word) ? word : this.stemmer.stem(word);
  }

  private classOf(word: string): number {
    const { stopWords, questionWords, chatWords } = this.language;
    return stopWords.has(word) ? STOP : questionWords.has(word) ? ASK : chatWords.has(word) ? CHAT : CONTENT;
  }

  /** The words whose two halves are words as well. */
  private findJoints(): Map<string, Map<string, string>> {
    const joints = new Map<string, Map<string, string>>();
    for (const whole of this.vocabulary.keys()) {
      for (let at = 2; whole.length >= SHORTEST_JOINED && at <= whole.length - 2; at++) {
        const [left, right] = [whole.slice(0, at), whole.slice(at)];
        if (!this.isWord(left) || !this.isWord(right)) continue;
        const rights = joints.get(left) ?? new Map<string, string>();
        if (rights.size === 0) joints.set(left, rights);
        rights.set(right, whole);
      }
    }
    return joints;
  }

  private isWord(part: string): boolean {
    return this.vocabulary.has(part) || this.language.variants.has(part);
  }

  /** Parts a word into two that the index knows, each of three letters or more. */
  private part(word: string): [string, string] | undefined {
    for (let i = 3; i <= word.length - 3; i++) {
      const [left, right] = [word.slice(0, i), word.slice(i)];
      if (this.vocabulary.has(left) && this.vocabulary.has(right)) return [left, right];
    }
    return undefined;
  }
}

/** Joins neighbours that are known as one word: `["cyber", "security"]` gives `["cybersecurity"]`. */
function join(
  words: readonly string[],
  wholeOf: (left: string, right: string) => string | undefined,
): readonly string[] {
  const isFirst = (i: number) => i + 1 < words.length && wholeOf(words[i], words[i + 1]) !== undefined;
  let i = 0;
  while (i < words.length && !isFirst(i)) i++;
  if (i === words.length) return words;
  const joined = words.slice(0, i);
  for (; i < words.length; i++) {
    const whole = i + 1 < words.length ? wholeOf(words[i], words[i + 1]) : undefined;
    joined.push(whole ?? words[i]);
    if (whole !== undefined) i++;
  }
  return joined;
}

function addTo(table: Map<number, Phrase[]>, phrase: Phrase): void {
  const [first] = phrase.terms;
  if (first === undefined) return;
  const known = table.get(first) ?? [];
  if (known.length === 0) table.set(first, known);
  if (!known.some(({ concept, terms }) => concept === phrase.concept && sameTerms(terms, phrase.terms)))
    known.push(phrase);
}

function isAt(phrase: readonly number[], terms: readonly number[], start: number): boolean {
  for (let i = 0; i < phrase.length; i++) if (terms[start + i] !== phrase[i]) return false;
  return true;
}

function sameTerms(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((term, i) => term === b[i]);
}
