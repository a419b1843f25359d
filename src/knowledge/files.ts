import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Problem } from "./model.js";

/** The files of a knowledge folder by their path in it, such as `"entries/talks.yaml"`; byte order marks and CRLF are gone. */
export type Files = ReadonlyMap<string, string>;

/** Why a file or folder cannot be read, with the way out; `missing` where there is nothing of that name. */
export interface Unreadable {
  readonly line: number;
  readonly problem: string;
  readonly missing: boolean;
}

/** Reads the files of a folder that the knowledge format knows; everything unreadable or out of place is a problem. */
export function readFolder(dir: string): { files: Files; problems: Problem[] } {
  const files = new Map<string, string>();
  const problems: Problem[] = [];
  const read = (path: string, needed: boolean) => {
    const text = readText(join(dir, path));
    if (typeof text === "string") files.set(path, text);
    else if (needed || !text.missing) problems.push({ file: path, line: text.line, field: "", problem: text.problem });
  };
  read("knowledge.yaml", true);
  read("entities.yaml", false);
  read("words.yaml", false);
  for (const [folder, endings] of [
    ["sources", [".md"]],
    ["entries", [".yaml", ".yml", ".json"]],
  ] as const) {
    const names = namesIn(join(dir, folder));
    if (!Array.isArray(names)) problems.push(atFile(folder, names.problem));
    for (const name of Array.isArray(names) ? names : []) {
      const path = `${folder}/${name}`;
      if (endings.some((ending) => name.endsWith(ending))) read(path, true);
      else problems.push(atFile(path, `is not a file of ${folder}/; name it ${endings.join(" or ")}, or move it out`));
    }
  }
  return { files, problems };
}

/** Twelve hex digits that change whenever a file's path or content does. */
export function versionOf(files: Files): string {
  const hash = createHash("sha256");
  for (const [path, content] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    hash.update(`${path}\0${content.length}\0${content}\0`);
  }
  return hash.digest("hex").slice(0, 12);
}

/** A problem of a whole file. */
export function atFile(file: string, problem: string): Problem {
  return { file, line: 1, field: "", problem };
}

/** The text of a UTF-8 file without its byte order mark, every line ended by `\n`. */
export function readText(path: string): string | Unreadable {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    return unreadable(error);
  }
  const text = decode(bytes);
  if (text !== undefined) return text.replace(/\r\n?/g, "\n");
  return {
    line: firstBadLine(bytes),
    problem: "cannot be read: this line is not UTF-8; save the file as UTF-8",
    missing: false,
  };
}

function namesIn(dir: string): string[] | Unreadable {
  try {
    return readdirSync(dir)
      .filter((name) => !name.startsWith("."))
      .sort();
  } catch (error) {
    return unreadable(error);
  }
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** No byte of a longer character looks like the end of a line, so lines can be decoded one by one. */
function firstBadLine(bytes: Buffer): number {
  const lines = bytes.toString("latin1").split(/\r\n?|\n/);
  return lines.findIndex((line) => decode(Buffer.from(line, "latin1")) === undefined) + 1;
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "it is not there; add it, or give the folder that has it",
  ENOTDIR: "its folder is a file; give a folder",
  EISDIR: "it is a folder; put a file in its place",
  EACCES: "the right to read it is missing; give it to the user that runs this",
};

function unreadable(error: unknown): Unreadable {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const reason = REASONS[code] ?? (error instanceof Error ? error.message : String(error));
  return { line: 1, problem: `cannot be read: ${reason}`, missing: code === "ENOENT" || code === "ENOTDIR" };
}
