import { renderAsync } from "@resvg/resvg-js";
import type { DatedText } from "../facts.js";
import { FAMILY, FONT_FILES, fontMeasure } from "./fonts.js";
import { layoutOf } from "./layout.js";
import { WIDTH } from "./sizes.js";
import { svgOf } from "./svg.js";

const measure = fontMeasure();

/** The last pictures by their SVG: people who look at the same timeline wait, and make the machine work, only once. */
const drawn = new Map<string, Promise<Uint8Array>>();
const MOST_KEPT = 8;

/** Facts as a PNG; the same facts give the same bytes. */
export async function renderTimeline(
  facts: readonly DatedText[],
  title: string,
  language: string,
): Promise<{ png: Uint8Array; width: number; height: number }> {
  const layout = layoutOf(facts, title, language, measure);
  const svg = svgOf(layout, language);
  const png = drawn.get(svg) ?? render(svg);
  drawn.delete(svg);
  drawn.set(svg, png);
  for (const oldest of [...drawn.keys()].slice(0, -MOST_KEPT)) drawn.delete(oldest);
  return { png: await png, width: WIDTH, height: layout.height };
}

/** SVG as a PNG: the drawing is done beside the event loop; the packing, which is not, holds it for some 60 ms. */
export async function render(svg: string): Promise<Uint8Array> {
  const image = await renderAsync(svg, {
    // No font of the machine's, or the same facts would look otherwise elsewhere.
    font: { loadSystemFonts: false, fontFiles: [...FONT_FILES], defaultFontFamily: FAMILY },
    logLevel: "off",
  });
  return image.asPng();
}
