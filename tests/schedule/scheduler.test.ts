import { describe, expect, it } from "vitest";
import type { Posted, Poster, Wanted } from "../../src/digests.js";
import type { Knowledge } from "../../src/knowledge/model.js";
import type { Told } from "../../src/reply.js";
import { nextDue } from "../../src/schedule/due.js";
import { LEASE_MS, NONCE_WINDOW_MS, Scheduler } from "../../src/schedule/scheduler.js";
import { harbour } from "../discord/harbour.js";
import { engines, type TestedEngine } from "../support/store/engines.js";
import { emptyState } from "../support/store/open-store.js";
import { datedHarbour } from "./dated-harbour.js";

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const NINE = Date.UTC(2026, 10, 30, 9);
const FACTS = harbour().entries.filter(({ notStated }) => !notStated).length;

/** A post that was tried. */
interface Tried {
  readonly channel: string;
  readonly title: string;
  readonly nonce: string;
}

/** An empty state with a clock, and schedulers over it whose posts are kept. */
async function stage(engine: TestedEngine) {
  const clock = { now: NINE - MINUTE };
  const { state, deliveries, store } = await emptyState(engine, () => clock.now);
  const tried: Tried[] = [];
  const logged: Record<string, unknown>[] = [];
  const world = { knowledge: harbour() as Knowledge, isReady: true, answer: async (): Promise<Posted> => "posted" };
  const poster: Poster = {
    isReady: () => world.isReady,
    post: (channel, reply: Told, nonce) => {
      tried.push({ channel, title: ("title" in reply ? reply.title : undefined) ?? "", nonce });
      return world.answer();
    },
    tellOwner: async () => {},
  };
  const log = {
    info: () => {},
    warn: (facts: Readonly<Record<string, unknown>>, words: string) => logged.push({ ...facts, words }),
  };
  const scheduler = () =>
    new Scheduler({ deliveries, poster, knowledge: () => world.knowledge, now: () => clock.now, log });
  const add = (more: Partial<Wanted> = {}) => {
    const wanted = {
      id: "s1",
      guild: "1",
      channel: "7",
      kind: "fact",
      cron: "0 9 * * *",
      zone: "UTC",
      ...more,
    } as const;
    return state.digests.add({ language: "en", nextDue: nextDue(wanted, clock.now) ?? 0, ...wanted });
  };
  const states = async () => {
    const rows = await store.read((db) =>
      db.selectFrom("deliveries").select(["due", "state"]).orderBy("due").execute(),
    );
    return rows.map(({ due, state }) => `${new Date(due).toISOString().slice(5, 13)} ${state}`);
  };
  return { clock, world, tried, logged, scheduler, add, states, digests: state.digests, deliveries };
}

