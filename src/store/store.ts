import { CompiledQuery, type Kysely, type Transaction } from "kysely";
import type { Tables } from "./tables.js";
import { isStoreFault, patiently, troubleOf } from "./trouble.js";

/** Which engine keeps the state. */
export type Engine = "sqlite" | "postgres";

/** The ways to the tables, for whoever neither opens nor closes them. */
export type StorePort = Pick<Store, "read" | "write" | "settle">;

/** The tables, and the two ways to them; what cannot be done in time rejects with a `StoreTrouble`, and has changed nothing. */
export class Store {
  constructor(
    readonly db: Kysely<Tables>,
    readonly engine: Engine,
  ) {}

  /** Reads. */
  read<T>(work: (db: Kysely<Tables>) => Promise<T>): Promise<T> {
    return settled(() => work(this.db));
  }

  /** Reads all of it as it is at one moment, while others go on writing; not tried again, for that moment would be another. */
  async readAtOnce<T>(work: (tx: Transaction<Tables>) => Promise<T>): Promise<T> {
    const snapshot = this.db.transaction().setAccessMode("read only");
    try {
      return await (this.engine === "postgres" ? snapshot.setIsolationLevel("repeatable read") : snapshot).execute(
        work,
      );
    } catch (error) {
      throw isStoreFault(error) ? troubleOf(error) : error;
    }
  }

  /**
   * Writes, all of it or nothing; once it resolves, it lasts. It may be tried again, so `work` must do nothing but write here, and
   * must come to the same where an earlier try was written although its connection was lost before it could say so.
   */
  write<T>(work: (tx: Transaction<Tables>) => Promise<T>): Promise<T> {
    return settled(() => this.db.transaction().execute(work));
  }

  /**
   * Takes what was deleted out of SQLite's files too, where nobody else reads them at this moment: deleted rows are overwritten as they
   * go, and the log of changes is emptied. A PostgreSQL server does it in its own time (autovacuum, and its own log).
   */
  async settle(): Promise<void> {
    if (this.engine !== "sqlite") return;
    await this.read((db) => db.executeQuery(CompiledQuery.raw("pragma wal_checkpoint(truncate)")));
  }

  /** Ends what is going on, and the connections. */
  close(): Promise<void> {
    return this.db.destroy();
  }
}

async function settled<T>(attempt: () => Promise<T>): Promise<T> {
  try {
    return await patiently(attempt);
  } catch (error) {
    throw isStoreFault(error) ? troubleOf(error) : error;
  }
}
