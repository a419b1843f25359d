import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { editsBetween, Spelling } from "../../src/answer/spelling.js";

const KNOWN = ["lighthouse", "keeper", "lamp", "tower", "bakery", "baker", "bread", "chess", "champion", "club", "oil"];

/** What a word is repaired to, with a vocabulary whose words are as frequent as `counts` says, once where it is silent. */
function repair(typed: string, words: readonly string[] = KNOWN, counts: Readonly<Record<string, number>> = {}) {
  return new Spelling(
    words,
    words.map((word) => counts[word] ?? 1),
  ).repair(typed);
}

const TYPOS: readonly (readonly [typed: string, meant: string, why: string])[] = [
  ["lighthous", "lighthouse", "a letter is missing"],
  ["lighthousse", "lighthouse", "a letter is too many"],
  ["lighthpuse", "lighthouse", "a letter is its neighbour on the keyboard"],
  ["lighthuose", "lighthouse", "two letters are swapped"],
  ["ligthhuose", "lighthouse", "two pairs of letters are swapped"],
  ["champoin", "champion", "two letters are swapped in a word of eight"],
  ["championes", "champion", "two letters are too many"],
  ["towr", "tower", "a letter is missing in a word of four"],
  ["vakery", "bakery", "the first letter is wrong"],
  ["hcess", "chess", "the first two letters are swapped"],
];

/** What people write by ear is known by its sound, an edit further off. */
const BY_EAR: readonly (readonly [typed: string, meant: string, why: string])[] = [
  ["contrys", "countries", "a vowel is missing, and the ending is as it sounds"],
  ["moshon", "motion", "sh for ti in a short word"],
  ["tekst", "text", "ks for x"],
  ["rezolushon", "resolution", "z for s, and sh for ti"],
];

const LEFT_ALONE: readonly (readonly [typed: string, why: string])[] = [
  ["oll", "a word of three letters could be anything"],
  ["clbu1", "a word with a digit is a number or a code"],
  ["twr", "two letters of a short word are missing"],
  ["braed".repeat(20), "no word is so long"],
  ["mountain", "no known word is near"],
  ["vakrey", "the first letter and more is wrong"],
];

describe("repair", () => {
  it.each(TYPOS)("takes %j for %j: %s", (typed, meant) => {
    expect(repair(typed)).toBe(meant);
  });

  it.each(BY_EAR)("takes %j for %j by its sound: %s", (typed, meant) => {
    expect(repair(typed, [meant])).toBe(meant);
  });

  it("asks for the same first letter where a word is known by its sound", () => {
    expect(repair("kountrys", ["countries"])).toBeUndefined();
  });

  it("asks for the same sound where a word is an edit further off", () => {
    expect(repair("contrys", ["cantons"])).toBeUndefined();
  });

  it.each(LEFT_ALONE)("leaves %j alone: %s", (typed) => {
    expect(repair(typed)).toBeUndefined();
  });

  it("prefers the word that is fewer edits away", () => {
    expect(repair("bakerry", KNOWN, { baker: 9 })).toBe("bakery");
  });

  it("prefers the more frequent of two words that are equally near", () => {
    expect(repair("lams", ["lamb", "lamp"], { lamp: 2 })).toBe("lamp");
  });

  it("prefers a word with the same first letter among words that are equally near", () => {
    expect(repair("lams", ["hams", "lamp"])).toBe("lamp");
  });

  it("prefers the first in the alphabet where nothing else decides", () => {
    expect(repair("lams", ["lamp", "lamb"])).toBe("lamb");
  });

  it("gives nothing without a vocabulary", () => {
    expect(repair("lighthouse", [])).toBeUndefined();
  });

  it("gives a known word at most three edits away, or none", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9]{0,12}$/), (typed) => {
        const meant = repair(typed);
        if (meant === undefined) return;
        expect(KNOWN).toContain(meant);
        expect(naiveEdits(typed, meant)).toBeLessThanOrEqual(3);
      }),
    );
  });
});

describe("editsBetween", () => {
  const word = fc.string({ unit: fc.constantFrom(..."abcd"), maxLength: 9 });

  it("equals the full table of edits up to its limit", () => {
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 4 }), (a, b, limit) => {
        expect(editsBetween(a, b, limit)).toBe(Math.min(naiveEdits(a, b), limit + 1));
      }),
      { numRuns: 5000 },
    );
  });

  it("counts alike in both directions", () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editsBetween(a, b, 2)).toBe(editsBetween(b, a, 2));
      }),
    );
  });

  it("keeps nothing of the words compared before", () => {
    fc.assert(
      fc.property(word, word, word, word, (a, b, c, d) => {
        const alone = editsBetween(a, b, 2);
        editsBetween(c, d, 4);
        expect(editsBetween(a, b, 2)).toBe(alone);
      }),
    );
  });

  it("takes words that are longer than any word for different unless they are the same", () => {
    const long = "x".repeat(100);
    expect(editsBetween(long, long, 2)).toBe(0);
    expect(editsBetween(long, `${long}y`, 2)).toBe(3);
  });
});

/** Optimal string alignment by the whole table. */
function naiveEdits(a: string, b: string): number {
  const edits = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (_, j) => i || j));
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const replaced = edits[i - 1][j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swapped = isSwap ? edits[i - 2][j - 2] + 1 : Number.POSITIVE_INFINITY;
      edits[i][j] = Math.min(edits[i - 1][j] + 1, edits[i][j - 1] + 1, replaced, swapped);
    }
  }
  return edits[a.length][b.length];
}
