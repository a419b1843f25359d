import type { Insertable, Selectable, Transaction } from "kysely";
import type { Vote, VotesPort } from "../votes.js";
import { countDays, dayOf } from "./count-days.js";
import { inTurn } from "./in-turn.js";
import type { QuestionsTable } from "./question-log.js";
import type { StorePort } from "./store.js";
import type { Flag, Tables } from "./tables.js";
import type { OnUnanswered } from "./unanswered.js";

type Question = Selectable<Tables["questions"]>;

/** Votes, counted on the day of the question; a vote that is changed moves its count. */
export class VotesTable implements VotesPort {
  constructor(
    private readonly store: StorePort,
    private readonly questions: Pick<QuestionsTable, "flush">,
    private readonly now: () => number,
    /** Sees the answers that were voted against. */
    private readonly onUnanswered: readonly OnUnanswered[] = [],
  ) {}

  async vote(id: string, person: string, vote: Vote): Promise<boolean> {
    // Who is quick votes before the question is written down.
    await this.questions.flush();
    return this.store.write(async (tx) => {
      const found = await tx.selectFrom("questions").select("guild").where("id", "=", id).executeTakeFirst();
      if (!found) return false;
      await inTurn(tx, [found.guild]);
      // Meanwhile it may have been deleted, or have come into a cluster.
      const question = await tx.selectFrom("questions").selectAll().where("id", "=", id).executeTakeFirst();
      if (!question) return false;
      const before = await this.put(tx, question, person, vote);
      if (before !== vote.isHelpful) await this.count(tx, question, vote.isHelpful, before);
      return true;
    });
  }

  /** Writes a vote; what it was before, or undefined for a new one. */
  private async put(
    tx: Transaction<Tables>,
    { id: question, guild, entry, expires_at }: Question,
    person: string,
    { isHelpful, reason }: Vote,
  ): Promise<boolean | undefined> {
    const [is_helpful, other]: [Flag, Flag] = isHelpful ? [1, 0] : [0, 1];
    const row = {
      question,
      person,
      guild,
      entry,
      expires_at,
      is_helpful,
      reason: reason ?? null,
      voted_at: this.now(),
    };
    const isNew = await tx
      .insertInto("votes")
      .values(row satisfies Insertable<Tables["votes"]>)
      .onConflict((conflict) => conflict.columns(["question", "person"]).doNothing())
      .returning("question")
      .executeTakeFirst();
    if (isNew) return undefined;
    // Only one of two that change it at once finds it as it was.
    const changed = await tx
      .updateTable("votes")
      .set({ is_helpful, reason: row.reason, voted_at: row.voted_at })
      .where("question", "=", question)
      .where("person", "=", person)
      .where("is_helpful", "=", other)
      .returning("question")
      .executeTakeFirst();
    if (changed) return !isHelpful;
    if (reason !== undefined) {
      const mine = tx.updateTable("votes").where("question", "=", question).where("person", "=", person);
      await mine.set({ reason }).execute();
    }
    return isHelpful;
  }

  private async count(
    tx: Transaction<Tables>,
    { id, guild, asked_at, text, language, entry, confidence }: Question,
    isHelpful: boolean,
    before: boolean | undefined,
  ): Promise<void> {
    const taken = before === undefined ? 0 : -1;
    const count = isHelpful ? { helped: 1, unhelped: taken } : { helped: taken, unhelped: 1 };
    await countDays(tx, [{ guild, day: dayOf(asked_at), ...count }]);
    if (isHelpful && before === undefined) return;
    const nearest = entry === null ? [] : [{ entry, confidence: confidence ?? 0 }];
    const because = isHelpful ? "taken back" : "unhelped";
    for (const hook of this.onUnanswered)
      await hook(tx, [{ id, guild, text, language, at: asked_at, nearest, because }]);
  }
}
