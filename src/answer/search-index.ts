import { type Entry, type Knowledge, type Language, textsOf } from "../knowledge/model.js";
import { languageData } from "./languages/language.js";
import { CONCEPT, CONTENT, type Learnt, Lexicon, STOP } from "./lexicon.js";
import { wordsOf } from "./text.js";
import { trigramsOf } from "./trigrams.js";

/** Rows of different length in one array: row r is `items[from[r]] … items[from[r + 1] - 1]`. */
export interface Rows {
  readonly from: Int32Array;
  readonly items: Int32Array;
}

/** Where terms occur, for recall: entries by term, with the number of occurrences in wordings and in the answer (up to 255). */
export interface Postings {
  readonly from: Int32Array;
  readonly entry: Int32Array;
  readonly inWordings: Uint8Array;
  readonly inAnswer: Uint8Array;
}

/**
 * One language's index over the entries' wordings (the question and `also`), answers and names, in flat arrays.
 * An entry without texts in the language stands in it with those of the default language.
 */
export interface SearchIndex {
  readonly language: Language;
  readonly lexicon: Lexicon;
  readonly entries: readonly Entry[];
  /** Entry to its wordings: wordings `wordingFrom[e] … wordingFrom[e + 1] - 1`, the question first. */
  readonly wordingFrom: Int32Array;
  /** The terms of each wording, its concepts behind its words. */
  readonly wordings: Rows;
  /** The terms of each entry's answer, and the concepts that it is about. */
  readonly answers: Rows;
  /** Words (without concepts) of each wording, and of all wordings and the answer of each entry. */
  readonly wordingLength: Uint16Array;
  readonly wordingsLength: Float64Array;
  readonly wholeLength: Float64Array;
  readonly averageWording: number;
  readonly averageWordings: number;
  readonly averageWhole: number;
  readonly postings: Postings;
  /** Inverse document frequency of each term among the entries' wordings, and among wordings and answers together. */
  readonly idfWordings: Float32Array;
  readonly idfWhole: Float32Array;
  /** In how many entries each term occurs. */
  readonly frequency: Int32Array;
  /** The trigrams of each term that is a word with meaning. */
  readonly trigrams: Rows;
  readonly classes: Uint8Array;
  /** 1 for the entries whose answer cites more than one source. */
  readonly joins: Uint8Array;
  /** 1 for the concepts that are events. */
  readonly isEvent: Uint8Array;
  /** The concept that a single word always names ("american": the United States), or -1. */
  readonly conceptOf: Int32Array;
}

/** An index as plain data, to be kept for the same version of the knowledge. */
export type KeptIndex = Omit<SearchIndex, "lexicon" | "entries"> & { readonly learnt: Learnt };

/** The plain data of an index. */
export function keepIndex({ lexicon, entries: _, ...data }: SearchIndex): KeptIndex {
  return { ...data, learnt: lexicon.learnt };
}

/** The index that plain data was made from, over the same knowledge. */
export function restoreIndex({ learnt, ...data }: KeptIndex, { entries }: Knowledge): SearchIndex {
  return { ...data, entries, lexicon: new Lexicon(languageData(data.language), learnt) };
}

