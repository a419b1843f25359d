import { timelinePhrases } from "./phrases.js";
import { showWhen } from "./show-when.js";
import { spanOf } from "./span.js";

/** A date as somebody typed it: `{ ok: true, when: "2016-02" }`, or what is wrong with it, in words of the asker's language. */
export type TypedDate = { readonly ok: true; readonly when: string } | { readonly ok: false; readonly problem: string };

/** Text longer than any date is not looked at. */
const LONGEST = 60;
const LONGEST_SHOWN = 40;
const ISO = /^(\d{4})(?:[-/.](\d{1,2}))?(?:[-/.](\d{1,2}))?$/;
const MONTH_FIRST_OR_LAST = /^(\d{1,2})[-/.](\d{4})$/;
const NUMBERS = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/;
const LEADING = /^(?:the|in|on|from|since|until|to|en|el|del|de|desde|hasta|año|year)\s+/i;

/**
 * Reads a year, month, day or a period of days in English or Spanish: `"2016"`, `"2016-02"`, `"February 2016"`,
 * `"22 de febrero de 2016"`, `"8 to 10 July 2019"`. Nothing is guessed: a date needs its year in four digits, and numbers alone are
 * refused where day and month could change places.
 */
export async function readDate(typed: string, language: string): Promise<TypedDate> {
  const words = timelinePhrases(language);
  const text = typed.normalize("NFKC").trim().replace(/\s+/g, " ");
  const shown = shorten(text);
  const refuse = (problem: string): TypedDate => ({ ok: false, problem: `${problem} ${words.howToWrite}` });
  if (text === "" || text.length > LONGEST) return refuse(words.noDate(shown));
  const plain = withoutLeading(text);
  const numbers = inNumbers(plain);
  if (numbers === undefined) return inWords(plain, language, shown, refuse);
  const possible = numbers.filter(isInCalendar);
  if (possible.length === 0) return refuse(words.noSuchDay(shown));
  if (possible.length === 1) return { ok: true, when: possible[0] };
  const [one, other] = possible.map((when) => showWhen(when, language));
  return refuse(words.twoWays(shown, one, other));
}

/** What is wrong with a timeline that ends before it begins, in words; nothing where it does not. */
export function rangeProblem(from: string, to: string, language: string): string | undefined {
  if (spanOf(from).start < spanOf(to).end) return undefined;
  return timelinePhrases(language).fromAfterTo(showWhen(from, language), showWhen(to, language));
}

/** What a date of numbers alone may mean: one date, or two where day and month could change places; undefined where it has words. */
function inNumbers(text: string): string[] | undefined {
  const iso = ISO.exec(text);
  if (iso) return [dateOf(iso[1], iso[2], iso[3])];
  const month = MONTH_FIRST_OR_LAST.exec(text);
  if (month) return [dateOf(month[2], month[1])];
  const day = NUMBERS.exec(text);
  return day ? [...new Set([dateOf(day[3], day[2], day[1]), dateOf(day[3], day[1], day[2])])] : undefined;
}

async function inWords(
  text: string,
  language: string,
  shown: string,
  refuse: (problem: string) => TypedDate,
): Promise<TypedDate> {
  const words = timelinePhrases(language);
  if (!/\p{L}/u.test(text)) return refuse(words.noDate(shown));
  const { wordedDate } = await import("./worded-date.js");
  const when = wordedDate(text);
  if (when !== undefined) return isInCalendar(when) ? { ok: true, when } : refuse(words.noSuchDay(shown));
  const withYear = /\d{4}/.test(text) ? undefined : wordedDate(`${text} 2000`);
  return refuse(withYear === undefined ? words.noDate(shown) : words.noYear(shown));
}

function withoutLeading(text: string): string {
  const shorter = text.replace(LEADING, "");
  return shorter === text ? text : withoutLeading(shorter);
}

function dateOf(year: string, month?: string, day?: string): string {
  return [year, month, day].flatMap((part) => (part === undefined ? [] : [part.padStart(2, "0")])).join("-");
}

/** Whether `"2016-02-30"` or `"2016-13"` exists; of a period both ends, in order. */
function isInCalendar(when: string): boolean {
  const ends = when.split("/");
  const exist = ends.every((date) => {
    const [, month = 1, day = 1] = date.split("-").map(Number);
    const start = new Date(spanOf(date).start);
    return start.getUTCMonth() === month - 1 && start.getUTCDate() === day;
  });
  return exist && (ends.length === 1 || ends[0] <= ends[1]);
}

function shorten(text: string): string {
  const points = [...text.toWellFormed()];
  return points.length > LONGEST_SHOWN ? `${points.slice(0, LONGEST_SHOWN).join("")}…` : points.join("");
}
