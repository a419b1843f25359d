import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Control, customIdOf, readCustomId } from "../../src/discord/custom-id.js";
import { hostileText } from "./hostile.js";

const anyControl: fc.Arbitrary<Control> = fc.record({
  command: fc.oneof(fc.stringMatching(/^[a-z][a-z0-9-]{0,31}$/), hostileText),
  verb: fc.oneof(fc.stringMatching(/^[a-z][a-z-]{0,19}$/), hostileText),
  args: fc.array(fc.oneof(fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,30}$/), hostileText), { maxLength: 5 }),
  version: fc.oneof(fc.stringMatching(/^[0-9a-f]{12}$/), hostileText),
  onlyForAsker: fc.boolean(),
});
const law = (check: (control: Control) => void) => fc.assert(fc.property(anyControl, check));

const PICK: Control = {
  command: "ask",
  verb: "pick",
  args: ["talks-2016"],
  version: "0123456789ab",
  onlyForAsker: false,
};

describe("customIdOf", () => {
  it.each<[string, Partial<Control>, string]>([
    ["ask:pick:0123456789ab:talks-2016", {}, "an entry"],
    ["ask:pick!:0123456789ab:talks-2016", { onlyForAsker: true }, "for whoever asked"],
    ["ask:pick:0123456789ab", { args: [] }, "no argument"],
    ["ask:pick:0123456789ab:", { args: [""] }, "an empty one"],
    ["ask:pick:0123456789ab::2", { args: ["", "2"] }, "two"],
    ["ask:pick:0123456789ab:Jos%C3%A9%3A1", { args: ["José:1"] }, "letters and signs"],
  ])("makes %s: %s (%s)", (id, change) => {
    expect(customIdOf({ ...PICK, ...change })).toBe(id);
  });

  it("makes what readCustomId reads as the same, or nothing", () => {
    law((control) => {
      const id = customIdOf(control);
      if (id !== undefined) expect(readCustomId(id)).toEqual(control);
    });
  });

  it("makes nothing that is longer than 100", () => {
    law((control) => {
      expect(customIdOf(control)?.length ?? 0).toBeLessThanOrEqual(100);
    });
  });

  it("has room for an entry's longest id", () => {
    expect(customIdOf({ ...PICK, args: ["a".repeat(60)] })).toBeDefined();
  });

  it.each<[Partial<Control>, string]>([
    [{ args: ["a".repeat(90)] }, "too long"],
    [{ args: ["\ud800"] }, "half a character"],
    [{ command: "Ask" }, "a command that is none"],
    [{ verb: "pick:it" }, "a verb that is none"],
    [{ version: "1" }, "a version that is none"],
  ])("makes nothing of %j: %s", (change) => {
    expect(customIdOf({ ...PICK, ...change })).toBeUndefined();
  });
});

describe("readCustomId", () => {
  it("reads or refuses any text without a throw, and reads only what customIdOf makes", () => {
    const ids = fc.oneof(
      hostileText,
      hostileText.map((text) => `ask:pick:0123456789ab:${text}`),
      hostileText.map((text) => `ask:pick:0123456789ab:${encodeURIComponent(text.toWellFormed())}`),
    );
    fc.assert(
      fc.property(ids, (id) => {
        const control = readCustomId(id);
        if (control) expect(customIdOf(control)).toBe(id);
      }),
    );
  });

  it.each([
    ["", "empty"],
    ["x", "another program's"],
    ["ask:pick", "no version"],
    ["ask:pick:0123456789ab:a\n", "a line's end"],
    ["ask:pick:0123456789ab:a b", "a space"],
    ["ask:pick:0123456789ab:%41", "a letter that needs no escape"],
    ["ask:pick:0123456789ab:%c3%a9", "small letters in an escape"],
    ["ask:pick:0123456789ab:%C3", "half an escaped character"],
    ["ask:pick:0123456789ab:%", "half an escape"],
    ["ask:pick:0123456789aB:a", "a version that is none"],
    ["ask:pick:0123456789abc:a", "too long a version"],
    ["Ask:pick:0123456789ab:a", "a capital letter"],
    [" ask:pick:0123456789ab:a", "a space in front"],
    ["ask:pick!!:0123456789ab:a", "two marks"],
    ["ask::0123456789ab:a", "no verb"],
    [`ask:pick:0123456789ab:${"a".repeat(100)}`, "too long"],
  ])("refuses %j: %s", (id) => {
    expect(readCustomId(id)).toBeUndefined();
  });
});
