import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { Asked, Told } from "./libsql-thread.js";
import type { Storable } from "./values.js";

/** What a statement came to. */
export type Rows = Extract<Told, { rows: unknown }>;

interface Waiting {
  readonly resolve: (rows: Rows) => void;
  readonly reject: (error: Error) => void;
}

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

/** A thread with the one connection to a SQLite file; once it has ended, whatever is asked of it is refused. */
export class SqliteThread {
  private readonly worker: Worker;
  private readonly waiting = new Map<number, Waiting>();
  private count = 0;
  private end: string | undefined;

  /** `code` is the file that the thread runs. */
  constructor(file: string, code: URL) {
    this.worker = new Worker(code, { workerData: { file } });
    this.worker.on("message", (told: Told) => this.heard(told));
    this.worker.on("error", (error) => this.over(error instanceof Error ? error.message : String(error)));
    this.worker.on("exit", () => this.over("the store's thread ended"));
  }

  /** Whether it has ended. */
  get isOver(): boolean {
    return this.end !== undefined;
  }

  /** Runs one statement. */
  ask(sql: string, parameters: readonly Storable[]): Promise<Rows> {
    if (this.end !== undefined) return Promise.reject(new SqliteTrouble(this.end, "SQLITE_CANTOPEN"));
    this.count += 1;
    const asked: Asked = { id: this.count, sql, parameters };
    return new Promise((resolve, reject) => {
      this.waiting.set(asked.id, { resolve, reject });
      this.worker.ref();
      this.worker.postMessage(asked);
    });
  }

  /** Closes the file and ends the thread. */
  async close(): Promise<void> {
    if (this.isOver) return;
    this.worker.ref();
    const ended = once(this.worker, "exit");
    this.worker.postMessage("close");
    await ended;
  }

  private heard(told: Told): void {
    const waiting = this.waiting.get(told.id);
    this.waiting.delete(told.id);
    if (this.waiting.size === 0) this.worker.unref();
    if ("problem" in told) waiting?.reject(new SqliteTrouble(told.problem, told.code));
    else waiting?.resolve(told);
  }

  private over(problem: string): void {
    this.end ??= problem;
    for (const { reject } of this.waiting.values()) reject(new SqliteTrouble(problem, "SQLITE_CANTOPEN"));
    this.waiting.clear();
  }
}
