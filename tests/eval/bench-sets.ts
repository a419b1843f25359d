import { readFileSync } from "node:fs";
import { assemble } from "../../src/knowledge/load.js";
import type { Knowledge } from "../../src/knowledge/model.js";
import { hashByte } from "./questions.js";

/** A public question set: curated questions with answers, and people's paraphrases of them. */
export interface BenchSet {
  readonly name: string;
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

/** Makes a set a knowledge; with `also`, half of each entry's paraphrases become its other wordings and the rest are asked. */
export function toKnowledge({ docs, queries }: BenchSet, also: boolean): BenchKnowledge {
  const order = (id: string) => hashByte(id, 0) * 256 + hashByte(id, 1);
  const sorted = [...queries].sort((a, b) => order(a.id) - order(b.id));
  const given = new Set<string>();
  const entries = docs.map(({ id, title, text }, i) => {
    const own = sorted.filter(({ relevant }) => relevant[0] === id);
    const wordings = also ? own.slice(0, Math.floor(own.length / 2)) : [];
    for (const wording of wordings) given.add(wording.id);
    const answer = [{ text: oneLine(text || title), cites: [{ source: "set", paragraph: i + 1 }] }];
    return { id: entryId(id), question: title, also: wordings.map((wording) => oneLine(wording.text)), answer };
  });
  const body = docs.map(({ title, text }) => oneLine(text || title)).join("\n\n");
  const loaded = assemble(
    new Map([
      ["knowledge.yaml", '{ "title": "A public question set" }'],
      [
        "sources/set.md",
        `---\ntitle: A set\npublisher: its authors\nlanguage: en\nrights: for measuring\n---\n\n${body}\n`,
      ],
      ["entries/set.json", JSON.stringify(entries)],
    ]),
  );
  if (!loaded.ok) throw new Error(`a bench set makes no knowledge: ${JSON.stringify(loaded.problems[0])}`);
  const asked = sorted
    .filter(({ id }) => !given.has(id))
    .map(({ text, relevant }) => ({ text: oneLine(text), relevant: relevant.map(entryId) }));
  return { knowledge: loaded.knowledge, asked };
}

function entryId(id: string): string {
  return `e-${id.toLowerCase().replace(/[^a-z0-9]+/g, "-")}`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
