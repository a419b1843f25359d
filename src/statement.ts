import type { Footnotes } from "./footnotes.js";
import { type Entry, type Knowledge, type Language, textsOf } from "./knowledge/model.js";
import type { MarkedStatement } from "./reply.js";

/** Answers to a question with yes; without it the rest of the sentence says the same. */
const YES = /^(?:yes|sí)[:,] (\p{L})/iu;

/** One statement of an entry with its footnotes, as a sentence that needs no question before it: without `"Yes: "`. */
export function statementOf(
  knowledge: Knowledge,
  entry: Entry,
  at: number,
  language: Language,
  footnotes: Footnotes,
): MarkedStatement {
  const { answer } = textsOf(entry, language, knowledge.languages[0]);
  const text = answer[at].replace(YES, (_, letter: string) => letter.toUpperCase());
  return { text, marks: footnotes.marks(entry.citations[at]) };
}

/** How statements begin that lean on a question or on what stands before them: `"Seven: four in …"`, `"Two, both named …"`. */
const LEANS = [
  /^\p{L}+[:;] /u,
  /^(?:one|two|three|four|five|six|seven|eight|nine|ten|none|un[oa]|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez),/i,
  /^(?:no|both|neither|only|they|it|its|he|she|his|her|their|this|that|these|those|there)\b/i,
  /^(?:ambos|ambas|ninguno|ninguna|solo|sólo|ellos|ellas|él|ella|esto|eso|est[ae]s?|es[ae]s|su|sus)\s/i,
];

/** Whether a statement of an entry makes sense alone, by its words in the knowledge's first language; a plain yes may be left out. */
export function standsAlone({ languages }: Knowledge, { texts }: Entry, at: number): boolean {
  const text = texts[languages[0]].answer[at];
  return YES.test(text) || !LEANS.some((pattern) => pattern.test(text));
}

/** How many sources an entry rests on: one that joins several may name a source for what it does not say. */
export function sourceCount({ citations }: Entry): number {
  return new Set(citations.flat().map(({ source }) => source)).size;
}

/** The language to reply in: the person's where the knowledge has it, else its first. */
export function spokenIn({ languages }: Knowledge, preferred: Language): Language {
  return languages.includes(preferred) ? preferred : languages[0];
}
