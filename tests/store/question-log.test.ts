import { describe, expect, it } from "vitest";
import { USUAL_SETTINGS } from "../../src/settings.js";
import { QuestionsTable } from "../../src/store/question-log.js";
import type { Store } from "../../src/store/store.js";
import type { Unanswered } from "../../src/store/unanswered.js";
import { StoreTrouble } from "../../src/store-trouble.js";
import { AT, asked, DAY_MS, DECLINED } from "../support/store/asked.js";
import { engines } from "../support/store/engines.js";
import { emptyStore } from "../support/store/open-store.js";

/** Guild 7 keeps nothing, guild 8 a week. */
const settings = {
  of: (guild: string | undefined) => ({
    ...USUAL_SETTINGS,
    ...(guild === "7" ? { retentionDays: 0 } : guild === "8" ? { retentionDays: 7 } : {}),
  }),
};

const rows = (store: Store) => store.read((db) => db.selectFrom("questions").selectAll().orderBy("id").execute());

describe.each(engines)("the log of questions on $name", (engine) => {
  it("has what was asked, cleaned, for as long as its server keeps it", async () => {
    const store = await emptyStore(engine);
    const log = new QuestionsTable(store, settings);
    log.note(asked("a"));
    log.note(asked("b", { guild: "8", ...DECLINED }));
    log.note(asked("c", { guild: "" }));
    await log.flush();
    expect(await rows(store)).toEqual([
      {
        ...{ id: "a", guild: "1", person: "somebody", asked_at: AT, expires_at: AT + 30 * DAY_MS },
        ...{
          text: "Who spoke, … ?",
          language: "en",
          outcome: "answer",
          entry: "who-spoke",
          confidence: 0.97,
          gap: null,
        },
      },
      expect.objectContaining({ id: "b", expires_at: AT + 7 * DAY_MS, outcome: "unknown", entry: "near" }),
      expect.objectContaining({ id: "c", guild: "", expires_at: AT + 30 * DAY_MS }),
    ]);
  });

  it("has no words for a server that keeps none, and the rest for a day", async () => {
    const store = await emptyStore(engine);
    const log = new QuestionsTable(store, settings);
    log.note(asked("a", { guild: "7" }));
    await log.flush();
    expect(await rows(store)).toMatchObject([{ text: null, expires_at: AT + DAY_MS }]);
  });

  it("counts by day and by entry, each question once, whatever comes twice", async () => {
    const store = await emptyStore(engine);
    const log = new QuestionsTable(store, settings);
    for (const question of [asked("a"), asked("a"), asked("b", DECLINED), asked("c", { answeredBy: ["x", "y"] })])
      log.note(question);
    await log.flush();
    const later = new QuestionsTable(store, settings);
    for (const question of [asked("a"), asked("d"), asked("e", { at: AT + DAY_MS })]) later.note(question);
    await later.flush();
    const [days, entries] = await store.read(async (db) => [
      await db.selectFrom("days").selectAll().orderBy("day").execute(),
      await db.selectFrom("entry_days").select(["entry", "day", "answered"]).orderBy("day").orderBy("entry").execute(),
    ]);
    expect(days).toMatchObject([
      { guild: "1", day: "2026-11-29", asked: 4, answered: 3, declined: 1, helped: 0, unhelped: 0 },
      { guild: "1", day: "2026-11-30", asked: 1, answered: 1, declined: 0 },
    ]);
    expect(entries).toEqual([
      { entry: "who-spoke", day: "2026-11-29", answered: 2 },
      { entry: "x", day: "2026-11-29", answered: 1 },
      { entry: "y", day: "2026-11-29", answered: 1 },
      { entry: "who-spoke", day: "2026-11-30", answered: 1 },
    ]);
  });

  it("shows each question that was not answered once, in the transaction that writes it", async () => {
    const store = await emptyStore(engine);
    const seen: Unanswered[] = [];
    const log = new QuestionsTable(store, settings, {
      onUnanswered: [
        async (tx, unanswered) => {
          seen.push(...unanswered);
          for (const { id } of unanswered)
            await tx.updateTable("questions").set({ gap: "gap-1" }).where("id", "=", id).execute();
        },
      ],
    });
    log.note(asked("a"));
    log.note(asked("b", DECLINED));
    await log.flush();
    log.note(asked("b", DECLINED));
    await log.flush();
    expect(seen).toEqual([
      {
        ...{ id: "b", guild: "1", text: "Who spoke, … ?", language: "en", at: AT, because: "declined" },
        nearest: [{ entry: "near", confidence: 0.1 }],
      },
    ]);
    expect(await rows(store)).toMatchObject([{ gap: null }, { gap: "gap-1" }]);
  });

  it("writes thousands, and what still waits when it closes", async () => {
    const store = await emptyStore(engine);
    const log = new QuestionsTable(store, settings);
    for (let i = 0; i < 1001; i += 1) log.note(asked(`q${i}`));
    await log.close();
    expect((await rows(store)).length).toBe(1001);
  });

  it("drops nobody's question but one person's, where that one is forgotten before it is written", async () => {
    const store = await emptyStore(engine);
    const log = new QuestionsTable(store, settings);
    log.note(asked("a"));
    log.note(asked("b", { person: "somebody else" }));
    await log.forget("somebody");
    await log.flush();
    expect(await rows(store)).toMatchObject([{ id: "b" }]);
  });
});

describe("the log of questions while the store is away", () => {
  it("keeps what fits, drops the oldest, and says once how many", async () => {
    const store = await emptyStore(engines[0]);
    const [problems, away] = [[] as string[], { is: true }];
    const leaving = Object.create(store) as Store;
    leaving.write = (work) => (away.is ? Promise.reject(new StoreTrouble("no disk")) : store.write(work));
    const log = new QuestionsTable(leaving, settings, { report: (problem) => problems.push(problem), maxWaiting: 3 });
    for (const id of ["a", "b", "c", "d"]) log.note(asked(id));
    await expect(log.flush()).rejects.toThrow(StoreTrouble);
    log.note(asked("e"));
    await expect(log.flush()).rejects.toThrow(StoreTrouble);
    away.is = false;
    await log.flush();
    expect((await rows(store)).map(({ id }) => id)).toEqual(["c", "d", "e"]);
    expect(problems).toEqual(["questions wait to be written down: no disk", "2 questions were not written down"]);
  });
});
