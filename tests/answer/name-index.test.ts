import { describe, expect, it } from "vitest";
import { NameIndex } from "../../src/answer/name-index.js";

const index = new NameIndex([
  { thing: "oduya", names: ["Marta Oduya", "Oduya"] },
  { thing: "falk", names: ["Ines Falk", "Inés Falk"] },
  { thing: "falke", names: ["Otto Falke"] },
  { thing: "point", names: ["Kestrel Point", "the point"] },
  { thing: "mill-one", names: ["the mill"] },
  { thing: "mill-two", names: ["The Mill"] },
]);

describe("completions", () => {
  it.each([
    ["mar", "oduya", "a name begins so"],
    ["OT", "falke", "in capitals"],
    ["poi", "point", "an alias has a word that begins so"],
    ["inés", "falk", "with an accent"],
    ["odyua", "oduya", "two letters are swapped"],
    ["kestral", "point", "a letter is wrong"],
  ])("puts first for %j: %s, where %s", (typed, thing) => {
    expect(index.completions(typed, 5)[0]).toBe(thing);
  });

  it("gives names that begin so before those that are only like it", () => {
    expect(index.completions("otto", 5)[0]).toBe("falke");
    expect(index.completions("fal", 5).slice(0, 2)).toEqual(["falk", "falke"]);
  });

  it("gives the first things where nothing was typed", () => {
    expect(index.completions(" ", 2)).toEqual(["oduya", "falk"]);
  });

  it("gives each thing once, and no more than the limit", () => {
    const found = index.completions("f", 3);
    expect(found).toHaveLength(new Set(found).size);
    expect(found.length).toBeLessThanOrEqual(3);
  });
});

describe("meant", () => {
  it.each([
    ["marta oduya", "oduya", "its name"],
    ["Odduya", "oduya", "a letter is too many"],
    ["who is Marta Oduya please", "oduya", "its name stands among other words"],
    ["kestrel", "point", "a word of its name"],
    ["Ines Falk", "falk", "though another name is like it"],
  ])("takes %j for %s: %s", (typed, thing) => {
    expect(index.meant(typed)).toEqual({ kind: "one", thing });
  });

  it("says that two are called so", () => {
    expect(index.meant("the mill")).toEqual({ kind: "several", things: ["mill-one", "mill-two"], alike: true });
  });

  it("offers what is near where none is clearly the nearest", () => {
    expect(index.meant("falc")).toEqual({ kind: "several", things: ["falk", "falke"], alike: false });
  });

  it.each(["", "  ", "zzzzzz", "x".repeat(5000), "\u202e\u0000"])("takes %j for nothing", (typed) => {
    expect(index.meant(typed)).toEqual({ kind: "none" });
  });

  it("takes anything for nothing where there are no names", () => {
    expect(new NameIndex([]).meant("mill")).toEqual({ kind: "none" });
  });
});
