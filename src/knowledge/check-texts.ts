import { join } from "node:path";
import { readText } from "./files.js";
import type { Entry, Knowledge, Problem, Source } from "./model.js";
import type { Path } from "./parse.js";
import type { Places } from "./places.js";
import { countWords, fingerprint, isQuotedFrom, isWholeSentence, MAX_QUOTED_WORDS } from "./quotes.js";

/** The paragraphs of the cited-only sources whose texts are at hand, by source id; what kept the others from being read. */
export interface Texts {
  readonly paragraphs: ReadonlyMap<string, readonly string[]>;
  readonly unreadable: ReadonlyMap<string, string>;
}

/** Reads `<id>.txt` for every source that has fingerprints. */
export function readTexts(knowledge: Knowledge, dir: string): Texts {
  const paragraphs = new Map<string, string[]>();
  const unreadable = new Map<string, string>();
  for (const { id, fingerprints } of knowledge.sources.values()) {
    if (fingerprints.length === 0) continue;
    const path = join(dir, `${id}.txt`);
    const text = readText(path);
    if (typeof text === "string") paragraphs.set(id, linesOf(text));
    else unreadable.set(id, `${path}${text.line > 1 ? `:${text.line}` : ""} ${text.problem}`);
  }
  return { paragraphs, unreadable };
}

/** The paragraphs of an article's text, one a line; empty lines do not count. */
export function linesOf(text: string): string[] {
  return text.split("\n").filter((line) => line.trim() !== "");
}

/** Quotations from cited-only sources that are too long or, with the texts at hand, not in their paragraph or a whole sentence. */
export function quoteFindings(knowledge: Knowledge, texts: Texts | undefined, places: Places): Problem[] {
  return knowledge.entries.flatMap((entry) =>
    eachQuote(entry).flatMap(({ source: id, paragraph, quote, field }) => {
      const source = knowledge.sources.get(id);
      if (!source || source.paragraphs.length > 0) return [];
      const text = texts?.paragraphs.get(id)?.[paragraph - 1];
      return quoteProblems(quote, text, `paragraph ${paragraph} of ${id}`).map((problem) =>
        places.inEntry(entry, field, problem),
      );
    }),
  );
}

/** Fingerprints that are not those of the texts at hand, and texts that are not there. */
export function textFindings(knowledge: Knowledge, texts: Texts, places: Places): Problem[] {
  return [...knowledge.sources.values()].flatMap((source) => {
    const find = (field: Path, problem: string) => places.inFile(`sources/${source.id}.md`, field, problem);
    const unreadable = texts.unreadable.get(source.id);
    if (unreadable !== undefined) return [find(["fingerprints"], `cannot be verified: ${unreadable}`)];
    return fingerprintFindings(source, texts.paragraphs.get(source.id) ?? [], find);
  });
}

function fingerprintFindings(
  { fingerprints }: Source,
  paragraphs: readonly string[],
  find: (field: Path, problem: string) => Problem,
): Problem[] {
  const wayOut = "npm run knowledge -- fingerprint FILE prints the right ones";
  const wrong = fingerprints.flatMap((print, i) => {
    if (i >= paragraphs.length)
      return [find(["fingerprints", i], `is one more than the paragraphs of the text; ${wayOut}`)];
    return fingerprint(paragraphs[i]) === print
      ? []
      : [find(["fingerprints", i], `is not that of paragraph ${i + 1}; ${wayOut}`)];
  });
  if (paragraphs.length <= fingerprints.length) return wrong;
  const counts = `has ${fingerprints.length} fingerprints, but the text has ${paragraphs.length} paragraphs`;
  return [find(["fingerprints"], `${counts}; ${wayOut}`), ...wrong];
}

function quoteProblems(quote: string, text: string | undefined, where: string): string[] {
  const words = countWords(quote);
  const long = `has ${words} words; from a cited-only source at most ${MAX_QUOTED_WORDS} may be quoted`;
  const problems = words > MAX_QUOTED_WORDS ? [long] : [];
  if (text === undefined) return problems;
  if (!isQuotedFrom(quote, text)) return [...problems, `is not in ${where}; copy it letter by letter`];
  return isWholeSentence(quote, text)
    ? [...problems, "is a whole sentence; from a cited-only source quote a fragment"]
    : problems;
}

function eachQuote({ citations }: Entry) {
  return citations.flatMap((cites, s) =>
    cites.flatMap(({ quote, ...citation }, c) =>
      quote === undefined ? [] : [{ ...citation, quote, field: ["answer", s, "cites", c, "quote"] }],
    ),
  );
}
