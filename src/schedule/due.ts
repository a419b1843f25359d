import { Cron } from "croner";

/** When something recurs: five fields of cron as `normalCron` leaves them, `"0 9 * * 1-5"`, in an IANA time zone. */
export interface Timing {
  readonly cron: string;
  readonly zone: string;
}

/** Making one takes as long as asking it twice; so many are kept. */
const MAX_KEPT = 500;
const kept = new Map<string, Cron>();

/**
 * The first date after a moment, in milliseconds since 1970; undefined where there is none, as for 31 February. A time of day that
 * daylight saving leaves out is moved to the first one after the gap; one that comes twice counts once, the first time.
 */
export function nextDue(timing: Timing, after: number): number | undefined {
  return cronOf(timing).nextRun(new Date(after))?.getTime();
}

/** The first dates after a moment, in order; fewer where there are no more. */
export function nextDues(timing: Timing, after: number, count: number): number[] {
  const dues: number[] = [];
  for (let due = nextDue(timing, after); due !== undefined && dues.length < count; due = nextDue(timing, due)) {
    dues.push(due);
  }
  return dues;
}

/** The last date up to a moment, itself included; a date that is known to be one, and is not after that moment, is the earliest given. */
export function latestDue(timing: Timing, known: number, now: number): number {
  // Runs are on whole seconds: what lies before the next second is up to now.
  const before = new Date(Math.floor(now / 1000) * 1000 + 1000);
  const [latest] = cronOf(timing).previousRuns(1, before);
  const isDue = latest !== undefined && nextDue(timing, latest.getTime() - 1000) === latest.getTime();
  return isDue && latest.getTime() > known ? latest.getTime() : known;
}

/** Five fields in the form that is stored: one minute, hours as a list or range, numbers for names; undefined where they are no such fields. */
export function normalCron(typed: string): string | undefined {
  const fields = typed.trim().toUpperCase().split(/\s+/);
  if (fields.length !== 5 || !fields.every((field) => /^[0-9A-Z*,/-]+$/.test(field))) return undefined;
  const [minute, hour, day, month, weekday] = fields;
  const hours = hoursIn(hour);
  // With one minute nothing comes more often than once an hour.
  if (!/^[0-5]?\d$/.test(minute) || hours === undefined) return undefined;
  const onWeekday = numbersFor(weekday, WEEKDAYS);
  // Both 0 and 7 are Sunday.
  const numbered = [numbersFor(day, []), numbersFor(month, MONTHS), onWeekday === "7" ? "0" : onWeekday];
  const cron = [String(Number(minute)), hours, ...numbered].join(" ");
  if (numbered.some((field) => /[A-Z]/.test(field)) || !isCron(cron)) return undefined;
  return nextDue({ cron, zone: "UTC" }, 0) === undefined ? undefined : cron;
}

const MONTHS = ["", "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
const WEEKDAYS = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

function numbersFor(field: string, names: readonly string[]): string {
  return field.replace(/[A-Z]+/g, (name) => {
    const number = names.indexOf(name);
    return number < 0 ? name : String(number);
  });
}

/**
 * Hours without stars and steps, `"0-23"`, `"9"` or `"0,6,12,18"`: only such are times of day for the library, which are moved out
 * of a gap and counted once where they come twice.
 */
function hoursIn(field: string): string | undefined {
  const hours = new Set<number>();
  for (const part of field.split(",")) {
    const match = /^(?:\*|(\d{1,2})(?:-(\d{1,2}))?)(?:\/(\d{1,2}))?$/.exec(part);
    if (!match) return undefined;
    const [, first = "0", last = match[1] === undefined ? "23" : first, step = "1"] = match;
    const [from, to, by] = [first, last, step].map(Number);
    if (from > to || to > 23 || by < 1 || (step !== "1" && first === last)) return undefined;
    for (let at = from; at <= to; at += by) hours.add(at);
  }
  return hours.size === 24 ? "0-23" : [...hours].sort((a, b) => a - b).join(",");
}

function isCron(cron: string): boolean {
  try {
    cronOf({ cron, zone: "UTC" });
    return true;
  } catch {
    return false;
  }
}

function cronOf({ cron, zone }: Timing): Cron {
  const key = `${cron} ${zone}`;
  const known = kept.get(key);
  if (known) return known;
  const made = new Cron(cron, { timezone: zone, mode: "5-part", fixedTimeRule: "no-wildcard", paused: true });
  if (kept.size >= MAX_KEPT) kept.clear();
  kept.set(key, made);
  return made;
}
