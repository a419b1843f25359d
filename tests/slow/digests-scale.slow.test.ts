import { describe, expect, it, onTestFinished } from "vitest";
import { Scheduler } from "../../src/schedule/scheduler.js";
import { DeliveriesTable } from "../../src/store/deliveries-table.js";
import { openStore } from "../../src/store/open.js";
import type { Store } from "../../src/store/store.js";
import { harbour } from "../discord/harbour.js";
import { engines, type TestedEngine } from "../support/store/engines.js";

const GUILDS = 1000;
const EACH = 10;
const SOME = 5;
const DAY = 86_400_000;
const START = Date.UTC(2026, 10, 30);
const ROUNDS = 15;
const MOST_MS = 50;

/** A store with so many subscriptions: some due at each of the first minutes, all others a month later. */
async function filled(engine: TestedEngine): Promise<Store> {
  const { where, clear } = await engine.place();
  const store = await openStore(where);
  onTestFinished(async () => {
    await store.close();
    clear();
  });
  const rows = Array.from({ length: GUILDS * EACH }, (_, i) => ({
    id: `s${i}`,
    guild: `g${Math.floor(i / EACH)}`,
    slot: (i % EACH) + 1,
    channel: `c${i}`,
    kind: "fact",
    cron: "0 9 1 * *",
    zone: "Europe/Madrid",
    language: "en",
    state: "active",
    reason: null,
    next_due: START + (i < SOME * ROUNDS ? Math.floor(i / SOME) * 60_000 : 31 * DAY),
    made_at: START,
  }));
  for (let at = 0; at < rows.length; at += 500) {
    await store.write((tx) =>
      tx
        .insertInto("subscriptions")
        .values(rows.slice(at, at + 500))
        .execute(),
    );
  }
  return store;
}

/** How long a tick takes whose posts take no time, in the middle of several, and how many posts there were. */
async function ticks(store: Store, from: number) {
  const clock = { now: from };
  let posts = 0;
  const poster = {
    isReady: () => true,
    post: async () => {
      posts += 1;
      return "posted" as const;
    },
    tellOwner: async () => {},
  };
  const log = { info: () => {}, warn: () => {} };
  const knowledge = harbour();
  const deliveries = new DeliveriesTable(store);
  const scheduler = new Scheduler({ deliveries, poster, knowledge: () => knowledge, now: () => clock.now, log });
  const took: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = performance.now();
    await scheduler.tick();
    took.push(performance.now() - start);
    clock.now += 60_000;
  }
  const sorted = took.sort((a, b) => a - b);
  return { medianMs: sorted[Math.floor(ROUNDS / 2)], posts };
}

describe.each(engines)("ten thousand subscriptions on $name", (engine) => {
  it("cost a tick that has nothing to post less than 50 ms", { timeout: 120_000 }, async () => {
    const { medianMs, posts } = await ticks(await filled(engine), START - ROUNDS * 60_000);
    console.log({ engine: engine.name, medianMs, posts });
    expect(posts).toBe(0);
    expect(medianMs).toBeLessThan(MOST_MS);
  });

  it("cost a tick that posts some less than 50 ms besides the posts", { timeout: 120_000 }, async () => {
    const { medianMs, posts } = await ticks(await filled(engine), START);
    console.log({ engine: engine.name, medianMs, posts });
    expect(posts).toBe(SOME * ROUNDS);
    expect(medianMs).toBeLessThan(MOST_MS);
  });
});
