import { isAlias, isMap, isScalar, isSeq, type Node, parseDocument, type YAMLMap } from "yaml";
import type { AddedTexts } from "../addition.js";
import type { Language } from "../model.js";
import type { WrittenEntry } from "./new-entry.js";
import { type Insertion, spliced } from "./splice.js";
import { inJson, yamlLines, yamlText } from "./yaml-text.js";

/** What goes into a file of entries. */
export interface FileAdditions {
  /** New wordings, by the entry's id. */
  readonly wordings: ReadonlyMap<string, readonly { readonly language: Language; readonly wording: string }[]>;
  /** Texts in languages that an entry has none in, by the entry's id. */
  readonly translations: ReadonlyMap<string, Readonly<Record<Language, AddedTexts>>>;
  /** New entries, which go to the end. */
  readonly entries: readonly WrittenEntry[];
}

/**
 * A file of entries with some more in it; everything else, comments and order too, stays letter by letter as it is.
 * @param main the first language of the knowledge, whose texts stand in the entry itself
 */
export function withAdditions(text: string, format: "yaml" | "json", additions: FileAdditions, main: Language): string {
  if (format === "json") {
    const canonical = asPlainJson(text, additions, main);
    if (canonical !== undefined) return canonical;
  }
  const document = parseDocument(text, { logLevel: "silent" });
  const list = document.contents;
  const items = isSeq(list) ? list.items.filter((item) => isMap(item)) : [];
  const insertions = [...additions.wordings].flatMap(([id, wordings]) => {
    const entry = items.find((item) => String(item.get("id")) === id);
    if (!entry) return [];
    const byBlock = new Map<YAMLMap, { readonly wording: string }[]>();
    for (const one of wordings) {
      const block = blockOf(entry, one.language, main);
      byBlock.set(block, [...(byBlock.get(block) ?? []), one]);
    }
    return [...byBlock].flatMap(([block, some]) =>
      also(
        text,
        block,
        some.map(({ wording }) => wording),
      ),
    );
  });
  const blocks = [...additions.translations].flatMap(([id, texts]) => {
    const entry = items.find((item) => String(item.get("id")) === id);
    return entry ? translated(text, entry, texts) : [];
  });
  const withWordings = spliced(text, [...insertions, ...blocks]);
  if (additions.entries.length === 0) return withWordings;
  return withEntries(withWordings, parseDocument(withWordings, { logLevel: "silent" }).contents, additions.entries);
}

/** The texts of a language: the entry itself, or the block under the language's code where there is one. */
function blockOf(entry: YAMLMap, language: Language, main: Language): YAMLMap {
  const block = language === main ? undefined : entry.get(language, true);
  return isMap(block) ? block : entry;
}

/** What puts more wordings behind the others of a block, or behind its question. */
function also(text: string, block: YAMLMap, wordings: readonly string[]): Insertion[] {
  const quoted = wordings.map(inJson);
  const pair = block.items.find(({ key }) => isScalar(key) && key.value === "also");
  const list = pair?.value;
  if (isSeq(list)) {
    const last = list.items.at(-1);
    if (list.flow === true) {
      const at = isNode(last) ? endOf(last) : (list.range?.[0] ?? 0) + 1;
      return [{ at, text: `${last === undefined ? "" : ", "}${quoted.join(", ")}` }];
    }
    if (!isNode(last)) return [];
    // An item may begin below its hyphen, so the list's own place counts.
    const indent = " ".repeat(columnOf(text, list.range?.[0] ?? 0));
    return [
      behindLine(
        text,
        endOf(last),
        wordings.map((wording) => `${indent}- ${yamlText(wording)}`),
      ),
    ];
  }
  const question = block.items.find(({ key }) => isScalar(key) && key.value === "question");
  if (pair || !question || !isNode(question.value) || !isNode(question.key)) return [];
  if (block.flow === true) return [{ at: endOf(question.value), text: `, "also": [${quoted.join(", ")}]` }];
  const indent = " ".repeat(columnOf(text, question.key.range?.[0] ?? 0));
  const lines = [`${indent}also:`, ...wordings.map((wording) => `${indent}  - ${yamlText(wording)}`)];
  return [behindLine(text, endOf(question.value), lines)];
}

/** What puts the texts of more languages behind all else that an entry has. */
function translated(text: string, entry: YAMLMap, texts: Readonly<Record<Language, AddedTexts>>): Insertion[] {
  const [first, last] = [entry.items[0]?.key, entry.items.at(-1)];
  if (!last || !isNode(first) || !isNode(last.key)) return [];
  if (entry.flow === true) {
    const at = endOf(isNode(last.value) ? last.value : last.key);
    const pairs = Object.entries(texts).map(([code, block]) => `, ${inJson(code)}: ${inJson(inOrder(block))}`);
    return [{ at, text: pairs.join("") }];
  }
  const indent = " ".repeat(columnOf(text, first.range?.[0] ?? 0));
  const written = Object.fromEntries(Object.entries(texts).map(([code, block]) => [code, inOrder(block)]));
  const lines = yamlLines(written).map((line) => `${indent}${line}`);
  return [behindLine(text, endOfLast(last.value, last.key), lines)];
}

