import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rangeProblem, readDate } from "../../src/timeline/typed-date.js";

const read = async (typed: string, language = "en") => {
  const date = await readDate(typed, language);
  return date.ok ? date.when : undefined;
};
const problem = async (typed: string, language = "en") => {
  const date = await readDate(typed, language);
  return date.ok ? undefined : date.problem;
};

describe("readDate", () => {
  it.each([
    ["2016", "2016", "a year"],
    [" 1961 ", "1961", "spaces around"],
    ["２０１６", "2016", "wide digits of a phone's keyboard"],
    ["2016-02", "2016-02", "a month as it is stored"],
    ["2016/2", "2016-02", "other separators"],
    ["2/2016", "2016-02", "the month first"],
    ["2016-02-22", "2016-02-22", "a day as it is stored"],
    ["22/02/2016", "2016-02-22", "day first, for there is no month 22"],
    ["02/22/2016", "2016-02-22", "month first, for there is no month 22"],
    ["5.5.2016", "2016-05-05", "day and month may change places"],
    ["2016-02-29", "2016-02-29", "a leap day"],
    ["0016", "0016", "an early year in four digits"],
    ["February 2016", "2016-02", "an English month"],
    ["feb 2016", "2016-02", "a short one"],
    ["Sept. 2019", "2019-09", "a short one with a dot"],
    ["22 February 2016", "2016-02-22", "an English day"],
    ["February 22nd, 2016", "2016-02-22", "an American day"],
    ["the 22nd of February 2016", "2016-02-22", "with an article"],
    ["in February 2016", "2016-02", "with a preposition"],
    ["8 to 10 July 2019", "2019-07-08/2019-07-10", "days of a month"],
    ["febrero de 2016", "2016-02", "a Spanish month"],
    ["FEBRERO 2016", "2016-02", "in capitals, without its preposition"],
    ["febrero del 2016", "2016-02", "as many say it"],
    ["setiembre de 2019", "2019-09", "the other spelling"],
    ["22 de febrero de 2016", "2016-02-22", "a Spanish day"],
    ["el 22 de febrero de 2016", "2016-02-22", "with an article"],
    ["desde el año 2016", "2016", "with its preposition, article and noun"],
    ["del 8 al 10 de julio de 2019", "2019-07-08/2019-07-10", "Spanish days of a month"],
  ])("reads %j as %s in either language: %s", async (typed, when) => {
    expect(await read(typed)).toBe(when);
    expect(await read(typed, "es")).toBe(when);
  });

  it.each([
    ["", "nothing"],
    ["soon", "no date"],
    ["last year", "no clock is asked"],
    ["16", "a year in two digits"],
    ["Feb 22 16", "a year in two digits beside a month"],
    ["early 2016", "more than a date"],
    ["February 2016 and March 2017", "two dates"],
    ["22 February 2016 in Havana", "a date and more"],
    ["12016", "a year in five digits"],
    ["2016-02-22T10:00", "a time of day"],
    ["10 to 8 July 2019", "a period that ends before it begins"],
    ["²⁰¹⁶-<@1>", "a mention"],
  ])("refuses %j: %s", async (typed) => {
    expect(await problem(typed)).toMatch(/Write a year \(2016\)/);
  });

  it.each([
    ["endless digits", "9".repeat(5000)],
    ["endless words", "February ".repeat(1000)],
  ])("refuses %s", async (_, typed) => {
    expect(await read(typed)).toBeUndefined();
  });

  it.each([
    ["2016-02-30", "“2016-02-30” is not in the calendar.", "«2016-02-30» no está en el calendario."],
    ["2016-13", "“2016-13” is not in the calendar.", "«2016-13» no está en el calendario."],
    ["2015-02-29", "“2015-02-29” is not in the calendar.", "«2015-02-29» no está en el calendario."],
    ["31/31/2016", "“31/31/2016” is not in the calendar.", "«31/31/2016» no está en el calendario."],
    ["22 February", "“22 February” has no year.", "A «22 February» le falta el año."],
    ["marzo", "“marzo” has no year.", "A «marzo» le falta el año."],
    [
      "2/3/2016",
      "“2/3/2016” can be 2 March 2016 or 3 February 2016.",
      "«2/3/2016» puede ser el 2 de marzo de 2016 o el 3 de febrero de 2016.",
    ],
    ["whenever", "“whenever” is not a date that I can read.", "«whenever» no es una fecha que yo sepa leer."],
  ])("says what is wrong with %j", async (typed, english, spanish) => {
    expect(await problem(typed)).toMatch(english);
    expect(await problem(typed, "es")).toMatch(spanish);
  });

  it("repeats no more than the beginning of a long text, with its code points whole", async () => {
    const told = (await problem("😀".repeat(3000))) ?? "";
    expect(told.isWellFormed()).toBe(true);
    expect(told.length).toBeLessThan(300);
  });

  it("answers any text with a date of the calendar or a problem", async () => {
    const texts = fc.oneof(fc.string({ unit: "binary" }), fc.stringMatching(/^[0-9 /.-]{0,12}$/));
    await fc.assert(
      fc.asyncProperty(texts, async (typed) => {
        const date = await readDate(typed, "en");
        if (!date.ok) {
          expect(date.problem).not.toBe("");
          return;
        }
        for (const end of date.when.split("/")) {
          const whole = `${end}-01-01`.slice(0, 10);
          expect(new Date(whole).toISOString().slice(0, 10)).toBe(whole);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe("rangeProblem", () => {
  it("says in words that a timeline ends before it begins", () => {
    expect(rangeProblem("2016-02", "2015", "en")).toMatch("would begin (February 2016) after its end (2015)");
    expect(rangeProblem("2016-02", "2015", "es")).toMatch("empezaría (febrero de 2016) después de su final (2015)");
  });

  it.each([
    ["2015", "2016"],
    ["2016", "2016"],
    ["2016-02", "2016"],
    ["2016-02-22", "2016-02-22"],
  ])("has nothing against %s to %s", (from, to) => {
    expect(rangeProblem(from, to, "en")).toBeUndefined();
  });
});
