import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parsePickId, parseWhyId, pickId, whyId } from "../../src/discord/custom-id.js";
import { hostileText } from "./hostile.js";

const version = fc.stringMatching(/^[0-9a-f]{12}$/);
const entry = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,59}$/);

describe("pickId", () => {
  it("is what parsePickId reads", () => {
    fc.assert(
      fc.property(version, entry, (v, e) => {
        expect(parsePickId(pickId(v, e))).toEqual({ version: v, entry: e });
      }),
    );
  });

  it("fits into a custom id", () => {
    fc.assert(
      fc.property(version, entry, (v, e) => {
        expect(pickId(v, e).length).toBeLessThanOrEqual(100);
      }),
    );
  });
});

describe("parsePickId", () => {
  it("reads or refuses any text without a throw, and reads only what pickId makes", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          hostileText,
          hostileText.map((text) => `pick:0123456789ab:${text}`),
        ),
        (text) => {
          const pick = parsePickId(text);
          if (pick) expect(pickId(pick.version, pick.entry)).toBe(text);
        },
      ),
    );
  });

  it.each([
    ["", "empty"],
    ["pick:0123456789ab:", "no entry"],
    ["pick:0123456789ab:a\n", "a line's end"],
    ["pick:0123456789ab:A", "a capital letter"],
    ["pick:0123456789ab:-a", "a hyphen in front"],
    [`pick:0123456789ab:${"a".repeat(61)}`, "too long an entry"],
    ["pick:0123456789abc:a", "too long a version"],
    ["pick:0123456789aB:a", "a version that is none"],
    ["PICK:0123456789ab:a", "another word in front"],
    [" pick:0123456789ab:a", "a space in front"],
    ["pick:0123456789ab:a:b", "something behind"],
  ])("refuses %j: %s", (id) => {
    expect(parsePickId(id)).toBeUndefined();
  });
});

describe("whyId", () => {
  const asked = fc.bigInt({ min: 1n, max: (1n << 64n) - 1n }).map(String);

  it("is what parseWhyId reads, fits into a custom id, and is never a pick", () => {
    fc.assert(
      fc.property(version, asked, (v, a) => {
        const id = whyId(v, a);
        expect(parseWhyId(id)).toEqual({ version: v, asked: a });
        expect(id.length).toBeLessThanOrEqual(100);
        expect(parsePickId(id)).toBeUndefined();
      }),
    );
  });
});

describe("parseWhyId", () => {
  it("reads or refuses any text without a throw, and reads only what whyId makes", () => {
    const ids = fc.oneof(
      hostileText,
      hostileText.map((text) => `why:0123456789ab:${text}`),
      fc.string({ unit: fc.constantFrom(..."0123456789abcdef:why\n "), maxLength: 40 }).map((text) => `why:${text}`),
    );
    fc.assert(
      fc.property(ids, (text) => {
        const why = parseWhyId(text);
        if (why) expect(whyId(why.version, why.asked)).toBe(text);
      }),
    );
  });

  it.each([
    ["", "empty"],
    ["why:0123456789ab:", "nothing asked"],
    ["why:0123456789ab:1\n", "a line's end"],
    ["why:0123456789ab:01", "a nought in front"],
    ["why:0123456789ab:-1", "less than nothing"],
    ["why:0123456789ab:1e3", "no plain number"],
    ["why:0123456789ab:\u0661\u0662", "digits of another script"],
    [`why:0123456789ab:${"1".repeat(21)}`, "too long a number"],
    ["why:0123456789abc:1", "too long a version"],
    ["why:0123456789aB:1", "a version that is none"],
    ["WHY:0123456789ab:1", "another word in front"],
    [" why:0123456789ab:1", "a space in front"],
    ["why:0123456789ab:1:2", "something behind"],
    ["why:0123456789ab:__proto__", "a name that objects have"],
    ["pick:0123456789ab:1", "a pick"],
  ])("refuses %j: %s", (id) => {
    expect(parseWhyId(id)).toBeUndefined();
  });
});