/** Builds the index of a language; cost grows with the length of all texts. */
export function buildIndex(knowledge: Knowledge, language: Language): SearchIndex {
  const lexicon = new Lexicon(languageData(language));
  const { entries } = knowledge;
  const split = entries.map((entry) => {
    const texts = textsOf(entry, language, knowledge.languages[0]);
    const wordings = [texts.question, ...texts.also].map(wordsOf);
    const answer = texts.answer.flatMap(wordsOf);
    for (const words of [...wordings, answer, years(entry, knowledge, language)]) lexicon.learn(words);
    return { wordings, answer };
  });
  addConcepts(lexicon, knowledge, language);

  const wordingFrom = new Int32Array(entries.length + 1);
  const wordings = new RowsBuilder();
  const answers = new RowsBuilder();
  const lengths: number[] = [];
  const wordingsLength = new Float64Array(entries.length);
  const wholeLength = new Float64Array(entries.length);
  for (const [e, { wordings: own, answer }] of split.entries()) {
    for (const words of own) {
      const terms = lexicon.encode(words);
      wordings.push(withConcepts(lexicon, terms));
      lengths.push(terms.length);
      wordingsLength[e] += terms.length;
    }
    const terms = lexicon.encode(answer);
    const about = entries[e].about.map((id) => lexicon.concept(`@${id}`));
    const named = lexicon.conceptsIn(terms);
    answers.push(
      [
        ...new Set([
          ...about,
          ...named,
          ...years(entries[e], knowledge, language).map((year) => lexicon.encode([year])[0]),
        ]),
      ].concat(terms),
    );
    wholeLength[e] = wordingsLength[e] + terms.length;
    wordingFrom[e + 1] = wordings.count;
  }

  const classes = Uint8Array.from(lexicon.classes);
  const conceptOf = singleWordConcepts(lexicon);
  const base = { wordingFrom, wordings: wordings.done(), answers: answers.done() };
  const postings = buildPostings(entries.length, classes, base);
  return {
    language,
    lexicon,
    entries,
    ...base,
    wordingLength: Uint16Array.from(lengths),
    wordingsLength,
    wholeLength,
    averageWording: average(lengths),
    averageWordings: average(wordingsLength),
    averageWhole: average(wholeLength),
    ...postings,
    trigrams: termTrigrams(lexicon.stems, classes),
    classes,
    joins: Uint8Array.from(entries, ({ citations }) =>
      new Set(citations.flat().map(({ source }) => source)).size > 1 ? 1 : 0,
    ),
    isEvent: Uint8Array.from(lexicon.stems, (stem) =>
      stem.startsWith("@") && knowledge.entities.get(stem.slice(1))?.kind === "event" ? 1 : 0,
    ),
    conceptOf,
  };
}

/** Makes every entity, under all its names, and every group of equivalent words a concept. */
function addConcepts(lexicon: Lexicon, knowledge: Knowledge, language: Language): void {
  const groups = (knowledge.words[language] ?? []).map((group) => ({
    concept: `#${group[0]}`,
    isEvent: false,
    names: group,
  }));
  const entities = [...knowledge.entities.values()].map(({ id, kind, names }) => ({
    concept: `@${id}`,
    isEvent: kind === "event",
    names: Object.values(names).flatMap(({ name, aliases }) => [name, ...aliases]),
  }));
  const all = [...groups, ...entities].map(({ names, ...rest }) => ({ ...rest, phrases: names.map(wordsOf) }));
  lexicon.learn(all.flatMap(({ phrases }) => phrases.flat()));
  for (const { concept, phrases } of all) {
    for (const words of phrases) lexicon.addPhrase(words, lexicon.concept(concept));
  }
  // An event is named by its words in any order; its place and the like must be known as concepts before.
  for (const { concept, isEvent, phrases } of all) {
    if (isEvent) for (const words of phrases) lexicon.addBag(words, lexicon.concept(concept));
  }
}

/** The years that an entry belongs to: of its dated fact, and in the names of the events that it is about. */
function years(entry: Entry, { entities }: Knowledge, language: Language): string[] {
  const names = entry.about.flatMap((id) => {
    const entity = entities.get(id);
    return entity?.kind === "event" ? [(entity.names[language] ?? Object.values(entity.names)[0]).name] : [];
  });
  return [...names, entry.when ?? ""].flatMap((text) => text.match(/\b\d{4}\b/g) ?? []);
}

function withConcepts(lexicon: Lexicon, terms: readonly number[]): readonly number[] {
  const concepts = lexicon.conceptsIn(terms);
  return concepts.length === 0 ? terms : [...terms, ...concepts];
}

