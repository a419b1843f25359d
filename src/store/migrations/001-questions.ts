import type { Kysely } from "kysely";

/** Settings, questions, votes and their counts. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("settings")
    .addColumn("guild", "text", (column) => column.primaryKey())
    .addColumn("language", "text")
    .addColumn("is_private", "integer")
    .addColumn("caution", "text")
    .addColumn("mention_channels", "text")
    .addColumn("curators", "text")
    .addColumn("retention_days", "integer")
    .addColumn("updated_at", "bigint", (column) => column.notNull())
    .execute();
  await db.schema
    .createTable("people")
    .addColumn("person", "text", (column) => column.primaryKey())
    .addColumn("language", "text")
    .addColumn("updated_at", "bigint", (column) => column.notNull())
    .execute();
  await db.schema
    .createTable("questions")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("guild", "text", (column) => column.notNull())
    .addColumn("person", "text", (column) => column.notNull())
    .addColumn("asked_at", "bigint", (column) => column.notNull())
    .addColumn("expires_at", "bigint", (column) => column.notNull())
    .addColumn("text", "text")
    .addColumn("language", "text", (column) => column.notNull())
    .addColumn("outcome", "text", (column) => column.notNull())
    .addColumn("entry", "text")
    .addColumn("confidence", "double precision")
    .addColumn("gap", "text")
    .execute();
  await db.schema.createIndex("questions_person").on("questions").column("person").execute();
  await db.schema.createIndex("questions_expires").on("questions").column("expires_at").execute();
  await db.schema.createIndex("questions_guild").on("questions").columns(["guild", "asked_at"]).execute();
  await db.schema.createIndex("questions_gap").on("questions").columns(["gap", "asked_at"]).execute();
  await db.schema
    .createTable("votes")
    .addColumn("question", "text", (column) => column.notNull())
    .addColumn("person", "text", (column) => column.notNull())
    .addColumn("guild", "text", (column) => column.notNull())
    .addColumn("entry", "text")
    .addColumn("is_helpful", "integer", (column) => column.notNull())
    .addColumn("reason", "text")
    .addColumn("voted_at", "bigint", (column) => column.notNull())
    .addColumn("expires_at", "bigint", (column) => column.notNull())
    .addPrimaryKeyConstraint("votes_key", ["question", "person"])
    .execute();
  await db.schema.createIndex("votes_person").on("votes").column("person").execute();
  await db.schema.createIndex("votes_expires").on("votes").column("expires_at").execute();
  await db.schema
    .createTable("days")
    .addColumn("guild", "text", (column) => column.notNull())
    .addColumn("day", "text", (column) => column.notNull())
    .addColumn("asked", "integer", (column) => column.notNull().defaultTo(0))
    .addColumn("answered", "integer", (column) => column.notNull().defaultTo(0))
    .addColumn("declined", "integer", (column) => column.notNull().defaultTo(0))
    .addColumn("helped", "integer", (column) => column.notNull().defaultTo(0))
    .addColumn("unhelped", "integer", (column) => column.notNull().defaultTo(0))
    .addPrimaryKeyConstraint("days_key", ["guild", "day"])
    .execute();
  await db.schema.createIndex("days_day").on("days").column("day").execute();
  await db.schema
    .createTable("entry_days")
    .addColumn("guild", "text", (column) => column.notNull())
    .addColumn("entry", "text", (column) => column.notNull())
    .addColumn("day", "text", (column) => column.notNull())
    .addColumn("answered", "integer", (column) => column.notNull().defaultTo(0))
    .addPrimaryKeyConstraint("entry_days_key", ["guild", "day", "entry"])
    .execute();
  await db.schema.createIndex("entry_days_day").on("entry_days").column("day").execute();
}
