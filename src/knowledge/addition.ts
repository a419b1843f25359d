import { wordsOf } from "../answer/text.js";
import { type Citation, type Entry, type Knowledge, type Language, paragraphCount, textsOf } from "./model.js";
import { countWords, isQuotedFrom, MAX_QUOTED_WORDS, sentencesOf } from "./quotes.js";

/** What a curator wants to add to a knowledge. */
export type Addition = WordingAddition | EntryAddition;

/** Another wording of an entry: `{ kind: "wording", entry: "lighthouse-built", language: "en", wording: "its age" }`. */
export interface WordingAddition {
  readonly kind: "wording";
  readonly entry: string;
  readonly language: Language;
  readonly wording: string;
}

/** A new entry, each statement a sentence that rests on the same place. */
export interface EntryAddition {
  readonly kind: "entry";
  /** In the first language of the knowledge. */
  readonly texts: AddedTexts;
  /** In others, with as many sentences. */
  readonly translations: Readonly<Record<Language, AddedTexts>>;
  /** How it was asked, in whatever language of the knowledge; added to the other wordings. */
  readonly asked?: { readonly language: Language; readonly wording: string };
  readonly citation: Citation;
  /** The answer is that the sources do not say. */
  readonly notStated: boolean;
  /** The entry that comes nearest: the new one is put into its file. */
  readonly near?: string;
}

/** A question, and the sentences that answer it. */
export interface AddedTexts {
  readonly question: string;
  readonly answer: readonly string[];
}

/** What is wrong with something that is to be added; the words for it are the bot's own. */
export type AdditionProblem =
  | { readonly kind: "no-question" | "no-words" | "no-answer" | "no-such-entry" | "record-quoted" | "not-a-number" }
  /** Another draft says the same, and this one more. */
  | { readonly kind: "drafted-twice" }
  /** The entry was written already, with other texts in that language. */
  | { readonly kind: "translated-otherwise"; readonly entry: string; readonly language: Language }
  /** What the folder would not load for, or not have, in English: `"entries/talks.yaml:12 tower: …"`. */
  | { readonly kind: "unloadable"; readonly problem: string }
  | { readonly kind: "taken"; readonly entry: string; readonly question: string }
  | { readonly kind: "no-such-source"; readonly source: string; readonly sources: readonly string[] }
  | { readonly kind: "no-such-paragraph"; readonly paragraphs: number }
  | { readonly kind: "not-quoted"; readonly paragraph: number }
  | { readonly kind: "quote-too-long"; readonly words: number; readonly most: number }
  | { readonly kind: "sentences"; readonly expected: number; readonly found: number };

/** The entry that has a wording already. */
export type Written = (wording: string, language: Language) => Entry | undefined;

/** The sentences of an answer: each becomes a statement. */
export function statementsOf(answer: string): string[] {
  return sentencesOf(answer);
}

/** All that is wrong with a wording; empty where it can be added. */
export function wordingProblems(
  { entry, language, wording }: Omit<WordingAddition, "kind">,
  knowledge: Knowledge,
  written: Written,
): AdditionProblem[] {
  return [
    ...(knowledge.entryById.has(entry) ? [] : [{ kind: "no-such-entry" } as const]),
    ...askedProblems(wording, language, knowledge, written),
  ];
}

/** All that is wrong with a new entry; empty where it can be added. */
export function entryProblems(
  { texts, citation }: Pick<EntryAddition, "texts" | "citation">,
  knowledge: Knowledge,
  written: Written,
): AdditionProblem[] {
  const { question, answer } = texts;
  return [
    ...askedProblems(question, knowledge.languages[0], knowledge, written),
    ...(answer.length === 0 ? [{ kind: "no-answer" } as const] : []),
    ...citationProblems(citation, knowledge),
  ];
}

/** All that is wrong with a translation of a new entry. */
export function translationProblems(
  { texts }: Pick<EntryAddition, "texts">,
  language: Language,
  { question, answer }: AddedTexts,
  knowledge: Knowledge,
  written: Written,
): AdditionProblem[] {
  const [expected, found] = [texts.answer.length, answer.length];
  return [
    ...askedProblems(question, language, knowledge, written),
    ...(found === expected ? [] : [{ kind: "sentences", expected, found } as const]),
  ];
}

/** The same rules as a load's, and that of cited-only sources. */
function citationProblems({ source: id, paragraph, quote }: Citation, { sources }: Knowledge): AdditionProblem[] {
  const source = sources.get(id);
  if (!source) return [{ kind: "no-such-source", source: id, sources: [...sources.keys()] }];
  if (!Number.isInteger(paragraph) || paragraph < 0) return [{ kind: "not-a-number" }];
  const paragraphs = paragraphCount(source);
  if (paragraph > paragraphs) return [{ kind: "no-such-paragraph", paragraphs }];
  if (quote === undefined) return [];
  if (paragraph === 0) return [{ kind: "record-quoted" }];
  const text = source.paragraphs[paragraph - 1];
  if (text !== undefined) return isQuotedFrom(quote, text) ? [] : [{ kind: "not-quoted", paragraph }];
  const words = countWords(quote);
  return words > MAX_QUOTED_WORDS ? [{ kind: "quote-too-long", words, most: MAX_QUOTED_WORDS }] : [];
}

/** What is wrong with a question in whatever words: there are none, or an entry has them already. */
export function askedProblems(
  wording: string,
  language: Language,
  knowledge: Knowledge,
  written: Written,
): AdditionProblem[] {
  if (wording.trim() === "") return [{ kind: "no-question" }];
  if (!/[\p{L}\p{N}]/u.test(wording) || wordsOf(wording).length === 0) return [{ kind: "no-words" }];
  const entry = written(wording, language);
  if (!entry) return [];
  return [{ kind: "taken", entry: entry.id, question: textsOf(entry, language, knowledge.languages[0]).question }];
}
