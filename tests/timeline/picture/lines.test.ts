import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fontMeasure } from "../../../src/timeline/picture/fonts.js";
import { linesOf } from "../../../src/timeline/picture/lines.js";

/** Every sign is ten pixels wide, and only Latin, Greek and a few signs can be drawn. */
const typewriter = {
  widthOf: (text: string) => 10 * [...text].length,
  canDraw: (point: string) => /[ -\u04ff…]/.test(point),
};
const setting = { size: 10, weight: 400, width: 100, most: 2 } as const;
const font = fontMeasure();

describe("linesOf", () => {
  it.each<[string, string, string[]]>([
    ["keeps a short text in a line", "a mill", ["a mill"]],
    ["breaks between words", "the mill burnt down", ["the mill", "burnt down"]],
    ["ends a longer text with an ellipsis after a whole word", "the mill burnt down again", ["the mill", "burnt…"]],
    ["takes a comma away before the ellipsis", "the mill burnt, as we heard", ["the mill", "burnt, as…"]],
    ["breaks inside a word that is wider than a line", "windmillsandwatermills", ["windmillsa", "ndwatermi…"]],
    [
      "leaves no word alone in the last line where narrower lines can help",
      "a big old mill burnt",
      ["a big old", "mill burnt"],
    ],
    ["leaves it alone where they cannot", "watermills burnt", ["watermills", "burnt"]],
    ["makes line breaks and tabs spaces", "the\n\tmill", ["the mill"]],
    ["leaves out what the font lacks", "the 🔥 mill 工", ["the mill"]],
    ["leaves out control signs and turned directions", "the \u202emi\u0000ll\u200b", ["the mill"]],
    ["draws nothing of nothing", " \n ", []],
    ["draws nothing of what cannot be drawn", "🔥🔥", []],
  ])("%s", (_, text, lines) => {
    expect(linesOf(text, typewriter, setting)).toEqual(lines);
  });

  it("never has a line that is wider, more lines than allowed, or half a code point", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: "binary", maxLength: 300 }), fc.lorem(), fc.constant("W".repeat(5000))),
        fc.integer({ min: 60, max: 900 }),
        (text, width) => {
          const lines = linesOf(text, font, { size: 36, weight: 600, width, most: 3 });
          expect(lines.length).toBeLessThanOrEqual(3);
          for (const line of lines) {
            expect(font.widthOf(line, 36, 600)).toBeLessThanOrEqual(width);
            expect(line.isWellFormed()).toBe(true);
          }
        },
      ),
    );
  });
});

describe("the font", () => {
  it.each(["é", "ñ", "ü", "ж", "Ω", "€", "«", "–", "…"])("has %s", (point) => {
    expect(font.canDraw(point)).toBe(true);
  });

  it.each(["😀", "工", "\u{10ffff}"])("has no %j", (point) => {
    expect(font.canDraw(point)).toBe(false);
  });
});
