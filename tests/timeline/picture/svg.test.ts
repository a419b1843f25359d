import { describe, expect, it } from "vitest";
import { COLOURS } from "../../../src/timeline/picture/colours.js";
import { fontMeasure } from "../../../src/timeline/picture/fonts.js";
import { layoutOf } from "../../../src/timeline/picture/layout.js";
import { svgOf } from "../../../src/timeline/picture/svg.js";
import { factsOf } from "../support.js";

const measure = fontMeasure();
const draw = (text: string, language = "en") => {
  const facts = factsOf(
    [
      ["1999", text],
      ["2016-02-22", "It rained all day, and so it did the day after."],
    ],
    language,
  );
  return svgOf(layoutOf(facts, text, language, measure), language);
};

describe("the picture as SVG", () => {
  it("has the dates, the years and the gap in words of the language", () => {
    const words = (svg: string) => [...svg.matchAll(/>([^<>]+)<\/text>/g)].map(([, text]) => text);
    expect(words(draw("A fair.", "es"))).toEqual(
      expect.arrayContaining([
        "De 1999 a 2016 · 2 hechos con fecha",
        "17 años después",
        "1999",
        "22 de febrero de 2016",
      ]),
    );
    expect(words(draw("A fair."))).toEqual(
      expect.arrayContaining(["1999 to 2016 · 2 dated facts", "17 years later", "1999", "22 February 2016"]),
    );
  });

  it.each([
    `</text><script>alert(1)</script>`,
    `" onload="x`,
    `<![CDATA[ & ]]> &lt; &#x3c;`,
    `<image href="file:///etc/passwd"/>`,
    `'"><!-- -->`,
  ])("is not changed in its build by %j", (text) => {
    const build = (svg: string) =>
      svg
        .replace(/>[^<>]*<\/text>/g, ">…</text>")
        .match(/<[/a-z]+/g)
        ?.filter((tag) => !/text/.test(tag));
    expect(build(draw(text))).toEqual(build(draw("A fair was.")));
    expect(draw(text)).not.toMatch(/<(?:script|image|!)/);
  });
});

describe("the picture's colours", () => {
  it.each([
    ["ink", 4.5, "text"],
    ["quiet", 4.5, "text"],
    ["mark", 3, "dots and bars"],
    ["line", 3, "lines that lead to labels"],
  ] as const)("give %s a contrast of %d at least: %s", (colour, least, _) => {
    expect(contrast(COLOURS[colour], COLOURS.ground)).toBeGreaterThanOrEqual(least);
  });
});

/** The contrast of two colours: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(one: string, other: string): number {
  const [low, high] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((share) => (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