function buildPostings(
  count: number,
  classes: Uint8Array,
  { wordingFrom, wordings, answers }: Pick<SearchIndex, "wordingFrom" | "wordings" | "answers">,
) {
  const frequency = new Int32Array(classes.length);
  const inWordingsOf = new Int32Array(classes.length);
  const tally = new Tally(classes.length);
  const eachEntry = (visit: (e: number, term: number) => void) => {
    for (let e = 0; e < count; e++) {
      for (let i = wordings.from[wordingFrom[e]]; i < wordings.from[wordingFrom[e + 1]]; i++)
        tally.add(wordings.items[i], true);
      for (let i = answers.from[e]; i < answers.from[e + 1]; i++) tally.add(answers.items[i], false);
      for (const term of tally.touched) visit(e, term);
      tally.clear();
    }
  };
  eachEntry((_, term) => {
    frequency[term]++;
    if (tally.inWordings[term] > 0) inWordingsOf[term]++;
  });
  const from = new Int32Array(classes.length + 1);
  for (let term = 0; term < classes.length; term++)
    from[term + 1] = from[term] + (classes[term] === STOP ? 0 : frequency[term]);
  const total = from[classes.length];
  const postings = {
    from,
    entry: new Int32Array(total),
    inWordings: new Uint8Array(total),
    inAnswer: new Uint8Array(total),
  };
  const at = from.slice();
  eachEntry((e, term) => {
    if (classes[term] === STOP) return;
    const i = at[term]++;
    postings.entry[i] = e;
    postings.inWordings[i] = Math.min(255, tally.inWordings[term]);
    postings.inAnswer[i] = Math.min(255, tally.inAnswer[term]);
  });
  const idf = (documents: Int32Array) =>
    Float32Array.from(documents, (n) => Math.log(1 + (count - Math.min(n, count) + 0.5) / (n + 0.5)));
  return { postings, frequency, idfWhole: idf(frequency), idfWordings: idf(inWordingsOf) };
}

function termTrigrams(stems: readonly string[], classes: Uint8Array): Rows {
  const rows = new RowsBuilder();
  for (const [term, stem] of stems.entries()) {
    rows.push(classes[term] === CONCEPT || classes[term] === STOP ? [] : trigramsOf(stem));
  }
  return rows.done();
}

function singleWordConcepts(lexicon: Lexicon): Int32Array {
  return Int32Array.from(lexicon.stems, (_, term) =>
    lexicon.classes[term] === CONTENT ? (lexicon.conceptsIn([term])[0] ?? -1) : -1,
  );
}

/** Counts terms of one entry at a time without clearing whole arrays. */
class Tally {
  readonly inWordings: Int32Array;
  readonly inAnswer: Int32Array;
  readonly touched: number[] = [];
  constructor(terms: number) {
    this.inWordings = new Int32Array(terms);
    this.inAnswer = new Int32Array(terms);
  }
  add(term: number, inWording: boolean): void {
    if (this.inWordings[term] === 0 && this.inAnswer[term] === 0) this.touched.push(term);
    if (inWording) this.inWordings[term]++;
    else this.inAnswer[term]++;
  }
  clear(): void {
    for (const term of this.touched) {
      this.inWordings[term] = 0;
      this.inAnswer[term] = 0;
    }
    this.touched.length = 0;
  }
}

class RowsBuilder {
  private items = new Int32Array(1024);
  private used = 0;
  private readonly from = [0];

  get count(): number {
    return this.from.length - 1;
  }

  push(row: readonly number[]): void {
    if (this.used + row.length > this.items.length) {
      const larger = new Int32Array(Math.max(this.items.length * 2, this.used + row.length));
      larger.set(this.items);
      this.items = larger;
    }
    this.items.set(row, this.used);
    this.used += row.length;
    this.from.push(this.used);
  }

  done(): Rows {
    return { from: Int32Array.from(this.from), items: this.items.slice(0, this.used) };
  }
}

function average(numbers: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < numbers.length; i++) sum += numbers[i];
  return numbers.length === 0 ? 1 : Math.max(1, sum / numbers.length);
}
