import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { type Files, readFolder } from "./files.js";
import { parseData, splitFrontMatter } from "./parse.js";

/** The data of YAML files that were parsed before, by a hash of their content, so that a changed file is never taken from here. */
export type ParsedBefore = ReadonlyMap<string, unknown>;

/** The key of a file's content. */
export function contentKey(content: string): string {
  return createHash("sha256").update(content).digest("hex");
}

/** Parses the YAML files of a folder once and keeps their data in a JSON file: parsing takes most of the time of a start. */
export function writeParsed(dir: string, file: string): void {
  writeFileSync(file, JSON.stringify(Object.fromEntries(parsedOf(readFolder(dir).files))));
}

/** Reads what `writeParsed` wrote; nothing where the file is missing or broken, and everything is parsed anew. */
export function readParsed(file: string): ParsedBefore {
  try {
    const data: unknown = JSON.parse(readFileSync(file, "utf8"));
    return typeof data === "object" && data !== null ? new Map(Object.entries(data)) : new Map();
  } catch {
    return new Map();
  }
}

/** The data of a folder's YAML files; those with errors of syntax are not among them. */
export function parsedOf(files: Files): Map<string, unknown> {
  const data = [...files].flatMap(([path, content]): [string, unknown][] => {
    const data = /\.ya?ml$/.test(path) ? content : path.endsWith(".md") ? splitFrontMatter(content)?.record : undefined;
    if (data === undefined) return [];
    const parsed = parseData(data, "yaml");
    return Array.isArray(parsed) ? [] : [[contentKey(data), parsed.data]];
  });
  return new Map(data);
}
