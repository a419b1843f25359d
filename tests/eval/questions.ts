import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { type Entry, type Language, textsOf } from "../../src/knowledge/model.js";

/** A question of a set with what a right answer must hold; patterns are regular expressions without regard to case. */
export interface Question {
  readonly id: string;
  readonly q: string;
  readonly language: Language;
  readonly kind: string;
  readonly answerable: boolean;
  readonly sources: readonly string[];
  /** `"xinhua-2016#4"`: one of these must be cited. */
  readonly paragraphs?: readonly string[];
  readonly any?: readonly string[];
  readonly all?: readonly string[];
  readonly none?: readonly string[];
  /** Every one of `sources` must be cited, not just one. */
  readonly allSources?: boolean;
}

/** Reads a set of one JSON object a line. */
export function readQuestions(file: URL | string): Question[] {
  return readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Question);
}

/** Whether what entries say, their quotations included, answers a question rightly. */
export function isRight(question: Question, entries: readonly Entry[], language: Language): boolean {
  const citations = entries.flatMap((entry) => entry.citations.flat());
  const said = [
    ...entries.flatMap((entry) => textsOf(entry, language, "en").answer),
    ...citations.map(({ quote }) => quote ?? ""),
  ];
  const text = said.join(" ").replace(/[“”]/g, '"').replace(/[‘’]/g, "'");
  const says = (pattern: string) => new RegExp(pattern, "i").test(text);
  const cited = new Set(citations.map(({ source }) => source));
  const { any = [], all = [], none = [], sources, allSources } = question;
  return (
    (any.length === 0 || any.some(says)) &&
    all.every(says) &&
    !none.some(says) &&
    (allSources ? sources.every((source) => cited.has(source)) : sources.some((source) => cited.has(source)))
  );
}

/** A number 0..255 that depends on a text alone, for splitting sets the same way every time. */
export function hashByte(text: string, at = 0): number {
  return createHash("sha256").update(text).digest()[at];
}

/** One edit inside a word of four letters or more, never on its first letter; the same for the same text and seed. */
export function mistype(text: string, seed: number): string {
  const words = text.split(" ");
  const long = words.flatMap((word, at) => (/^[a-z]{4,}$/i.test(word) ? [{ word, at }] : []));
  if (long.length === 0) return text;
  const byte = (at: number) => hashByte(`${seed} ${text}`, at);
  const { word, at } = long[byte(0) % long.length];
  const i = 1 + (byte(1) % (word.length - 1));
  const letter = String.fromCharCode(97 + (byte(2) % 26));
  const swapped =
    i + 1 < word.length ? word.slice(0, i) + word[i + 1] + word[i] + word.slice(i + 2) : word.slice(0, i) + letter;
  const edits = [
    word.slice(0, i) + letter + word.slice(i + 1),
    word.slice(0, i) + word.slice(i + 1),
    word.slice(0, i) + letter + word.slice(i),
    swapped,
  ];
  words[at] = edits[byte(3) % edits.length];
  return words.join(" ");
}
