import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keysOf } from "../src/gaps.js";

const meet = (a: readonly string[], b: readonly string[]) => {
  const others = new Set(keysOf("en", b));
  return keysOf("en", a).some((key) => others.has(key));
};
const stems = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,8}$/), { maxLength: 12 });

describe("the keys of a question", () => {
  it.each([
    ["the very same words", "lamp old", "lamp old", true],
    ["another order", "lamp keeper old", "lamp old keeper", true],
    ["one common word more", "lamp keeper", "lamp keeper harbour", true],
    ["another common word", "lamp keeper harbour", "lamp keeper island", true],
    ["another rare word, although all common ones are there", "caterer meeting cuba", "weather meeting cuba", false],
    ["a single word shared of two", "caterer meeting", "caterer harbour", false],
    ["another year", "prize winner 2018 cup", "prize winner 2014 cup", false],
    ["two others of six", "lamp oil keeper harbour old white", "lamp oil keeper harbour new red", true],
    ["two others of five", "lamp oil keeper harbour old", "lamp oil keeper new red", false],
    ["nothing shared", "lamp oil", "pizza miami", false],
  ])("meet or do not with %s", (_, a, b, does) => {
    expect(meet(a.split(" "), b.split(" "))).toBe(does);
  });

  it("of two languages never meet", () => {
    expect(keysOf("en", ["lamp", "oil"])).not.toEqual(keysOf("es", ["lamp", "oil"]));
  });

  it("are none where nothing has a meaning", () => {
    expect(keysOf("en", [])).toEqual([]);
  });

  it("are few, however long the question is", () => {
    fc.assert(fc.property(stems, (all) => keysOf("en", all).length <= 22));
  });

  it("begin with that of the whole, and none is there twice", () => {
    fc.assert(
      fc.property(stems, (all) => {
        const keys = keysOf("en", all);
        expect(new Set(keys).size).toBe(keys.length);
        if (all.length > 0) expect(keys[0].split(" ").length).toBe(Math.min(8, all.length) + 1);
      }),
    );
  });
});
