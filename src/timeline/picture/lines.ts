import type { Measure, Weight } from "./fonts.js";

/** How a text is to be set: `{ size: 38, weight: 400, width: 780, most: 2 }`, sizes in pixels. */
export interface Setting {
  readonly size: number;
  readonly weight: Weight;
  /** No line is wider. */
  readonly width: number;
  /** No more lines than this; what is left over becomes an ellipsis. */
  readonly most: number;
}

/** No picture shows more of a text than this; the rest is not looked at. */
const LONGEST = 1000;
const ELLIPSIS = "…";

/** Narrower lines that are tried, as shares of the width, where a text would end in a line of one word. */
const NARROWER = [0.95, 0.9, 0.85, 0.8];

/** A text broken into lines between words, or inside a word that is wider than a line; signs that cannot be drawn are left out. */
export function linesOf(text: string, measure: Measure, { size, weight, width, most }: Setting): string[] {
  const fitsIn = (room: number) => (line: string) => measure.widthOf(line, size, weight) <= room;
  const words = drawable(text, measure)
    .split(" ")
    .flatMap((word) => pieces(word, fitsIn(width)));
  const lines = broken(words, most, fitsIn(width));
  if (!endsAlone(lines)) return lines;
  for (const share of NARROWER) {
    const other = broken(words, most, fitsIn(share * width));
    if (other.length === lines.length && !other.at(-1)?.endsWith(ELLIPSIS) && !endsAlone(other)) return other;
  }
  return lines;
}

function broken(words: readonly string[], most: number, fits: (line: string) => boolean): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.length - 1;
    const longer = `${lines[last]} ${word}`;
    if (last >= 0 && fits(longer)) lines[last] = longer;
    else if (lines.length < most) lines.push(word);
    else return [...lines.slice(0, -1), withEllipsis(lines[last], fits)];
  }
  return lines;
}

/** Whether the last of several lines is a single word. */
function endsAlone(lines: readonly string[]): boolean {
  return lines.length > 1 && !lines.at(-1)?.includes(" ");
}

/** Plain text in one line: composed, without signs that the font lacks (emoji, control signs, marks that turn its direction). */
function drawable(text: string, { canDraw }: Measure): string {
  const points = [...text.slice(0, LONGEST).toWellFormed().normalize("NFC").replace(/\s+/g, " ")];
  return points
    .filter((point) => !/\p{C}/u.test(point) && canDraw(point))
    .join("")
    .replace(/ +/g, " ")
    .trim();
}

/** A word in pieces of which each fits a line; nothing for no word. */
function pieces(word: string, fits: (line: string) => boolean): string[] {
  if (fits(word)) return word === "" ? [] : [word];
  const found: string[] = [];
  let piece = "";
  for (const point of word) {
    if (piece !== "" && !fits(piece + point)) {
      found.push(piece);
      piece = "";
    }
    piece += point;
  }
  return [...found, piece];
}

/** The longest beginning of a line, of whole words where it has several, that leaves room for an ellipsis, without the comma or dot before it. */
function withEllipsis(line: string, fits: (line: string) => boolean): string {
  const ended = (kept: string) => kept.replace(/[\s.,;:–-]+$/, "") + ELLIPSIS;
  if (fits(ended(line))) return ended(line);
  const space = line.lastIndexOf(" ");
  const shorter = space > 0 ? line.slice(0, space) : [...line].slice(0, -1).join("");
  return shorter === "" ? ELLIPSIS : withEllipsis(shorter, fits);
}
