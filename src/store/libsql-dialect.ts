import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type TransactionSettings,
} from "kysely";
import { SqliteThread } from "./sqlite-thread.js";
import { storable } from "./values.js";

/** Stands beside this file once it is built. */
const THREAD = new URL("./libsql-thread.js", import.meta.url);

/** Kysely over a SQLite file, read and written in a thread of its own; a thread that died is started anew. */
export function libsqlDialect(file: string, thread: URL = THREAD): Dialect {
  return {
    createAdapter: () => new Adapter(),
    createDriver: () => new LibsqlDriver(() => new SqliteThread(file, thread)),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

/** SQLite takes changes of tables back with their transaction, which Kysely's own adapter does not use. */
class Adapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** One connection that is lent to one user at a time; whoever has it keeps the thread that it began with, to its end. */
class LibsqlDriver implements Driver {
  private thread: SqliteThread | undefined;
  /** Settles when whoever has the connection gives it back. */
  private turn: Promise<void> = Promise.resolve();
  private giveBack: () => void = () => {};

  constructor(private readonly start: () => SqliteThread) {}

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.turn;
    let done = () => {};
    this.turn = new Promise((resolve) => {
      done = resolve;
    });
    await before;
    try {
      if (!this.thread || this.thread.isOver) this.thread = this.start();
    } catch (error) {
      done();
      throw error;
    }
    this.giveBack = done;
    return connectionOf(this.thread);
  }

  async releaseConnection(): Promise<void> {
    this.giveBack();
  }

  /** The lock for writing is taken at once: one that is wanted later may be refused although nothing could be read meanwhile. */
  async beginTransaction(connection: DatabaseConnection, { accessMode }: TransactionSettings): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw(accessMode === "read only" ? "begin" : "begin immediate"));
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    try {
      await connection.executeQuery(CompiledQuery.raw("commit"));
    } catch (error) {
      // A commit that failed leaves the transaction open, and the next one could not begin.
      await this.rollbackTransaction(connection);
      throw error;
    }
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    // Some faults, such as a full disk, have rolled back already.
    await connection.executeQuery(CompiledQuery.raw("rollback")).catch(() => undefined);
  }

  async destroy(): Promise<void> {
    await this.turn;
    await this.thread?.close();
  }
}

function connectionOf(thread: SqliteThread): DatabaseConnection {
  return {
    executeQuery: async <R>({ sql, parameters }: CompiledQuery) => {
      const { rows, changes } = await thread.ask(sql, parameters.map(storable));
      // Rows are as the query that was compiled says.
      return { rows: rows as R[], ...(changes === undefined ? {} : { numAffectedRows: BigInt(changes) }) };
    },
    streamQuery: () => {
      throw new Error("reading as a stream is not built: read page by page");
    },
  };
}
