import { createHash } from "node:crypto";
import { PNG } from "pngjs";
import { describe, expect, it } from "vitest";
import { FACTS_PER_PICTURE } from "../../src/timeline/alt-text.js";
import { drawTimeline } from "../../src/timeline/draw.js";
import { fontMeasure } from "../../src/timeline/picture/fonts.js";
import { render } from "../../src/timeline/picture/render.js";
import { factsOf } from "./support.js";

const FAIR: readonly (readonly [string, string])[] = [
  ["1901", "The mill was built by two brothers who had come from the coast."],
  ["2016-02-22", "The mill burnt down."],
];
const draw = (facts: Parameters<typeof factsOf>[0], title = "A town", language = "en") =>
  drawTimeline(factsOf(facts, language), { title, language });
const hashOf = (png: Uint8Array) => createHash("sha256").update(png).digest("hex");
/** How many of a picture's pixels are dark enough to be text or an axis. */
const darkIn = ({ data }: PNG) => data.filter((value, i) => i % 4 === 0 && value < 100).length;

describe("drawTimeline", () => {
  it("gives a PNG of the size that it says, with something in it", async () => {
    const { png, width, height } = await draw(FAIR);
    const image = PNG.sync.read(Buffer.from(png));
    expect([image.width, image.height]).toEqual([width, height]);
    expect(width).toBe(1080);
    expect(darkIn(image)).toBeGreaterThan(10_000);
  });

  it("gives the same bytes for the same facts when it draws them anew", async () => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="60"><text y="40" font-family="Inter">22 February</text></svg>`;
    expect(hashOf(await render(svg))).toBe(hashOf(await render(svg)));
    expect(hashOf((await draw(FAIR)).png)).toBe(hashOf((await draw(FAIR)).png));
  });

  it("gives another picture in another language", async () => {
    const [english, spanish] = [await draw(FAIR), await draw(FAIR, "A town", "es")];
    expect(hashOf(english.png)).not.toBe(hashOf(spanish.png));
    expect(spanish.alt).toMatch("22 de febrero de 2016");
  });

  it.each([
    ["markup", "</text><b>bold</b> & <@1> **x** ]]>"],
    ["emoji", "👩‍👩‍👧 🔥🇨🇺"],
    ["Arabic and Hebrew", "الطاحونة טחנה \u202edlo"],
    ["5,000 letters", "W".repeat(5000)],
    ["5,000 words", "mill ".repeat(5000)],
    ["broken code points", "mill \ud800 \udfff \u0000 \uffff"],
  ])("draws hostile text: %s", async (_, text) => {
    const { png, width } = await draw([["2016-02-22", text], FAIR[0]], text);
    const image = PNG.sync.read(Buffer.from(png));
    expect(image.width).toBe(width);
    expect(darkIn(image)).toBeGreaterThan(3_000);
  });

  it("draws no more facts than a picture shows", async () => {
    const many = Array.from({ length: FACTS_PER_PICTURE + 5 }, (_, i) => [`${1900 + i}`, "It was so."] as const);
    const [all, page] = [await draw(many), await draw(many.slice(0, FACTS_PER_PICTURE))];
    expect(hashOf(all.png)).toBe(hashOf(page.png));
  });

  it("refuses to draw nothing", async () => {
    await expect(drawTimeline([], { title: "A town", language: "en" })).rejects.toThrow(RangeError);
  });
});

describe("drawn text", () => {
  it.each([
    ["The technical meeting of Cuban and U.S. delegations", 400],
    ["22 to 23 February 2016 WAVE Toast", 600],
    ["El discurso fue sobre los enfoques estratégicos", 400],
  ] as const)("is no wider than it was measured: %s", async (text, weight) => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="80"><text x="0" y="50" font-family="Inter" font-size="38" font-weight="${weight}">${text}</text></svg>`;
    const { data, width } = PNG.sync.read(Buffer.from(await render(svg)));
    const right = data.reduce(
      (most, value, i) => (i % 4 === 3 && value > 0 ? Math.max(most, ((i - 3) / 4) % width) : most),
      0,
    );
    const measured = fontMeasure().widthOf(text, 38, weight);
    expect(right).toBeLessThanOrEqual(measured + 1);
    expect(right).toBeGreaterThan(measured * 0.95);
  });
});
