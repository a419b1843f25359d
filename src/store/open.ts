import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type Dialect, Kysely, Migrator } from "kysely";
import { StoreTrouble } from "../store-trouble.js";
import { libsqlDialect } from "./libsql-dialect.js";
import { MIGRATIONS } from "./migrations.js";
import { Store } from "./store.js";
import type { Tables } from "./tables.js";
import { patiently } from "./trouble.js";

/** Where the state is kept: a PostgreSQL database, or a file in a folder. */
export interface Whereabouts {
  /** `postgres://…`; absent: `footnote.db` in the folder. */
  readonly databaseUrl?: string;
  /** A folder, absolute; made where it is missing. */
  readonly dataDir: string;
  /** The file that SQLite's process runs; default the built one. */
  readonly code?: URL;
  /** Hears of faults that nobody waits for, such as a connection that was lost while idle. */
  readonly report?: (problem: string) => void;
}

/**
 * Opens the store and brings its tables up to date, or up to a named migration, or with `"as it is"` leaves them; a `StoreTrouble` says
 * to the operator what keeps it from opening.
 */
export async function openStore(where: Whereabouts, upTo?: string): Promise<Store> {
  const { databaseUrl, dataDir } = where;
  const name = databaseUrl === undefined ? storeFile(dataDir) : "the database of DATABASE_URL";
  try {
    const db = new Kysely<Tables>({ dialect: await dialectOf(where) });
    try {
      await patiently<unknown>(() => (upTo === "as it is" ? appliedMigration(db) : migrate(db, upTo)));
    } catch (error) {
      await db.destroy();
      throw error;
    }
    return new Store(db, databaseUrl === undefined ? "sqlite" : "postgres");
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const way = databaseUrl === undefined ? wayOutOf(error) : "check DATABASE_URL and the server";
    throw new StoreTrouble(`The state in ${name} cannot be opened (${why}): ${way}.`, { cause: error });
  }
}

/** The file of SQLite in a folder. */
export function storeFile(dataDir: string): string {
  return join(dataDir, "footnote.db");
}

/** What to do about a file that cannot be opened. */
function wayOutOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return /^SQLITE_(NOTADB|CORRUPT)/.test(code)
    ? "it is no database or is damaged; move it away and restore a backup, or begin anew without it"
    : "check that DATA_DIR may be written to";
}

async function dialectOf({ databaseUrl, dataDir, code, report }: Whereabouts): Promise<Dialect> {
  if (databaseUrl !== undefined) {
    const { postgresDialect } = await import("./postgres-dialect.js");
    return postgresDialect(databaseUrl, report);
  }
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  return libsqlDialect(storeFile(dataDir), code);
}

/** Brings the tables up to the last migration, or to a named one; whole, or not at all. */
export async function migrate(db: Kysely<Tables>, to?: string): Promise<void> {
  const migrator = migratorOf(db);
  const { error } = await (to === undefined ? migrator.migrateToLatest() : migrator.migrateTo(to));
  if (error) throw error;
}

/** The name of the last migration that a store has; undefined for a new one. */
export async function appliedMigration(db: Kysely<Tables>): Promise<string | undefined> {
  const all = await migratorOf(db).getMigrations();
  return all.filter(({ executedAt }) => executedAt !== undefined).at(-1)?.name;
}

function migratorOf(db: Kysely<Tables>): Migrator {
  return new Migrator({ db, provider: { getMigrations: async () => ({ ...MIGRATIONS }) } });
}
