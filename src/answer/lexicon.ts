import { Concepts, type KnownPhrases, type Span } from "./concepts.js";
import type { LanguageData } from "./languages/language.js";
import { Repairs } from "./repairs.js";
import { ASK, CHAT, CONCEPT, CONTENT, STOP } from "./word-class.js";
import { lookUp, SHORTEST_JOINED, type Word } from "./word-lookup.js";

/** So many stems are remembered of words that are not learnt. */
const REMEMBERED = 5000;

/** What a lexicon has learnt, as plain data. */
export interface Learnt {
  readonly stems: string[];
  readonly classes: number[];
  readonly words: string[];
  readonly terms: number[];
  readonly counts: number[];
  readonly known: KnownPhrases;
}

/**
 * The words of one language's index: word to stem, stem to term number, phrases to concepts (an entity under all its names,
 * words that `words.yaml` makes equal). Terms and concepts share one numbering, in the order of their coming; so do words.
 */
export class Lexicon {
  /** The stem of each term; a concept's name begins with `@` or `#`. */
  readonly stems: string[];
  /** `CONTENT`, `CHAT`, `ASK`, `STOP` or `CONCEPT` of each term. */
  readonly classes: number[];
  private readonly termByStem: Map<string, number>;
  /** The words that were learnt, in the order of their numbers. */
  readonly words: string[];
  private readonly numberOf: Map<string, number>;
  /** By number of a word: its term, and how often it was learnt. */
  private readonly terms: number[];
  private readonly counts: number[];
  /** By the number of a first half, and of a second one, the number of the word that they make together. Made anew when words were learnt. */
  private joints: readonly (ReadonlyMap<number, number> | undefined)[] | undefined;
  private repairs: Repairs | undefined;
  private readonly concepts: Concepts;
  /** The stems of words that were asked for of late: finding one takes as long as ten other steps. */
  private readonly stemmed = new Map<string, string>();

  /**
   * A lexicon that knows the language's own words, or what another one had learnt.
   * @param elder spares the work of finding the stems that it has found
   */
  constructor(
    readonly language: LanguageData,
    learnt?: Learnt,
    private readonly elder?: Lexicon,
  ) {
    this.stems = learnt?.stems ?? [];
    this.classes = learnt?.classes ?? [];
    this.termByStem = numbered(this.stems);
    this.words = learnt?.words ?? [];
    this.numberOf = numbered(this.words);
    this.terms = learnt?.terms ?? [];
    this.counts = learnt?.counts ?? [];
    this.concepts = new Concepts(learnt?.known);
    if (!learnt) this.learn([...language.stopWords, ...language.questionWords, ...language.chatWords]);
  }

  /** What it has learnt so far. */
  get learnt(): Learnt {
    const { stems, classes, words, terms, counts } = this;
    return { stems, classes, words, terms, counts, known: this.concepts.known };
  }

  /** Adds words to the vocabulary; gives their numbers. */
  learn(words: readonly string[]): number[] {
    return words.map((word) => this.learnWord(word));
  }

  /** Adds a word to the vocabulary, or the one that it stands for; gives its number. */
  learnWord(typed: string): number {
    const known = this.numberOf.get(typed) ?? this.numberOf.get(this.plain(typed));
    if (known === undefined) return this.add(this.plain(typed));
    this.countAgain(known);
    return known;
  }

  /** Counts one more occurrence of a word that was learnt. */
  countAgain(number: number): void {
    this.counts[number]++;
    this.repairs = undefined;
  }

  private add(word: string): number {
    this.joints = undefined;
    this.repairs = undefined;
    const number = this.words.push(word) - 1;
    this.numberOf.set(word, number);
    this.terms.push(this.termOf(this.stem(word), this.classOf(word)));
    this.counts.push(1);
    return number;
  }

  /** The terms of words that were learnt, given by their numbers; neighbours that are known as one word become one. */
  termsOf(numbers: ArrayLike<number>): number[] {
    this.joints ??= this.findJoints();
    const terms: number[] = [];
    for (let i = 0; i < numbers.length; i++) {
      const rights = this.joints[numbers[i]];
      const whole = rights !== undefined && i + 1 < numbers.length ? rights.get(numbers[i + 1]) : undefined;
      const number = whole ?? numbers[i];
      terms.push(number < 0 ? -1 : this.terms[number]);
      if (whole !== undefined) i++;
    }
    return terms;
  }

  /** The terms of words that were learnt; -1 for one that was not. */
  encode(words: readonly string[]): number[] {
    return this.termsOf(words.map((word) => this.numberOf.get(word) ?? this.numberOf.get(this.plain(word)) ?? -1));
  }

