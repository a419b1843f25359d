import type { Transaction } from "kysely";
import type { Claim, NewClaim, Outcome } from "../digests.js";
import type { Tables } from "./tables.js";

/** A claim that came to an end, and the date after it. */
export interface Ended {
  readonly claim: Claim;
  readonly outcome: Outcome;
  readonly next: number | undefined;
}

/** Of some claims those whose subscriptions are as they were read; they stay so to the end of the transaction. */
export async function unchangedOf(tx: Transaction<Tables>, wanted: readonly NewClaim[]): Promise<NewClaim[]> {
  const rows = await tx
    .updateTable("subscriptions")
    .set(({ ref }) => ({ state: ref("state") }))
    .where("state", "=", "active")
    .where(({ or, and }) => or(wanted.map(({ subscription: id, nextDue }) => and({ id, next_due: nextDue }))))
    .returning("id")
    .execute();
  const ids = new Set(rows.map(({ id }) => id));
  return wanted.filter(({ subscription }) => ids.has(subscription));
}

/** Of some claims those that nobody had inserted before. */
export async function insertedOf(tx: Transaction<Tables>, claims: readonly NewClaim[]): Promise<NewClaim[]> {
  if (claims.length === 0) return [];
  const rows = claims.map(({ subscription, due, nonce, entry, leaseUntil, claimedAt, isSkipped }) => ({
    subscription,
    due,
    state: isSkipped ? "skipped" : "pending",
    nonce,
    entry: entry ?? null,
    lease_until: leaseUntil,
    claimed_at: claimedAt,
  }));
  const inserted = await tx
    .insertInto("deliveries")
    .values(rows)
    .onConflict((conflict) => conflict.columns(["subscription", "due"]).doNothing())
    .returning("subscription")
    .execute();
  const ids = new Set(inserted.map(({ subscription }) => subscription));
  return claims.filter(({ subscription }) => ids.has(subscription));
}

/** Ends those that had not ended, remembers what they showed, and moves their subscriptions on. */
export async function finishIn<One extends Ended>(tx: Transaction<Tables>, batch: readonly One[]): Promise<One[]> {
  await lock(
    tx,
    batch.map(({ claim }) => claim.subscription),
  );
  const ended: One[] = [];
  for (const outcome of new Set(batch.map((one) => one.outcome))) {
    const these = batch.filter((one) => one.outcome === outcome);
    const rows = await tx
      .updateTable("deliveries")
      .set({ state: outcome })
      .where("state", "=", "pending")
      .where(({ or, and }) => or(these.map(({ claim: { subscription, due } }) => and({ subscription, due }))))
      .returning(["subscription", "due"])
      .execute();
    ended.push(
      ...these.filter(({ claim }) =>
        rows.some(({ subscription, due }) => subscription === claim.subscription && due === claim.due),
      ),
    );
  }
  // What is lost may have been posted: it counts as shown.
  const facts = ended.flatMap(({ claim: { subscription, entry }, outcome }) =>
    outcome === "skipped" || entry === undefined ? [] : [{ subscription, entry }],
  );
  if (facts.length > 0) await show(tx, facts);
  for (const { claim, next } of ended) await moveOn(tx, claim.subscription, claim.due, next);
  return ended;
}

/**
 * Every change takes the subscription first and its deliveries then: in another order, two processes would wait for each other, even
 * an insert that gives way to a row for whoever changes that row.
 */
export async function lock(tx: Transaction<Tables>, ids: readonly string[]): Promise<void> {
  await tx
    .updateTable("subscriptions")
    .set(({ ref }) => ({ state: ref("state") }))
    .where("id", "in", ids)
    .execute();
}

/** Whether a post was made before, as where somebody paused and resumed while clocks differed. */
export async function hasEnded(tx: Transaction<Tables>, subscription: string, due: number): Promise<boolean> {
  const row = await tx
    .selectFrom("deliveries")
    .select("state")
    .where("subscription", "=", subscription)
    .where("due", "=", due)
    .executeTakeFirst();
  return row !== undefined && row.state !== "pending";
}

/** The next date; without one, the subscription is over. */
export async function moveOn(
  tx: Transaction<Tables>,
  id: string,
  due: number,
  next: number | undefined,
): Promise<void> {
  await tx
    .updateTable("subscriptions")
    .set(next === undefined ? { state: "paused", reason: "over" } : { next_due: next })
    .where("id", "=", id)
    .where("next_due", "=", due)
    .execute();
}

/** Remembers facts; one that was shown in its round already begins the next. */
async function show(
  tx: Transaction<Tables>,
  facts: readonly { readonly subscription: string; readonly entry: string }[],
): Promise<void> {
  const rows = await tx
    .insertInto("shown")
    .values([...facts])
    .onConflict((conflict) => conflict.columns(["subscription", "entry"]).doNothing())
    .returning("subscription")
    .execute();
  const inserted = new Set(rows.map(({ subscription }) => subscription));
  for (const { subscription, entry } of facts.filter((one) => !inserted.has(one.subscription))) {
    await tx.deleteFrom("shown").where("subscription", "=", subscription).where("entry", "!=", entry).execute();
  }
}
