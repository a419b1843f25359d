import type { Transaction } from "kysely";
import type { Tables } from "./tables.js";

/** Deletes questions with the votes on them, and the clusters that have no question left. */
export async function deleteQuestions(tx: Transaction<Tables>, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const gaps = await gapsOf(tx, ids);
  await tx.deleteFrom("votes").where("question", "in", ids).execute();
  await tx.deleteFrom("questions").where("id", "in", ids).execute();
  await deleteEmptyGaps(tx, gaps);
}

/** Takes the words of questions away; what finds questions by their words goes with them. */
export async function deleteTexts(tx: Transaction<Tables>, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const gaps = await gapsOf(tx, ids);
  await tx.updateTable("questions").set({ text: null, gap: null }).where("id", "in", ids).execute();
  await deleteEmptyGaps(tx, gaps);
}

async function gapsOf(tx: Transaction<Tables>, ids: readonly string[]): Promise<string[]> {
  const rows = await tx
    .selectFrom("questions")
    .select("gap")
    .distinct()
    .where("id", "in", ids)
    .where("gap", "is not", null)
    .execute();
  return rows.flatMap(({ gap }) => gap ?? []);
}

/** Deletes those of some clusters, and their keys, of which no question is kept any more. */
export async function deleteEmptyGaps(tx: Transaction<Tables>, gaps: readonly string[]): Promise<void> {
  if (gaps.length === 0) return;
  const gone = await tx
    .deleteFrom("gaps")
    .where("id", "in", gaps)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom("questions").select("questions.id").whereRef("questions.gap", "=", "gaps.id"))),
    )
    .returning("id")
    .execute();
  if (gone.length === 0) return;
  const ids = gone.map(({ id }) => id);
  await tx.deleteFrom("gap_keys").where("gap", "in", ids).execute();
}
