import { describe, expect, it } from "vitest";
import { showDate } from "../src/dates.js";

describe("showDate", () => {
  it.each([
    ["2015-07-20", "en", "20 July 2015"],
    ["2015-07-20", "es", "20 de julio de 2015"],
    ["2016-02", "en", "February 2016"],
    ["2016-02", "es", "febrero de 2016"],
    ["2015", "en", "2015"],
    ["2019-07-08", "de", "8 July 2019"],
  ])("shows %s in %s as %s", (date, language, words) => {
    expect(showDate(date, language)).toBe(words);
  });
});
