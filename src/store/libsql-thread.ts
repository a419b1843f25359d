import { parentPort, workerData } from "node:worker_threads";
import Database from "libsql";
import type { Storable } from "./values.js";

/** What the thread is asked to do; the same number comes back with what came of it. */
export interface Asked {
  readonly id: number;
  readonly sql: string;
  readonly parameters: readonly Storable[];
}

/** What came of it. */
export type Told =
  | { readonly id: number; readonly rows: readonly Record<string, unknown>[]; readonly changes?: number }
  | { readonly id: number; readonly problem: string; readonly code?: string };

/** How long a statement waits for another process's lock; the caller tries again. */
const BUSY_TIMEOUT_MS = 250;

// The thread that a LibsqlDialect starts: one connection, one statement after the other, so that no disk holds up an answer.
// The file's path is what the dialect handed over.
const database = new Database((workerData as { readonly file: string }).file);
database.exec(`pragma busy_timeout = ${BUSY_TIMEOUT_MS}; pragma journal_mode = wal; pragma synchronous = full;`);
// What is deleted is overwritten, so that the file has no trace of it.
database.exec("pragma secure_delete = on");

parentPort?.on("message", (asked: Asked | "close") => {
  if (asked !== "close") return parentPort?.postMessage(told(asked));
  database.close();
  parentPort?.close();
});

function told({ id, sql, parameters }: Asked): Told {
  try {
    if (/^(begin|commit|rollback)\b/.test(sql)) {
      // A prepared one that was refused for a lock stays open in libsql, and nothing could be committed any more.
      database.exec(sql);
      return { id, rows: [] };
    }
    const statement = database.prepare(sql);
    // A statement that returns rows gives objects.
    if (statement.reader) return { id, rows: statement.all([...parameters]) as Record<string, unknown>[] };
    return { id, rows: [], changes: statement.run([...parameters]).changes };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : undefined;
    return { id, problem: error instanceof Error ? error.message : String(error), code };
  }
}
