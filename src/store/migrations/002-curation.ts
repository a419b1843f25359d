import type { Kysely } from "kysely";

/** The curators' loop: clusters of questions, drafts, and signals between processes. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("gaps")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("guild", "text", (column) => column.notNull())
    .addColumn("language", "text", (column) => column.notNull())
    .addColumn("asked", "integer", (column) => column.notNull().defaultTo(0))
    .addColumn("unhelped", "integer", (column) => column.notNull().defaultTo(0))
    .addColumn("first_at", "bigint", (column) => column.notNull())
    .addColumn("last_at", "bigint", (column) => column.notNull())
    .addColumn("state", "text", (column) => column.notNull())
    .addColumn("again", "integer", (column) => column.notNull().defaultTo(0))
    .addColumn("nearest", "text", (column) => column.notNull())
    .execute();
  await db.schema.createIndex("gaps_queue").on("gaps").columns(["guild", "state", "asked", "id"]).execute();
  await db.schema
    .createTable("gap_keys")
    .addColumn("guild", "text", (column) => column.notNull())
    .addColumn("hash", "text", (column) => column.notNull())
    .addColumn("question", "text", (column) => column.notNull())
    .addColumn("gap", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("gap_keys_key", ["guild", "hash", "question"])
    .execute();
  await db.schema.createIndex("gap_keys_question").on("gap_keys").column("question").execute();
  await db.schema.createIndex("gap_keys_gap").on("gap_keys").column("gap").execute();
  await db.schema
    .createTable("drafts")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("guild", "text", (column) => column.notNull())
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("body", "text", (column) => column.notNull())
    .addColumn("gap", "text")
    .addColumn("author", "text", (column) => column.notNull())
    .addColumn("state", "text", (column) => column.notNull())
    .addColumn("made_at", "bigint", (column) => column.notNull())
    .addColumn("exported_at", "bigint")
    .execute();
  await db.schema.createIndex("drafts_guild").on("drafts").columns(["guild", "state", "made_at"]).execute();
  await db.schema.createIndex("drafts_author").on("drafts").column("author").execute();
  await db.schema
    .createTable("signals")
    .addColumn("name", "text", (column) => column.primaryKey())
    .addColumn("value", "text", (column) => column.notNull())
    .addColumn("at", "bigint", (column) => column.notNull())
    .execute();
}
