import { showDate } from "../dates.js";
import { timelinePhrases } from "./phrases.js";

/**
 * A date or period in words: `"2019-07-08/2019-07-10"` gives `"8 to 10 July 2019"` in English and `"del 8 al 10 de julio de 2019"`
 * in Spanish; what both ends share is said once.
 */
export function showWhen(when: string, language: string): string {
  const [first, last = first] = when.split("/");
  if (first === last) return showDate(first, language);
  const [from, to] = [first.split("-"), last.split("-")];
  const words = timelinePhrases(language);
  const isWithin = (parts: number) =>
    from.length === to.length && from.slice(0, parts).join() === to.slice(0, parts).join();
  if (from.length === 3 && isWithin(2)) return words.daysOfMonth(String(Number(from[2])), showDate(last, language));
  const start = from.length > 1 && isWithin(1) ? withoutYear(first, language) : showDate(first, language);
  return words.period(start, showDate(last, language), [from.length === 3, to.length === 3]);
}

/** `"2016-02-22"` gives `"22 February"`. */
function withoutYear(date: string, language: string): string {
  const [year] = date.split("-");
  return showDate(date, language).replace(new RegExp(`(?: de)? 0*${Number(year)}$`), "");
}
