import { languageData } from "../answer/languages/language.js";
import { isYear, wordsOf } from "../answer/text.js";
import type { Language } from "../knowledge/model.js";

/** How a question asks for a number of things, in folded words; and a statement that begins to count with one, which has no digits. */
const COUNTING: Readonly<Record<Language, { readonly asks: RegExp; readonly one: RegExp }>> = {
  en: { asks: /\bhow many\b/, one: /^(?:only )?one\b|^.* one\b/ },
  es: { asks: /\bcuant[oa]s\b/, one: /^(?:solo )?un[oa]?\b|\buno\b/ },
};
/** "One" means too much to be known as a number. */
const ONE: Readonly<Record<Language, string | undefined>> = { en: "one", es: "uno" };
const LARGEST = 9999;

/**
 * The number that a statement answers with: its first that belongs to no date, in digits or in words. `"On 4 May three people came."`
 * gives 3; undefined where the question asks for no number of things, or has that number itself.
 */
export function countIn(statement: string, question: string, language: Language): number | undefined {
  const counting = COUNTING[language];
  const asked = wordsOf(question);
  if (!counting?.asks.test(asked.join(" ")) || counting.one.test(statement.replace(/^\p{L}/u, lower))) return undefined;
  const [count] = countsIn(statement, language);
  return count === undefined || countsIn(question, language).includes(count) ? undefined : count;
}

/** The numbers of a text that belong to no date: `"Three people on 4 May 2016"` gives `[3]`. */
export function countsIn(text: string, language: Language): number[] {
  const { variants, followUp } = languageData(language);
  const words = wordsOf(text).map((word) => variants.get(word) ?? word);
  const isMonth = (word: string | undefined) => word !== undefined && followUp?.months.has(word) === true;
  const isOfDate = (i: number) =>
    isYear(words[i]) ||
    isMonth(words[i + 1]) ||
    isMonth(words[i - 1]) ||
    (words[i + 1] === "de" && isMonth(words[i + 2]));
  return words
    .filter((word, i) => /^\d{1,4}$/.test(word) && !isOfDate(i))
    .map(Number)
    .filter((number) => number > 0 && number <= LARGEST);
}

/** Numbers around another one, near enough to be taken for it: 54 gives 40, 47, 61, 68, 75; 3 gives 1, 2, 4, 5, 6. */
export function around(count: number): number[] {
  const step = Math.max(1, Math.round(count / 8));
  return [-2, -1, 1, 2, 3].map((steps) => count + steps * step).filter((number) => number > 0);
}

/** Numbers as people read them: in words where the language has a word for each, `["two", "three"]`, else in digits. */
export function showCounts(counts: readonly number[], language: Language): string[] {
  const { variants } = languageData(language);
  const wordOf = new Map([["1", ONE[language]], ...[...variants].map(([word, form]) => [form, word] as const)]);
  const inWords = counts.map((count) => wordOf.get(String(count)));
  return inWords.map((word, i) => (inWords.includes(undefined) ? undefined : word) ?? String(counts[i]));
}

function lower(letter: string): string {
  return letter.toLowerCase();
}
