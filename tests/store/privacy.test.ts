import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Transaction } from "kysely";
import { describe, expect, it } from "vitest";
import type { OpenState } from "../../src/store/open-state.js";
import { PeopleTable } from "../../src/store/people-table.js";
import { PrivacyTable } from "../../src/store/privacy-table.js";
import { Store } from "../../src/store/store.js";
import type { Tables } from "../../src/store/tables.js";
import { StoreTrouble } from "../../src/store-trouble.js";
import { AT, asked, DAY_MS, DECLINED } from "../support/store/asked.js";
import { engines } from "../support/store/engines.js";
import { testState } from "../support/store/test-state.js";

/** Questions that are written down already. */
const WRITTEN = { flush: async () => {}, forget: async () => {} };
const SECRET = "zebrafish";
const DRAFT = { guild: "1", kind: "entry", body: "{}", state: "open", made_at: AT, gap: null, exported_at: null };
const GAP = {
  guild: "1",
  language: "en",
  asked: 1,
  unhelped: 0,
  first_at: AT,
  last_at: AT,
  state: "open",
  nearest: "[]",
};

/** Two people in two servers and a direct message: questions, votes, a language, a draft, clusters. */
async function fill({ state, store }: OpenState): Promise<void> {
  state.questions.note(asked("a", { text: `What of the ${SECRET}?`, ...DECLINED }));
  state.questions.note(asked("b", { guild: "2", text: `And the ${SECRET}?` }));
  state.questions.note(asked("c", { guild: "", at: AT + DAY_MS }));
  state.questions.note(asked("d", { person: "other" }));
  for (const [question, person] of [
    ["a", "other"],
    ["b", "somebody"],
    ["d", "somebody"],
    ["d", "other"],
  ])
    await state.votes.vote(question, person, { isHelpful: true });
  await state.people.setLanguage("somebody", "es");
  await state.people.setLanguage("other", "en");
  await store.write(async (tx) => {
    await tx
      .insertInto("drafts")
      .values([
        { ...DRAFT, id: "1", author: "somebody" },
        { ...DRAFT, id: "2", author: "other" },
      ])
      .execute();
    await tx
      .insertInto("gaps")
      .values([
        { ...GAP, id: "gone" },
        { ...GAP, id: "stays" },
      ])
      .execute();
    await tx
      .insertInto("gap_keys")
      .values([
        { guild: "1", hash: "h1", question: "a", gap: "gone" },
        { guild: "1", hash: "h2", question: "b", gap: "stays" },
        { guild: "1", hash: "h2", question: "d", gap: "stays" },
      ])
      .execute();
    await tx.updateTable("questions").set({ gap: "gone" }).where("id", "=", "a").execute();
    await tx.updateTable("questions").set({ gap: "stays" }).where("id", "in", ["b", "d"]).execute();
  });
}

const TABLES = [
  ...(["settings", "people", "questions", "votes", "days", "entry_days", "gaps", "gap_keys", "drafts"] as const),
  ...(["subscriptions", "deliveries", "shown", "signals"] as const),
];

async function everything({ store }: OpenState) {
  const all: [string, readonly object[]][] = [];
  for (const table of TABLES) all.push([table, await store.read((db) => db.selectFrom(table).selectAll().execute())]);
  return Object.fromEntries(all);
}

/** What the files of a folder have in them, byte by byte. */
function bytesIn(dir: string): string {
  return readdirSync(dir)
    .map((name) => readFileSync(join(dir, name), "latin1"))
    .join("");
}

