import type { Entry, Knowledge, Language } from "../knowledge/model.js";
import { kindsOf } from "./concept-kinds.js";
import { languageData } from "./languages/language.js";
import { Lexicon } from "./lexicon.js";
import { buildPostings, type Postings } from "./postings.js";
import { type Rows, RowsBuilder, rowOf } from "./rows.js";
import { wordsOf } from "./text.js";
import { TextReader } from "./text-reader.js";
import { trigramsOf } from "./trigrams.js";
import { CHAT, CONCEPT, CONTENT, STOP } from "./word-class.js";

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
  /** The distinct words with meaning of each answer, in rising order: what it says. */
  readonly gist: Rows;
  /** Words (without concepts) of each wording, and of all wordings and the answer of each entry. */
  readonly wordingLength: Uint16Array;
  readonly wordingsLength: Float64Array;
  readonly wholeLength: Float64Array;
  readonly averageWordings: number;
  readonly averageWhole: number;
  /** 0..1: what a word in an answer tells of the entry; the longer a folder's answers, the less. */
  readonly answerShare: number;
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
  /** What a concept is: `PERSON`, `ORGANISATION`, `PLACE`, `EVENT`, `SCENE` (a place that an event is named after); 0 for every other term. */
  readonly kinds: Uint8Array;
  /** The concepts that each entry is about. */
  readonly about: Rows;
  /** The concept that a single word always names ("american": the United States), or -1. */
  readonly conceptOf: Int32Array;
}

/** Up to so many words an answer tells of its entry by each of them. */
const TELLING = 30;
/** A word of conversation that at most this share of the questions have, but some do, is what they ask about. */
const RARE = 0.05;

/** Builds the index of a language; cost grows with the length of all texts. */
export function buildIndex(knowledge: Knowledge, language: Language): SearchIndex {
  const lexicon = new Lexicon(languageData(language));
  const { entries } = knowledge;
  const read = readTexts(lexicon, knowledge, language);
  takeAsContent(lexicon, read);
  addConcepts(lexicon, knowledge, language);

  const { wordingFrom } = read;
  const wordings = new RowsBuilder();
  const answers = new RowsBuilder();
  const abouts = new RowsBuilder();
  const lengths: number[] = [];
  const answerLengths: number[] = [];
  const wordingsLength = new Float64Array(entries.length);
  const wholeLength = new Float64Array(entries.length);
  for (let e = 0; e < entries.length; e++) {
    for (let w = wordingFrom[e]; w < wordingFrom[e + 1]; w++) {
      const terms = lexicon.termsOf(rowOf(read.wordings, w));
      wordings.push(withConcepts(lexicon, terms));
      lengths.push(terms.length);
      wordingsLength[e] += terms.length;
    }
    const terms = lexicon.termsOf(rowOf(read.answers, e));
    const about = entries[e].about.map((id) => lexicon.concept(`@${id}`));
    abouts.push(about);
    const named = lexicon.conceptsIn(terms);
    const years = lexicon.termsOf(rowOf(read.years, e));
    if (about.length + named.length + years.length > 0)
      for (const term of new Set([...about, ...named, ...years])) answers.add(term);
    answers.push(terms);
    wholeLength[e] = wordingsLength[e] + terms.length;
    answerLengths.push(terms.length);
  }

  const classes = Uint8Array.from(lexicon.classes);
  const conceptOf = singleWordConcepts(lexicon);
  const base = { wordingFrom, wordings: wordings.done() };
  const answered = answers.done();
  const postings = buildPostings(entries.length, classes, { ...base, answers: answered });
  return {
    language,
    lexicon,
    entries,
    ...base,
    gist: gistOf(answered, classes),
    wordingLength: Uint16Array.from(lengths),
    wordingsLength,
    wholeLength,
    averageWordings: average(wordingsLength),
    averageWhole: average(wholeLength),
    answerShare: Math.min(1, Math.sqrt(TELLING / average(answerLengths))),
    ...postings,
    trigrams: termTrigrams(lexicon.stems, classes),
    classes,
    joins: Uint8Array.from(entries, ({ citations }) =>
      new Set(citations.flat().map(({ source }) => source)).size > 1 ? 1 : 0,
    ),
    kinds: kindsOf(lexicon, knowledge),
    about: abouts.done(),
    conceptOf,
  };
}

