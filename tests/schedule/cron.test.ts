import { describe, expect, it, onTestFinished } from "vitest";
import type { DeliveriesPort } from "../../src/digests.js";
import { runSchedule } from "../../src/schedule/cron.js";
import { Scheduler } from "../../src/schedule/scheduler.js";
import { harbour } from "../discord/harbour.js";

/** A scheduler with nothing due that counts how often it looked, and that can be held up. */
function idle(hold: Promise<void> = Promise.resolve()) {
  const looked: string[] = [];
  const nothing = async () => [];
  const deliveries: DeliveriesPort = {
    expired: async () => {
      looked.push("expired");
      await hold;
      return [];
    },
    due: async () => {
      looked.push("due");
      return [];
    },
    claim: nothing,
    renew: async () => false,
    finish: async () => false,
    release: async () => {},
    pauseChannel: async () => 0,
    purge: async () => 0,
  };
  const poster = { isReady: () => true, post: async () => "posted" as const, tellOwner: async () => {} };
  const logged: Record<string, unknown>[] = [];
  const log = { info: () => {}, warn: (facts: object, words: string) => void logged.push({ ...facts, words }) };
  const knowledge = harbour();
  const scheduler = new Scheduler({ deliveries, poster, knowledge: () => knowledge, now: () => 0, log });
  return { scheduler, looked, log, logged };
}

describe("the schedule", () => {
  it("ticks and does its jobs as soon as it begins", async () => {
    const { scheduler, looked, log } = idle();
    const done: string[] = [];
    const running = runSchedule(scheduler, [{ name: "a", run: async () => done.push("a") }], log);
    await running.stop();
    expect(looked).toEqual(["expired"]);
    expect(done).toEqual(["a"]);
  });

  it("does the other jobs where one fails, and says which", async () => {
    const { scheduler, log, logged } = idle();
    const done: string[] = [];
    const jobs = [
      { name: "a", run: () => Promise.reject(new Error("no disk")) },
      { name: "b", run: async () => done.push("b") },
    ];
    await runSchedule(scheduler, jobs, log).stop();
    expect(done).toEqual(["b"]);
    expect(logged).toEqual([{ job: "a", error: "no disk", words: "a job failed" }]);
  });

  it("waits for what is going on when it stops, and begins nothing after that", async () => {
    let release = () => {};
    const hold = new Promise<void>((resolve) => {
      release = resolve;
    });
    onTestFinished(release);
    const { scheduler, looked, log } = idle(hold);
    let isStopped = false;
    const stopping = runSchedule(scheduler, [], log)
      .stop()
      .then(() => {
        isStopped = true;
      });
    await new Promise(setImmediate);
    expect(isStopped).toBe(false);
    release();
    await stopping;
    await scheduler.tick();
    expect(looked).toEqual(["expired"]);
  });
});
