import { readFileSync } from "node:fs";
import { assemble } from "../../src/knowledge/load.js";
import type { Knowledge, Language } from "../../src/knowledge/model.js";
import { hashByte } from "./questions.js";

/** A question set: curated questions with answers, and people's paraphrases of them; one without relevant entries has no answer. */
export interface BenchSet {
  readonly name: string;
  /** English where it is not given. */
  readonly language?: Language;
  readonly docs: readonly { id: string; title: string; text: string }[];
  readonly queries: readonly { id: string; text: string; relevant: readonly string[] }[];
}

/** A paraphrase, and the entries that answer it. */
export interface Asked {
  readonly text: string;
  readonly relevant: readonly string[];
}

/** The paraphrases that are asked: those that have an answer, and those that have none. */
interface Questions {
  readonly asked: readonly Asked[];
  readonly unanswerable: readonly Asked[];
}

/** A set as knowledge, and what is asked of it. */
export interface BenchKnowledge extends Questions {
  readonly knowledge: Knowledge;
}

/** A set as the files of a knowledge folder, and what is asked of it. */
export interface BenchFiles extends Questions {
  readonly files: ReadonlyMap<string, string>;
}

export function readBenchSet(file: string): BenchSet {
  return JSON.parse(readFileSync(file, "utf8")) as BenchSet;
}

/**
 * Makes a set a knowledge; with `also`, half of each entry's paraphrases become its other wordings and the rest are asked.
 * With a `half`, 0 or 1, only that half of the entries is there, and the questions of the other half have no answer.
 */
export function toKnowledge(set: BenchSet, also: boolean, half?: 0 | 1): BenchKnowledge {
  const { files, ...questions } = toFiles(set, also, half);
  const loaded = assemble(files);
  if (!loaded.ok) throw new Error(`a bench set makes no knowledge: ${JSON.stringify(loaded.problems[0])}`);
  return { knowledge: loaded.knowledge, ...questions };
}

/** The files that `toKnowledge` loads: `knowledge.yaml`, `sources/set.md` with every answer as a paragraph, `entries/set.json`. */
export function toFiles({ docs, queries, language = "en" }: BenchSet, also: boolean, half?: 0 | 1): BenchFiles {
  const order = (id: string) => hashByte(id, 0) * 256 + hashByte(id, 1);
  const sorted = [...queries].sort((a, b) => order(a.id) - order(b.id));
  const wordingsOf = (doc: string) => {
    const own = sorted.filter(({ relevant }) => relevant[0] === doc);
    return also ? own.slice(0, Math.floor(own.length / 2)) : [];
  };
  const given = new Set(docs.flatMap(({ id }) => wordingsOf(id).map((wording) => wording.id)));
  const there = docs.filter(({ id }) => half === undefined || hashByte(`half ${id}`) % 2 === half);
  const entries = there.map(({ id, title, text }, i) => ({
    id: entryId(id),
    question: title,
    also: wordingsOf(id).map((wording) => oneLine(wording.text)),
    answer: [{ text: oneLine(text || title), cites: [{ source: "set", paragraph: i + 1 }] }],
  }));
  const body = there.map(({ title, text }) => oneLine(text || title)).join("\n\n");
  const record = `title: A set\npublisher: its authors\nlanguage: ${language}\nrights: for measuring`;
  const files = new Map([
    ["knowledge.yaml", JSON.stringify({ title: "A question set", languages: [language] })],
    ["sources/set.md", `---\n${record}\n---\n\n${body}\n`],
    ["entries/set.json", JSON.stringify(entries)],
  ]);
  const known = new Set(there.map(({ id }) => id));
  const all = sorted
    .filter(({ id }) => !given.has(id))
    .map(({ text, relevant }) => ({
      text: oneLine(text),
      relevant: relevant.filter((id) => known.has(id)).map(entryId),
    }));
  return {
    files,
    asked: all.filter(({ relevant }) => relevant.length > 0),
    unanswerable: all.filter(({ relevant }) => relevant.length === 0),
  };
}

function entryId(id: string): string {
  return `e-${id.toLowerCase().replace(/[^a-z0-9]+/g, "-")}`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
