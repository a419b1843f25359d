import { describe, expect, it } from "vitest";
import type { Addition } from "../../src/knowledge/addition.js";
import { Retention } from "../../src/store/retention.js";
import { DAY_MS } from "../support/store/asked.js";
import { engines } from "../support/store/engines.js";
import { testState } from "../support/store/test-state.js";

const stems = (text: string) => text.split(" ");
const wording = (text: string): Addition => ({ kind: "wording", entry: "lamp", language: "en", wording: text });
const by = (guild: string, text: string, madeAt = 1) => ({ guild, addition: wording(text), author: "ada", madeAt });

/** State, and what asks something in vain. */
async function setUp(engine: Parameters<typeof testState>[0]) {
  const { state, store } = await testState(engine, () => 1, { stems });
  let count = 0;
  const ask = async (text: string, guild = "1") => {
    count += 1;
    const asked = { id: `q${count}`, guild, person: "p", at: 1, text, language: "en", outcome: "unknown" } as const;
    state.questions.note({ ...asked, answeredBy: [], confidence: 0, nearest: [] });
    // What is kept of somebody is looked up after all that waits was written.
    await state.privacy.kept("nobody");
    return (await state.gaps.open(guild, 0, 1)).gaps[0]?.id;
  };
  const open = async (guild = "1") => (await state.gaps.open(guild, 0, 10)).gaps.length;
  return { state, store, ask, open };
}

describe.each(engines)("drafts on $name", (engine) => {
  it("are each server's own, the newest first, page by page", async () => {
    const { state } = await setUp(engine);
    for (const at of [1, 2, 3]) await state.drafts.add(by("1", `wording ${at}`, at));
    const theirs = await state.drafts.add(by("2", "theirs"));
    const { id } = theirs;
    const page = async (from: number) => {
      const { drafts, count } = await state.drafts.of("1", from, 2);
      return [drafts.map(({ madeAt }) => madeAt), count];
    };
    expect([await page(0), await page(2)]).toEqual([
      [[3, 2], 3],
      [[1], 3],
    ]);
    expect([await state.drafts.find("1", id), await state.drafts.remove("1", id)]).toEqual([undefined, false]);
    expect(await state.drafts.change({ ...theirs, guild: "1" }, wording("mine"))).toBe(false);
    expect(await state.drafts.find("2", id)).toEqual({ ...by("2", "theirs"), id });
  });

  it("take their cluster out of the queue, and bring it back with the last that is removed", async () => {
    const { state, ask, open } = await setUp(engine);
    const gap = await ask("lamp oil");
    const first = await state.drafts.add({ ...by("1", "a"), gap });
    const second = await state.drafts.add({ ...by("1", "b"), gap });
    expect(await open()).toBe(0);
    await state.drafts.remove("1", first.id);
    expect(await open()).toBe(0);
    expect([await state.drafts.remove("1", second.id), await state.drafts.remove("1", second.id)]).toEqual([
      true,
      false,
    ]);
    expect(await open()).toBe(1);
  });

  it("keep a cluster away however often it is asked while they wait", async () => {
    const { state, ask, open } = await setUp(engine);
    await state.drafts.add({ ...by("1", "a"), gap: await ask("lamp oil") });
    for (let time = 0; time < 5; time += 1) await ask("lamp oil");
    expect(await open()).toBe(0);
  });

  it("that are exported are gone, and their cluster comes back when it is asked three more times", async () => {
    const { state, ask, open } = await setUp(engine);
    const draft = await state.drafts.add({ ...by("1", "a"), gap: await ask("lamp oil") });
    expect(await state.drafts.exported([draft], 5)).toEqual([]);
    expect(await state.drafts.all()).toEqual([]);
    await ask("lamp oil");
    await ask("oil lamp");
    expect(await open()).toBe(0);
    await ask("lamp oil");
    expect(await open()).toBe(1);
  });

  it("are changed as they were read alone, so that nobody's words are lost", async () => {
    const { state } = await setUp(engine);
    const read = await state.drafts.add(by("1", "first"));
    expect(await state.drafts.change(read, wording("second"))).toBe(true);
    expect(await state.drafts.change(read, wording("third"))).toBe(false);
    expect(await state.drafts.find("1", read.id)).toMatchObject({ addition: wording("second") });
  });

  it("are changed by one of many that read the same at once", async () => {
    const { state } = await setUp(engine);
    const read = await state.drafts.add(by("1", "first"));
    const texts = ["a", "b", "c", "d", "e", "f"];
    const done = await Promise.all(texts.map((text) => state.drafts.change(read, wording(text))));
    expect(done.filter(Boolean).length).toBe(1);
    expect(await state.drafts.find("1", read.id)).toMatchObject({ addition: wording(texts[done.indexOf(true)]) });
  });

  it("that were changed since they were read are not exported, and their cluster waits", async () => {
    const { state, ask, open } = await setUp(engine);
    const read = await state.drafts.add({ ...by("1", "first"), gap: await ask("lamp oil") });
    const other = await state.drafts.add(by("1", "other"));
    await state.drafts.change(read, wording("second"));
    expect(await state.drafts.exported([read, other], 5)).toEqual([read.id]);
    expect((await state.drafts.all()).map(({ addition }) => addition)).toEqual([wording("second")]);
    for (let time = 0; time < 3; time += 1) await ask("lamp oil");
    expect(await open()).toBe(0);
  });

  it("are deleted thirty days after they were exported, and not before", async () => {
    const { state, store } = await setUp(engine);
    const draft = await state.drafts.add(by("1", "first"));
    await state.drafts.add(by("1", "open"));
    await state.drafts.exported([draft], 5);
    const kept = async () => (await store.read((db) => db.selectFrom("drafts").select("state").execute())).length;
    const retention = new Retention(store, state.settings, () => 0);
    await retention.purge(5 + 30 * DAY_MS - 1);
    expect(await kept()).toBe(2);
    await retention.purge(5 + 30 * DAY_MS);
    expect(await kept()).toBe(1);
    expect((await state.drafts.all()).length).toBe(1);
  });

  it("of another server leave a cluster alone", async () => {
    const { state, ask, open } = await setUp(engine);
    await state.drafts.add({ ...by("2", "a"), gap: await ask("lamp oil") });
    expect(await open()).toBe(1);
  });
});

