import type { Transaction } from "kysely";
import { inTurn } from "./in-turn.js";
import type { Tables } from "./tables.js";
import { type Left, tidyGaps } from "./tidy-gaps.js";

/** Deletes questions with the votes on them and what finds their clusters by their words, and the clusters that have no question left. */
export async function deleteQuestions(tx: Transaction<Tables>, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const left = await leaving(tx, ids);
  await tx.deleteFrom("votes").where("question", "in", ids).execute();
  await tx.deleteFrom("questions").where("id", "in", ids).execute();
  await tidyGaps(tx, left);
}

/** Takes the words of questions away; what finds questions by their words goes with them. */
export async function deleteTexts(tx: Transaction<Tables>, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const left = await leaving(tx, ids);
  await tx.updateTable("questions").set({ text: null, gap: null }).where("id", "in", ids).execute();
  await tidyGaps(tx, left);
}

/** Takes the questions' turn, and their keys away; the clusters that they leave. */
async function leaving(tx: Transaction<Tables>, ids: readonly string[]): Promise<Left[]> {
  const guilds = await tx.selectFrom("questions").select("guild").distinct().where("id", "in", ids).execute();
  await inTurn(
    tx,
    guilds.map(({ guild }) => guild),
  );
  await tx.deleteFrom("gap_keys").where("question", "in", ids).execute();
  const rows = await tx
    .selectFrom("questions")
    .select(({ fn }) => ["gap", fn.max("asked_at").as("newest")])
    .where("id", "in", ids)
    .where("gap", "is not", null)
    .groupBy("gap")
    .execute();
  return rows.flatMap(({ gap, newest }) => (gap === null ? [] : [{ gap, newest }]));
}
