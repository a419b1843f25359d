import type { WordsField } from "./reply.js";

/** The longest text that a field can have. */
const MAX_WORDS = 4000;
/** The longest line where a form says nothing else. */
const MAX_LINE = 200;

/** How many characters a field of a form takes, 1 to 4000. */
export function maxLengthOf({ kind, maxLength = kind === "text" ? MAX_LINE : MAX_WORDS }: WordsField): number {
  return Math.min(MAX_WORDS, Math.max(1, Math.floor(maxLength) || 1));
}
