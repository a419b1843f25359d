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
import { SqliteProcess, SqliteTrouble } from "./sqlite-process.js";
import { storable } from "./values.js";

/** Stands beside this file once it is built. */
const CODE = new URL("./libsql-process.js", import.meta.url);
/** A process that ended soon after it was started is not started again before this. */
const RESTART_MS = 5000;

/** Kysely over a SQLite file, read and written in a process of its own; one that died is started anew. */
export function libsqlDialect(file: string, code: URL = CODE): Dialect {
  return {
    createAdapter: () => new Adapter(),
    createDriver: () => new LibsqlDriver((isAgain) => new SqliteProcess(file, code, isAgain)),
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

/** One connection that is lent to one user at a time; whoever has it keeps the process that it began with, to its end. */
class LibsqlDriver implements Driver {
  private process: SqliteProcess | undefined;
  private startedAt = 0;
  /** Settles when whoever has the connection gives it back. */
  private turn: Promise<void> = Promise.resolve();
  private giveBack: () => void = () => {};

  constructor(private readonly start: (isAgain: boolean) => SqliteProcess) {}

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.turn;
    let done = () => {};
    this.turn = new Promise((resolve) => {
      done = resolve;
    });
    await before;
    try {
      const process = this.running();
      this.giveBack = done;
      return connectionOf(process);
    } catch (error) {
      done();
      throw error;
    }
  }

  async releaseConnection(): Promise<void> {
    // A file system that is to be mended can be unmounted only when nobody has a file of it open.
    if (this.process?.fault !== undefined) void this.process.close();
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
    await this.process?.close();
  }

  private running(): SqliteProcess {
    if (this.process && this.process.fault === undefined) return this.process;
    const now = performance.now();
    if (this.process && now - this.startedAt < RESTART_MS)
      throw new SqliteTrouble(`${this.process.fault}; it is opened again in a moment`, "SQLITE_CANTOPEN");
    this.startedAt = now;
    // The first one may be of somebody who only reads, such as a backup.
    this.process = this.start(this.process !== undefined);
    return this.process;
  }
}

function connectionOf(process: SqliteProcess): DatabaseConnection {
  return {
    executeQuery: async <R>({ sql, parameters }: CompiledQuery) => {
      const { rows, changes } = await process.ask(sql, parameters.map(storable));
      // Rows are as the query that was compiled says.
      return { rows: rows as R[], ...(changes === undefined ? {} : { numAffectedRows: BigInt(changes) }) };
    },
    streamQuery: () => {
      throw new Error("reading as a stream is not built: read page by page");
    },
  };
}
