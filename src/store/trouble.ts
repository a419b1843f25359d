import { setTimeout as pause } from "node:timers/promises";
import { StoreTrouble } from "../store-trouble.js";

/** How long what may pass is tried again, and the longest pause between two tries. */
const PATIENCE_MS = 1500;
const LONGEST_PAUSE_MS = 200;

/** Codes of SQLite that may pass: somebody else writes, or the process with the file ended. */
const LOCKED = /^SQLITE_(BUSY|LOCKED|IOERR_DIED)/;
/** Codes of PostgreSQL and of the network that may pass: class 08 and 57P (the server goes or comes), 40001 and 40P01 (transactions that met). */
const PASSING = /^(08|57P|53300|40001|40P01|ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN)/;
/** Messages of the pool, which has no codes. */
const LOST = /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/i;

/** Codes of either engine: what was asked is refused, and the store goes on. */
const REFUSED = /^(SQLITE_(CONSTRAINT|ERROR|MISMATCH|RANGE|TOOBIG)|2[23]|42)/;
/** Codes of what no waiting mends: no database or a damaged one, a refused password, an address or a folder that can be none. */
const LASTING = /^(SQLITE_(NOTADB|CORRUPT)|28|3D|ERR_INVALID|ENOTDIR|EEXIST)/;

/** Tries again, for a while, what failed for a reason that may pass; what is tried must be whole or not done at all. */
export async function patiently<T>(attempt: () => Promise<T>, patienceMs = PATIENCE_MS): Promise<T> {
  const until = Date.now() + patienceMs;
  for (let waitMs = 10; ; waitMs = Math.min(waitMs * 2, LONGEST_PAUSE_MS)) {
    try {
      return await attempt();
    } catch (error) {
      if (!mayPass(error) || Date.now() + waitMs > until) throw error;
      await pause(waitMs);
    }
  }
}

/** What failed in the store, as everybody outside of it sees it: the operator's words are in the cause. */
export function troubleOf(error: unknown): StoreTrouble {
  if (error instanceof StoreTrouble) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new StoreTrouble(`the store failed: ${message}`, { cause: error });
}

/** Whether the store itself failed, rather than the code that uses it. */
export function isStoreFault(error: unknown): boolean {
  return codeOf(error) !== undefined || LOST.test(error instanceof Error ? error.message : "");
}

/** Whether an error, or the cause of a `StoreTrouble`, says that the store is away, and not that it refused what was asked. */
export function isOutage(error: unknown): boolean {
  const fault = error instanceof StoreTrouble ? error.cause : error;
  return isStoreFault(fault) && !REFUSED.test(codeOf(fault) ?? "");
}

/** Whether the store may open later where it did not for this error. */
export function mayOpenLater(error: unknown): boolean {
  const fault = error instanceof StoreTrouble ? error.cause : error;
  return isOutage(fault) && !LASTING.test(codeOf(fault) ?? "");
}

function mayPass(error: unknown): boolean {
  const code = codeOf(error) ?? "";
  return LOCKED.test(code) || PASSING.test(code) || LOST.test(error instanceof Error ? error.message : "");
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}