describe.each(engines)("what is kept of a person on $name", (engine) => {
  it("is told across all servers", async () => {
    const opened = await testState(engine, () => AT);
    await fill(opened);
    expect(await opened.state.privacy.kept("somebody")).toEqual({
      ...{ questions: 3, since: AT, until: AT + 31 * DAY_MS, votes: 2, drafts: 1, language: "es" },
    });
    expect(await opened.state.privacy.kept("nobody")).toEqual({ questions: 0, votes: 0, drafts: 0 });
  });

  it("is written out as it stands, and nobody else's with it", async () => {
    const opened = await testState(engine, () => AT);
    await fill(opened);
    const { questions, votes, drafts, language } = await opened.state.privacy.exported("somebody");
    expect(questions.map(({ text, guild }) => [guild, text])).toEqual([
      ["1", `What of the ${SECRET}?`],
      ["2", `And the ${SECRET}?`],
      ["", "Who spoke, … ?"],
    ]);
    expect(votes.map(({ question, isHelpful }) => [question, isHelpful])).toEqual([
      ["b", true],
      ["d", true],
    ]);
    expect([drafts.length, language]).toEqual([1, "es"]);
  });

  it("is written out whole where it is more than a page", async () => {
    const { state } = await testState(engine, () => AT);
    for (let i = 0; i < 1100; i += 1) state.questions.note(asked(`q${i}`));
    expect((await state.privacy.exported("somebody")).questions.length).toBe(1100);
  });

  it("leaves no trace in any table once it is forgotten, and everybody else's stays", async () => {
    const opened = await testState(engine, () => AT);
    await fill(opened);
    expect(await opened.state.privacy.forget("somebody")).toEqual({
      ...{ questions: 3, votes: 2, hadLanguage: true, drafts: 1 },
    });
    const all = await everything(opened);
    expect(JSON.stringify(all)).not.toMatch(/somebody|zebrafish/);
    expect(all.questions).toMatchObject([{ id: "d", person: "other" }]);
    expect(all.votes).toMatchObject([{ question: "d", person: "other" }]);
    expect(all.people).toMatchObject([{ person: "other" }]);
    expect(all.drafts.length).toBe(2);
    expect(all.gaps).toMatchObject([{ id: "stays" }]);
    expect(all.gap_keys).toMatchObject([{ gap: "stays" }]);
    expect(opened.state.people.languageOf("somebody")).toBeUndefined();
    expect(await opened.state.privacy.forget("somebody")).toEqual({
      ...{ questions: 0, votes: 0, hadLanguage: false, drafts: 0 },
    });
  });

  it("leaves a cluster that it shares as if it had never been in it, but for the count", async () => {
    const opened = await testState(engine, () => AT, { stems: (text) => text.split(" ") });
    const of = async () => {
      await opened.state.privacy.kept("nobody");
      const { gaps, gap_keys } = await everything(opened);
      return { gaps, keys: gap_keys.map((row) => JSON.stringify(row)).toSorted() };
    };
    opened.state.questions.note(asked("a", { ...DECLINED, person: "other", text: "lamp oil harbour" }));
    const before = await of();
    opened.state.questions.note(
      asked("b", {
        ...DECLINED,
        text: `lamp oil ${SECRET}`,
        at: AT + 1,
        nearest: [{ entry: "fish", confidence: 0.2 }],
      }),
    );
    const between = await of();
    expect(between.keys.length).toBeGreaterThan(before.keys.length);
    expect(between.gaps).toMatchObject([{ asked: 2, last_at: AT + 1 }]);
    await opened.state.privacy.forget("somebody");
    const { gaps, keys } = await of();
    expect(keys).toEqual(before.keys);
    const [gap] = before.gaps;
    expect(gaps).toEqual([{ ...gap, asked: 2, again: 1, nearest: '[{"entry":"near","confidence":0.97}]' }]);
  });

  it("is told as it was where the store could not say so the first time", async () => {
    const opened = await testState(engine, () => AT);
    await fill(opened);
    /** A store that loses its connection just after what it wrote is written. */
    class Losing extends Store {
      override async write<T>(work: (tx: Transaction<Tables>) => Promise<T>) {
        await super.write(work);
        return super.write(work);
      }
    }
    await opened.state.privacy.kept("somebody");
    const { db } = opened.store;
    const privacy = new PrivacyTable(new Losing(db, engine.name), WRITTEN, new PeopleTable(opened.store, () => AT));
    expect(await privacy.forget("somebody")).toEqual({ questions: 3, votes: 2, hadLanguage: true, drafts: 1 });
  });

  it("is gone though the files cannot be emptied, which the operator hears", async () => {
    const opened = await testState(engine, () => AT);
    await fill(opened);
    class Unsettled extends Store {
      override settle() {
        return Promise.reject(new StoreTrouble("busy"));
      }
    }
    await opened.state.privacy.kept("somebody");
    const heard: unknown[] = [];
    const store = new Unsettled(opened.store.db, engine.name);
    const privacy = new PrivacyTable(store, WRITTEN, new PeopleTable(opened.store, () => AT), (error) =>
      heard.push(error),
    );
    expect(await privacy.forget("somebody")).toMatchObject({ questions: 3 });
    expect(heard).toEqual([new StoreTrouble("busy")]);
  });

  it("keeps the counts of a day for four hundred days", async () => {
    const opened = await testState(engine, () => AT);
    await fill(opened);
    const days = async () => {
      const { days, entry_days } = await everything(opened);
      return [days.length, entry_days.length];
    };
    await opened.purge(AT + 400 * DAY_MS);
    expect(await days()).toEqual([3, 3]);
    await opened.purge(AT + 401 * DAY_MS);
    expect(await days()).toEqual([1, 1]);
    await opened.purge(AT + 402 * DAY_MS);
    expect(await days()).toEqual([0, 0]);
  });

  it("is forgotten where it still waits to be written down", async () => {
    const opened = await testState(engine, () => AT);
    opened.state.questions.note(asked("a"));
    await opened.state.privacy.forget("somebody");
    expect(await opened.state.privacy.kept("somebody")).toMatchObject({ questions: 0 });
  });

  it("goes when its time is over, with the votes on it and clusters of nothing else", async () => {
    const opened = await testState(engine, () => AT);
    await fill(opened);
    await opened.purge(AT + 30 * DAY_MS - 1);
    expect((await opened.state.privacy.kept("somebody")).questions).toBe(3);
    await opened.purge(AT + 30 * DAY_MS);
    const all = await everything(opened);
    expect(all.questions).toMatchObject([{ id: "c" }]);
    expect(JSON.stringify(all)).not.toContain(SECRET);
    expect([all.votes, all.gaps, all.gap_keys]).toEqual([[], [], []]);
    expect(all.days).not.toEqual([]);
  });

  it("goes by the hundred, however much it is", async () => {
    const opened = await testState(engine, () => AT);
    for (let i = 0; i < 1250; i += 1) opened.state.questions.note(asked(`q${i}`));
    await opened.state.privacy.kept("somebody");
    await opened.purge(AT + 30 * DAY_MS);
    expect((await everything(opened)).questions).toEqual([]);
  });

  it("goes sooner where its server keeps it for less time from now on", async () => {
    const opened = await testState(engine, () => AT + 10 * DAY_MS);
    await fill(opened);
    await opened.state.settings.change("1", { retentionDays: 20 });
    await opened.purge(AT + 10 * DAY_MS);
    const rows = (await everything(opened)).questions;
    expect(rows).toContainEqual(expect.objectContaining({ id: "a", expires_at: AT + 20 * DAY_MS }));
    expect(rows).toContainEqual(expect.objectContaining({ id: "b", expires_at: AT + 30 * DAY_MS }));
    await opened.state.settings.change("1", { retentionDays: 7 });
    await opened.purge(AT + 10 * DAY_MS);
    expect((await everything(opened)).questions.map((row) => "id" in row && row.id).toSorted()).toEqual(["b", "c"]);
  });

  it("loses its words at once where its server keeps none from now on", async () => {
    const opened = await testState(engine, () => AT + 1000);
    await fill(opened);
    await opened.state.settings.change("1", { retentionDays: 0 });
    await opened.purge();
    const { questions, gap_keys } = await everything(opened);
    expect(questions).toContainEqual(expect.objectContaining({ id: "a", text: null, gap: null }));
    expect(questions).toContainEqual(expect.objectContaining({ id: "a", expires_at: AT + DAY_MS }));
    expect(gap_keys).toMatchObject([{ gap: "stays" }]);
  });
});

describe("SQLite's files", () => {
  it.each([
    ["once it is forgotten", (opened: OpenState) => opened.state.privacy.forget("somebody")],
    ["once its time is over", (opened: OpenState) => opened.purge(AT + 40 * DAY_MS)],
  ])("have no byte of a question %s", async (_, end) => {
    const opened = await testState(engines[0], () => AT);
    await fill(opened);
    for (let i = 0; i < 300; i += 1)
      opened.state.questions.note(asked(`q${i}`, { text: `Again the ${SECRET}, for the time ${i}`, ...DECLINED }));
    await opened.state.privacy.kept("somebody");
    expect(bytesIn(opened.dataDir)).toContain(SECRET);
    await opened.state.people.setLanguage("somebody", undefined);
    await end(opened);
    expect(bytesIn(opened.dataDir)).not.toContain(SECRET);
  });
});
