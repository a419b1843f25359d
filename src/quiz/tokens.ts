import { fold } from "../answer/text.js";

/** A run of letters and digits: `{ word: "barcos", raw: "Barcos", before: " ", after: ";" }` with what stands around it. */
export interface Token {
  /** Lower case, without accents. */
  readonly word: string;
  readonly raw: string;
  /** What stands between it and the one before, or the text's beginning. */
  readonly before: string;
  readonly after: string;
}

/** The words and numbers of a text in their order; abbreviations lose their dots, and apostrophes belong to their words. */
export function tokensOf(text: string): Token[] {
  const plain = text.normalize("NFC").replace(/(?<!\p{L})(?:\p{L}\.){2,}/gu, (dotted) => dotted.replaceAll(".", ""));
  const found = [...plain.matchAll(/[\p{L}\p{M}\p{N}'’ºª]+/gu)];
  return found.map(({ 0: raw, index }, i) => {
    const last = found.at(i - 1);
    return {
      word: fold(raw),
      raw,
      before: plain.slice(i > 0 && last ? last.index + last[0].length : 0, index),
      after: plain.slice(index + raw.length, found[i + 1]?.index),
    };
  });
}