describe.each(engines)("the scheduler on $name", (engine) => {
  it("posts what is due once, however many run at once", async () => {
    const { clock, tried, logged, scheduler, add, states } = await stage(engine);
    for (const id of ["a", "b", "c"]) await add({ id, channel: id });
    clock.now = NINE;
    await Promise.all([scheduler().tick(), scheduler().tick(), scheduler().tick()]);
    await scheduler().tick();
    expect(logged).toEqual([]);
    expect(tried.map(({ channel }) => channel).sort()).toEqual(["a", "b", "c"]);
    expect(await states()).toEqual(Array(3).fill("11-30T09 done"));
  });

  it("shows every fact before it shows one again, and begins anew in the same order", async () => {
    const { clock, tried, scheduler, add } = await stage(engine);
    await add();
    const one = scheduler();
    for (let day = 0; day < 2 * FACTS; day += 1) {
      clock.now = NINE + day * DAY;
      await one.tick();
    }
    const titles = tried.map(({ title }) => title);
    expect(new Set(titles.slice(0, FACTS)).size).toBe(FACTS);
    expect(titles.slice(FACTS)).toEqual(titles.slice(0, FACTS));
  });

  it("shows two subscriptions the facts in orders of their own", async () => {
    const { clock, tried, scheduler, add } = await stage(engine);
    for (const id of ["a", "b"]) await add({ id, channel: id });
    const one = scheduler();
    for (let day = 0; day < FACTS; day += 1) {
      clock.now = NINE + day * DAY;
      await one.tick();
    }
    const of = (id: string) => tried.filter(({ channel }) => channel === id).map(({ title }) => title);
    expect(of("a")).not.toEqual(of("b"));
    expect(of("a").sort()).toEqual(of("b").sort());
  });

  it("catches up once with the latest after a stop, and says since when some were missed", async () => {
    const { clock, tried, logged, scheduler, add, states } = await stage(engine);
    await add();
    clock.now = NINE + 3 * DAY + MINUTE;
    const one = scheduler();
    await one.tick();
    await one.tick();
    expect(tried).toHaveLength(1);
    expect(await states()).toEqual(["12-03T09 done"]);
    expect(logged).toEqual([
      expect.objectContaining({
        words: "digests were missed; the latest is posted",
        missedFrom: "2026-11-30T09:00:00.000Z",
        due: "2026-12-03T09:00:00.000Z",
      }),
    ]);
  });

  it("posts the same entry with the same nonce again where a post did not come to its end", async () => {
    const { clock, world, tried, scheduler, add, states } = await stage(engine);
    await add();
    clock.now = NINE;
    world.answer = () => Promise.reject(new Error("the connection broke"));
    const one = scheduler();
    await one.tick();
    clock.now += LEASE_MS - 1;
    await one.tick();
    expect(tried).toHaveLength(1);
    world.answer = async () => "posted";
    clock.now += 1;
    await one.tick();
    expect(tried[1]).toEqual(tried[0]);
    expect(await states()).toEqual(["11-30T09 done"]);
  });

  it("gives a post up once its nonce may be forgotten, says so, and goes on with the next", async () => {
    const { clock, world, tried, logged, scheduler, add, states } = await stage(engine);
    await add();
    clock.now = NINE;
    world.answer = () => Promise.reject(new Error("the connection broke"));
    const one = scheduler();
    await one.tick();
    world.answer = async () => "posted";
    clock.now += NONCE_WINDOW_MS + 1;
    await one.tick();
    expect(tried).toHaveLength(1);
    expect(logged.at(-1)).toMatchObject({
      words: "a digest may not have been posted",
      due: "2026-11-30T09:00:00.000Z",
    });
    clock.now = NINE + DAY;
    await one.tick();
    expect(tried).toHaveLength(2);
    expect(tried[1].title).not.toBe(tried[0].title);
    expect(await states()).toEqual(["11-30T09 lost", "12-01T09 done"]);
  });

  it("tries again at once what was certainly not sent, for as long as that takes", async () => {
    const { clock, world, tried, scheduler, add, states } = await stage(engine);
    await add();
    world.answer = async () => "not-sent";
    const one = scheduler();
    for (clock.now = NINE; clock.now <= NINE + 10 * MINUTE; clock.now += MINUTE) await one.tick();
    world.answer = async () => "posted";
    await one.tick();
    expect(new Set(tried.map(({ nonce }) => nonce)).size).toBe(1);
    expect(await states()).toEqual(["11-30T09 done"]);
  });

  it("begins nothing while nothing can be posted", async () => {
    const { clock, world, tried, scheduler, add, states } = await stage(engine);
    await add();
    world.isReady = false;
    clock.now = NINE;
    const one = scheduler();
    await one.tick();
    expect(await states()).toEqual([]);
    world.isReady = true;
    await one.tick();
    expect(tried).toHaveLength(1);
  });

  it("leaves a post alone whose subscription somebody paused meanwhile", async () => {
    const { clock, world, tried, scheduler, add, states, digests } = await stage(engine);
    await add();
    clock.now = NINE;
    world.answer = () => Promise.reject(new Error("the connection broke"));
    const one = scheduler();
    await one.tick();
    await digests.pause("1", "s1");
    clock.now += MINUTE;
    await one.tick();
    expect(tried).toHaveLength(1);
    expect(await states()).toEqual(["11-30T09 skipped"]);
  });

  it("makes up for nothing that was due during a pause", async () => {
    const { clock, tried, scheduler, add, digests } = await stage(engine);
    await add();
    await digests.pause("1", "s1");
    clock.now = NINE + 2 * DAY + MINUTE;
    const one = scheduler();
    await one.tick();
    await digests.resume("1", "s1", NINE + 3 * DAY);
    await one.tick();
    expect(tried).toEqual([]);
    clock.now = NINE + 3 * DAY;
    await one.tick();
    expect(tried).toHaveLength(1);
  });

  it("goes on after a date that was posted already, as where clocks differ and somebody paused and resumed", async () => {
    const { clock, tried, scheduler, add, digests } = await stage(engine);
    await add();
    clock.now = NINE;
    const one = scheduler();
    await one.tick();
    await digests.pause("1", "s1");
    await digests.resume("1", "s1", NINE);
    await one.tick();
    clock.now = NINE + DAY;
    await one.tick();
    expect(tried).toHaveLength(2);
  });

  it("posts another fact where the one that was claimed is not known any more", async () => {
    const { clock, world, tried, scheduler, add, states } = await stage(engine);
    await add();
    clock.now = NINE;
    world.answer = () => Promise.reject(new Error("the connection broke"));
    const one = scheduler();
    await one.tick();
    const gone = world.knowledge.entries.find(({ texts }) => texts.en?.question === tried[0].title);
    world.knowledge = harbour({ without: [gone?.id ?? ""] });
    world.answer = async () => "posted";
    clock.now += MINUTE;
    await one.tick();
    expect(tried[1].title).not.toBe(tried[0].title);
    expect(tried[1].nonce).toBe(tried[0].nonce);
    expect(await states()).toEqual(["11-30T09 done"]);
  });

  it("posts what happened on this day, and nothing on other days", async () => {
    const { clock, world, tried, scheduler, add, states } = await stage(engine);
    world.knowledge = datedHarbour();
    clock.now = Date.UTC(2027, 0, 8, 8);
    await add({ kind: "on-this-day" });
    const one = scheduler();
    for (const day of [8, 9, 10]) {
      clock.now = Date.UTC(2027, 0, day, 9);
      await one.tick();
    }
    expect(tried.map(({ title }) => title)).toEqual(["On this day, 9 January"]);
    expect(await states()).toEqual(["01-08T09 skipped", "01-09T09 done", "01-10T09 skipped"]);
  });

  it("does one tick at a time", async () => {
    const { clock, world, tried, scheduler, add } = await stage(engine);
    await add();
    clock.now = NINE;
    let release = () => {};
    let begin = () => {};
    const begun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    world.answer = () =>
      new Promise((resolve) => {
        release = () => resolve("posted");
        begin();
      });
    const one = scheduler();
    const first = one.tick();
    await begun;
    clock.now += LEASE_MS;
    const second = one.tick();
    release();
    await Promise.all([first, second]);
    expect(tried).toHaveLength(1);
  });

  it("forgets what ended long ago, and nothing else", async () => {
    const { clock, scheduler, add, states, deliveries } = await stage(engine);
    await add();
    const one = scheduler();
    for (const day of [0, 1, 2]) {
      clock.now = NINE + day * DAY;
      await one.tick();
    }
    expect(await deliveries.purge(NINE + DAY + 1)).toBe(2);
    expect(await states()).toEqual(["12-02T09 done"]);
  });

  it("forgets all of a subscription that is removed", async () => {
    const { clock, scheduler, add, states, digests } = await stage(engine);
    await add();
    clock.now = NINE;
    await scheduler().tick();
    expect(await digests.remove("2", "s1")).toBeUndefined();
    expect(await digests.remove("1", "s1")).toMatchObject({ id: "s1" });
    expect([await states(), await digests.of("1")]).toEqual([[], []]);
  });
});
