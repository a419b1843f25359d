import type { Entry } from "../knowledge/model.js";
import type { LanguageData } from "./languages/language.js";
import { isYear, wordsOf } from "./text.js";

/** Whether a question takes something for granted: "why did …", "given that …", "when X led it, who …". */
export function supposes({ supposing }: LanguageData, words: readonly string[]): boolean {
  return supposing.test(words.join(" "));
}

/** The question without the years that it takes for granted; undefined where it has none, or nothing else. */
export function withoutYears(words: readonly string[]): string[] | undefined {
  const rest = words.filter((word) => !isYear(word));
  return rest.length === words.length || rest.length < 2 ? undefined : rest;
}

/** Whether what an entry says has a year to set right, and none of those that were taken for granted. */
export function setsYearRight(
  words: readonly string[],
  { when = "", notStated }: Entry,
  answer: readonly string[],
): boolean {
  const told = wordsOf([when, ...answer].join(" ")).filter(isYear);
  return !notStated && told.length > 0 && !words.some((word) => told.includes(word));
}
