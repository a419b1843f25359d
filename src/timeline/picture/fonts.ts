import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import opentype from "opentype.js";

export type Weight = 400 | 600;

/** What text takes up in the picture's font. */
export interface Measure {
  /** The width of a text in pixels at a size: `widthOf("2016", 38, 400)` gives 91 or so. */
  readonly widthOf: (text: string, size: number, weight: Weight) => number;
  /** Whether the font has a code point; what it has not would be drawn as an empty box. */
  readonly canDraw: (point: string) => boolean;
}

export const FAMILY = "Inter";

const require = createRequire(import.meta.url);
const files: Readonly<Record<Weight, string>> = {
  400: require.resolve("@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf"),
  600: require.resolve("@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf"),
};

/** The font's files, for the renderer: the same on every machine. */
export const FONT_FILES: readonly string[] = Object.values(files);

/** Measures by the font's own advance widths; kerning, which is left out, makes text narrower by a hair. */
export function fontMeasure(): Measure {
  const fonts = { 400: open(files[400]), 600: open(files[600]) };
  const known = new Map<string, number>();
  const widthOfPoint = (point: string, weight: Weight) => {
    const key = `${weight}${point}`;
    const kept = known.get(key);
    if (kept !== undefined) return kept;
    const width = fonts[weight].charToGlyph(point).advanceWidth / fonts[weight].unitsPerEm;
    // A hostile text must not fill the memory with rare signs.
    if (known.size < MOST_KEPT) known.set(key, width);
    return width;
  };
  return {
    widthOf: (text, size, weight) => size * [...text].reduce((sum, point) => sum + widthOfPoint(point, weight), 0),
    canDraw: (point) => fonts[400].charToGlyphIndex(point) > 0,
  };
}

const MOST_KEPT = 4000;

function open(path: string): opentype.Font {
  const { buffer, byteOffset, byteLength } = readFileSync(path);
  return opentype.parse(buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer, { lowMemory: true });
}
