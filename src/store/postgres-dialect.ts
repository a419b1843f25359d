import {
  type Dialect,
  type PostgresCursor,
  PostgresDialect,
  type PostgresPoolClient,
  type PostgresQueryResult,
} from "kysely";
import pg from "pg";

/** How long a connection may take to be made, and a statement to end: on the server, and here where the server does not say so. */
const CONNECT_MS = 2000;
const STATEMENT_MS = 4000;
const SILENCE_MS = 5000;
const MAX_CONNECTIONS = 5;

/** Kysely over a PostgreSQL database; whole numbers come as numbers, for none of ours reaches 2^53. */
export function postgresDialect(url: string, report: (problem: string) => void = () => {}): Dialect {
  const { INT8, NUMERIC } = pg.types.builtins;
  const pool = new pg.Pool({
    connectionString: url,
    max: MAX_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_MS,
    statement_timeout: STATEMENT_MS,
    query_timeout: SILENCE_MS,
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
  return new PostgresDialect({
    pool: { connect: async () => new Lent(await pool.connect()), end: () => pool.end() },
  });
}

/** An error of a server that did not answer in time, with a code as other lost connections have. */
class Silence extends Error {
  readonly code = "ETIMEDOUT";
}

/**
 * A connection that is closed when it is given back, where a statement got no answer in time: it may still be in the middle of a
 * transaction, and whoever had it next would go on with that.
 */
class Lent implements PostgresPoolClient {
  private silence: Silence | undefined;

  constructor(private readonly client: pg.PoolClient) {}

  query<R>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  query(asked: string | PostgresCursor<unknown>, parameters: readonly unknown[] = []): unknown {
    if (typeof asked !== "string") throw new Error("reading as a stream is not built: read page by page");
    return this.ask(asked, parameters);
  }

  release(): void {
    this.client.release(this.silence);
  }

  private async ask(sql: string, parameters: readonly unknown[]): Promise<pg.QueryResult> {
    if (this.silence) throw this.silence;
    try {
      return await this.client.query(sql, [...parameters]);
    } catch (error) {
      if (!(error instanceof Error) || error.message !== "Query read timeout") throw error;
      this.silence = new Silence("the database did not answer in time", { cause: error });
      throw this.silence;
    }
  }
}
