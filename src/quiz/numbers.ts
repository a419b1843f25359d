import { languageData } from "../answer/languages/language.js";
import { isYear } from "../answer/text.js";
import type { Language } from "../knowledge/model.js";
import { isVague, numberInWords } from "./number-words.js";
import type { Token } from "./tokens.js";

/** A whole number of a text: the tokens from `at` up to `next` say it. */
export interface NumberSaid {
  readonly value: number;
  readonly at: number;
  readonly next: number;
  /** Whether it is this number and no other: not so for decimals, "40%", "1990s", "10-12", "5 million". */
  readonly isSure: boolean;
}

/** What stands around a number that is not part of a range, a price or a measure. */
const PLAIN = /^[\s.,;:!?()[\]"'“”«»‘’¿¡—…]*$/;
/** Digits in groups of three: `1,200`, `1.200` and `1 200`. */
const THIN_SPACES = "\u00a0\u2009\u202f";
const GROUPED = new RegExp(`^[1-9]\\d{0,2}(?:([,. ${THIN_SPACES}])\\d{3})(?:\\1\\d{3})*$`);
const SEPARATOR = new RegExp(`^[,. ${THIN_SPACES}]$`);
const LARGEST = 999_999;
/** Between the days of one date: "from 8 to 10 July", "el 22 y el 23 de febrero". */
const BETWEEN_DAYS = /^(?:and|or|to|until|through|the|y|e|o|al?|el|hasta)$/;

/**
 * The whole numbers that a text says, in digits or in words, but for years and days of the month: `"Two hundred and six people on
 * 4 May 2016"` gives 206 alone.
 */
export function numbersIn(tokens: readonly Token[], language: Language): NumberSaid[] {
  const all: NumberSaid[] = [];
  for (let at = 0; at < tokens.length; ) {
    const said = numberAt(tokens, at, language);
    if (said) all.push(said);
    at = said?.next ?? at + 1;
  }
  const dates = inDates(all, tokens, language);
  return all.filter((said) => !dates.has(said));
}

function numberAt(tokens: readonly Token[], at: number, language: Language): NumberSaid | undefined {
  const { word, raw } = tokens[at];
  if (/^\d/.test(word)) return inDigits(tokens, at, language);
  const read = numberInWords(tokens, at, language);
  if (!read) return isVague(word, language) ? { value: Number.NaN, at, next: at + 1, isSure: false } : undefined;
  // "One" and "un" mean too much: where they may count they are no sure number, else none.
  if (read.next === at + 1 && read.value === 1)
    return counts(tokens, at, raw) ? { value: 1, at, next: read.next, isSure: false } : undefined;
  return { value: read.value, at, next: read.next, isSure: isPlain(tokens, at, read.next, language) };
}

function counts(tokens: readonly Token[], at: number, raw: string): boolean {
  if (at === 0 || (at === 1 && /^(?:only|just|solo)$/.test(tokens[0].word))) return true;
  return /^(?:one|uno)$/.test(raw);
}

function inDigits(tokens: readonly Token[], at: number, language: Language): NumberSaid | undefined {
  let next = at + 1;
  while (next < tokens.length && SEPARATOR.test(tokens[next].before) && /^\d{3}$/.test(tokens[next].word)) next++;
  // "On May 9 300 boats came" has a day that is part of no thousands, "On May 30 boats came" one that counts nothing.
  const mayBeDay = isMonth(tokens[at - 1], language) && !/^(?:\d.*|de|of)$/.test(tokens[at - 2]?.word ?? "");
  if (mayBeDay && tokens[at].after === " ") next = at + 1;
  const digits = tokens.slice(at, next).reduce((text, { word, before }, i) => text + (i > 0 ? before : "") + word, "");
  const isWhole = /^(?:0|[1-9]\d{0,5})$/.test(digits) || GROUPED.test(digits);
  if (next === at + 1 && isYear(digits) && isPlain(tokens, at, next, language)) return undefined;
  const value = Number(digits.replace(/\D/g, ""));
  return {
    value,
    at,
    next,
    isSure: isWhole && !(mayBeDay && value <= 31) && value <= LARGEST && isPlain(tokens, at, next, language),
  };
}

/** Whether a number ends where its digits or words do, and nothing beside it makes it another one or a part of something. */
function isPlain(tokens: readonly Token[], at: number, next: number, language: Language): boolean {
  const { before } = tokens[at];
  const { after } = tokens[next - 1];
  if (!PLAIN.test(before) || !PLAIN.test(after) || /[.,:'’]$/.test(before)) return false;
  // "3.5", "10:30" and "1,20": what goes on without a space.
  if (after !== "" && next < tokens.length && !/[\s()[\]"“”«»—…]/.test(after)) return false;
  return !isVague(tokens[next]?.word ?? "", language);
}

/** The numbers that are days: beside a month, and joined with one that is. */
function inDates(all: readonly NumberSaid[], tokens: readonly Token[], language: Language): ReadonlySet<NumberSaid> {
  const dates = new Set<NumberSaid>();
  for (const said of all.toReversed()) {
    const { value, at, next } = said;
    const isInWords = !/^\d/.test(tokens[at].word);
    const isNumber = tokens[next]?.word === "de" || tokens[next]?.word === "of";
    const isBefore = isMonth(tokens[next + (isNumber ? 1 : 0)], language) && (!isInWords || isNumber);
    const follower = tokens[next];
    const endsThere = follower === undefined || /[.,;:)]/.test(follower.before) || isYear(follower.word);
    const isAfter = isMonth(tokens[at - 1], language) && !isInWords && endsThere;
    const joined = [...dates].some(
      (day) =>
        day.at - next <= 2 && tokens.slice(next, day.at).every(({ word }) => BETWEEN_DAYS.test(word)) && day.at >= next,
    );
    if (value <= 31 && (isBefore || isAfter || joined)) dates.add(said);
  }
  return dates;
}

function isMonth(token: Token | undefined, language: Language): boolean {
  if (!token) return false;
  const { variants, followUp } = languageData(language);
  return followUp?.months.has(variants.get(token.word) ?? token.word) === true;
}
