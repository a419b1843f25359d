import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ageInWords } from "../src/age.js";

const at = (day: string) => Date.parse(`${day}T12:00:00Z`);

describe("ageInWords", () => {
  it.each([
    ["2016-02-25", "2026-11-23", "10 years old", "de hace 10 años", "a day gives whole years"],
    ["2016-11-23", "2026-11-23", "10 years old", "de hace 10 años", "on the very day"],
    ["2016-11-24", "2026-11-23", "9 years old", "de hace 9 años", "a day before it"],
    [
      "2016-11",
      "2026-11-23",
      "9 or 10 years old",
      "de hace 9 o 10 años",
      "a month leaves open whether the day has been",
    ],
    ["2016-02", "2026-11-23", "10 years old", "de hace 10 años", "a month long before it does not"],
    ["2015", "2026-11-23", "10 or 11 years old", "de hace 10 u 11 años", "a year leaves a year open"],
    ["2015", "2026-12-31", "11 years old", "de hace 11 años", "but for its last day"],
    ["2018", "2026-11-23", "7 or 8 years old", "de hace 7 u 8 años", "u before ocho"],
    ["2025-11-23", "2026-11-23", "1 year old", "de hace 1 año", "one"],
    ["2026", "2026-11-23", "less than 1 year old", "de hace menos de 1 año", "this year"],
    ["2025", "2026-11-23", "less than 2 years old", "de hace menos de 2 años", "last year"],
    ["2026-09-23", "2026-11-23", "2 months old", "de hace 2 meses", "months"],
    ["2026-09", "2026-11-23", "1 or 2 months old", "de hace 1 o 2 meses", "months by a month"],
    ["2026-11", "2026-11-23", "less than 1 month old", "de hace menos de 1 mes", "this month"],
    ["2026-11-22", "2026-11-23", "1 day old", "de hace 1 día", "yesterday"],
    ["2026-11-23", "2026-11-23", "published today", "publicada hoy", "today"],
  ])("says of %s on %s: %s, %s (%s)", (published, today, english, spanish) => {
    expect(ageInWords(published, at(today), "en")).toBe(english);
    expect(ageInWords(published, at(today), "es")).toBe(spanish);
  });

  it.each(["2026-11-24", "2026-12", "2027"])("says nothing of %s, which is still to come", (published) => {
    expect(ageInWords(published, at("2026-11-23"), "en")).toBeUndefined();
  });

  it("says the exact age of every day within what it says of that day's year", () => {
    const day = fc.date({ min: new Date("1900-01-01"), max: new Date("2020-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(day, (date) => {
        const whole = date.toISOString().slice(0, 10);
        const [exact] = ageInWords(whole, at("2026-11-23"), "en")?.match(/\d+/) ?? [];
        expect(ageInWords(whole.slice(0, 4), at("2026-11-23"), "en")?.match(/\d+/g)).toContain(exact);
      }),
    );
  });
});
