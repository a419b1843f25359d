import type { Transaction } from "kysely";
import type { Near } from "../questions.js";
import type { Tables } from "./tables.js";

/** A cluster that questions have left, and when the newest of those was asked. */
export interface Left {
  readonly gap: string;
  readonly newest: number;
}

/**
 * Deletes those of some clusters of which no question is kept any more; the others say of their last question what is true of the last
 * one that is left. The transaction has the turn of their servers.
 */
export async function tidyGaps(tx: Transaction<Tables>, left: readonly Left[]): Promise<void> {
  if (left.length === 0) return;
  const gone = await tx
    .deleteFrom("gaps")
    .where(
      "id",
      "in",
      left.map(({ gap }) => gap),
    )
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom("questions").select("questions.id").whereRef("questions.gap", "=", "gaps.id"))),
    )
    .returning("id")
    .execute();
  const isGone = new Set(gone.map(({ id }) => id));
  const kept = new Map(left.filter(({ gap }) => !isGone.has(gap)).map(({ gap, newest }) => [gap, newest]));
  if (kept.size === 0) return;
  const lasts = await tx
    .selectFrom("gaps")
    .select("id")
    .select(({ selectFrom }) =>
      selectFrom("questions")
        .select(({ fn }) => fn.max("questions.asked_at").as("last"))
        .whereRef("questions.gap", "=", "gaps.id")
        .as("last"),
    )
    .where("id", "in", [...kept.keys()])
    .execute();
  // Where older ones left, such as those whose time is over, nothing changes.
  for (const { id, last } of lasts) if (last !== null && last <= (kept.get(id) ?? 0)) await showLast(tx, id);
}

/** Of a question no more is kept than the nearest entry of all. */
async function showLast(tx: Transaction<Tables>, gap: string): Promise<void> {
  const last = await tx
    .selectFrom("questions")
    .select(["asked_at", "entry", "confidence"])
    .where("gap", "=", gap)
    .orderBy("asked_at", "desc")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  if (!last) return;
  const { asked_at, entry, confidence } = last;
  const nearest: readonly Near[] = entry === null ? [] : [{ entry, confidence: confidence ?? 0 }];
  await tx
    .updateTable("gaps")
    .set({ last_at: asked_at, nearest: JSON.stringify(nearest) })
    .where("id", "=", gap)
    .execute();
}
