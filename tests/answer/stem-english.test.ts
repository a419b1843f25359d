import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { newStemmer } from "snowball-stemmers";
import { describe, expect, it } from "vitest";
import { stemEnglish } from "../../src/answer/languages/stem-english.js";
import { wordsOf } from "../../src/answer/text.js";

const snowball = newStemmer("english");

const ENDINGS =
  `tional enci anci abli entli izer ization ational ation ator alism aliti alli fulness ousli ousness iveness iviti biliti bli ogi
  fulli lessli li alize icate iciti ical ful ness ative al ance ence er ic able ible ant ement ment ent ism ate iti ous ive ize ion sion
  tion e l ll y ly ed edly ing ingly eed eedly s es ies ied sses us ss`.split(/\s+/);

describe("an English stem", () => {
  it.each([
    ["meetings", "meet", "a plural of a verb's noun"],
    ["hopping", "hop", "a doubled letter"],
    ["hoping", "hope", "a lost e"],
    ["generalization", "general", "a beginning that holds its vowels together"],
    ["skies", "sky", "an exception"],
    ["yearly", "year", "a y that is a consonant"],
    ["22", "22", "no word at all"],
  ])("of %s is %s: %s", (word, stem) => {
    expect(stemEnglish(word)).toBe(stem);
  });

  it("is Snowball's for every word of the project's own texts", () => {
    const dir = new URL("../../knowledge/entries/", import.meta.url);
    const texts = [...readdirSync(dir).map((name) => new URL(name, dir)), new URL("../../README.md", import.meta.url)];
    const words = new Set(texts.flatMap((file) => wordsOf(readFileSync(file, "utf8"))));
    expect(words.size).toBeGreaterThan(1000);
    expect([...words].filter((word) => stemEnglish(word) !== snowball.stem(word))).toEqual([]);
  });

  it("is Snowball's for any letters before any endings", () => {
    const letters = fc.string({ unit: fc.constantFrom(..."aeiouybcdfgklmnrstvwxzé1"), maxLength: 7 });
    const beginning = fc.oneof(
      letters,
      fc.constantFrom("gener", "commun", "arsen", "proceed", "inning", "ugly", "news"),
    );
    const ending = fc.array(fc.constantFrom(...ENDINGS), { maxLength: 3 });
    fc.assert(
      fc.property(beginning, ending, (start, ends) => {
        const word = start + ends.join("");
        expect(stemEnglish(word)).toBe(snowball.stem(word));
      }),
      { numRuns: 5000 },
    );
  });
});
