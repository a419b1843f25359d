import { createRequire } from "node:module";
import type { Document, YAMLParseError } from "yaml";
import { jsonFault } from "./json-fault.js";
import { hasKeyTwice, plainData } from "./plain-data.js";

// Most starts find all data parsed before, or so plain that the library is not needed.
const yaml = lazily(() => createRequire(import.meta.url)("yaml") as typeof import("yaml"));

/** A path inside a file's data: `["3", "answer", 0, "text"]`. */
export type Path = readonly PropertyKey[];

/** A file's data, and the line (counted from 1) of any place in it, worked out only when asked for. */
export interface Parsed {
  readonly data: unknown;
  readonly lineOf: (path: Path) => number;
}

/** What keeps a file from being read as YAML or JSON. */
export interface SyntaxProblem {
  readonly line: number;
  readonly problem: string;
}

/**
 * Parses YAML or, with JSON.parse for its speed, JSON.
 * @param firstLine the line of the file on which `content` begins
 * @param known the data, where it was parsed before
 */
export function parseData(
  content: string,
  format: "yaml" | "json",
  firstLine = 1,
  known?: unknown,
): Parsed | SyntaxProblem[] {
  const locate = lazily(() => locator(content, firstLine));
  try {
    const data: unknown =
      known !== undefined
        ? known
        : format === "json"
          ? JSON.parse(content)
          : (plainData(content) ?? yaml().parse(content, { logLevel: "error" }));
    if (format === "json" && hasKeyTwice(content, data)) return keysTwice(content, firstLine);
    return { data, lineOf: (path) => locate()(path) };
  } catch (error) {
    if (format === "json") return [jsonProblem(content)];
    const problems = yamlProblems(content, firstLine);
    return problems.length > 0 ? problems : [{ line: firstLine, problem: `cannot be read: ${messageOf(error)}` }];
  }
}

/** Splits a source's file into its front matter and body; undefined where there is no front matter. */
export function splitFrontMatter(content: string): { record: string; body: string } | undefined {
  const match = /^---[ \t]*\n([\s\S]*?\n)?---[ \t]*(?:\n|$)/.exec(content);
  return match ? { record: match[1] ?? "", body: content.slice(match[0].length) } : undefined;
}

/** The blocks between blank lines, each trimmed; headings count too. */
export function splitParagraphs(body: string): string[] {
  return body
    .split(/\n[^\S\n]*\n/)
    .map((block) => block.trim())
    .filter((block) => block !== "");
}

function yamlProblems(content: string, firstLine: number): SyntaxProblem[] {
  const lines = new (yaml().LineCounter)();
  const document = yaml().parseDocument(content, { lineCounter: lines, logLevel: "error", prettyErrors: false });
  const at = (offset: number, problem: string) => ({ line: lines.linePos(offset).line + firstLine - 1, problem });
  // What follows a fault in the syntax is made of it, but each key that stands twice is a fault of its own.
  const faults = document.errors.filter(({ code }) => code !== "DUPLICATE_KEY");
  if (faults.length > 0) {
    const first = faults.reduce((a, b) => (b.pos[0] < a.pos[0] ? b : a));
    return [at(first.pos[0], isBehindTab(content, first.pos[0]) ? TAB : describeError(first))];
  }
  if (document.errors.length > 0) return document.errors.map((error) => at(error.pos[0], describeError(error)));
  const problems: SyntaxProblem[] = [];
  yaml().visit(document, {
    Alias: (_, alias) => {
      const isUnknown = alias.resolve(document) === undefined;
      if (isUnknown)
        problems.push(at(alias.range?.[0] ?? 0, `*${alias.source} refers to nothing; put the text in quotes`));
    },
  });
  return problems;
}

const TAB = "begins with a tab, but YAML wants spaces; put spaces in its place, here and on the lines like it";

/** Whether the line of an offset is indented with a tab, which between brackets alone is none of YAML's business. */
function isBehindTab(content: string, offset: number): boolean {
  const start = content.lastIndexOf("\n", offset - 1) + 1;
  return /^ *\t/.test(content.slice(start)) && !/^\s*[[{]/.test(content);
}

/** Where keys of JSON stand again, which is YAML too. */
function keysTwice(content: string, firstLine: number): SyntaxProblem[] {
  const problems = yamlProblems(content, firstLine).filter(({ problem }) => problem === KEY_TWICE);
  return problems.length > 0 ? problems : [{ line: firstLine, problem: "has a key twice; keep one" }];
}

const KEY_TWICE = "has this key twice; keep one";

function describeError({ code, message }: YAMLParseError): string {
  if (code === "DUPLICATE_KEY") return KEY_TWICE;
  if (code === "MULTIPLE_DOCS") return "begins a second document; take the line --- out";
  return `cannot be read: ${message}; mend the indentation, or put a text with signs such as : # * in quotes`;
}

function jsonProblem(content: string): SyntaxProblem {
  const { offset, problem } = jsonFault(content);
  return { line: content.slice(0, offset).split("\n").length, problem: `cannot be read: ${problem}` };
}

function locator(content: string, firstLine: number): (path: Path) => number {
  const lines = new (yaml().LineCounter)();
  const document = yaml().parseDocument(content, { lineCounter: lines, logLevel: "silent" });
  return (path) => lines.linePos(offsetOf(document, path)).line + firstLine - 1;
}

/** The offset of a place, of the nearest enclosing one where it is not there, of the key where one is there. */
function offsetOf(document: Document, path: Path): number {
  for (let length = path.length; length > 0; length--) {
    const parent = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    if (yaml().isMap(parent)) {
      const pair = parent.items.find(
        (item) => yaml().isScalar(item.key) && String(item.key.value) === String(path[length - 1]),
      );
      if (yaml().isScalar(pair?.key) && pair.key.range) return pair.key.range[0];
    }
    const node = document.getIn(path.slice(0, length), true);
    if (yaml().isNode(node) && node.range) return node.range[0];
  }
  return yaml().isNode(document.contents) && document.contents.range ? document.contents.range[0] : 0;
}

function lazily<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
