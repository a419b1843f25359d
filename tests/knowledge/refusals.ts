import { expect, it } from "vitest";
import { edited, lineOf, problemsOf } from "./club.js";

/** An edit that makes one problem, at the line of `at`, else of `to`. */
type Row = readonly [why: string, from: string, to: string, field: string, problem: string, at?: string];

/** One test a row: the club's folder after the edit is refused for this problem alone. */
export function itRefuses(where: string, file: string, rows: readonly Row[]): void {
  it.each(rows.map((row) => [row[0], row] as const))(`refuses ${where} %s, with file and line`, (_, row) => {
    const [, from, to, field, problem, at = to] = row;
    const files = edited({ file, from, to });
    const line = lineOf(files, file, at);
    expect(problemsOf(files)).toEqual([{ file, line, field, problem }]);
  });
}

/** Files of the club. */
export const CLUB_FILE = "entries/club.yaml";
export const JSON_FILE = "entries/matches.json";

/** What is said of wrong values, with the way out. */
export const MISSING = "is missing; add it";
export const EMPTY = "is empty; write it or take the line out";
export const NOT_TEXT = "is not text; put it in quotes";
export const NOT_A_LIST = "is text; give a list, such as [a, b]";
export const NO_KEYS = "is text; give keys with values, such as { a: b }";
export const BAD_DATE = "is not a date; write 2016-02-22, 2016-02 or 2016";
export const unknownKey = (keys: string) => `is an unknown key; take it out or use one of ${keys}`;
