import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { beginning, cut, escapeWithin } from "../../src/discord/text.js";
import { hostileText, wellFormedText } from "./hostile.js";

const limit = fc.integer({ min: 1, max: 300 });
/** What Discord shows: a backslash before a sign that is neither letter nor digit goes away. */
const shown = (text: string) => text.replace(/\\([^\p{L}\p{N}\s])/gu, "$1");

const escapeMarkup = (text: string) => escapeWithin(text, Number.POSITIVE_INFINITY);

describe("a text escaped as a whole", () => {
  it.each([
    ["*a* <@1>", "\\*a\\* \\<\\@1\\>", "markup and mentions"],
    ["C:\\", "C\\:\\\\", "backslashes"],
    ["# a", "\\# a", "headings"],
    ["[a](b)", "\\[a\\]\\(b\\)", "links"],
    ["\u001b[31mred", "\\[31mred", "colours lose their control character"],
    ["a\u202eb\u2066c", "abc", "text stays in its direction"],
    ["a\tb", "a b", "tabs divide words"],
    ["a\r\nb", "a\nb", "lines end in one way"],
    ["a\nb", "a\nb", "line breaks stay"],
    ["a\ud800b", "a\ufffdb", "half a character is none"],
    ["¿Cuándo? 漢字 😀", "¿Cuándo? 漢字 😀", "letters stay"],
  ])("%j gives %j: %s", (text, escaped) => {
    expect(escapeMarkup(text)).toBe(escaped);
  });

  it("leaves no sign unescaped that Discord reads", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(escapeMarkup(text).replace(/\\./gs, "")).not.toMatch(/[\\*_~`|>#<@:[\]()-]/);
      }),
    );
  });

  it("shows the same letters", () => {
    const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, "");
    fc.assert(
      fc.property(wellFormedText, (text) => {
        expect(letters(escapeMarkup(text))).toBe(letters(text));
      }),
    );
  });
});

describe("escapeWithin", () => {
  it.each([
    ["abc", 3, "abc", "fits"],
    ["abcd", 3, "ab…", "does not"],
    ["ab cd", 4, "ab…", "no space before the ellipsis"],
    ["a*b", 3, "a…", "an escaped sign stays whole"],
    ["a*b", 4, "a\\*b", "an escaped sign counts two"],
    ["a😀b", 3, "a…", "a character of two units stays whole"],
    ["abc", 1, "…", "only the ellipsis"],
    ["abc", 0, "", "nothing"],
  ])("%j within %i gives %j: %s", (text, max, kept) => {
    expect(escapeWithin(text, max)).toBe(kept);
  });

  it("keeps within the limit", () => {
    fc.assert(
      fc.property(hostileText, limit, (text, max) => {
        expect(escapeWithin(text, max).length).toBeLessThanOrEqual(max);
      }),
    );
  });

  it("splits neither a code point nor an escape", () => {
    fc.assert(
      fc.property(wellFormedText, limit, (text, max) => {
        const kept = escapeWithin(text, max);
        expect(kept.isWellFormed()).toBe(true);
        expect(kept.replace(/\\./gs, "")).not.toContain("\\");
      }),
    );
  });

  it("is a beginning of what is shown", () => {
    fc.assert(
      fc.property(wellFormedText, limit, (text, max) => {
        const whole = escapeMarkup(text);
        const kept = escapeWithin(text, max);
        if (kept !== whole) expect(shown(whole).startsWith(shown(kept.slice(0, -1)))).toBe(true);
      }),
    );
  });
});

describe("cut", () => {
  it.each([
    ["abc", 3, "abc", "fits"],
    ["abcd", 3, "ab…", "does not"],
    ["ab cd", 4, "ab…", "no space before the ellipsis"],
    [" a \n\t b ", 9, "a b", "runs of white space are one space"],
    ["*a*", 3, "*a*", "labels have no markup"],
    ["a😀b", 3, "a…", "a character of two units stays whole"],
    ["\u202e\u0007", 9, "", "nothing that shows"],
  ])("%j to %i gives %j: %s", (text, max, kept) => {
    expect(cut(text, max)).toBe(kept);
  });

  it("keeps within the limit", () => {
    fc.assert(
      fc.property(hostileText, limit, (text, max) => {
        expect(cut(text, max).length).toBeLessThanOrEqual(max);
      }),
    );
  });

  it("splits no code point", () => {
    fc.assert(
      fc.property(wellFormedText, limit, (text, max) => {
        expect(cut(text, max).isWellFormed()).toBe(true);
      }),
    );
  });

  it("cutting twice is cutting once", () => {
    fc.assert(
      fc.property(hostileText, limit, (text, max) => {
        expect(cut(cut(text, max), max)).toBe(cut(text, max));
      }),
    );
  });
});

describe("beginning", () => {
  it.each<[string, number, string, string]>([
    ["a short text", 20, "a short text", "all of it"],
    ["one\ntwo", 5, "one\nt", "lines stay"],
    ["a\r\nb\tc", 9, "a\nb c", "ends of lines and tabs become plain"],
    ["abcdef", 3, "abc", "no ellipsis"],
    ["ab😀", 3, "ab", "no half of a character"],
    ["ab😀", 4, "ab😀", "a whole one"],
    ["a\u0000\u202eb", 2, "ab", "what is taken out does not count"],
    ["*a* <@1>", 9, "*a* <@1>", "nothing is escaped"],
    ["", 3, "", "nothing"],
  ])("of %j in %i is %j: %s", (text, limit, expected) => {
    expect(beginning(text, limit)).toBe(expected);
  });

  it("is what the text, cleaned, begins with, and never longer than the limit", () => {
    fc.assert(
      fc.property(hostileText, fc.nat(200), (text, limit) => {
        const kept = beginning(text, limit);
        expect([beginning(text, 1e6).startsWith(kept), kept.length <= limit, kept.isWellFormed()]).toEqual([
          true,
          true,
          true,
        ]);
      }),
    );
  });
});
