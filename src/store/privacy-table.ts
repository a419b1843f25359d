import type { Transaction } from "kysely";
import type { Exported, Forgotten, Kept, PrivacyPort } from "../privacy.js";
import { deleteQuestions } from "./delete-questions.js";
import { inTurn } from "./in-turn.js";
import type { PeopleTable } from "./people-table.js";
import type { QuestionsTable } from "./question-log.js";
import type { StorePort } from "./store.js";
import type { Tables } from "./tables.js";

/** So many rows are read or deleted by one statement. */
const BATCH = 500;

/** What the tables have of a person. */
export class PrivacyTable implements PrivacyPort {
  constructor(
    private readonly store: StorePort,
    private readonly log: Pick<QuestionsTable, "flush" | "forget">,
    private readonly people: Pick<PeopleTable, "languageOf" | "forget">,
    /** Hears what the person need not: all of theirs is deleted. */
    private readonly report: (error: unknown) => void = () => {},
  ) {}

  async kept(person: string): Promise<Kept> {
    await this.log.flush();
    const [questions, votes, drafts] = await this.store.read(async (db) => [
      await db
        .selectFrom("questions")
        .select(({ fn }) => [
          fn.countAll<number>().as("count"),
          fn.min("asked_at").as("since"),
          fn.max("expires_at").as("until"),
        ])
        .where("person", "=", person)
        .executeTakeFirstOrThrow(),
      await db
        .selectFrom("votes")
        .select(({ fn }) => fn.countAll<number>().as("count"))
        .where("person", "=", person)
        .executeTakeFirstOrThrow(),
      await db
        .selectFrom("drafts")
        .select(({ fn }) => fn.countAll<number>().as("count"))
        .where("author", "=", person)
        .executeTakeFirstOrThrow(),
    ]);
    const language = this.people.languageOf(person);
    return {
      questions: questions.count,
      ...(questions.count === 0 ? {} : { since: questions.since, until: questions.until }),
      votes: votes.count,
      drafts: drafts.count,
      ...(language === undefined ? {} : { language }),
    };
  }

  async exported(person: string): Promise<Exported> {
    await this.log.flush();
    const questions: Exported["questions"][number][] = [];
    for (let after = ""; ; ) {
      const rows = await this.store.read((db) =>
        db
          .selectFrom("questions")
          .selectAll()
          .where("person", "=", person)
          .where("id", ">", after)
          .orderBy("id")
          .limit(BATCH)
          .execute(),
      );
      for (const { guild, asked_at, expires_at, text, language, outcome, entry } of rows)
        questions.push({ guild, askedAt: asked_at, deletedAt: expires_at, text, language, outcome, entry });
      if (rows.length < BATCH) break;
      after = rows[rows.length - 1].id;
    }
    const [votes, drafts] = await this.store.read(async (db) => [
      await db.selectFrom("votes").selectAll().where("person", "=", person).orderBy("question").execute(),
      await db.selectFrom("drafts").selectAll().where("author", "=", person).orderBy("made_at").execute(),
    ]);
    const language = this.people.languageOf(person);
    return {
      ...(language === undefined ? {} : { language }),
      questions: questions.toSorted((a, b) => a.askedAt - b.askedAt),
      votes: votes.map(({ question, voted_at, is_helpful, reason }) => ({
        ...{ question, votedAt: voted_at, isHelpful: is_helpful === 1, reason },
      })),
      drafts: drafts.map(({ guild, made_at, body }) => ({ guild, madeAt: made_at, body })),
    };
  }

  async forget(person: string): Promise<Forgotten> {
    await this.log.forget(person);
    let forgotten: Forgotten = { questions: 0, votes: 0, drafts: 0, hadLanguage: false };
    await this.store.write(async (tx) => {
      await turnOf(tx, person);
      const votes = await tx.deleteFrom("votes").where("person", "=", person).executeTakeFirstOrThrow();
      const questions = await tx.selectFrom("questions").select("id").where("person", "=", person).execute();
      for (let i = 0; i < questions.length; i += BATCH) {
        const ids = questions.slice(i, i + BATCH).map(({ id }) => id);
        await deleteQuestions(tx, ids);
      }
      const people = await tx
        .deleteFrom("people")
        .where("person", "=", person)
        .returning("language")
        .executeTakeFirst();
      const drafts = await tx
        .updateTable("drafts")
        .set({ author: "" })
        .where("author", "=", person)
        .executeTakeFirstOrThrow();
      // An earlier try may have been written although its connection was lost: then nothing is left for this one to find.
      forgotten = {
        questions: Math.max(forgotten.questions, questions.length),
        votes: Math.max(forgotten.votes, Number(votes.numDeletedRows)),
        hadLanguage: forgotten.hadLanguage || typeof people?.language === "string",
        drafts: Math.max(forgotten.drafts, Number(drafts.numUpdatedRows)),
      };
    });
    this.people.forget(person);
    await this.store.settle().catch(this.report);
    return forgotten;
  }
}

/** Takes the turn of all servers that have anything of a person. */
async function turnOf(tx: Transaction<Tables>, person: string): Promise<void> {
  const taken = new Set<string>();
  for (;;) {
    const rows = await tx
      .selectFrom("questions")
      .select("guild")
      .where("person", "=", person)
      .union(tx.selectFrom("votes").select("guild").where("person", "=", person))
      .execute();
    const more = rows.map(({ guild }) => guild).filter((guild) => !taken.has(guild));
    // While it waited, the person may have asked in another server.
    if (more.length === 0) return;
    await inTurn(tx, more);
    for (const guild of more) taken.add(guild);
  }
}
