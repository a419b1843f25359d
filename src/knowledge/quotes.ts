import { createHash } from "node:crypto";

/** The most words that a quotation from a cited-only source may have. */
export const MAX_QUOTED_WORDS = 12;

/** SHA-256, in lower-case hex, of a paragraph after NFC with runs of white space made one space and trimmed. */
export function fingerprint(paragraph: string): string {
  return createHash("sha256").update(oneSpaced(paragraph), "utf8").digest("hex");
}

/** Whether a quotation occurs in a paragraph; white space is folded and curly quotes are straight, but case counts. */
export function isQuotedFrom(quote: string, paragraph: string): boolean {
  return straight(paragraph).includes(straight(quote));
}

/** Whether a quotation is one whole sentence of a paragraph, or more; a single word, such as a year or a name, is none. */
export function isWholeSentence(quote: string, paragraph: string): boolean {
  const quoted = ` ${letters(quote)} `;
  return sentencesOf(paragraph).some(
    (sentence) => countWords(sentence) > 1 && quoted.includes(` ${letters(sentence)} `),
  );
}

/** How many words a text has: runs of letters and digits; `"22-23"`, `"U.S."` and `"10,000"` are one each. */
export function countWords(text: string): number {
  const words = text.normalize("NFC").match(/[\p{L}\p{N}]+(?:(?:['’.-]|(?<=\p{N}),(?=\p{N}))[\p{L}\p{N}]+)*/gu);
  return words?.length ?? 0;
}

/** A paragraph's sentences, split where a full stop, question or exclamation mark is followed by a capital letter. */
export function sentencesOf(paragraph: string): string[] {
  return oneSpaced(paragraph)
    .split(/(?<=[.!?…]["”'’)]?)(?<!\b(?:\p{Lu}|Mr|Mrs|Ms|Dr|St|vs|No|etc|e\.g|i\.e)\.)\s+(?=["“'‘(¿¡]?[\p{Lu}\p{N}])/u)
    .filter((sentence) => sentence !== "");
}

function oneSpaced(text: string): string {
  return text.normalize("NFC").replace(/\s+/g, " ").trim();
}

function straight(text: string): string {
  return oneSpaced(text)
    .replace(/[“”„‟]/g, '"')
    .replace(/[‘’‚‛]/g, "'");
}

function letters(text: string): string {
  return (text.normalize("NFC").match(/[\p{L}\p{N}]+/gu) ?? []).join(" ");
}
