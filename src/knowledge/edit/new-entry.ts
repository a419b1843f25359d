import { wordsOf } from "../../answer/text.js";
import type { EntryAddition } from "../addition.js";
import type { Language } from "../model.js";

/** An entry as it stands in a file, its keys in the order of the format. */
export type WrittenEntry = Readonly<Record<string, unknown>> & { readonly id: string };

/** A new entry as it is written down; how it was asked becomes another wording. */
export function writtenEntry(
  { texts, translations, asked, citation, notStated, near }: EntryAddition,
  id: string,
  languages: readonly Language[],
): WrittenEntry {
  const own = asked !== undefined && asked.language in translations ? asked.language : languages[0];
  const also = (language: Language, question: string) =>
    asked === undefined || own !== language || isSame(asked.wording, question) ? {} : { also: [asked.wording] };
  return {
    id,
    question: texts.question,
    ...also(languages[0], texts.question),
    answer: texts.answer.map((text) => ({ text, cites: [citation] })),
    ...(near === undefined ? {} : { see: [near] }),
    ...(notStated ? { notStated } : {}),
    ...Object.fromEntries(
      languages.slice(1).flatMap((code): [string, unknown][] => {
        const block = translations[code];
        if (!block) return [];
        return [[code, { question: block.question, ...also(code, block.question), answer: block.answer }]];
      }),
    ),
  };
}

/** An id made of a question's words that no other entry has: `"when-was-the-lighthouse-built"`, or with `-2` behind it. */
export function idFor(question: string, isTaken: (id: string) => boolean): string {
  const words = wordsOf(question).flatMap((word) => word.match(/[a-z0-9]+/g) ?? []);
  let base = "";
  for (const word of words) {
    const longer = base === "" ? word : `${base}-${word}`;
    if (longer.length > MAX_BASE) break;
    base = longer;
  }
  base ||= "question";
  for (let count = 1; ; count += 1) {
    const id = count === 1 ? base : `${base}-${count}`;
    if (!isTaken(id)) return id;
  }
}

/** Ids have at most 60 characters; the rest is for a number. */
const MAX_BASE = 50;

/** Whether two wordings are the same to a reader, however they are written. */
export function isSame(a: string, b: string): boolean {
  return wordsOf(a).join(" ") === wordsOf(b).join(" ");
}
