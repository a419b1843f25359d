import { readFileSync } from "node:fs";
import { assemble } from "../../src/knowledge/load.js";
import type { Knowledge } from "../../src/knowledge/model.js";
import { hashByte } from "./questions.js";

/** A public question set: curated questions with answers, and people's paraphrases of them. */
export interface BenchSet {
  readonly name: string;
  /** English where not said. */
  readonly language?: string;
  readonly docs: readonly { id: string; title: string; text: string }[];
  readonly queries: readonly { id: string; text: string; relevant: readonly string[] }[];
}

/** A set as knowledge, and the paraphrases that are asked of it. */
export interface BenchKnowledge {
  readonly knowledge: Knowledge;
  readonly asked: readonly { text: string; relevant: readonly string[] }[];
}

export function readBenchSet(file: string): BenchSet {
  return JSON.parse(readFileSync(file, "utf8")) as BenchSet;
}

/**
 * Makes a set a knowledge; with `also`, half of each entry's paraphrases become its other wordings and the rest are asked.
 * With a `half`, 0 or 1, only that half of the entries is there, and the questions of the other half have no answer.
 */
export function toKnowledge(set: BenchSet, also: boolean, half?: 0 | 1): BenchKnowledge {
  const { language = "en", queries } = set;
  const docs = set.docs.filter(({ id }) => half === undefined || hashByte(`half ${id}`) % 2 === half);
  const order = (id: string) => hashByte(id, 0) * 256 + hashByte(id, 1);
  const sorted = [...queries].sort((a, b) => order(a.id) - order(b.id));
  const given = new Set<string>();
  const wordingsOf = (id: string) => {
    const own = sorted.filter(({ relevant }) => relevant[0] === id);
    return also ? own.slice(0, Math.floor(own.length / 2)) : [];
  };
  for (const { id } of set.docs) for (const wording of wordingsOf(id)) given.add(wording.id);
  const entries = docs.map(({ id, title, text }, i) => {
    const wordings = wordingsOf(id);
    const answer = [{ text: oneLine(text || title), cites: [{ source: "set", paragraph: i + 1 }] }];
    return { id: entryId(id), question: title, also: wordings.map((wording) => oneLine(wording.text)), answer };
  });
  const body = docs.map(({ title, text }) => oneLine(text || title)).join("\n\n");
  const loaded = assemble(
    new Map([
      ["knowledge.yaml", JSON.stringify({ title: "A question set", languages: [language] })],
      [
        "sources/set.md",
        `---\ntitle: A set\npublisher: its authors\nlanguage: ${language}\nrights: for measuring\n---\n\n${body}\n`,
      ],
      ["entries/set.json", JSON.stringify(entries)],
    ]),
  );
  if (!loaded.ok) throw new Error(`a bench set makes no knowledge: ${JSON.stringify(loaded.problems[0])}`);
  const there = new Set(docs.map(({ id }) => id));
  const asked = sorted
    .filter(({ id }) => !given.has(id))
    .map(({ text, relevant }) => ({
      text: oneLine(text),
      relevant: relevant.filter((id) => there.has(id)).map(entryId),
    }));
  return { knowledge: loaded.knowledge, asked };
}

function entryId(id: string): string {
  return `e-${id.toLowerCase().replace(/[^a-z0-9]+/g, "-")}`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
