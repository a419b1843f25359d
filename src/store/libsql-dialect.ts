import { once } from "node:events";
import { Worker } from "node:worker_threads";
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type TransactionSettings,
} from "kysely";
import type { Asked, Told } from "./libsql-thread.js";
import { storable } from "./values.js";

/** Stands beside this file once it is built. */
const THREAD = new URL("./libsql-thread.js", import.meta.url);

/** An error of SQLite, with its code such as `SQLITE_BUSY`. */
class SqliteTrouble extends Error {
  override readonly name = "SqliteTrouble";

  constructor(
    message: string,
    readonly code: string | undefined,
  ) {
    super(message);
  }
}

/** Kysely over a SQLite file, read and written in a thread of its own; a thread that died is started anew. */
export function libsqlDialect(file: string, thread: URL = THREAD): Dialect {
  return {
    createAdapter: () => new Adapter(),
    createDriver: () => new LibsqlDriver(file, thread),
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

type Rows = Extract<Told, { rows: unknown }>;

interface Waiting {
  readonly resolve: (told: Rows) => void;
  readonly reject: (error: Error) => void;
}

/** One connection that is lent to one user at a time. */
class LibsqlDriver implements Driver {
  private worker: Worker | undefined;
  private count = 0;
  private readonly waiting = new Map<number, Waiting>();
  /** Settles when whoever has the connection gives it back. */
  private turn: Promise<void> = Promise.resolve();
  private giveBack: () => void = () => {};

  constructor(
    private readonly file: string,
    private readonly thread: URL,
  ) {}

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.turn;
    let done = () => {};
    this.turn = new Promise((resolve) => {
      done = resolve;
    });
    await before;
    this.giveBack = done;
    const worker = this.running();
    return {
      executeQuery: <R>(query: CompiledQuery) => this.execute<R>(worker, query),
      streamQuery: () => {
        throw new Error("reading as a stream is not built: read page by page");
      },
    };
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
      await connection.executeQuery(CompiledQuery.raw("rollback")).catch(() => undefined);
      throw error;
    }
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    // Some faults, such as a full disk, have rolled back already.
    await connection.executeQuery(CompiledQuery.raw("rollback")).catch(() => undefined);
  }

  async destroy(): Promise<void> {
    await this.turn;
    const { worker } = this;
    if (!worker) return;
    worker.ref();
    const ended = once(worker, "exit");
    worker.postMessage("close");
    await ended;
  }

  private async execute<R>(worker: Worker, { sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const { rows, changes } = await this.ask(worker, sql, parameters.map(storable));
    return {
      // Rows are as the query that was compiled says.
      rows: rows as R[],
      ...(changes === undefined ? {} : { numAffectedRows: BigInt(changes) }),
    };
  }

  private async ask(worker: Worker, sql: string, parameters: Asked["parameters"]): Promise<Rows> {
    // A transaction that another thread began would go on without one.
    if (worker !== this.worker) throw new SqliteTrouble("the store's thread ended", "SQLITE_CANTOPEN");
    this.count += 1;
    const asked: Asked = { id: this.count, sql, parameters };
    return new Promise((resolve, reject) => {
      this.waiting.set(asked.id, { resolve, reject });
      worker.ref();
      worker.postMessage(asked);
    });
  }

  private running(): Worker {
    if (this.worker) return this.worker;
    const worker = new Worker(this.thread, { workerData: { file: this.file } });
    worker.on("message", (told: Told) => this.heard(worker, told));
    worker.on("error", (error) => this.failed(worker, error instanceof Error ? error.message : String(error)));
    worker.on("exit", () => this.failed(worker, "the store's thread ended"));
    this.worker = worker;
    return worker;
  }

  private heard(worker: Worker, told: Told): void {
    const waiting = this.waiting.get(told.id);
    this.waiting.delete(told.id);
    if (this.waiting.size === 0) worker.unref();
    if ("problem" in told) waiting?.reject(new SqliteTrouble(told.problem, told.code));
    else waiting?.resolve(told);
  }

  /** What waits gets no answer; the next statement gets a new thread. */
  private failed(worker: Worker, problem: string): void {
    if (this.worker === worker) this.worker = undefined;
    for (const { reject } of this.waiting.values()) reject(new SqliteTrouble(problem, "SQLITE_CANTOPEN"));
    this.waiting.clear();
  }
}
