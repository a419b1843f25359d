import { escapeWithin } from "./text.js";

/** A part of a body: markup that stays whole, then a plain text that may be shortened, then marks that stay. */
export interface Piece {
  /** Ready for Discord: `"\n**When**\n"`. */
  readonly before: string;
  readonly text: string;
  readonly marks: readonly number[];
}

/** Pieces as one text of at most `limit` characters: the longest texts are shortened first, marks are kept as long as they fit. */
export function bodyWithin(pieces: readonly Piece[], limit: number): string {
  const shown = pieces.map(({ text }) => escapeWithin(text, limit + 1));
  const whole = pieces.map(({ before, marks }, i) => before + shown[i] + marked(marks).join("")).join("");
  if (whole.length <= limit) return whole;
  const lengths = shown.map(({ length }) => length);
  const fixed = whole.length - lengths.reduce((sum, length) => sum + length, 0);
  const most = fairShare(lengths, limit - fixed - 1);
  // Only where even what is fixed is too much is anything left out, and then between two parts.
  let kept = "";
  for (const part of pieces.flatMap(({ before, text, marks }, i) => [
    before + (lengths[i] > most ? escapeWithin(text, most) : shown[i]),
    ...marked(marks),
  ])) {
    if (kept.length + part.length + 1 > limit) return `${kept}…`;
    kept += part;
  }
  return kept;
}

function marked(marks: readonly number[]): string[] {
  return marks.map((mark, i) => `${i === 0 ? " " : ""}\\[${mark}\\]`);
}

/** The most that each may have so that all together fit: `fairShare([10, 90, 90], 100)` is 45. At least 1. */
function fairShare(lengths: readonly number[], room: number): number {
  let [left, share] = [room, 0];
  const sorted = lengths.toSorted((a, b) => a - b);
  for (const [i, length] of sorted.entries()) {
    share = Math.floor(left / (sorted.length - i));
    if (length > share) break;
    left -= length;
    share = length;
  }
  return Math.max(1, share);
}
