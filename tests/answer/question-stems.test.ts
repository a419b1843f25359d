import { describe, expect, it } from "vitest";
import { villageAnswerer } from "../support/village.js";

const village = villageAnswerer();

describe("what a question's words mean", () => {
  it.each([
    ["When did the bakery open?", "did the bakehouse open", "another name of the same"],
    ["who runs the bakery", "WHO RUNS THE BAKERY!!", "case and marks"],
    ["price of the bridge", "bridge price", "their order"],
    ["potters at the bakery", "potters at the bakrey", "a typo that is repaired"],
    ["zeppelins to mars", "a zeppelin to mars", "the form of a word that nobody knows"],
  ])("is the same of %j and %j (%s)", (one, other) => {
    expect(new Set(village.stemsIn(other, "en"))).toEqual(new Set(village.stemsIn(one, "en")));
  });

  it("comes rarest first: what no entry has before what some have", () => {
    expect(village.stemsIn("zeppelin over the bakery", "en")[0]).toBe("zeppelin");
  });

  it("is nothing where all words are of conversation", () => {
    expect(village.stemsIn("who is that then", "en")).toEqual([]);
  });
});

describe("a wording that somebody wrote down", () => {
  it("leads to its entry, however it is typed", () => {
    expect(village.written("WHO is the baker", "en")?.id).toBe("baker-name");
    expect(village.written("¿quien es la panadera?", "es")?.id).toBe("baker-name");
  });

  it("is none where it only comes near", () => {
    expect(village.written("who is the best baker", "en")).toBeUndefined();
  });
});
