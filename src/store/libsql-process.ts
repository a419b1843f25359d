import { existsSync } from "node:fs";
import Database from "libsql";
import type { Storable } from "./values.js";

/** What the process is asked to do; the same number comes back with what came of it. */
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

/** The file that was there is gone. */
class Gone extends Error {
  readonly code = "SQLITE_CANTOPEN";
}

// The process that a LibsqlDialect starts: one connection, one statement after the other. SQLite maps a file into memory, and writing
// to that ends the process where the disk cannot be written any more; so it is none that answers.
const [, , file, again] = process.argv;
// What it makes is nobody else's to read, whoever may look into the folder.
process.umask(0o077);
let database: Database.Database | undefined;

// A terminal and systemd tell all processes at once to end; this one ends when whoever asks it has written the last.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => {});

process.on("message", (asked: Asked | "close") => {
  // Nobody hears what comes of it where whoever asked is gone, and this ends below.
  if (asked !== "close") process.send?.(told(asked), undefined, undefined, () => {});
  else process.disconnect();
});

process.on("disconnect", () => {
  database?.close();
  process.exit();
});

function told({ id, sql, parameters }: Asked): Told {
  try {
    database ??= opened();
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

function opened(): Database.Database {
  // A disk that is unmounted leaves an empty folder, and SQLite would make a new file there.
  if (again !== undefined && !existsSync(file)) throw new Gone(`${file} is not there`);
  const opening = new Database(file);
  try {
    opening.exec(`pragma busy_timeout = ${BUSY_TIMEOUT_MS}; pragma journal_mode = wal; pragma synchronous = full;`);
    // What is deleted is overwritten, so that the file has no trace of it.
    opening.exec("pragma secure_delete = on");
    // Where SQLite may only read the file it opens it all the same, and only a change shows that.
    if (again !== undefined) opening.exec("begin immediate; create table changed (id); rollback");
    return opening;
  } catch (error) {
    opening.close();
    throw error;
  }
}
