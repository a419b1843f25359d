import type { Claim, DeliveriesPort, Due, NewClaim, Outcome, PauseReason, Subscription } from "../digests.js";
import { type Ended, finishIn, hasEnded, insertedOf, lock, moveOn, unchangedOf } from "./delivery-steps.js";
import { subscriptionOf } from "./digests-table.js";
import type { StorePort } from "./store.js";

interface Waiting {
  readonly resolve: (isEnded: boolean) => void;
  readonly reject: (error: unknown) => void;
}

/** The posts of all subscriptions: whoever inserts one has claimed it, and every later step checks that nobody else took it. */
export class DeliveriesTable implements DeliveriesPort {
  /** What ends while the end of others is being written is written together, next. */
  private ending: (Ended & Waiting)[] = [];
  private flushing: Promise<void> | undefined;

  constructor(private readonly store: StorePort) {}

  async due(now: number, limit: number): Promise<Due[]> {
    const rows = await this.store.read((db) =>
      db
        .selectFrom("subscriptions")
        .selectAll()
        .where("state", "=", "active")
        .where("next_due", "<=", now)
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom("deliveries")
                .select("due")
                .whereRef("deliveries.subscription", "=", "subscriptions.id")
                .whereRef("deliveries.due", "=", "subscriptions.next_due")
                .where("deliveries.state", "=", "pending"),
            ),
          ),
        )
        .orderBy("next_due")
        .orderBy("id")
        .limit(limit)
        .execute(),
    );
    return this.withShown(rows.map(subscriptionOf));
  }

  claim(wanted: readonly NewClaim[]): Promise<NewClaim[]> {
    if (wanted.length === 0) return Promise.resolve([]);
    return this.store.write(async (tx) => {
      const unchanged = await unchangedOf(tx, wanted);
      for (const { subscription, due, nextDue } of unchanged) {
        if (due !== nextDue) await moveOn(tx, subscription, nextDue, due);
      }
      const got = await insertedOf(tx, unchanged);
      for (const one of unchanged) {
        const { subscription, due, next, isSkipped } = one;
        if (got.includes(one) ? isSkipped : await hasEnded(tx, subscription, due)) {
          await moveOn(tx, subscription, due, next);
        }
      }
      return got;
    });
  }

  async expired(now: number, limit: number): Promise<{ claim: Claim; of: Due }[]> {
    const { rows, subscriptions } = await this.store.read(async (db) => {
      const rows = await db
        .selectFrom("deliveries")
        .selectAll()
        .where("state", "=", "pending")
        .where("lease_until", "<=", now)
        .orderBy("lease_until")
        .limit(limit)
        .execute();
      const ids = rows.map(({ subscription }) => subscription);
      if (ids.length === 0) return { rows, subscriptions: [] };
      return { rows, subscriptions: await db.selectFrom("subscriptions").selectAll().where("id", "in", ids).execute() };
    });
    const dues = new Map(
      (await this.withShown(subscriptions.map(subscriptionOf))).map((due) => [due.subscription.id, due]),
    );
    return rows.flatMap((row) => {
      const of = dues.get(row.subscription);
      const { subscription, due, nonce, entry, lease_until: leaseUntil, claimed_at: claimedAt } = row;
      const claim = { subscription, due, nonce, leaseUntil, claimedAt, ...(entry === null ? {} : { entry }) };
      return of ? [{ claim, of }] : [];
    });
  }

  async renew({ subscription, due, leaseUntil: seen }: Claim, leaseUntil: number, entry?: string): Promise<boolean> {
    const { numUpdatedRows } = await this.store.write((tx) =>
      tx
        .updateTable("deliveries")
        .set({ lease_until: leaseUntil, entry: entry ?? null })
        .where("subscription", "=", subscription)
        .where("due", "=", due)
        .where("state", "=", "pending")
        .where("lease_until", "=", seen)
        .executeTakeFirst(),
    );
    return numUpdatedRows > 0n;
  }

  finish(claim: Claim, outcome: Outcome, next: number | undefined): Promise<boolean> {
    return new Promise((resolve, reject) => {
      this.ending.push({ claim, outcome, next, resolve, reject });
      this.flushing ??= this.flush();
    });
  }

  async release({ subscription, due, leaseUntil }: Claim): Promise<void> {
    await this.store.write((tx) =>
      tx
        .deleteFrom("deliveries")
        .where("subscription", "=", subscription)
        .where("due", "=", due)
        .where("state", "=", "pending")
        .where("lease_until", "=", leaseUntil)
        .execute(),
    );
  }

  pauseChannel(guild: string, channel: string, reason: PauseReason): Promise<number> {
    return this.store.write(async (tx) => {
      const active = await tx
        .selectFrom("subscriptions")
        .select("id")
        .where("guild", "=", guild)
        .where("channel", "=", channel)
        .where("state", "=", "active")
        .execute();
      const ids = active.map(({ id }) => id);
      if (ids.length === 0) return 0;
      await lock(tx, ids);
      await tx
        .updateTable("deliveries")
        .set({ state: "skipped" })
        .where("subscription", "in", ids)
        .where("state", "=", "pending")
        .execute();
      const { numUpdatedRows } = await tx
        .updateTable("subscriptions")
        .set({ state: "paused", reason })
        .where("id", "in", ids)
        .where("state", "=", "active")
        .executeTakeFirst();
      return Number(numUpdatedRows);
    });
  }

  async purge(before: number): Promise<number> {
    const { numDeletedRows } = await this.store.write((tx) =>
      tx.deleteFrom("deliveries").where("state", "!=", "pending").where("due", "<", before).executeTakeFirst(),
    );
    return Number(numDeletedRows);
  }

  private async flush(): Promise<void> {
    // Whatever ends in the same moment comes along.
    await Promise.resolve();
    while (this.ending.length > 0) {
      const batch = this.ending.splice(0);
      try {
        const ended = await this.store.write((tx) => finishIn(tx, batch));
        for (const one of batch) one.resolve(ended.includes(one));
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    this.flushing = undefined;
  }

  private async withShown(subscriptions: readonly Subscription[]): Promise<Due[]> {
    const ids = subscriptions.filter(({ kind }) => kind === "fact").map(({ id }) => id);
    const rows =
      ids.length === 0
        ? []
        : await this.store.read((db) => db.selectFrom("shown").selectAll().where("subscription", "in", ids).execute());
    const shown = new Map(ids.map((id) => [id, new Set<string>()]));
    for (const { subscription, entry } of rows) shown.get(subscription)?.add(entry);
    return subscriptions.map((subscription) => ({ subscription, shown: shown.get(subscription.id) ?? new Set() }));
  }
}
