import { checkKnowledge } from "../knowledge/check.js";
import { linesOf, readTexts, type Texts } from "../knowledge/check-texts.js";
import { readFolder, readText } from "../knowledge/files.js";
import { loadKnowledge } from "../knowledge/load.js";
import { type Knowledge, type Problem, showProblem } from "../knowledge/model.js";
import { splitFrontMatter, splitParagraphs } from "../knowledge/parse.js";
import { fingerprint } from "../knowledge/quotes.js";

/** What a curator's command says, and whether all is well. */
export interface Verdict {
  readonly lines: readonly string[];
  readonly ok: boolean;
}

/** Checks a folder: load errors, findings and, with the articles' texts at hand, fingerprints and quotations. */
export function check(dir: string, textsDir: string | undefined): Verdict {
  const loaded = loadKnowledge(dir);
  if (!loaded.ok) {
    const { problems } = loaded;
    return { ok: false, lines: [...shown(problems), `${count(problems, "problem")}: the folder cannot be loaded.`] };
  }
  const { knowledge } = loaded;
  const texts = textsDir === undefined ? undefined : readTexts(knowledge, textsDir);
  const findings = checkKnowledge(knowledge, readFolder(dir).files, texts);
  const size = `${count(knowledge.entries, "entry", "entries")}, ${count([...knowledge.sources], "source")}`;
  const verdict = findings.length === 0 ? "no findings" : count(findings, "finding");
  const compared = texts ? comparedWith(knowledge, texts) : "";
  return {
    ok: findings.length === 0,
    lines: [...shown(findings), `${size}, version ${knowledge.version}${compared}: ${verdict}.`],
  };
}

/**
 * The fingerprints of a text, ready for a source's record. A paragraph is a line, in a source's file a block between empty lines below
 * the front matter, as the loader counts them.
 */
export function fingerprints(file: string): Verdict {
  const text = readText(file);
  if (typeof text !== "string") return { ok: false, lines: [`${file}:${text.line}: ${text.problem}`] };
  const parts = file.endsWith(".md") ? splitFrontMatter(text) : undefined;
  const paragraphs = parts ? splitParagraphs(parts.body) : linesOf(text);
  if (paragraphs.length > 0)
    return { ok: true, lines: ["fingerprints:", ...paragraphs.map((paragraph) => `  - ${fingerprint(paragraph)}`)] };
  const problem = parts
    ? "has no text below the front matter; put it there, an empty line between paragraphs"
    : "has no text; put the article's into it, one paragraph a line";
  return { ok: false, lines: [`${file}:${text.split("\n").length}: ${problem}`] };
}

function comparedWith({ entries }: Knowledge, { paragraphs }: Texts): string {
  const citations = entries.flatMap((entry) => entry.citations.flat());
  const quotes = citations.filter(({ source, quote }) => quote !== undefined && paragraphs.has(source));
  const sources = count([...paragraphs], "source");
  return `; fingerprints and ${count(quotes, "quotation")} compared with the texts of ${sources}`;
}

function shown(problems: readonly Problem[]): string[] {
  return problems.map(showProblem);
}

function count(things: readonly unknown[], one: string, many = `${one}s`): string {
  return `${things.length} ${things.length === 1 ? one : many}`;
}
