import { describe, expect, it } from "vitest";
import { Names } from "../../src/answer/names.js";
import { knowledgeOf } from "./support.js";
import { village } from "./village.js";

const names = new Names(village);
const found = (typed: string, language = "en", limit = 3) =>
  names.find(typed, language, limit).map(({ entity }) => entity.id);

describe("find", () => {
  it.each([
    ["Marta Oduya", "oduya", "the name"],
    ["oduya", "oduya", "an alias in small letters"],
    ["Marta Odoya", "oduya", "a letter is wrong"],
    ["Silas Brnad", "brand", "two letters are swapped"],
    ["Kestrel", "kestrel-point", "the beginning of a name"],
    ["oven stret", "oven-street", "a letter is missing"],
    ["inés falk", "falk", "the Spanish name"],
    ["2014 tournament", "tournament-2014", "an event"],
  ])("puts first for %j: %s, %s", (typed, id) => {
    expect(found(typed)[0]).toBe(id);
  });

  it("gives each entity once, under however many names it is found", () => {
    const ids = found("Lena Abbot", "en", 10);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("gives the name in the language asked for", () => {
    expect(names.find("falk", "es", 1)[0].name).toBe("Inés Falk");
    expect(names.find("falk", "en", 1)[0].name).toBe("Ines Falk");
  });

  it("gives the only name that there is where the language has none", () => {
    expect(names.find("oduya", "es", 1)[0].name).toBe("Marta Oduya");
  });

  it("stops at the limit", () => {
    expect(found("tournament", "en", 1)).toHaveLength(1);
  });

  it("offers some names where nothing was typed", () => {
    expect(found("")).toHaveLength(3);
  });

  it.each(["qqqqqqqq", "x".repeat(5000)])("gives nothing for %j", (typed) => {
    expect(found(typed)).toEqual([]);
  });

  it("gives nothing in a knowledge without entities", () => {
    const bare = new Names(knowledgeOf({ entries: [{ id: "baker", question: "Who is the baker?" }] }));
    expect(bare.find("Abbot", "en", 3)).toEqual([]);
  });
});

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
