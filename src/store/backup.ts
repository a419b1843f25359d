import type { Kysely } from "kysely";
import { z } from "zod";
import { StoreTrouble } from "../store-trouble.js";
import { MIGRATIONS } from "./migrations.js";
import { appliedMigration, migrate, openStore, type Whereabouts } from "./open.js";
import { markOf } from "./secret-mark.js";
import type { Store } from "./store.js";
import type { Tables } from "./tables.js";

/** The columns that tell a table's rows apart; every table has some, and is part of a backup. */
const KEYS: { readonly [Table in keyof Tables]: readonly (keyof Tables[Table] & string)[] } = {
  settings: ["guild"],
  people: ["person"],
  questions: ["id"],
  votes: ["question", "person"],
  days: ["guild", "day"],
  entry_days: ["guild", "day", "entry"],
  gaps: ["id"],
  gap_keys: ["guild", "hash", "question"],
  drafts: ["id"],
  subscriptions: ["id"],
  deliveries: ["subscription", "due"],
  shown: ["subscription", "entry"],
  signals: ["name"],
};
/** So many rows are read at a time, or written: engines take some thousand parameters a statement. */
const PAGE = 500;

type Value = string | number | null;
type Row = Record<string, Value>;
/** Tables whose names and columns are known only when it runs. */
type AnyTables = Record<string, Row>;

const head = z.strictObject({
  format: z.literal("footnote-backup"),
  migration: z.string(),
  at: z.number(),
  /** Tells whether people's hashes were made with the same secret. */
  secret: z.string(),
});
const line = z.strictObject({
  table: z.enum(Object.keys(KEYS)),
  row: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
});
const foot = z.strictObject({ rows: z.number() });

/** Writes the store as it is at one moment, a line of JSON each: a head, the rows, and how many there are; resolves with that. */
export async function backUp(
  store: Store,
  { secret, now, write }: { secret: Uint8Array; now: number; write: (line: string) => Promise<void> },
): Promise<number> {
  const migration = await appliedMigration(store.db);
  if (migration === undefined) throw new StoreTrouble("There is no state yet, and nothing to back up.");
  const there = new Set((await store.db.introspection.getTables()).map(({ name }) => name));
  return store.readAtOnce(async (db) => {
    await write(JSON.stringify({ format: "footnote-backup", migration, at: now, secret: markOf(secret) }));
    let rows = 0;
    for (const [table, keys] of Object.entries(KEYS).filter(([name]) => there.has(name))) {
      let page: Row[] = [];
      do {
        page = await pageAfter(page.at(-1), anyOf(db), table, keys);
        for (const row of page) await write(JSON.stringify({ table, row }));
        rows += page.length;
      } while (page.length === PAGE);
    }
    await write(JSON.stringify({ rows }));
    return rows;
  });
}

/** What restoring did; `isOtherSecret` where people's hashes were made with another secret than the one that is in use here. */
export interface Restored {
  readonly rows: number;
  readonly at: number;
  readonly isOtherSecret: boolean;
}

/**
 * Fills a new store with a backup of this version or an earlier one, whole or not at all; a `StoreTrouble` says to the operator what is
 * wrong with the backup, or that the store is not new.
 */
export async function restore(where: Whereabouts, lines: AsyncIterable<string>, secret: Uint8Array): Promise<Restored> {
  const reader = lines[Symbol.asyncIterator]();
  const first = await reader.next();
  const begun = head.safeParse(first.done ? undefined : jsonIn(first.value));
  if (!begun.success)
    throw new StoreTrouble("This is no backup of Footnote's: give a file that `npm run backup` has written.");
  const { migration, at, secret: mark } = begun.data;
  if (!(migration in MIGRATIONS))
    throw new StoreTrouble(`The backup is of a newer version (${migration}): install that version, then restore.`);
  const store = await openStore(where, migration);
  try {
    // Not by `store.write`: the lines can be read once, and nothing can be tried again.
    const rows = await store.db.transaction().execute(async (tx) => {
      const db = anyOf(tx);
      const there = new Set((await tx.introspection.getTables()).map(({ name }) => name));
      for (const table of Object.keys(KEYS).filter((name) => there.has(name))) {
        const found = await db.selectFrom(table).selectAll().limit(1).execute();
        if (found.length > 0) throw new StoreTrouble(NOT_NEW);
      }
      return fill(db, reader);
    });
    await migrate(store.db);
    return { rows, at, isOtherSecret: mark !== markOf(secret) };
  } finally {
    await store.close();
  }
}

const NOT_NEW =
  "There is state here already: stop the bot, move DATA_DIR's footnote.db away or make a new database, then restore.";

/** Writes the rows to the end; what is broken off or cannot be read throws. */
async function fill(db: Kysely<AnyTables>, reader: AsyncIterator<string>): Promise<number> {
  let batch: { readonly table: string; readonly rows: Row[] } = { table: "", rows: [] };
  let count = 0;
  const flush = async () => {
    if (batch.rows.length > 0) await db.insertInto(batch.table).values(batch.rows).execute();
  };
  for (let next = await reader.next(); !next.done; next = await reader.next()) {
    const json = jsonIn(next.value);
    const end = foot.safeParse(json);
    if (end.success && end.data.rows === count) {
      await flush();
      return count;
    }
    const read = line.safeParse(json);
    if (!read.success) throw new StoreTrouble(`Line ${count + 2} of the backup cannot be read: nothing was restored.`);
    const { table, row } = read.data;
    if (table !== batch.table || batch.rows.length === PAGE) {
      await flush();
      batch = { table, rows: [] };
    }
    batch.rows.push(row);
    count += 1;
  }
  throw new StoreTrouble("The backup ends too soon, as if its writing was broken off: nothing was restored.");
}

/** The rows behind one, in the order of their keys: behind (1, 2) is what has a > 1, or a = 1 and b > 2. */
function pageAfter(
  last: Row | undefined,
  db: Kysely<AnyTables>,
  table: string,
  keys: readonly string[],
): Promise<Row[]> {
  const ordered = keys.reduce((query, key) => query.orderBy(key), db.selectFrom(table).selectAll().limit(PAGE));
  if (last === undefined) return ordered.execute();
  return ordered
    .where((eb) =>
      eb.or(
        keys.map((key, i) =>
          eb.and([...keys.slice(0, i).map((same) => eb(same, "=", last[same])), eb(key, ">", last[key])]),
        ),
      ),
    )
    .execute();
}

/** The same tables, with names that are known only when it runs. */
function anyOf(db: Kysely<Tables>): Kysely<AnyTables> {
  return db as unknown as Kysely<AnyTables>;
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
