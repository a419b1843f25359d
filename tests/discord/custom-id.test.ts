import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parsePickId, pickId } from "../../src/discord/custom-id.js";
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
