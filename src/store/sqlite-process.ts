import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import type { Asked, Told } from "./libsql-process.js";
import type { Storable } from "./values.js";

/** What a statement came to. */
export type Rows = Extract<Told, { rows: unknown }>;

interface Waiting {
  readonly resolve: (rows: Rows) => void;
  readonly reject: (error: Error) => void;
}

/** What was asked of a process that ended meanwhile may have been done or not. */
const DIED = "SQLITE_IOERR_DIED";
/** A connection that could not reach or write its file once may never do so, although others can. */
const SPOILT = /^SQLITE_(CANTOPEN|IOERR|READONLY)/;

/** An error of SQLite, with its code such as `SQLITE_BUSY`. */
export class SqliteTrouble extends Error {
  override readonly name = "SqliteTrouble";

  constructor(
    message: string,
    readonly code: string | undefined,
  ) {
    super(message);
  }
}

/** A process with the one connection to a SQLite file; once it has ended, whatever is asked of it is refused. */
export class SqliteProcess {
  private readonly child: ChildProcess;
  /** Resolves when it has ended and all is heard that it told. */
  private readonly ended: Promise<void>;
  private readonly waiting = new Map<number, Waiting>();
  private count = 0;
  private end: string | undefined;
  private spoilt: string | undefined;

  /**
   * @param code the file that the process runs
   * @param isAgain whether another one had the file before: then it makes no new one, and takes none that could only be read
   */
  constructor(file: string, code: URL, isAgain = false) {
    this.child = fork(code, [file, ...(isAgain ? ["again"] : [])], {
      // It needs none of the bot's secrets.
      env: {},
      execArgv: [],
      serialization: "advanced",
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    this.child.on("message", (told: Told) => this.heard(told));
    this.child.on("error", ({ message }) => this.over(message));
    this.ended = Promise.all([once(this.child, "exit"), once(this.child, "disconnect")]).then(
      ([[code, signal]]) => this.over(`the store's process ended (${signal ?? code})`),
      (error: Error) => this.over(error.message),
    );
    this.unref();
  }

  /** Why another one is to be started in its place; undefined where it is well. */
  get fault(): string | undefined {
    return this.spoilt ?? this.end;
  }

  /** Runs one statement. */
  ask(sql: string, parameters: readonly Storable[]): Promise<Rows> {
    if (this.end !== undefined) return Promise.reject(new SqliteTrouble(this.end, "SQLITE_CANTOPEN"));
    this.count += 1;
    const asked: Asked = { id: this.count, sql, parameters };
    return new Promise((resolve, reject) => {
      this.waiting.set(asked.id, { resolve, reject });
      this.ref();
      this.post(asked);
    });
  }

  /** Closes the file and ends the process. */
  async close(): Promise<void> {
    if (this.end !== undefined) return;
    this.ref();
    this.post("close");
    await this.ended;
  }

  private post(message: Asked | "close"): void {
    // Where it has ended, that is heard as well.
    this.child.send(message, () => {});
  }

  /** It keeps the program going while something is asked of it. */
  private ref(): void {
    this.child.ref();
    this.child.channel?.ref();
  }

  private unref(): void {
    this.child.unref();
    this.child.channel?.unref();
  }

  private heard(told: Told): void {
    const waiting = this.waiting.get(told.id);
    this.waiting.delete(told.id);
    if (this.waiting.size === 0) this.unref();
    if ("problem" in told) {
      if (SPOILT.test(told.code ?? "")) this.spoilt ??= told.problem;
      waiting?.reject(new SqliteTrouble(told.problem, told.code));
    } else waiting?.resolve(told);
  }

  private over(problem: string): void {
    this.end ??= problem;
    for (const { reject } of this.waiting.values()) reject(new SqliteTrouble(problem, DIED));
    this.waiting.clear();
  }
}
