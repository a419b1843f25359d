import { altText, FACTS_PER_PICTURE } from "./alt-text.js";
import type { DatedText } from "./facts.js";

/** The timeline's picture: a PNG 1080 pixels wide, and the same in words, of at most 1024 UTF-16 units. */
export interface TimelinePicture {
  readonly png: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
}

/**
 * Draws facts in the order in which `datedFacts` gives them, at most `FACTS_PER_PICTURE`; the same facts give the same bytes on
 * every machine. Throws a RangeError where there are none. The libraries are loaded when the first picture is drawn.
 */
export async function drawTimeline(
  facts: readonly DatedText[],
  { title, language }: { readonly title: string; readonly language: string },
): Promise<TimelinePicture> {
  if (facts.length === 0) throw new RangeError("drawTimeline: there is no fact to draw; say so in words instead");
  const { renderTimeline } = await import("./picture/render.js");
  const drawn = await renderTimeline(facts.slice(0, FACTS_PER_PICTURE), title, language);
  return { ...drawn, alt: altText(facts, { title, language }) };
}
