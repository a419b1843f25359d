import { describe, expect, it } from "vitest";
import { showWhen } from "../../src/timeline/show-when.js";

describe("showWhen", () => {
  it.each([
    ["2016", "2016", "2016", "a year"],
    ["2016-02", "February 2016", "febrero de 2016", "a month"],
    ["2016-02-22", "22 February 2016", "22 de febrero de 2016", "a day"],
    ["2016-02-22/2016-02-23", "22 to 23 February 2016", "del 22 al 23 de febrero de 2016", "days of a month"],
    [
      "2016-02-28/2016-03-02",
      "28 February to 2 March 2016",
      "del 28 de febrero al 2 de marzo de 2016",
      "days of a year",
    ],
    [
      "2015-12-30/2016-01-02",
      "30 December 2015 to 2 January 2016",
      "del 30 de diciembre de 2015 al 2 de enero de 2016",
      "days of two years",
    ],
    ["2016-02/2016-04", "February to April 2016", "de febrero a abril de 2016", "months of a year"],
    ["2015-02/2016-04", "February 2015 to April 2016", "de febrero de 2015 a abril de 2016", "months of two years"],
    ["1959/1962", "1959 to 1962", "de 1959 a 1962", "years"],
    ["1959/1962-10-14", "1959 to 14 October 1962", "de 1959 al 14 de octubre de 1962", "ends of two kinds"],
    ["2016-02-22/2016-02-22", "22 February 2016", "22 de febrero de 2016", "a period of one day"],
  ])("shows %s as %s and %s: %s", (when, english, spanish) => {
    expect(showWhen(when, "en")).toBe(english);
    expect(showWhen(when, "es")).toBe(spanish);
  });
});
