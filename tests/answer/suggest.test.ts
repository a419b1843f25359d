import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildIndex } from "../../src/answer/search-index.js";
import { Suggestions } from "../../src/answer/suggest.js";
import { idsOf } from "./support.js";
import { village } from "./village.js";

const english = new Suggestions(buildIndex(village, "en"), "en");
const spanish = new Suggestions(buildIndex(village, "es"), "en");
const first = (suggestions: Suggestions, typed: string) => idsOf(suggestions.find(typed, 25))[0];

describe("Suggestions", () => {
  it.each([
    ["who owns the ba", "bakery-owner", "a word is not finished"],
    ["flou", "bakery-flour", "the only word is not finished"],
    ["visi", "lighthouse-visit", "the only word is half a word"],
    ["How tall", "lighthouse-height", "the question is not finished"],
    ["which mill gri", "bakery-flour", "the words are of another wording"],
    ["who won the chess tournament in 2014", "chess-winner-2014", "the question is whole"],
    ["how tall is the lighthuose", "lighthouse-height", "a word is mistyped"],
    ["beacon height", "lighthouse-height", "a word is an equivalent one"],
  ])("offers first for %j: %s, for %s", (typed, id) => {
    expect(first(english, typed)).toBe(id);
  });

  it.each([
    ["quien es la due", "bakery-owner"],
    ["¿Dónde se reú", "chess-where"],
    ["apertura de la pan", "bakery-opened"],
  ])("offers first for the Spanish %j: %s", (typed, id) => {
    expect(first(spanish, typed)).toBe(id);
  });

  it("offers an entry under its question although another wording was typed", () => {
    expect(idsOf(english.find("lighthouse arch", 25))).toContain("lighthouse-designer");
  });

  it("offers each entry once", () => {
    const ids = idsOf(english.find("lighthouse", 25));
    expect(ids.length).toBeGreaterThan(3);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("offers what the sources do not say last", () => {
    expect(idsOf(english.find("the secret recipe of the rye bread", 25)).at(-1)).toBe("bakery-recipe");
  });

  it.each(["", "   ", "?!", "qqqqqqqq"])("offers nothing for %j", (typed) => {
    expect(english.find(typed, 25)).toEqual([]);
  });

  it("stops at the limit, and gives as many as it says", () => {
    expect(english.find("lighthouse", 3)).toHaveLength(3);
    expect(english.find("lighthouse", 0)).toEqual([]);
  });

  it("stops at the limit for anything that is typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.integer({ min: 0, max: 25 }), (typed, limit) => {
        expect(english.find(typed, limit).length).toBeLessThanOrEqual(limit);
      }),
    );
  });
});
