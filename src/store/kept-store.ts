import type { Kysely, Transaction } from "kysely";
import { StoreTrouble } from "../store-trouble.js";
import type { Store, StorePort } from "./store.js";
import type { Tables } from "./tables.js";
import { isOutage } from "./trouble.js";

/** The pause before the store is tried again, and the longest that it grows to. */
const FIRST_PAUSE_MS = 2000;
const LONGEST_PAUSE_MS = 30_000;

/** What cannot be done; who cannot write may still read. */
type Away = "opening" | "reading" | "writing";

/** What a kept store tells of. */
export interface StoreWatch {
  /** The store is away: said once, and again where it cannot be opened for another reason. */
  away(problem: string): void;
  back(): void;
}

/** A store that may be away, also from the start on: it is tried again until it is back, and refuses what is asked meanwhile. */
export class KeptStore implements StorePort {
  private store: Store | undefined;
  private away: Away | undefined = "opening";
  private problem: unknown;
  private timer: NodeJS.Timeout | undefined;
  private trying: Promise<void> | undefined;
  private isHalted = false;
  private readonly whenOpened: (() => void)[] = [];

  /** @param open gives the store once all is ready for its use */
  constructor(
    private readonly open: () => Promise<Store>,
    private readonly watch?: StoreWatch,
    private readonly firstPauseMs = FIRST_PAUSE_MS,
  ) {}

  get isAway(): boolean {
    return this.away !== undefined;
  }

  /** Opens the store now; rejects where it cannot be opened. */
  async begin(): Promise<Store> {
    const store = await this.open();
    this.store = store;
    this.isBack();
    // Once it was halted, nothing new begins.
    if (!this.isHalted) for (const work of this.whenOpened.splice(0)) work();
    return store;
  }

  /** Goes on trying to open what could not be for an error. */
  waitAfter(error: unknown): void {
    this.failed("opening", error);
  }

  /** Does something once the store is open; at once where it is. */
  whenOpen(work: () => void): void {
    if (this.store) work();
    else this.whenOpened.push(work);
  }

  read<T>(work: (db: Kysely<Tables>) => Promise<T>): Promise<T> {
    return this.use("reading", (store) => store.read(work));
  }

  write<T>(work: (tx: Transaction<Tables>) => Promise<T>): Promise<T> {
    return this.use("writing", (store) => store.write(work));
  }

  settle(): Promise<void> {
    return this.use("reading", (store) => store.settle());
  }

  /** Tries no more, and begins nothing that waits for the store to open. */
  halt(): void {
    this.isHalted = true;
    clearTimeout(this.timer);
  }

  /** Ends what is going on, and closes the store. */
  async close(): Promise<void> {
    this.halt();
    await this.trying;
    await this.store?.close();
  }

  private async use<T>(use: Away, work: (store: Store) => Promise<T>): Promise<T> {
    if (!this.store) throw new StoreTrouble("the store is not open yet", { cause: this.problem });
    try {
      const done = await work(this.store);
      // Whoever can write can read as well.
      if (this.away === use || use === "writing") this.isBack();
      return done;
    } catch (error) {
      if (isOutage(error)) this.failed(use, error);
      throw error;
    }
  }

  private failed(use: Away, error: unknown): void {
    const isNew = this.problem === undefined || (use === "opening" && messageOf(error) !== messageOf(this.problem));
    if (this.away !== "writing") this.away = use;
    if (isNew) {
      this.problem = error;
      this.watch?.away(messageOf(error));
    }
    if (!this.timer && !this.isHalted) this.tryAgain(this.firstPauseMs);
  }

  private isBack(): void {
    this.away = undefined;
    if (this.problem === undefined) return;
    this.problem = undefined;
    this.watch?.back();
  }

  private tryAgain(afterMs: number): void {
    const next = async () => {
      // Somebody else may have found meanwhile that it is back.
      if (this.isAway) this.trying = this.store ? this.tryToWrite() : this.tryToOpen();
      await this.trying;
      this.timer = undefined;
      if (this.isAway && !this.isHalted) this.tryAgain(Math.min(afterMs * 2, LONGEST_PAUSE_MS));
    };
    this.timer = setTimeout(() => void next(), afterMs).unref();
  }

  private async tryToOpen(): Promise<void> {
    try {
      await this.begin();
    } catch (error) {
      this.failed("opening", error);
    }
  }

  /** A row of its own tells whether the store can be written again. */
  private async tryToWrite(): Promise<void> {
    const row = { name: "tried", value: "", at: Date.now() };
    await this.write((tx) =>
      tx
        .insertInto("signals")
        .values(row)
        .onConflict((conflict) => conflict.column("name").doUpdateSet(row))
        .execute(),
    ).catch(() => undefined);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
