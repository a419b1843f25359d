import { describe, expect, it } from "vitest";
import { ownTerms } from "../../src/answer/own-terms.js";
import { buildIndex } from "../../src/answer/search-index.js";
import { village } from "./village.js";

const index = buildIndex(village, "en");
const own = ownTerms(index);

describe("an entry's own terms", () => {
  it("are those of its wordings, each once", () => {
    const { wordings, wordingFrom } = index;
    for (const e of index.entries.keys()) {
      const all = wordings.items.subarray(wordings.from[wordingFrom[e]], wordings.from[wordingFrom[e + 1]]);
      expect([...own.terms.subarray(own.from[e], own.from[e + 1])]).toEqual([...new Set(all)]);
    }
  });

  it("are what the places in its wordings stand for", () => {
    const { wordings, wordingFrom } = index;
    const read = index.entries.flatMap((_, e) => {
      const places = own.places.subarray(wordings.from[wordingFrom[e]], wordings.from[wordingFrom[e + 1]]);
      return Array.from(places, (place) => own.terms[own.from[e] + place]);
    });
    expect(read).toEqual([...wordings.items]);
  });

  it("are at most as many as it says", () => {
    const sizes = index.entries.map((_, e) => own.from[e + 1] - own.from[e]);
    expect(own.most).toBe(Math.max(...sizes));
  });
});
