import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fontMeasure } from "../../../src/timeline/picture/fonts.js";
import { type Layout, layoutOf } from "../../../src/timeline/picture/layout.js";
import { DATE, TEXT, WIDTH } from "../../../src/timeline/picture/sizes.js";
import { yearStart } from "../../../src/timeline/span.js";
import { factsOf } from "../support.js";
import { whens } from "../whens.js";

const measure = fontMeasure();
const lay = (facts: readonly (readonly [string, string])[]) => layoutOf(factsOf(facts), "A town", "en", measure);
const texts = fc.oneof(fc.lorem({ maxCount: 30 }), fc.constant("W".repeat(500)), fc.constant("It was."));
const layouts = fc
  .uniqueArray(fc.tuple(whens, texts), { minLength: 1, maxLength: 12, selector: ([when]) => when })
  .map((facts) => lay(facts));
const law = (holds: (layout: Layout) => void) => fc.assert(fc.property(layouts, holds), { numRuns: 40 });
const day = (date: string) => Date.parse(date);

describe("any picture's layout", () => {
  it("has every label below the one before it", () => {
    law(({ labels }) => {
      for (const [i, { top }] of labels.entries()) {
        if (i > 0) expect(top).toBeGreaterThan(labels[i - 1].bottom);
      }
    });
  });

  it("has no label over the words of a gap", () => {
    law(({ labels, axis }) => {
      for (const gap of axis.gaps) {
        expect(labels.filter(({ top, bottom }) => top < gap.bottom - 1e-6 && bottom > gap.top + 1e-6)).toEqual([]);
      }
    });
  });

  it("has labels that end before the edge and lie inside the picture", () => {
    law(({ labels, labelX, height }) => {
      for (const { top, bottom, date, text } of labels) {
        for (const line of date) expect(labelX + measure.widthOf(line, DATE.size, DATE.weight)).toBeLessThan(WIDTH);
        for (const line of text) expect(labelX + measure.widthOf(line, TEXT.size, TEXT.weight)).toBeLessThan(WIDTH);
        expect(bottom - top).toBe(date.length * DATE.line + text.length * TEXT.line);
        expect(bottom).toBeLessThan(height);
      }
    });
  });

  it("has a date beside every fact", () => {
    law(({ labels }) => {
      for (const { date } of labels) expect(date.join(" ")).toMatch(/\d/);
    });
  });

  it("has no bar over another one, and all of them left of the labels", () => {
    law(({ marks, labelX }) => {
      const bars = marks.filter(({ kind }) => kind === "bar");
      for (const [i, one] of bars.entries()) {
        expect(one.x).toBeLessThan(labelX - 20);
        const over = bars
          .slice(i + 1)
          .filter((other) => other.x === one.x && other.top < one.bottom && one.top < other.bottom);
        expect(over).toEqual([]);
      }
    });
  });

  it("has time run down", () => {
    law(({ axis, marks }) => {
      const tops = axis.bands.flatMap(({ year }) => [axis.at(yearStart(year)), axis.at(yearStart(year + 1) - 1)]);
      expect(tops).toEqual(tops.toSorted((a, b) => a - b));
      const dots = marks.filter(({ kind }) => kind === "dot").map(({ top }) => top);
      expect(dots).toEqual(dots.toSorted((a, b) => a - b));
    });
  });
});

describe("the layout of a picture", () => {
  it("draws a day as a dot, and a month, a year and a period as bars of their length", () => {
    const { marks, axis } = lay([
      ["2014", "A year."],
      ["2015-01/2015-06", "Half a year."],
      ["2016-07-02", "A day."],
    ]);
    expect(marks.map(({ kind }) => kind)).toEqual(["bar", "bar", "dot"]);
    const [year, half, dot] = marks;
    const [first, second, third] = axis.bands;
    expect(year.bottom - year.top).toBeCloseTo(first.bottom - first.top - 6);
    expect((half.bottom - half.top) / (second.bottom - second.top)).toBeCloseTo(0.5, 1);
    expect((dot.top + dot.bottom) / 2).toBeCloseTo((third.top + third.bottom) / 2, 0);
  });

  it("draws a year in proportion", () => {
    const { axis } = lay([
      ["2015-01-01", "New year."],
      ["2015-12-31", "The last day."],
    ]);
    const quarter = axis.at(day("2015-04-01")) - axis.at(day("2015-01-01"));
    const year = axis.at(day("2016-01-01")) - axis.at(day("2015-01-01"));
    expect(quarter / year).toBeCloseTo(90 / 365);
  });

  it("leaves out years in which nothing begins or ends, and says how many pass", () => {
    const { axis } = lay([
      ["1961", "One."],
      ["2015", "Two."],
      ["2016", "Three."],
    ]);
    expect(axis.bands.map(({ year }) => year)).toEqual([1961, 2015, 2016]);
    expect(axis.gaps.map(({ years }) => years)).toEqual([54]);
  });

  it("puts bars that overlap in time side by side", () => {
    const { marks } = lay([
      ["2015", "A year."],
      ["2015-03", "A month of it."],
      ["2015-06", "Another month."],
    ]);
    expect(marks[1].x).toBeGreaterThan(marks[0].x);
    expect(marks[2].x).toBe(marks[1].x);
  });

  it("keeps the place of the years before 100", () => {
    const { axis } = lay([
      ["0044-03-15", "The Ides."],
      ["0079-10-24", "An eruption."],
    ]);
    expect(axis.bands.map(({ year }) => year)).toEqual([44, 79]);
  });
});
