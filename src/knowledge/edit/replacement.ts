import { randomBytes } from "node:crypto";
import {
  closeSync,
  fchmodSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";

/** A file's new text, whole on the disk beside it, that is not in its place yet. */
export interface Replacement {
  /** Puts it there at once, to stay; false where the file is not what was read any more, which is left as it is. */
  readonly commit: () => boolean;
  /** Takes away what was written. */
  readonly drop: () => void;
}

/**
 * Writes a file's new text beside it; undefined where the file is not what was read any more. Line ends, a byte order mark and
 * rights stay. Throws what the system says where it cannot be written whole.
 * @param before the text as it was read, undefined where there was no such file
 */
export function replacementOf(named: string, before: string | undefined, text: string): Replacement | undefined {
  const path = before === undefined ? named : unless("ENOENT", () => realpathSync(named));
  if (path === undefined) return undefined;
  const raw = before === undefined ? undefined : textAt(path);
  if (before !== undefined && raw?.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n") !== before) return undefined;
  const withEnds = raw?.includes("\r\n") ? text.replace(/\n/g, "\r\n") : text;
  // A hidden name: the loader leaves it alone where it stays behind.
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString("hex")}`);
  const drop = () => rmSync(temporary, { force: true });
  try {
    const mode = raw === undefined ? undefined : statSync(path).mode & 0o7777;
    writeWhole(temporary, `${raw?.startsWith("\uFEFF") ? "\uFEFF" : ""}${withEnds}`, mode);
  } catch (error) {
    drop();
    throw error;
  }
  const commit = () => {
    try {
      if (raw !== undefined && textAt(path) !== raw) return false;
      if (raw !== undefined) renameSync(temporary, path);
      // A rename would replace what somebody has made there meanwhile.
      else if (!linked(temporary, path)) return false;
    } finally {
      drop();
    }
    syncFolder(dirname(path));
    return true;
  };
  return { commit, drop };
}

function writeWhole(path: string, text: string, mode: number | undefined): void {
  const file = openSync(path, "wx");
  try {
    if (mode !== undefined) fchmodSync(file, mode);
    // One write(2) may take less than it was given, and say so in its count alone; this goes on until all is written, or throws.
    writeFileSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Until then a power cut may bring the old file back. Windows opens no folders, and needs no more. */
function syncFolder(path: string): void {
  if (process.platform === "win32") return;
  const folder = openSync(path, "r");
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

/** Gives a file a second name; false where that is taken. */
function linked(path: string, name: string): boolean {
  const done = unless("EEXIST", () => {
    linkSync(path, name);
    return true;
  });
  return done ?? false;
}

function textAt(path: string): string | undefined {
  return unless("ENOENT", () => readFileSync(path, "utf8"));
}

/** What comes of it; undefined where the system says this. */
function unless<T>(code: "ENOENT" | "EEXIST", work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === code) return undefined;
    throw error;
  }
}
