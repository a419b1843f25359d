import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { saturate } from "../../src/answer/bm25.js";

const count = fc.integer({ min: 1, max: 255 });
const length = fc.integer({ min: 1, max: 5000 });
const average = fc.double({ min: 1, max: 5000, noNaN: true });

describe("saturate", () => {
  it("gives 0 for a term that does not occur", () => {
    expect(saturate(0, 10, 10)).toBe(0);
  });

  it("gives 1 for one occurrence in a text of average length", () => {
    expect(saturate(1, 10, 10)).toBeCloseTo(1);
  });

  it("grows with the count", () => {
    fc.assert(
      fc.property(count, length, average, (n, words, usual) => {
        expect(saturate(n + 1, words, usual)).toBeGreaterThan(saturate(n, words, usual));
      }),
    );
  });

  it("grows by less with each occurrence", () => {
    fc.assert(
      fc.property(count, length, average, (n, words, usual) => {
        const [first, second, third] = [n - 1, n, n + 1].map((each) => saturate(each, words, usual));
        expect(third - second).toBeLessThan(second - first);
      }),
    );
  });

  it("falls with the length of the text", () => {
    fc.assert(
      fc.property(count, length, average, (n, words, usual) => {
        expect(saturate(n, words + 1, usual)).toBeLessThan(saturate(n, words, usual));
      }),
    );
  });

  it("stays below a bound however often the term occurs", () => {
    fc.assert(
      fc.property(count, length, average, (n, words, usual) => {
        expect(saturate(n, words, usual)).toBeLessThan(saturate(1e12, 1, 1) + 1e-6);
      }),
    );
  });
});