describe.each(engines)("insights on $name", (engine) => {
  it("count each day of two weeks, the most asked entries and the gaps, each server's own", async () => {
    const now = Date.UTC(2026, 10, 29, 12);
    const { state } = await testState(engine, () => now, { stems });
    let count = 0;
    const note = (guild: string, daysAgo: number, entry?: string) => {
      count += 1;
      state.questions.note({
        ...{ id: `q${count}`, guild, person: "p", at: now - daysAgo * 86_400_000, text: "lamp oil", language: "en" },
        ...{ outcome: entry === undefined ? "unknown" : "answer", answeredBy: entry === undefined ? [] : [entry] },
        ...{ confidence: 0, nearest: [] },
      });
    };
    for (const [guild, ago, entry] of [
      ["1", 0, "a"],
      ["1", 0, "b"],
      ["1", 1, "b"],
      ["1", 13],
      ["1", 14, "a"],
      ["2", 0, "c"],
      ["", 0],
    ] as const)
      note(guild, ago, entry);
    await state.privacy.kept("nobody");
    const { days, most, gaps, gapCount } = await state.insights.of("1", now);
    expect(days.length).toBe(14);
    expect(days.filter(({ asked }) => asked > 0)).toEqual([
      { day: "2026-11-29", asked: 2, answered: 2, declined: 0, helped: 0, unhelped: 0 },
      { day: "2026-11-28", asked: 1, answered: 1, declined: 0, helped: 0, unhelped: 0 },
      { day: "2026-11-16", asked: 1, answered: 0, declined: 1, helped: 0, unhelped: 0 },
    ]);
    expect(most).toEqual([
      { entry: "b", answered: 2 },
      { entry: "a", answered: 1 },
    ]);
    expect([gaps.map(({ example }) => example), gapCount]).toEqual([["lamp oil"], 1]);
    expect((await state.insights.of("", now)).days[0]).toMatchObject({ asked: 1, declined: 1 });
    expect((await state.insights.of(undefined, now)).days[0]).toMatchObject({ asked: 4 });
    expect((await state.insights.guilds()).toSorted()).toEqual(["", "1", "2"]);
  });
});
