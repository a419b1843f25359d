import { describe, expect, it } from "vitest";
import { factsOn, nextWithFacts } from "../../src/schedule/on-this-day.js";
import { datedHarbour } from "./dated-harbour.js";

const knowledge = datedHarbour();
const ids = (date: string) => factsOn(knowledge, "en", date).map(({ entry }) => entry.id);
const dates = (cron: string, zone: string, after: string, count = 3) =>
  nextWithFacts(knowledge, { cron, zone }, Date.parse(after), count).map((at) =>
    new Date(at).toISOString().slice(0, 16),
  );

describe("the facts of a day", () => {
  it.each([
    ["2026-01-09", ["storm-day", "other-storm"], "of all years, the earliest first"],
    ["2026-07-09", ["fair-days"], "in the middle of a few days"],
    ["2028-02-29", ["leap-day"], "of a leap day"],
    ["2026-05-01", [], "a month has no day"],
    ["2026-01-01", [], "a year has none either"],
  ])("on %s are %j: %s", (date, expected) => {
    expect(ids(date)).toEqual(expected);
  });
});

describe("the next dates with facts", () => {
  it("pass over the days that have none", () => {
    expect(dates("0 9 * * *", "UTC", "2026-07-09T10:00Z")).toEqual([
      "2026-07-10T09:00",
      "2027-01-09T09:00",
      "2027-07-08T09:00",
    ]);
  });

  it("go by the day of the zone", () => {
    expect(dates("0 9 * * *", "Pacific/Auckland", "2026-01-01T00:00Z", 1)).toEqual(["2026-01-08T20:00"]);
  });

  it("are those of the week's day that is wanted", () => {
    expect(dates("0 9 * * 5", "UTC", "2026-01-01T00:00Z", 2)).toEqual(["2026-01-09T09:00", "2026-07-10T09:00"]);
  });

  it("are fewer where there are no more", () => {
    expect(dates("0 9 1 * *", "UTC", "2026-01-01T00:00Z")).toEqual([]);
  });
});
