import { renderAsync } from "@resvg/resvg-js";
import type { DatedFact } from "../facts.js";
import { FAMILY, FONT_FILES, fontMeasure } from "./fonts.js";
import { layoutOf } from "./layout.js";
import { WIDTH } from "./sizes.js";
import { svgOf } from "./svg.js";

const measure = fontMeasure();

/** Facts as a PNG; drawn beside the event loop. */
export async function renderTimeline(
  facts: readonly DatedFact[],
  title: string,
  language: string,
): Promise<{ png: Uint8Array; width: number; height: number }> {
  const layout = layoutOf(facts, title, language, measure);
  const image = await renderAsync(svgOf(layout, language), {
    // No font of the machine's, or the same facts would look otherwise elsewhere.
    font: { loadSystemFonts: false, fontFiles: [...FONT_FILES], defaultFontFamily: FAMILY },
    logLevel: "off",
  });
  return { png: image.asPng(), width: WIDTH, height: layout.height };
}
