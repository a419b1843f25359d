import { randomBytes } from "node:crypto";
import type { SignalsPort } from "../signals.js";
import { StoreTrouble } from "../store-trouble.js";
import type { StorePort } from "./store.js";

/** How often other processes' signals are looked for. */
const LOOK_MS = 3000;
/** No signal has this value. */
const UNREAD = "";

/** Signals between processes: a row for each name, with a value that is never the same twice. */
export class SignalsTable implements SignalsPort {
  private readonly timers: NodeJS.Timeout[] = [];

  constructor(
    private readonly store: StorePort,
    private readonly report: (error: unknown) => void = () => {},
    private readonly lookMs = LOOK_MS,
  ) {}

  async send(name: string, at: number): Promise<void> {
    const value = randomBytes(8).toString("hex");
    await this.store.write((tx) =>
      tx
        .insertInto("signals")
        .values({ name, value, at })
        .onConflict((conflict) => conflict.column("name").doUpdateSet({ value, at }))
        .execute(),
    );
  }

  async watch(name: string, heard: () => void): Promise<void> {
    // What was sent while the store was away is heard when it is there.
    let last = await this.valueOf(name).catch((error: unknown) => {
      if (error instanceof StoreTrouble) return UNREAD;
      throw error;
    });
    let isLooking = false;
    const look = async () => {
      if (isLooking) return;
      isLooking = true;
      try {
        const value = await this.valueOf(name);
        if (value !== undefined && value !== last) heard();
        last = value;
      } finally {
        isLooking = false;
      }
    };
    this.timers.push(setInterval(() => void look().catch(this.report), this.lookMs).unref());
  }

  /** Ends watching. */
  stop(): void {
    for (const timer of this.timers.splice(0)) clearInterval(timer);
  }

  private async valueOf(name: string): Promise<string | undefined> {
    const row = await this.store.read((db) =>
      db.selectFrom("signals").select("value").where("name", "=", name).executeTakeFirst(),
    );
    return row?.value;
  }
}
