import { describe, expect, it } from "vitest";
import { Repairs } from "../../src/answer/repairs.js";

describe("Repairs", () => {
  const words = ["tournament", "rules", "ruling", "rule", "member"];
  const repairs = new Repairs(words, [3, 1, 1, 4, 2], ["tournament", "rule", "rule", "rule", "member"]);

  it.each<[typed: string, stem: string, meant: string | undefined, why: string]>([
    ["membr", "membr", "member", "a letter is missing"],
    ["tournamnets", "tournamnet", "tournament", "no form of it has the ending, but its stem is near"],
    ["rulering", "ruler", "ruling", "a written word goes before a stem"],
    ["rulxs", "rulx", "rules", "two stems' letters are too few to go by, the written word is near"],
    ["zeppelins", "zeppelin", undefined, "nothing is near"],
  ])("takes %s, of the stem %s, for %s: %s", (typed, stem, meant) => {
    expect(repairs.of(typed, stem)).toBe(meant);
  });

  it("shows a stem by its most frequent word", () => {
    const forms = new Repairs(["settings", "setting", "settle"], [1, 5, 1], ["setting", "setting", "settl"]);
    expect(forms.of("settingingz", "settingi")).toBe("setting");
  });
});
