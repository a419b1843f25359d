import fc from "fast-check";

const days = fc
  .date({ min: new Date("1850-01-01"), max: new Date("2050-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

/** Dates as curators write them: days, months, years and periods, many of them near one another. */
export const whens: fc.Arbitrary<string> = fc.oneof(
  days,
  days.map((day) => day.slice(0, 7)),
  days.map((day) => day.slice(0, 4)),
  fc.tuple(days, days).map((ends) => ends.toSorted().join("/")),
  fc.tuple(days, days).map(([a, b]) => [a.slice(0, 4), b.slice(0, 4)].toSorted().join("/")),
  fc.integer({ min: 1, max: 28 }).map((day) => `2016-02-${String(day).padStart(2, "0")}`),
  fc.integer({ min: 1, max: 26 }).map((day) => `2016-02-${String(day).padStart(2, "0")}/2016-02-28`),
);
