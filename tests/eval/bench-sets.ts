import { readFileSync } from "node:fs";
import { assemble } from "../../src/knowledge/load.js";
import type { Knowledge, Language } from "../../src/knowledge/model.js";
import { hashByte } from "./questions.js";

/** A question set: curated questions with answers, and people's paraphrases of them; one without relevant entries is not asked. */
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

/** A set as knowledge, and the paraphrases that are asked of it. */
export interface BenchKnowledge {
  readonly knowledge: Knowledge;
  readonly asked: readonly Asked[];
}

/** A set as the files of a knowledge folder, and the paraphrases that are asked of it. */
export interface BenchFiles {
  readonly files: ReadonlyMap<string, string>;
  readonly asked: readonly Asked[];
}

export function readBenchSet(file: string): BenchSet {
  return JSON.parse(readFileSync(file, "utf8")) as BenchSet;
}

/** Makes a set a knowledge; with `also`, half of each entry's paraphrases become its other wordings and the rest are asked. */
export function toKnowledge(set: BenchSet, also: boolean): BenchKnowledge {
  const { files, asked } = toFiles(set, also);
  const loaded = assemble(files);
  if (!loaded.ok) throw new Error(`a bench set makes no knowledge: ${JSON.stringify(loaded.problems[0])}`);
  return { knowledge: loaded.knowledge, asked };
}

/** The files that `toKnowledge` loads: `knowledge.yaml`, `sources/set.md` with every answer as a paragraph, `entries/set.json`. */
export function toFiles({ docs, queries, language = "en" }: BenchSet, also: boolean): BenchFiles {
  const order = (id: string) => hashByte(id, 0) * 256 + hashByte(id, 1);
  const sorted = queries.filter(({ relevant }) => relevant.length > 0).sort((a, b) => order(a.id) - order(b.id));
  const given = new Set<string>();
  const entries = docs.map(({ id, title, text }, i) => {
    const own = sorted.filter(({ relevant }) => relevant[0] === id);
    const wordings = also ? own.slice(0, Math.floor(own.length / 2)) : [];
    for (const wording of wordings) given.add(wording.id);
    const answer = [{ text: oneLine(text || title), cites: [{ source: "set", paragraph: i + 1 }] }];
    return { id: entryId(id), question: title, also: wordings.map((wording) => oneLine(wording.text)), answer };
  });
  const body = docs.map(({ title, text }) => oneLine(text || title)).join("\n\n");
  const record = `title: A set\npublisher: its authors\nlanguage: ${language}\nrights: for measuring`;
  const asked = sorted
    .filter(({ id }) => !given.has(id))
    .map(({ text, relevant }) => ({ text: oneLine(text), relevant: relevant.map(entryId) }));
  const files = new Map([
    ["knowledge.yaml", JSON.stringify({ title: "A question set", languages: [language] })],
    ["sources/set.md", `---\n${record}\n---\n\n${body}\n`],
    ["entries/set.json", JSON.stringify(entries)],
  ]);
  return { files, asked };
}

function entryId(id: string): string {
  return `e-${id.toLowerCase().replace(/[^a-z0-9]+/g, "-")}`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
