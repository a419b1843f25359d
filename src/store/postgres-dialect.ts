import { type Dialect, PostgresDialect } from "kysely";
import pg from "pg";

/** How long a connection may take to be made, and a statement to end. */
const CONNECT_MS = 2000;
const STATEMENT_MS = 4000;
const MAX_CONNECTIONS = 5;

/** Kysely over a PostgreSQL database; whole numbers come as numbers, for none of ours reaches 2^53. */
export function postgresDialect(url: string, report: (problem: string) => void = () => {}): Dialect {
  const { INT8, NUMERIC } = pg.types.builtins;
  const pool = new pg.Pool({
    connectionString: url,
    max: MAX_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_MS,
    statement_timeout: STATEMENT_MS,
    query_timeout: STATEMENT_MS + 1000,
    keepAlive: true,
    types: {
      getTypeParser: (oid: number, format?: "text" | "binary") =>
        oid === INT8 || oid === NUMERIC ? Number : pg.types.getTypeParser(oid, format),
    },
  });
  // A connection may be lost while nobody waits for it, in the pool or between two statements of a transaction: without a listener
  // of its own, that would end the process.
  pool.on("connect", (client) => client.on("error", (error) => report(error.message)));
  pool.on("error", () => {});
  return new PostgresDialect({ pool });
}