  /** The concept of a name such as `"@krutskikh"`, made where it is new. */
  concept(name: string): number {
    return this.termOf(name, CONCEPT);
  }

  /**
   * Makes words that were learnt, in their order and side by side, another way to say a concept. A lone word that carries no meaning in
   * the language says nothing else: "un" is an article in Spanish, whoever it is in English.
   */
  addPhrase(words: readonly string[], concept: number): void {
    const terms = this.encode(words);
    if (terms.length > 1 || this.classes[terms[0]] !== STOP) this.concepts.addPhrase(terms, concept);
  }

  /**
   * Makes words that were learnt another way to say a concept wherever those with meaning stand in a text; where one of them, at least,
   * is nothing but itself, a year or a name: "first round" may be said of anything.
   */
  addBag(words: readonly string[], concept: number): void {
    const terms = this.encode(words).filter((term) => this.classes[term] === CONTENT);
    const isTelling = (term: number) =>
      this.conceptsIn([term]).every((one) => one === concept || this.stems[one].startsWith("@"));
    if (terms.some(isTelling)) this.concepts.addBag(terms, concept);
  }

  /** The concepts that a text's terms name, each once. */
  conceptsIn(terms: readonly number[]): number[] {
    return this.concepts.in(terms);
  }

  /** The concepts that a text's terms name, with the places of the words that name them. */
  spansOf(terms: readonly number[]): Span[] {
    return this.concepts.spansOf(terms);
  }

  /** Looks up the words of a question; see `lookUp`. */
  look(words: readonly string[]): Word[] {
    return lookUp(this, words);
  }

  /** What mistyped words mean. */
  repairer(): Repairs {
    this.repairs ??= new Repairs(
      this.words,
      this.counts,
      this.terms.map((known) => this.stems[known]),
    );
    return this.repairs;
  }

  /** Whether the index knows a folded word as it stands. */
  has(word: string): boolean {
    return this.numberOf.has(word);
  }

  /** The words of the index that begin with a prefix, the most frequent first. */
  completions(prefix: string, limit: number): string[] {
    return this.words
      .map((word, number) => ({ word, count: this.counts[number] }))
      .filter(({ word }) => word.startsWith(prefix))
      .sort((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1))
      .slice(0, limit)
      .map(({ word }) => word);
  }

  /** The term of a word as typed, -1 where the index has no such word. */
  find(word: string): number {
    const number = this.numberOf.get(word);
    if (number !== undefined) return this.terms[number];
    return this.termByStem.get(this.stemOfAsked(word)) ?? -1;
  }

  /** The stem of a word that somebody asks with, remembered. */
  stemOfAsked(word: string): string {
    let stem = this.stemmed.get(word);
    if (stem === undefined) {
      if (this.stemmed.size >= REMEMBERED) this.stemmed.clear();
      stem = this.stem(word);
      this.stemmed.set(word, stem);
    }
    return stem;
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

  /** The word that another one stands for in the language, or itself. */
  plain(word: string): string {
    return this.language.variants.get(word) ?? word;
  }

  private stem(word: string): string {
    const { stopWords, questionWords, stem } = this.language;
    if (!stem || stopWords.has(word) || questionWords.has(word)) return word;
    if (this.elder?.numberOf.has(word)) return this.elder.stems[this.elder.find(word)];
    return stem(word);
  }

  /** How a word counts in the language. */
  classOf(word: string): number {
    const { stopWords, questionWords, chatWords } = this.language;
    return stopWords.has(word) ? STOP : questionWords.has(word) ? ASK : chatWords.has(word) ? CHAT : CONTENT;
  }

  /** The words whose two halves are words as well. */
  private findJoints(): (Map<number, number> | undefined)[] {
    const joints = Array.from<Map<number, number> | undefined>({ length: this.words.length });
    for (const [number, whole] of this.words.entries()) {
      for (let at = 2; whole.length >= SHORTEST_JOINED && at <= whole.length - 2; at++) {
        const left = this.numberOf.get(this.plain(whole.slice(0, at)));
        const right = left === undefined ? undefined : this.numberOf.get(this.plain(whole.slice(at)));
        if (left === undefined || right === undefined) continue;
        const rights = joints[left] ?? new Map<number, number>();
        joints[left] = rights;
        rights.set(right, number);
      }
    }
    return joints;
  }
}

function numbered(texts: readonly string[]): Map<string, number> {
  return new Map(texts.map((text, number) => [text, number]));
}
