import { languageData } from "../../../../src/answer/languages/language.js";
import { wordsOf } from "../../../../src/answer/text.js";
import { type Knowledge, type Language, textsOf } from "../../../../src/knowledge/model.js";

/** An entry as every peer gets it: `{ id: "e-1", question: "How …?", also: ["ways to …"], answer: "One …" }`. */
export interface Doc {
  readonly id: string;
  readonly question: string;
  readonly also: readonly string[];
  readonly answer: string;
}

/** What is searched: the knowledge for Footnote, the same texts as documents for its peers. */
export interface Corpus {
  readonly language: Language;
  readonly docs: readonly Doc[];
  readonly knowledge?: Knowledge;
}

/** An index that is ready: the ids of up to ten entries, best first. */
export interface Searcher {
  search(question: string): string[];
  /** What it holds outside of JavaScript's heap, in bytes; 0 where it has nothing there. */
  readonly outsideBytes?: () => number;
}

/** A search engine under its name in the tables. */
export interface Engine {
  readonly name: string;
  build(corpus: Corpus): Searcher;
}

/** How many entries an engine is asked for. */
export const ASKED_FOR = 10;

/** A knowledge's entries as documents, in its first language. */
export function toDocs({ entries, languages }: Pick<Knowledge, "entries" | "languages">): Doc[] {
  return entries.map((entry) => {
    const { question, also, answer } = textsOf(entry, languages[0], languages[0]);
    return { id: entry.id, question, also, answer: answer.join(" ") };
  });
}

/**
 * The stem of a folded word by the language's Snowball algorithm, kept for the next time: `"delegations"` gives `"deleg"`.
 * A language without an algorithm keeps its words.
 */
export function stemmerOf(language: Language): (word: string) => string {
  const { stem: algorithm } = languageData(language);
  if (algorithm === undefined) return (word) => word;
  const stems = new Map<string, string>();
  return (word) => {
    let stem = stems.get(word);
    if (stem === undefined) {
      stem = algorithm(word);
      stems.set(word, stem);
    }
    return stem;
  };
}

/** The stems of a text without the language's stop words: `"Who led the talks?"` gives `["who", "led", "talk"]`. */
export function analyserOf(language: Language): (text: string) => string[] {
  const stem = stemmerOf(language);
  const { stopWords } = languageData(language);
  return (text) => wordsOf(text).flatMap((word) => (stopWords.has(word) ? [] : [stem(word)]));
}
