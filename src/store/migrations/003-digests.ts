import type { Kysely } from "kysely";

/** Subscriptions to digests, and what was posted. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("subscriptions")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("guild", "text", (column) => column.notNull())
    .addColumn("slot", "integer", (column) => column.notNull())
    .addColumn("channel", "text", (column) => column.notNull())
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("cron", "text", (column) => column.notNull())
    .addColumn("zone", "text", (column) => column.notNull())
    .addColumn("language", "text", (column) => column.notNull())
    .addColumn("state", "text", (column) => column.notNull())
    .addColumn("reason", "text")
    .addColumn("next_due", "bigint", (column) => column.notNull())
    .addColumn("made_at", "bigint", (column) => column.notNull())
    .execute();
  await db.schema.createIndex("subscriptions_due").on("subscriptions").columns(["state", "next_due"]).execute();
  await db.schema.createIndex("subscriptions_guild").on("subscriptions").columns(["guild", "slot"]).unique().execute();
  await db.schema
    .createTable("deliveries")
    .addColumn("subscription", "text", (column) => column.notNull())
    .addColumn("due", "bigint", (column) => column.notNull())
    .addColumn("state", "text", (column) => column.notNull())
    .addColumn("lease_until", "bigint", (column) => column.notNull())
    .addColumn("nonce", "text", (column) => column.notNull())
    .addColumn("entry", "text")
    .addColumn("claimed_at", "bigint", (column) => column.notNull())
    .addPrimaryKeyConstraint("deliveries_key", ["subscription", "due"])
    .execute();
  await db.schema.createIndex("deliveries_state").on("deliveries").columns(["state", "lease_until"]).execute();
  await db.schema
    .createTable("shown")
    .addColumn("subscription", "text", (column) => column.notNull())
    .addColumn("entry", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("shown_key", ["subscription", "entry"])
    .execute();
}
