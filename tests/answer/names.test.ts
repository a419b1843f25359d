import { describe, expect, it } from "vitest";
import { Names } from "../../src/answer/names.js";
import { village } from "./village.js";

const names = new Names(village);
describe("nearestWord", () => {
  it.each([
    ["odduya", "oduya", "a letter is too many"],
    ["marrta", "marta", "a letter is doubled"],
    ["abbott", "abbot", "another letter is doubled"],
    ["teodro", "teodor", "two letters are swapped"],
  ])("takes %j for %j: %s", (typed, name) => {
    expect(names.nearestWord(typed)).toBe(name);
  });

  it.each([
    ["wern", "a short word could be anything"],
    ["lighthouse", "it is like nobody's name"],
    ["kestrle", "only people are meant"],
    ["boduya", "the first letter is another one"],
    ["o".repeat(33), "no name is so long"],
    ["", "nothing was typed"],
  ])("takes %j for nobody: %s", (typed) => {
    expect(names.nearestWord(typed)).toBeUndefined();
  });
});
