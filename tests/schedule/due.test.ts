import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { latestDue, nextDue, nextDues, normalCron } from "../../src/schedule/due.js";
import { localDate, localTime } from "../../src/schedule/local-time.js";

const HOUR = 3_600_000;
const iso = (dues: readonly number[]) => dues.map((due) => new Date(due).toISOString().slice(0, 16));

/** Zones whose clocks change at 1, 2 or 3, at midnight, by half an hour, in the southern summer, and never. */
const zone = fc.constantFrom(
  "Europe/Madrid",
  "Europe/London",
  "America/New_York",
  "America/Havana",
  "America/St_Johns",
  "Australia/Lord_Howe",
  "Australia/Sydney",
  "Asia/Calcutta",
  "UTC",
);
const minute = fc.integer({ min: 0, max: 59 });
const hour = fc.integer({ min: 0, max: 23 });
const cron = fc.oneof(
  fc.tuple(minute, hour).map(([m, h]) => `${m} ${h} * * *`),
  fc.tuple(minute, fc.integer({ min: 0, max: 3 })).map(([m, h]) => `${m} ${h} * * *`),
  fc.tuple(minute, hour, fc.integer({ min: 0, max: 6 })).map(([m, h, day]) => `${m} ${h} * * ${day}`),
  fc.tuple(minute, hour, fc.integer({ min: 1, max: 31 })).map(([m, h, day]) => `${m} ${h} ${day} * *`),
  minute.map((m) => `${m} 0-23 * * *`),
);
const timing = fc.record({ cron, zone });
const moment = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2028, 0, 1) });
/** Near the moments at which clocks change in one of the zones. */
const change = fc
  .tuple(
    fc.constantFrom("2026-03-08", "2026-03-29", "2026-04-04", "2026-10-03", "2026-10-25", "2026-11-01"),
    fc.nat(72),
  )
  .map(([day, hours]) => Date.parse(day) + (hours - 36) * HOUR);
const when = fc.oneof(moment, change);

describe("the next dates", () => {
  it("come after the moment, and in order", () => {
    fc.assert(
      fc.property(timing, when, (timed, after) => {
        const dues = [after, ...nextDues(timed, after, 4)];
        expect(dues.slice(1).every((due, i) => due > dues[i])).toBe(true);
      }),
    );
  });

  it("never come twice at the same time of a day's clock", () => {
    fc.assert(
      fc.property(timing, when, (timed, after) => {
        const shown = nextDues(timed, after, 30).map((due) => localDate(due, timed.zone) + localTime(due, timed.zone));
        expect(new Set(shown).size).toBe(shown.length);
      }),
    );
  });

  it("of what is daily come once on every date, those with a change of clocks too", () => {
    fc.assert(
      fc.property(fc.tuple(minute, hour), zone, when, ([m, h], place, after) => {
        const dates = nextDues({ cron: `${m} ${h} * * *`, zone: place }, after, 6).map((due) => localDate(due, place));
        const days = dates.map((date) => Date.parse(date) / (24 * HOUR));
        expect(days.every((day, i) => i === 0 || day === days[i - 1] + 1)).toBe(true);
      }),
    );
  });

  it("are at the time that was wanted, or after a gap in which it does not exist", () => {
    fc.assert(
      fc.property(fc.tuple(minute, hour), zone, when, ([m, h], place, after) => {
        const wanted = `${String(h).padStart(2, "0")}:${String(m).padStart(2, "0")}`;
        const due = nextDue({ cron: `${m} ${h} * * *`, zone: place }, after) ?? 0;
        const isShifted = localTime(due, place) > wanted && localTime(due - 60_000, place) < wanted;
        expect(localTime(due, place) === wanted || isShifted).toBe(true);
      }),
    );
  });

  it.each([
    ["a gap is passed to its end", "Europe/Madrid", "2026-03-28T12:00Z", "2026-03-29T01:00"],
    ["an hour that comes twice counts the first time", "Europe/Madrid", "2026-10-24T12:00Z", "2026-10-25T00:30"],
  ])("at half past two: %s", (_, place, after, expected) => {
    expect(iso(nextDues({ cron: "30 2 * * *", zone: place }, Date.parse(after), 1))).toEqual([expected]);
  });

  it("are none for a day that never comes", () => {
    expect(nextDue({ cron: "0 9 31 2 *", zone: "UTC" }, 0)).toBeUndefined();
  });
});

describe("the latest date", () => {
  it("is the last one up to now", () => {
    fc.assert(
      fc.property(timing, when, fc.nat(500 * HOUR), (timed, after, passed) => {
        const known = nextDue(timed, after) ?? 0;
        const now = known + passed;
        const latest = latestDue(timed, known, now);
        expect(latest >= known && latest <= now).toBe(true);
        expect(nextDue(timed, latest) ?? Number.POSITIVE_INFINITY).toBeGreaterThan(now);
      }),
    );
  });
});

describe("five fields of cron", () => {
  it.each([
    ["0 9 * * MON-FRI", "0 9 * * 1-5", "names become numbers"],
    ["05 */6 * * *", "5 0,6,12,18 * * *", "steps become a list, so that daylight saving is heeded"],
    ["0 * * * *", "0 0-23 * * *", "every hour is the most"],
    ["0 9 * * 7", "0 9 * * 0", "Sunday has one number"],
    ["0 9 1,15 JAN *", "0 9 1,15 1 *", "lists and months stay"],
  ])("%s are kept as %s: %s", (typed, kept) => {
    expect(normalCron(typed)).toBe(kept);
  });

  it.each([
    ["*/5 * * * *", "more than once an hour"],
    ["0,30 9 * * *", "more than once an hour"],
    ["0 9 31 2 *", "never"],
    ["0 24 * * *", "no such hour"],
    ["0 9 * * MOON", "no such day"],
    ["0 0 9 * * *", "six fields"],
    ["@daily", "a nickname"],
    ["0 9 L * *", "a sign of some crons only"],
  ])("%s are none: %s", (typed) => {
    expect(normalCron(typed)).toBeUndefined();
  });
});
