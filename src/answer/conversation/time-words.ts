import type { Token } from "./mentions.js";
import type { Range } from "./reading.js";
import type { Spoken } from "./spoken.js";

const YEAR = /^(?:1[5-9]|20)\d\d$/;

/** Whether a word is a year. */
export function isYear({ key }: Token): boolean {
  return YEAR.test(key);
}

/** Whether a word belongs to a date: a year, a month, a day. */
export function isDate({ words }: Spoken, token: Token): boolean {
  return isYear(token) || words.months.has(token.key) || /^\d{1,2}$/.test(token.key);
}

/** Where a text has dates with a year: `"on 9 November 2015"` gives the last three words. */
export function datesIn(spoken: Spoken, tokens: readonly Token[]): Range[] {
  const dates: Range[] = [];
  for (let from = 0; from < tokens.length; from++) {
    let to = from;
    // "9 de noviembre de 2015": a preposition may stand inside.
    while (to < tokens.length && (isDate(spoken, tokens[to]) || (to > from && isInside(spoken, tokens, to)))) to++;
    if (tokens.slice(from, to).some(isYear)) dates.push({ from, to });
    from = Math.max(from, to - 1);
  }
  return dates;
}

function isInside(spoken: Spoken, tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return spoken.words.prepositions.has(tokens[at].key) && next !== undefined && isDate(spoken, next);
}

/** A place in a text with the preposition and the article before it. */
export function withPreposition({ words }: Spoken, tokens: readonly Token[], { from, to }: Range): Range {
  const isPreposition = (at: number) => at >= 0 && words.prepositions.has(tokens[at].key);
  if (from > 1 && words.determiners.has(tokens[from - 1].key) && isPreposition(from - 2)) return { from: from - 2, to };
  return { from: isPreposition(from - 1) ? from - 1 : from, to };
}
