/** A stretch of time in UTC milliseconds; `end` is the first moment after it. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The time that a date or period takes up: `"2016-02"` gives 1 February to (not including) 1 March, `"2015/2016"` both years. */
export function spanOf(when: string): Span {
  const [first, last = first] = when.split("/");
  return { start: dateSpan(first).start, end: dateSpan(last).end };
}

/** The first moment of a year: `yearStart(2016)` is 1 January 2016, 0:00 UTC; the years 0 to 99 are themselves too. */
export function yearStart(year: number): number {
  return utc(year, 0, 1);
}

/** The year of a moment, in UTC. */
export function yearOf(moment: number): number {
  return new Date(moment).getUTCFullYear();
}

function dateSpan(date: string): Span {
  const [year, month, day] = date.split("-").map(Number);
  if (month === undefined) return { start: yearStart(year), end: yearStart(year + 1) };
  if (day === undefined) return { start: utc(year, month - 1, 1), end: utc(year, month, 1) };
  return { start: utc(year, month - 1, day), end: utc(year, month - 1, day + 1) };
}

/** `Date.UTC` takes the years 0 to 99 for 1900 to 1999. */
function utc(year: number, month: number, day: number): number {
  return new Date(0).setUTCFullYear(year, month, day);
}
