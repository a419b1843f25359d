import type { Selectable } from "kysely";
import {
  type DigestKind,
  type DigestsPort,
  MAX_SUBSCRIPTIONS,
  type PauseReason,
  type Subscription,
  type Wanted,
} from "../digests.js";
import type { StorePort } from "./store.js";
import type { Tables } from "./tables.js";

type Row = Selectable<Tables["subscriptions"]>;

/** The subscriptions of servers, for commands. */
export class DigestsTable implements DigestsPort {
  constructor(
    private readonly store: StorePort,
    private readonly now: () => number,
  ) {}

  async of(guild: string): Promise<Subscription[]> {
    const rows = await this.store.read((db) =>
      db.selectFrom("subscriptions").selectAll().where("guild", "=", guild).orderBy("slot").execute(),
    );
    return rows.map(subscriptionOf);
  }

  async add(wanted: Wanted): Promise<Subscription | undefined> {
    // Whoever finds their slot taken by somebody else at the same time tries the next one.
    for (let tries = 0; tries < MAX_SUBSCRIPTIONS; tries += 1) {
      const all = await this.of(wanted.guild);
      const known = all.find(({ id }) => id === wanted.id);
      if (known) return known;
      const taken = new Set(all.map(({ number }) => number));
      const slot = SLOTS.find((one) => !taken.has(one));
      if (slot === undefined) return undefined;
      const row = await this.store.write((tx) =>
        tx
          .insertInto("subscriptions")
          .values(rowOf(wanted, slot, this.now()))
          .onConflict((conflict) => conflict.doNothing())
          .returningAll()
          .executeTakeFirst(),
      );
      if (row) return subscriptionOf(row);
    }
    return undefined;
  }

  pause(guild: string, id: string): Promise<Subscription | undefined> {
    return this.change(guild, id, { state: "paused", reason: null });
  }

  resume(guild: string, id: string, nextDue: number): Promise<Subscription | undefined> {
    return this.change(guild, id, { state: "active", reason: null, next_due: nextDue });
  }

  async remove(guild: string, id: string): Promise<Subscription | undefined> {
    const row = await this.store.write(async (tx) => {
      const gone = await tx
        .deleteFrom("subscriptions")
        .where("guild", "=", guild)
        .where("id", "=", id)
        .returningAll()
        .executeTakeFirst();
      if (!gone) return undefined;
      await tx.deleteFrom("deliveries").where("subscription", "=", id).execute();
      await tx.deleteFrom("shown").where("subscription", "=", id).execute();
      return gone;
    });
    return row && subscriptionOf(row);
  }

  private async change(
    guild: string,
    id: string,
    change: Partial<Pick<Row, "state" | "reason" | "next_due">>,
  ): Promise<Subscription | undefined> {
    const row = await this.store.write((tx) =>
      tx
        .updateTable("subscriptions")
        .set(change)
        .where("guild", "=", guild)
        .where("id", "=", id)
        .returningAll()
        .executeTakeFirst(),
    );
    return row && subscriptionOf(row);
  }
}

/** A subscription as its row says. */
export function subscriptionOf(row: Row): Subscription {
  return {
    id: row.id,
    guild: row.guild,
    number: row.slot,
    channel: row.channel,
    kind: KINDS.find((one) => one === row.kind) ?? "fact",
    cron: row.cron,
    zone: row.zone,
    language: row.language,
    nextDue: row.next_due,
    isPaused: row.state !== "active",
    ...(row.reason === null ? {} : { reason: REASONS.find((one) => one === row.reason) ?? "forbidden" }),
  };
}

const SLOTS = Array.from({ length: MAX_SUBSCRIPTIONS }, (_, i) => i + 1);
const KINDS: readonly DigestKind[] = ["fact", "on-this-day"];
const REASONS: readonly PauseReason[] = ["gone", "forbidden", "not-text", "over"];

function rowOf({ nextDue, ...wanted }: Wanted, slot: number, now: number): Row {
  return { ...wanted, slot, state: "active", reason: null, next_due: nextDue, made_at: now };
}
