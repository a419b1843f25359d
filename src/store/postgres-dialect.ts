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
  // Nobody waits for an idle connection; without a listener, one that is lost would end the process.
  pool.on("error", (error) => report(error.message));
  return new PostgresDialect({ pool });
}