/** The numbers of the words of all wordings, and of each entry's answer and years. */
interface ReadTexts {
  readonly wordingFrom: Int32Array;
  readonly wordings: Rows;
  readonly answers: Rows;
  readonly years: Rows;
}

function readTexts(lexicon: Lexicon, knowledge: Knowledge, language: Language): ReadTexts {
  const { entries } = knowledge;
  const reader = new TextReader(lexicon);
  const wordingFrom = new Int32Array(entries.length + 1);
  const [wordings, answers, years] = [new RowsBuilder(), new RowsBuilder(), new RowsBuilder()];
  for (const [e, entry] of entries.entries()) {
    const { question, also, answer } = entry.texts[language] ?? entry.texts[knowledge.languages[0]];
    reader.read(question, wordings);
    wordings.end();
    for (const text of also) {
      reader.read(text, wordings);
      wordings.end();
    }
    wordingFrom[e + 1] = wordings.count;
    for (const text of answer) reader.read(text, answers);
    answers.end();
    const isDated = entry.when !== undefined || entry.about.length > 0;
    years.push(isDated ? lexicon.learn(yearsOf(entry, knowledge, language)) : []);
  }
  return { wordingFrom, wordings: wordings.done(), answers: answers.done(), years: years.done() };
}

/** Makes words of conversation that a few of the entries' own questions have, such as "student" where there is a student's fee, words with meaning. */
function takeAsContent(lexicon: Lexicon, { wordingFrom, wordings }: ReadTexts): void {
  const questions = wordingFrom.length - 1;
  const askedIn = new Map<number, number>();
  for (let e = 0; e < questions; e++) {
    const chatted = lexicon.termsOf(rowOf(wordings, wordingFrom[e])).filter((term) => lexicon.classes[term] === CHAT);
    if (chatted.length === 0) continue;
    for (const term of new Set(chatted)) askedIn.set(term, (askedIn.get(term) ?? 0) + 1);
  }
  for (const [term, count] of askedIn) if (count <= RARE * questions) lexicon.classes[term] = CONTENT;
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
  // What everyday words mean comes last: a word that is known to name something else names that first.
  const everyday = lexicon.language.synonyms.map((names) => ({ concept: `~${names[0]}`, isEvent: false, names }));
  const all = [...groups, ...entities, ...everyday].map(({ names, ...rest }) => ({
    ...rest,
    phrases: names.map(wordsOf),
  }));
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
function yearsOf(entry: Entry, { entities }: Knowledge, language: Language): string[] {
  const names = entry.about.flatMap((id) => {
    const entity = entities.get(id);
    return entity?.kind === "event" ? [(entity.names[language] ?? Object.values(entity.names)[0]).name] : [];
  });
  return [...names, entry.when ?? ""].flatMap((text) => text.match(/\b\d{4}\b/g) ?? []);
}

function gistOf({ from, items }: Rows, classes: Uint8Array): Rows {
  const rows = new RowsBuilder();
  const seenIn = new Int32Array(classes.length).fill(-1);
  const own = new Int32Array(classes.length);
  for (let e = 0; e + 1 < from.length; e++) {
    let count = 0;
    for (let i = from[e]; i < from[e + 1]; i++) {
      const term = items[i];
      if (classes[term] !== CONTENT || seenIn[term] === e) continue;
      seenIn[term] = e;
      own[count++] = term;
    }
    for (const term of own.subarray(0, count).sort()) rows.add(term);
    rows.end();
  }
  return rows.done();
}

function withConcepts(lexicon: Lexicon, terms: readonly number[]): readonly number[] {
  const concepts = lexicon.conceptsIn(terms);
  return concepts.length === 0 ? terms : [...terms, ...concepts];
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

function average(numbers: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < numbers.length; i++) sum += numbers[i];
  return numbers.length === 0 ? 1 : Math.max(1, sum / numbers.length);
}
