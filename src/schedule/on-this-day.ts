import type { Knowledge } from "../knowledge/model.js";
import { type DatedFact, datedFacts } from "../timeline/facts.js";
import { nextDue, type Timing } from "./due.js";
import { localDate } from "./local-time.js";

/** A longer stretch of time counts by its first day alone. */
const MOST_DAYS = 7;
const DAY_MS = 86_400_000;
/** So many days that have facts are looked at for dates to come: fifteen years of a few. */
const MOST_LOOKED_AT = 60;

/** The facts of other years whose day and month a date has, the earliest first. */
export function factsOn(knowledge: Knowledge, language: string, date: string): DatedFact[] {
  return datedFacts(knowledge, language).filter(({ when }) => daysOf(when).includes(date.slice(5)));
}

/** The next dates on which there are such facts; fewer where none come in the years ahead. */
export function nextWithFacts(knowledge: Knowledge, timing: Timing, after: number, count: number): number[] {
  const days = [...new Set(datedFacts(knowledge, knowledge.languages[0]).flatMap(({ when }) => daysOf(when)))].sort();
  if (days.length === 0) return [];
  const found: number[] = [];
  let at = after;
  for (let looked = 0; looked < MOST_LOOKED_AT && found.length < count; looked += 1) {
    const due = nextDue(timing, at);
    if (due === undefined) break;
    const date = localDate(due, timing.zone);
    const isOne = days.includes(date.slice(5));
    if (isOne) found.push(due);
    at = isOne ? due : Math.max(due, beforeDay(nextDay(days, date)));
  }
  return found;
}

/** `"2016-02-22/2016-02-23"` gives `["02-22", "02-23"]`; what is dated by month or year has no day. */
function daysOf(when: string): string[] {
  const [first, last = first] = when.split("/");
  if (first.length !== 10) return [];
  const [start, end] = [first, last.length === 10 ? last : first].map((date) => Date.parse(date));
  const count = Math.round((end - start) / DAY_MS) + 1;
  const days = Array.from({ length: count > MOST_DAYS ? 1 : count }, (_, i) => new Date(start + i * DAY_MS));
  return days.map((day) => day.toISOString().slice(5, 10));
}

/** The first date after another that has one of the days. */
function nextDay(days: readonly string[], date: string): string {
  const year = Number(date.slice(0, 4));
  const later = days.find((day) => day > date.slice(5));
  return later === undefined ? `${year + 1}-${days[0]}` : `${year}-${later}`;
}

/** A moment before a date begins anywhere on earth; of 29 February in other years, before 1 March. */
function beforeDay(date: string): number {
  const [year, month, day] = date.split("-").map(Number);
  return Date.UTC(year, month - 1, day) - 14 * 3_600_000 - 1;
}
