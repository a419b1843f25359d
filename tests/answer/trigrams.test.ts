import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TRIGRAMS, trigramsOf } from "../../src/answer/trigrams.js";

const shared = (a: string, b: string) => trigramsOf(a).filter((trigram) => trigramsOf(b).includes(trigram)).length;

describe("trigramsOf", () => {
  it("gives one trigram for each letter of a word", () => {
    expect(trigramsOf("lamp")).toHaveLength(4);
  });

  it("gives a trigram that comes twice once", () => {
    expect(trigramsOf("aaaaaa")).toHaveLength(3);
  });

  it("gives none for no word", () => {
    expect(trigramsOf("")).toEqual([]);
  });

  it("marks the ends of a word: the same letters inside another one are fewer", () => {
    expect(shared("amp", "lamps")).toBe(1);
  });

  it("shares more between a word and its typo than between two words", () => {
    expect(shared("lighthouse", "lighthuose")).toBeGreaterThan(shared("lighthouse", "bakery"));
  });

  it("gives whole numbers below TRIGRAMS for any word", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (word) => {
        for (const trigram of trigramsOf(word)) {
          expect(Number.isInteger(trigram) && trigram >= 0 && trigram < TRIGRAMS).toBe(true);
        }
      }),
    );
  });

  it("never gives more trigrams than the word has characters", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (word) => {
        expect(trigramsOf(word).length).toBeLessThanOrEqual(word.length);
      }),
    );
  });
});
