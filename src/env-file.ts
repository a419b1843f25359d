import { readFileSync } from "node:fs";
import dotenv from "dotenv";

/** What a `.env` file says: its variables, or what keeps it from being read. */
export type EnvFile = { readonly variables: Readonly<Record<string, string>> } | { readonly problem: string };

/** Reads a `.env` file; one that is not there says nothing. */
export function readEnvFile(file: string): EnvFile {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ENOENT") return { variables: {} };
    const why = code === "EISDIR" ? "is a folder" : `cannot be read (${String(code ?? error)})`;
    return { problem: `${file} ${why}: make it a file that this user may read, or take it away` };
  }
  // As Windows PowerShell writes it: every other byte is 0.
  if (bytes.includes(0)) return { problem: `${file} is not written in UTF-8: save it as UTF-8` };
  return { variables: dotenv.parse(bytes) };
}
