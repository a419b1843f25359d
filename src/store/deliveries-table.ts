import type { Transaction } from "kysely";
import type { Claim, DeliveriesPort, Due, NewClaim, Outcome, PauseReason, Subscription } from "../digests.js";
import { subscriptionOf } from "./digests-table.js";
import type { Store } from "./store.js";
import type { Tables } from "./tables.js";

/** The posts of all subscriptions: whoever inserts one has claimed it, and every later step checks that nobody else took it. */
export class DeliveriesTable implements DeliveriesPort {
  constructor(private readonly store: Store) {}

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
    return this.store.write(async (tx) => {
      const got: NewClaim[] = [];
      // Always in the same order, or two processes would wait for each other.
      for (const one of wanted.toSorted((a, b) => (a.subscription < b.subscription ? -1 : 1))) {
        if (await claimIn(tx, one)) got.push(one);
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

  finish({ subscription, due, entry }: Claim, outcome: Outcome, next: number | undefined): Promise<boolean> {
    return this.store.write(async (tx) => {
      await lock(tx, [subscription]);
      const { numUpdatedRows } = await tx
        .updateTable("deliveries")
        .set({ state: outcome })
        .where("subscription", "=", subscription)
        .where("due", "=", due)
        .where("state", "=", "pending")
        .executeTakeFirst();
      if (numUpdatedRows === 0n) return false;
      // What is lost may have been posted: it counts as shown.
      if (outcome !== "skipped" && entry !== undefined) await show(tx, subscription, entry);
      await moveOn(tx, subscription, due, next);
      return true;
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

/** Moves the subscription to the date that is claimed, unless somebody else moved it, and inserts the claim, unless one stands there. */
async function claimIn(tx: Transaction<Tables>, claim: NewClaim): Promise<boolean> {
  const { subscription, due, nonce, entry, leaseUntil, claimedAt, nextDue, next, isSkipped } = claim;
  const { numUpdatedRows } = await tx
    .updateTable("subscriptions")
    .set({ next_due: due })
    .where("id", "=", subscription)
    .where("state", "=", "active")
    .where("next_due", "=", nextDue)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  const state = isSkipped ? "skipped" : "pending";
  const inserted = await tx
    .insertInto("deliveries")
    .values({ subscription, due, state, nonce, entry: entry ?? null, lease_until: leaseUntil, claimed_at: claimedAt })
    .onConflict((conflict) => conflict.columns(["subscription", "due"]).doNothing())
    .returning("due")
    .executeTakeFirst();
  if (inserted && !isSkipped) return true;
  if (inserted || (await hasEnded(tx, subscription, due))) await moveOn(tx, subscription, due, next);
  return inserted !== undefined;
}

/**
 * Every change takes the subscription first and its deliveries then: in another order, two processes would wait for each other, even
 * an insert that gives way to a row for whoever changes that row.
 */
async function lock(tx: Transaction<Tables>, ids: readonly string[]): Promise<void> {
  await tx
    .updateTable("subscriptions")
    .set(({ ref }) => ({ state: ref("state") }))
    .where("id", "in", ids)
    .execute();
}

/** Whether a post was made before, as where somebody paused and resumed while clocks differed. */
async function hasEnded(tx: Transaction<Tables>, subscription: string, due: number): Promise<boolean> {
  const row = await tx
    .selectFrom("deliveries")
    .select("state")
    .where("subscription", "=", subscription)
    .where("due", "=", due)
    .executeTakeFirst();
  return row !== undefined && row.state !== "pending";
}

/** The next date; without one, the subscription is over. */
async function moveOn(tx: Transaction<Tables>, id: string, due: number, next: number | undefined): Promise<void> {
  await tx
    .updateTable("subscriptions")
    .set(next === undefined ? { state: "paused", reason: "over" } : { next_due: next })
    .where("id", "=", id)
    .where("next_due", "=", due)
    .execute();
}

/** Remembers a fact; one that was shown in this round already begins the next. */
async function show(tx: Transaction<Tables>, subscription: string, entry: string): Promise<void> {
  const inserted = await tx
    .insertInto("shown")
    .values({ subscription, entry })
    .onConflict((conflict) => conflict.columns(["subscription", "entry"]).doNothing())
    .returning("entry")
    .executeTakeFirst();
  if (inserted) return;
  await tx.deleteFrom("shown").where("subscription", "=", subscription).where("entry", "!=", entry).execute();
}
