import { randomBytes } from "node:crypto";
import { closeSync, linkSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";

/** Who writes into a folder: `{ pid: 4711, host: "den", since: 1795996800000 }`, in milliseconds since 1970; 0 is a process unknown. */
export interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly since: number;
}

/** A hidden name: neither the loader nor the watch looks at it. */
export const LOCK = ".export.lock";
/** Nobody writes for so long: whoever made an older lock has ended without taking it away. */
const STALE_MS = 5 * 60_000;
/** Others may take a stale lock over at the same moment. */
const TRIES = 3;

/**
 * Does something while no other process does it in the same folder, or says who does. The lock of a process that is gone is taken
 * over. Throws what the system says where no lock can be made.
 */
export function alone<T>(dir: string, work: () => T): { readonly done: T } | { readonly holder: Holder } {
  const path = join(dir, LOCK);
  const token = randomBytes(6).toString("hex");
  const own = JSON.stringify({ pid: process.pid, host: hostname(), since: Date.now(), token });
  let holder: Holder = { pid: 0, host: "", since: Date.now() };
  for (let tries = 0; tries < TRIES; tries += 1) {
    if (made(path, own)) {
      try {
        return { done: work() };
      } finally {
        // After minutes somebody may have taken it for stale.
        if (textOf(path) === own) rmSync(path, { force: true });
      }
    }
    const found = lockAt(path);
    if (found === undefined) continue;
    holder = found.holder;
    if (!isStale(found)) break;
    takeAway(path, found.text, `${path}.${token}`);
  }
  return { holder };
}

interface Lock {
  readonly text: string;
  readonly holder: Holder;
  /** When the file was written, by the clock of whatever keeps it. */
  readonly writtenAt: number;
}

function made(path: string, text: string): boolean {
  let file: number;
  try {
    file = openSync(path, "wx");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
  try {
    writeFileSync(file, text);
    return true;
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
}

/** The lock that is there; of one without words, which is being made, only the time is known. */
function lockAt(path: string): Lock | undefined {
  try {
    const { mtimeMs: writtenAt } = statSync(path);
    const text = readFileSync(path, "utf8");
    return { text, writtenAt, holder: holderIn(text) ?? { pid: 0, host: "", since: writtenAt } };
  } catch {
    return undefined;
  }
}

function holderIn(text: string): Holder | undefined {
  try {
    const { pid, host, since } = JSON.parse(text) as Partial<Holder>;
    if (typeof pid !== "number" || typeof host !== "string" || typeof since !== "number") return undefined;
    return { pid, host, since };
  } catch {
    return undefined;
  }
}

function isStale({ holder: { pid, host, since }, writtenAt }: Lock): boolean {
  if (Date.now() - writtenAt > STALE_MS) return true;
  if (host !== hostname() || pid === 0) return false;
  // A container gives its processes the same numbers at every start.
  return pid === process.pid ? since < Date.now() - process.uptime() * 1000 : !isRunning(pid);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Another user's.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** Takes a stale lock away; one that somebody made in its place meanwhile goes back. */
function takeAway(path: string, stale: string, aside: string): void {
  try {
    renameSync(path, aside);
    if (textOf(aside) !== stale) linkSync(aside, path);
  } catch {
    // Somebody else was faster.
  } finally {
    rmSync(aside, { force: true });
  }
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
