import { randomBytes } from "node:crypto";
import type { Selectable } from "kysely";
import type { Draft, DraftsPort } from "../drafts.js";
import type { GapState } from "../gaps.js";
import type { Addition } from "../knowledge/addition.js";
import type { StorePort } from "./store.js";
import type { Tables } from "./tables.js";

/** The curators' drafts. */
export class DraftsTable implements DraftsPort {
  constructor(private readonly store: StorePort) {}

  async add(made: Omit<Draft, "id">): Promise<Draft> {
    const draft: Draft = { ...made, id: randomBytes(8).toString("hex") };
    const { id, guild, addition, gap = null, author, madeAt } = draft;
    await this.store.write(async (tx) => {
      await tx
        .insertInto("drafts")
        .values({
          ...{ id, guild, kind: addition.kind, body: bodyOf(addition), gap, author },
          ...{ state: OPEN, made_at: madeAt, exported_at: null },
        })
        // A try that was written before its connection was lost.
        .onConflict((conflict) => conflict.column("id").doNothing())
        .execute();
      if (gap === null) return;
      await tx
        .updateTable("gaps")
        .set({ state: "drafted" satisfies GapState, again: 0 })
        .where("id", "=", gap)
        .where("guild", "=", guild)
        .execute();
    });
    return draft;
  }

  async of(guild: string, from: number, size: number) {
    return this.store.read(async (db) => {
      const open = db.selectFrom("drafts").where("guild", "=", guild).where("state", "=", OPEN);
      const rows = await open
        .selectAll()
        .orderBy("made_at", "desc")
        .orderBy("id", "desc")
        .offset(from)
        .limit(size)
        .execute();
      const { count } = await open.select(({ fn }) => fn.countAll<number>().as("count")).executeTakeFirstOrThrow();
      return { drafts: rows.map(draftOf), count };
    });
  }

  async find(guild: string, id: string): Promise<Draft | undefined> {
    const row = await this.store.read((db) =>
      db
        .selectFrom("drafts")
        .selectAll()
        .where("id", "=", id)
        .where("guild", "=", guild)
        .where("state", "=", OPEN)
        .executeTakeFirst(),
    );
    return row && draftOf(row);
  }

  async change({ guild, id, addition: read }: Draft, addition: Addition): Promise<boolean> {
    const body = bodyOf(addition);
    const { numUpdatedRows } = await this.store.write((tx) =>
      tx
        .updateTable("drafts")
        .set({ kind: addition.kind, body })
        .where("id", "=", id)
        .where("guild", "=", guild)
        .where("state", "=", OPEN)
        // The new one too: a try that was written before its connection was lost.
        .where("body", "in", [bodyOf(read), body])
        .executeTakeFirstOrThrow(),
    );
    return numUpdatedRows > 0n;
  }

  async remove(guild: string, id: string): Promise<boolean> {
    return this.store.write(async (tx) => {
      const removed = await tx
        .deleteFrom("drafts")
        .where("id", "=", id)
        .where("guild", "=", guild)
        .where("state", "=", OPEN)
        .returning("gap")
        .executeTakeFirst();
      if (!removed) return false;
      if (removed.gap === null) return true;
      await tx
        .updateTable("gaps")
        .set({ state: "open" satisfies GapState, again: 0 })
        .where("id", "=", removed.gap)
        .where("state", "=", "drafted" satisfies GapState)
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom("drafts")
                .select("drafts.id")
                .whereRef("drafts.gap", "=", "gaps.id")
                .where("drafts.guild", "=", guild)
                .where("drafts.state", "=", OPEN),
            ),
          ),
        )
        .execute();
      return true;
    });
  }

  async all(): Promise<readonly Draft[]> {
    const rows = await this.store.read((db) =>
      db.selectFrom("drafts").selectAll().where("state", "=", OPEN).orderBy("made_at").orderBy("id").execute(),
    );
    return rows.map(draftOf);
  }

  async exported(drafts: readonly Draft[], at: number): Promise<readonly string[]> {
    return this.store.write(async (tx) => {
      const open: string[] = [];
      for (let from = 0; from < drafts.length; from += BATCH) {
        const batch = drafts.slice(from, from + BATCH);
        const rows = await tx
          .updateTable("drafts")
          .set({ state: "exported", exported_at: at })
          .where("state", "=", OPEN)
          .where(({ eb, and, or }) =>
            or(batch.map(({ id, addition }) => and([eb("id", "=", id), eb("body", "=", bodyOf(addition))]))),
          )
          .returning("gap")
          .execute();
        const ids = batch.map(({ id }) => id);
        const left = await tx
          .selectFrom("drafts")
          .select("id")
          .where("id", "in", ids)
          .where("state", "=", OPEN)
          .execute();
        open.push(...left.map(({ id }) => id));
        const gaps = rows.flatMap(({ gap }) => gap ?? []);
        if (gaps.length === 0) continue;
        await tx
          .updateTable("gaps")
          .set({ state: "exported" satisfies GapState, again: 0 })
          .where("id", "in", gaps)
          .where("state", "=", "drafted" satisfies GapState)
          .execute();
      }
      return open;
    });
  }
}

const OPEN = "open";
/** So many drafts are marked by one statement. */
const BATCH = 100;

/** What was read comes to the same letters as it was written with: by this alone a change meanwhile is seen. */
function bodyOf(addition: Addition): string {
  return JSON.stringify(addition);
}

function draftOf({ id, guild, body, gap, author, made_at }: Selectable<Tables["drafts"]>): Draft {
  // Written by this file alone.
  const addition = JSON.parse(body) as Addition;
  return { id, guild, addition, ...(gap === null ? {} : { gap }), author, madeAt: made_at };
}
