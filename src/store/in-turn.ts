import { PostgresAdapter, sql, type Transaction } from "kysely";
import type { Tables } from "./tables.js";

/**
 * Waits until nobody else changes what belongs together in some servers: questions with their votes, their clusters and the keys of
 * those; until the transaction ends, all others wait. What is read after that is as the last one left it.
 *
 * The order of locks: this first, for all servers at once and in one order, and rows then; two transactions wait for each other only
 * where a server is named after rows were changed. SQLite lets one transaction write at a time by itself.
 */
export async function inTurn(tx: Transaction<Tables>, guilds: Iterable<string>): Promise<void> {
  const names = [...new Set(guilds)].toSorted();
  if (names.length === 0 || !(tx.getExecutor().adapter instanceof PostgresAdapter)) return;
  // A lock of PostgreSQL's own leaves no row behind, and a server without clusters has none that could be locked.
  await sql`select pg_advisory_xact_lock(hashtextextended(guild, 0)) from unnest(${names}::text[]) as guild`.execute(
    tx,
  );
}
