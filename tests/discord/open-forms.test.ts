import { describe, expect, it } from "vitest";
import { readCustomId } from "../../src/discord/custom-id.js";
import { Forms } from "../../src/discord/forms.js";
import { SIGN } from "../support/garden.js";

const VERSION = "0123456789ab";
const HOUR = 60 * 60_000;

/** Forms with one that Ada was shown at 0; `find` looks it up. */
function withOne() {
  const forms = new Forms();
  const control = readCustomId(forms.show(SIGN, { id: "1", who: "ada", at: 0 }, VERSION));
  if (!control) throw new Error("no custom id");
  return { forms, find: (who: string, at: number) => forms.find(control, { who, at }) };
}

describe("forms that are open", () => {
  it.each<[string, number, boolean, string]>([
    ["ada", 1, true, "whoever was asked"],
    ["ada", HOUR - 1, true, "within an hour"],
    ["ada", HOUR, false, "an hour is over"],
    ["grace", 1, false, "somebody else"],
  ])("are found by %s after %i ms: %s (%s)", (who, at, isFound) => {
    expect(withOne().find(who, at)).toBe(isFound ? SIGN : undefined);
  });

  it("are two thousand at most: the oldest goes first", () => {
    const { forms, find } = withOne();
    for (let id = 2; id <= 2000; id += 1) forms.show(SIGN, { id: `${id}`, who: "ada", at: 1 }, VERSION);
    expect(find("ada", 1)).toBe(SIGN);
    forms.show(SIGN, { id: "2001", who: "ada", at: 1 }, VERSION);
    expect(find("ada", 1)).toBeUndefined();
  });

  it("stay young as long as they are shown again", () => {
    const { forms, find } = withOne();
    forms.show(SIGN, { id: "1", who: "ada", at: HOUR - 1 }, VERSION);
    expect(find("ada", HOUR + 1)).toBe(SIGN);
  });

  it("are gone once whoever was asked wants to be forgotten, and nobody else's are", () => {
    const { forms, find } = withOne();
    forms.forget("grace");
    expect(find("ada", 1)).toBe(SIGN);
    forms.forget("ada");
    expect(find("ada", 1)).toBeUndefined();
  });
});