function inOrder({ question, answer }: AddedTexts): AddedTexts {
  return { question, answer };
}

/** Where the last thing ends that stands in a node, without the comments behind it. */
function endOfLast(node: unknown, key: Node): number {
  if (isMap(node) && node.flow !== true) {
    const last = node.items.at(-1);
    return last && isNode(last.key) ? endOfLast(last.value, last.key) : endOf(key);
  }
  if (isSeq(node) && node.flow !== true) return endOfLast(node.items.at(-1), key);
  return isNode(node) ? endOf(node) : endOf(key);
}

/** A file with entries at its end. */
function withEntries(text: string, list: Node | null, entries: readonly WrittenEntry[]): string {
  if (isSeq(list) && list.flow === true) {
    const last = list.items.at(-1);
    const at = isNode(last) ? endOf(last) : (list.range?.[0] ?? 0) + 1;
    const comma = last === undefined ? "" : ",";
    return spliced(text, [{ at, text: `${comma}\n  ${entries.map(inJson).join(",\n  ")}` }]);
  }
  const first = isSeq(list) ? list.items[0] : undefined;
  const indent = isNode(first) ? (/^[^\S\n]*/.exec(lineAt(text, first.range?.[0] ?? 0))?.[0] ?? "") : "";
  const isSpaced = !isSeq(list) || list.items.length < 2 || /\n[^\S\n]*\n[^\S\n]*- /.test(text);
  const before = text === "" || text.endsWith("\n") ? text : `${text}\n`;
  const gap = isSpaced && before.trim() !== "" && !before.endsWith("\n\n") ? "\n" : "";
  const blocks = entries.map((entry) =>
    yamlLines([entry], isOnOneLine)
      .map((line) => `${indent}${line}\n`)
      .join(""),
  );
  return `${before}${gap}${blocks.join(isSpaced ? "\n" : "")}`;
}

/** Each citation stands on one line, and the list of related entries. */
function isOnOneLine(key: string, value: unknown): boolean {
  return key === "see" || (key === "cites" && !Array.isArray(value));
}

/** JSON that `JSON.stringify` would write just so, with some more in it; undefined for any other. */
function asPlainJson(
  text: string,
  { wordings, translations, entries }: FileAdditions,
  main: Language,
): string | undefined {
  // What the loader has read as a list of entries.
  const data = JSON.parse(text) as Record<string, unknown>[];
  const indent = /\n([ \t]+)/.exec(text)?.[1] ?? "";
  const end = /\s*$/.exec(text)?.[0] ?? "";
  const written = (value: unknown) => `${JSON.stringify(value, undefined, indent)}${end}`;
  if (written(data) !== text) return undefined;
  const added = data.map((entry) => {
    let changed = entry;
    for (const { language, wording } of wordings.get(String(entry.id)) ?? []) {
      const block = language === main ? undefined : changed[language];
      changed = isBlock(block) ? { ...changed, [language]: withAlso(block, wording) } : withAlso(changed, wording);
    }
    const texts = Object.entries(translations.get(String(entry.id)) ?? {});
    return { ...changed, ...Object.fromEntries(texts.map(([code, block]) => [code, inOrder(block)])) };
  });
  return written([...added, ...entries]);
}

function isBlock(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

/** A block with one more wording; the others' key keeps its place, or stands behind the question. */
function withAlso(block: Record<string, unknown>, wording: string): Record<string, unknown> {
  const others = Array.isArray(block.also) ? block.also : undefined;
  return Object.fromEntries(
    Object.entries(block).flatMap(([key, value]): [string, unknown][] => {
      if (key === "also") return [[key, [...(others ?? []), wording]]];
      return key === "question" && others === undefined
        ? [
            [key, value],
            ["also", [wording]],
          ]
        : [[key, value]];
    }),
  );
}

/** Lines behind the one in which an offset is, whose comment stays where it is. */
function behindLine(text: string, offset: number, lines: readonly string[]): Insertion {
  // A block of text ends behind its last line.
  if (text[offset - 1] === "\n") return { at: offset, text: `${lines.join("\n")}\n` };
  const end = text.indexOf("\n", offset);
  return { at: end < 0 ? text.length : end, text: `\n${lines.join("\n")}` };
}

function lineAt(text: string, offset: number): string {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const end = text.indexOf("\n", offset);
  return text.slice(start, end < 0 ? undefined : end);
}

function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf("\n", offset - 1) + 1);
}

function endOf(node: Node): number {
  return node.range?.[1] ?? 0;
}

function isNode(value: unknown): value is Node {
  return isScalar(value) || isMap(value) || isSeq(value) || isAlias(value);
}
