import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { USUAL_SETTINGS } from "../../src/settings.js";
import { deleteQuestions } from "../../src/store/delete-questions.js";
import { GapsTable } from "../../src/store/gaps-table.js";
import { QuestionsTable } from "../../src/store/question-log.js";
import type { Store } from "../../src/store/store.js";
import type { OnUnanswered } from "../../src/store/unanswered.js";
import { VotesTable } from "../../src/store/votes-table.js";
import { AT, asked, DECLINED } from "../support/store/asked.js";
import { engines } from "../support/store/engines.js";
import { emptyStore } from "../support/store/open-store.js";
import { testState } from "../support/store/test-state.js";

const LIKENESS = { secret: Buffer.alloc(32, 7), stems: (text: string) => text.split(" ") };
const LAMP = { text: "lamp oil", ...DECLINED };

/** Resolves when a statement waits for a lock; SQLite begins no second transaction before the first ends. */
async function untilOneWaits(store: Store): Promise<void> {
  if (store.engine === "sqlite") return;
  const waiting = () =>
    store.read(async (db) => (await sql`select 1 from pg_locks where not granted`.execute(db)).rows.length);
  await expect.poll(waiting, { timeout: 3000 }).toBeGreaterThan(0);
}

/** What contradicts itself in the clusters. */
async function faultsOf(store: Store) {
  const [questions, gaps, keys, votes] = await store.read(async (db) => [
    await db.selectFrom("questions").selectAll().execute(),
    await db.selectFrom("gaps").selectAll().execute(),
    await db.selectFrom("gap_keys").selectAll().execute(),
    await db.selectFrom("votes").selectAll().execute(),
  ]);
  const clusterOf = new Map(questions.map(({ id, gap }) => [id, gap]));
  const kept = new Set(gaps.map(({ id }) => id));
  const used = new Set(clusterOf.values());
  return [
    ...questions.filter(({ gap }) => gap !== null && !kept.has(gap)).map(({ id }) => `${id} is in no cluster`),
    ...gaps.filter(({ id }) => !used.has(id)).map(({ id }) => `${id} has no question`),
    ...keys.filter(({ question, gap }) => clusterOf.get(question) !== gap).map(({ hash }) => `${hash} leads nowhere`),
    ...votes.filter(({ question }) => !clusterOf.has(question)).map(({ question }) => `a vote is on ${question}`),
  ];
}

/** What processes have; `also` sees what was not answered after the clusters have. */
function processOn(store: Store, also: OnUnanswered = async () => {}) {
  const hooks = [new GapsTable(store, LIKENESS).take, also];
  const questions = new QuestionsTable(store, { of: () => USUAL_SETTINGS }, { onUnanswered: hooks });
  return { questions, votes: new VotesTable(store, questions, () => AT, hooks) };
}

describe.each(engines)("at the same time on $name", (engine) => {
  it("a question that joins a cluster keeps it, though the one before is deleted", async () => {
    const store = await emptyStore(engine);
    let deleting: Promise<void> | undefined;
    const { questions } = processOn(store, async (_, [{ id }]) => {
      if (id !== "later") return;
      deleting ??= store.write((tx) => deleteQuestions(tx, ["before"]));
      await untilOneWaits(store);
    });
    for (const id of ["before", "later"]) {
      questions.note(asked(id, LAMP));
      await questions.flush();
    }
    await deleting;
    expect(await faultsOf(store)).toEqual([]);
    expect(await store.read((db) => db.selectFrom("gaps").select("asked").execute())).toEqual([{ asked: 2 }]);
  });

  it("a vote on a question that is being deleted leaves nothing", async () => {
    const store = await emptyStore(engine);
    const { questions, votes } = processOn(store);
    questions.note(asked("q", { text: "lamp oil" }));
    await questions.flush();
    const voting = await store.write(async (tx) => {
      await deleteQuestions(tx, ["q"]);
      const vote = votes.vote("q", "bob", { isHelpful: false });
      await untilOneWaits(store);
      return { vote };
    });
    expect(await voting.vote).toBe(false);
    expect(await faultsOf(store)).toEqual([]);
    expect(await store.read((db) => db.selectFrom("gaps").selectAll().execute())).toEqual([]);
  });

  it("two votes against an answer bring it into its cluster once", async () => {
    const store = await emptyStore(engine);
    const { questions, votes } = processOn(store);
    for (let i = 0; i < 10; i += 1) {
      questions.note(asked(`q${i}`, { text: `lamp${i} oil`, guild: String(i) }));
      await questions.flush();
      await Promise.all(["ada", "bob", "eve"].map((person) => votes.vote(`q${i}`, person, { isHelpful: false })));
    }
    const gaps = await store.read((db) => db.selectFrom("gaps").select(["asked", "unhelped"]).execute());
    expect(gaps).toEqual(Array.from({ length: 10 }, () => ({ asked: 1, unhelped: 3 })));
  });

  it("asking, voting, forgetting and purging by two processes contradict themselves nowhere", async () => {
    const first = await testState(engine, () => AT, LIKENESS);
    const second = await first.reopen();
    const people = ["ada", "bob", "eve"];
    for (let round = 0; round < 6; round += 1) {
      const id = (i: number) => `q${round}-${i}`;
      for (let i = 0; i < 6; i += 1)
        (i % 2 ? first : second).state.questions.note(
          asked(id(i), { person: people[i % 3], text: "lamp oil", ...(i % 3 ? DECLINED : {}), guild: String(i % 2) }),
        );
      await Promise.all([
        ...people.flatMap((person, p) =>
          [0, 1, 2, 3].map((i) =>
            (p % 2 ? first : second).state.votes.vote(id(i), person, { isHelpful: (i + round) % 2 === 0 }),
          ),
        ),
        ...people.map((person) => second.state.votes.vote(id(3), person, { isHelpful: round % 2 === 1 })),
        first.state.privacy.forget("ada"),
        second.state.privacy.forget(people[round % 3]),
        first.purge(AT),
      ]);
    }
    expect(await faultsOf(first.store)).toEqual([]);
  });
});
