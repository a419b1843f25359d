import { atFile, type Files } from "./files.js";
import type { Problem } from "./model.js";
import { type Path, splitFrontMatter } from "./parse.js";
import type { Places } from "./places.js";

/** A control character other than the end of a line and a tab. */
const CONTROL = /[^\P{Cc}\n\t]/u;

/** Texts with control characters: nobody sees them, and not every database, font or screen takes them. */
export function signFindings(files: Files, places: Places): Problem[] {
  return [...files].flatMap(([file, content]) => {
    // Where neither one nor a way to write one stands, there is nothing to parse for.
    const inData = CONTROL.test(content) || content.includes("\\") ? dataFindings(file, places) : [];
    return file.endsWith(".md") ? [...inData, ...bodyFindings(file, content)] : inData;
  });
}

function dataFindings(file: string, places: Places): Problem[] {
  const data = places.dataOf(file);
  return textsIn(data).flatMap(([path, text]) => {
    const found = CONTROL.exec(text)?.[0];
    const field = Array.isArray(data) ? path.slice(1) : path;
    return found === undefined ? [] : [places.inFile(file, path, problemOf(found), field)];
  });
}

function bodyFindings(file: string, content: string): Problem[] {
  const body = splitFrontMatter(content)?.body ?? "";
  const before = content.slice(0, content.length - body.length).split("\n").length;
  return body.split("\n").flatMap((line, i) => {
    const found = CONTROL.exec(line)?.[0];
    return found === undefined ? [] : [{ ...atFile(file, problemOf(found)), line: before + i }];
  });
}

/** All texts of some data, keys too, each with its place. */
function textsIn(data: unknown, path: Path = []): [Path, string][] {
  if (typeof data === "string") return [[path, data]];
  if (typeof data !== "object" || data === null) return [];
  return Object.entries(data).flatMap(([key, value]): [Path, string][] => {
    const own = [...path, Array.isArray(data) ? Number(key) : key];
    return [...(Array.isArray(data) ? [] : [[own, key] as [Path, string]]), ...textsIn(value, own)];
  });
}

function problemOf(sign: string): string {
  const code = sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
  return `has the control character U+${code}, which nobody sees; take it out`;
}
