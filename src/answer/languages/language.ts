import type { Aspect, Language } from "../../knowledge/model.js";
import { english } from "./en.js";
import { spanish } from "./es.js";
import type { FollowUpWords } from "./follow-up-words.js";

/** What the engine knows of a language beside its words in the knowledge. All words are folded: lower case, no accents. */
export interface LanguageData {
  readonly code: Language;
  /** The stem of a word: `"talks"` gives `"talk"`; absent: words are taken as they are. */
  readonly stem?: (word: string) => string;
  /** Words that carry no meaning of their own. */
  readonly stopWords: ReadonlySet<string>;
  /** Words that ask, kept for comparing questions with questions. */
  readonly questionWords: ReadonlySet<string>;
  /** Words of conversation around a question; they count little. */
  readonly chatWords: ReadonlySet<string>;
  /** Other forms of a word as people type them: `{ wat: "what", feb: "february", two: "2" }`. */
  readonly variants: ReadonlyMap<string, string>;
  /** Groups of everyday words and phrases that ask for the same: `[["stop", "turn off"], ...]`. */
  readonly synonyms: readonly (readonly string[])[];
  /** What a question asks for, by the first pattern that its folded words, joined by spaces, match. */
  readonly aspects: readonly (readonly [RegExp, Aspect])[];
  /** Greetings, thanks and questions about the bot itself, as folded words joined by spaces. */
  readonly smallTalk: RegExp;
  /** How questions begin, or end, that take something for granted, as folded words joined by spaces. */
  readonly supposing: RegExp;
  /** Words of questions that compare: "earlier", "both". */
  readonly comparingWords: ReadonlySet<string>;
  /** The word that joins two questions: `and`. */
  readonly and: RegExp;
  /** How questions lean on what came before; absent: every question stands alone. */
  readonly followUp?: FollowUpWords;
}

const KNOWN: ReadonlyMap<Language, LanguageData> = new Map([english, spanish].map((data) => [data.code, data]));

/** The data of a language; a language that the engine does not know gets empty lists, and its questions still match by word. */
export function languageData(code: Language): LanguageData {
  return KNOWN.get(code) ?? { ...BARE, code };
}

/** Whether a folded word, as typed, has a meaning of its own: neither asks, nor is of conversation, nor a stop word. */
export function isMeaningful({ stopWords, questionWords, chatWords, variants }: LanguageData, typed: string): boolean {
  const word = variants.get(typed) ?? typed;
  return !stopWords.has(word) && !questionWords.has(word) && !chatWords.has(word);
}

const NOTHING = /(?!)/;
const BARE: Omit<LanguageData, "code"> = {
  stopWords: new Set(),
  questionWords: new Set(),
  chatWords: new Set(),
  variants: new Map(),
  synonyms: [],
  aspects: [],
  smallTalk: NOTHING,
  supposing: NOTHING,
  comparingWords: new Set(),
  and: NOTHING,
};
