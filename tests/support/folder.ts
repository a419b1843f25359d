import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll } from "vitest";
import { stringify } from "yaml";

/** An entry in short: what is missing is made up, and an answer that is only text cites the record of the first source. */
export interface EntryParts {
  readonly id: string;
  readonly answer?: string | readonly (string | Readonly<Record<string, unknown>>)[];
  readonly [key: string]: unknown;
}

/** A source in short: `paragraphs` are its text. */
interface SourceParts {
  readonly paragraphs?: readonly string[];
  readonly [key: string]: unknown;
}

/** The parts of a knowledge folder; a text stands for a file as it is. */
export interface FolderParts {
  readonly knowledge?: Readonly<Record<string, unknown>> | string;
  /** By id; without any there is one full-text source, `almanac`. */
  readonly sources?: Readonly<Record<string, SourceParts | string>>;
  /** A list is the file `entries/all.yaml`; else by the file's name, as in `"talks.json"`. */
  readonly entries?: readonly EntryParts[] | Readonly<Record<string, readonly EntryParts[] | string>>;
  readonly entities?: readonly Readonly<Record<string, unknown>>[] | string;
  readonly words?: Readonly<Record<string, unknown>> | string;
  /** More files, or others in the place of the above; undefined takes one out. */
  readonly files?: Readonly<Record<string, string | undefined>>;
}

const ALMANAC: SourceParts = {
  title: "The almanac",
  paragraphs: ["The almanac of the town.", "It has two paragraphs."],
};

/**
 * The files of a knowledge folder in memory, ready for `assemble`:
 * `folder({ entries: [{ id: "tower", question: "How tall is the tower?", answer: "It is 40 metres tall." }] })`.
 */
export function folder(parts: FolderParts = {}): Map<string, string> {
  const sources = parts.sources ?? { almanac: ALMANAC };
  const cited = Object.keys(sources)[0] ?? "almanac";
  const lists = isList(parts.entries) ? { "all.yaml": parts.entries } : (parts.entries ?? { "all.yaml": [] });
  const files: [string, string | undefined][] = [
    ["knowledge.yaml", written(parts.knowledge ?? { title: "A made-up town" })],
    ...Object.entries(sources).map(([id, source]): [string, string] => [`sources/${id}.md`, sourceFile(id, source)]),
    ...Object.entries(lists).map(([name, list]): [string, string] => [
      `entries/${name}`,
      entriesFile(name, list, cited),
    ]),
    ["entities.yaml", parts.entities && written(parts.entities)],
    ["words.yaml", parts.words && written(parts.words)],
    ...Object.entries(parts.files ?? {}),
  ];
  const byPath = new Map(files);
  return new Map([...byPath].flatMap(([path, text]): [string, string][] => (text === undefined ? [] : [[path, text]])));
}

/** Writes files to a new temporary folder, which is gone after the test file; gives its path. */
export function writeFolder(files: ReadonlyMap<string, string | Uint8Array>): string {
  const dir = mkdtempSync(join(tmpdir(), "footnote-"));
  made.push(dir);
  for (const [path, content] of files) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), content);
  }
  return dir;
}

const made: string[] = [];
afterAll(() => {
  for (const dir of made.splice(0)) rmSync(dir, { recursive: true, force: true });
});

function sourceFile(id: string, source: SourceParts | string): string {
  if (typeof source === "string") return source;
  const { paragraphs = [], ...record } = source;
  const whole = { title: id, publisher: "The town", language: "en", rights: "made up for a test", ...record };
  return `---\n${yaml(whole)}---\n${paragraphs.join("\n\n")}\n`;
}

function entriesFile(name: string, list: readonly EntryParts[] | string, cited: string): string {
  if (typeof list === "string") return list;
  const entries = list.map(({ id, answer = "It is so.", ...parts }) => ({
    id,
    question: `What is ${id}?`,
    ...parts,
    answer: (typeof answer === "string" ? [answer] : answer).map((statement) =>
      typeof statement === "string" ? { text: statement, cites: [{ source: cited, paragraph: 0 }] } : statement,
    ),
  }));
  return name.endsWith(".json") ? JSON.stringify(entries, null, 2) : yaml(entries);
}

function written(data: object | string): string {
  return typeof data === "string" ? data : yaml(data);
}

function yaml(data: object): string {
  return stringify(data, { lineWidth: 0 });
}

function isList(entries: FolderParts["entries"]): entries is readonly EntryParts[] {
  return Array.isArray(entries);
}
