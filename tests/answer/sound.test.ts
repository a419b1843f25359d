import { describe, expect, it } from "vitest";
import { soundOf } from "../../src/answer/sound.js";

describe("soundOf", () => {
  it.each([
    ["contrys", "countries", "vowels side by side are one, whichever"],
    ["foto", "photo", "ph is f"],
    ["menshoned", "mentioned", "tion is shon"],
    ["nite", "knite", "k before n at the beginning is silent"],
    ["atack", "attak", "double letters are single, ck is k"],
    ["sertain", "certain", "c before e is s"],
    ["kuestion", "question", "qu is k"],
    ["emerjing", "emerging", "g before i is j"],
    ["abana", "havana".slice(1), "h is silent, v is b"],
    ["reunion", "reunioon", "long vowels are vowels"],
    ["habansa", "havanza", "z is s, in Spanish v is b"],
  ])("is the same for %s and %s: %s", (one, other) => {
    expect(soundOf(one)).toBe(soundOf(other));
  });

  it.each([
    ["china", "kina", "ch is not k"],
    ["goal", "joal", "g before o is not j"],
    ["card", "sard", "c before a is not s"],
    ["talk", "tank", "other consonants are others"],
  ])("is another for %s and %s: %s", (one, other) => {
    expect(soundOf(one)).not.toBe(soundOf(other));
  });
});
