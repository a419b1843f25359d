import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { DigestKind, Wanted } from "../../src/digests.js";
import { localDate } from "../../src/schedule/local-time.js";
import { factsOn } from "../../src/schedule/on-this-day.js";
import { NONCE_WINDOW_MS } from "../../src/schedule/scheduler.js";
import { datedHarbour } from "../schedule/dated-harbour.js";
import { CODE, engines } from "../support/store/engines.js";
import { type History, simulate } from "./year/simulate.js";
import { momentsOf, type WallTimes } from "./year/wall-clock.js";

/** Clocks that change at 2, at midnight, by half an hour, in the southern summer, and never. */
const TIMES: readonly (WallTimes & { readonly cron: string; readonly kind?: DigestKind })[] = [
  { zone: "Europe/Madrid", cron: "30 2 * * *", minute: 30, hours: [2] },
  { zone: "America/New_York", cron: "30 2 * * *", minute: 30, hours: [2] },
  { zone: "America/New_York", cron: "30 1 * * *", minute: 30, hours: [1] },
  { zone: "America/Havana", cron: "15 0 * * *", minute: 15, hours: [0] },
  { zone: "Australia/Lord_Howe", cron: "45 1 * * *", minute: 45, hours: [1] },
  { zone: "Australia/Sydney", cron: "0 9 * * 1-5", minute: 0, hours: [9], weekdays: [1, 2, 3, 4, 5] },
  { zone: "Asia/Calcutta", cron: "0 9 * * 1", minute: 0, hours: [9], weekdays: [1] },
  { zone: "Europe/London", cron: "30 0,12 * * *", minute: 30, hours: [0, 12] },
  { zone: "America/St_Johns", cron: "0 8 1 * *", minute: 0, hours: [8], day: 1 },
  { zone: "Europe/Madrid", cron: "0 9 * * *", minute: 0, hours: [9], kind: "on-this-day" },
];

/** More than the processes' clocks differ. */
const SKEW_MS = 2000;

const knowledge = datedHarbour();
const FACTS = knowledge.entries.filter(({ notStated }) => !notStated);
const PARTS = {
  sqlite: [{ name: "a year", from: Date.UTC(2026, 0, 1), to: Date.UTC(2027, 0, 1), seed: 1 }],
  postgres: [
    { name: "the change in March", from: Date.UTC(2026, 1, 25), to: Date.UTC(2026, 3, 8), seed: 2 },
    { name: "the change in autumn", from: Date.UTC(2026, 8, 25), to: Date.UTC(2026, 10, 5), seed: 3 },
  ],
} as const;
const cases = engines.flatMap((engine) => PARTS[engine.name].map((part) => ({ ...part, engine, on: engine.name })));

const idOf = (i: number) => `s${String(i).padStart(2, "0")}`;
const nonceOf = (id: string, due: number) =>
  createHash("sha256").update(`${id} ${due}`).digest("base64url").slice(0, 24);

/** No plug is pulled here, so that no disk has to be waited for where the machine has a folder in memory. */
function inMemory() {
  const dataDir = mkdtempSync(join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), "footnote-year-"));
  return { where: { dataDir, code: CODE }, clear: () => rmSync(dataDir, { recursive: true, force: true }) };
}

describe.each(cases)("three processes that die and come back, over $name, on $on", ({ engine, from, to, seed }) => {
  const duesOf = new Map(TIMES.map((times, i) => [idOf(i), momentsOf(times, from, to - 3_600_000)]));
  const all = [...duesOf].flatMap(([id, dues]) => dues.map((due) => ({ id, due, nonce: nonceOf(id, due) })));
  const kindOf = new Map(TIMES.map(({ kind = "fact", zone }, i) => [idOf(i), { kind, zone }]));
  const hasFact = ({ id, due }: { id: string; due: number }) => {
    const { kind, zone } = kindOf.get(id) ?? { kind: "fact", zone: "UTC" };
    return kind === "fact" || factsOn(knowledge, "en", localDate(due, zone)).length > 0;
  };
  let history: History;
  let posted: Map<string, number>;
  const lost = new Set<string>();
  const missed = new Set<string>();

  beforeAll(async () => {
    const { where, clear } = engine.name === "sqlite" ? inMemory() : await engine.place();
    const wanted = TIMES.map(({ cron, zone, kind = "fact" }, i): Wanted => {
      const id = idOf(i);
      return { id, guild: "1", channel: id, kind, cron, zone, language: "en", nextDue: duesOf.get(id)?.[0] ?? to };
    });
    const dues = [...new Set(all.map(({ due }) => due))].sort((a, b) => a - b);
    history = await simulate(where, { wanted, knowledge, from, to, dues, seed });
    clear();
    posted = new Map();
    for (const { nonce } of history.discord.messages) posted.set(nonce, (posted.get(nonce) ?? 0) + 1);
    for (const { facts, words } of history.logged) {
      const { subscription, due, missedFrom } = facts as { subscription: string; due: string; missedFrom?: string };
      if (words === "a digest may not have been posted") lost.add(`${subscription} ${Date.parse(due)}`);
      for (const one of duesOf.get(subscription) ?? []) {
        if (missedFrom !== undefined && one >= Date.parse(missedFrom) && one < Date.parse(due)) {
          missed.add(`${subscription} ${one}`);
        }
      }
    }
    const { deaths, outages, ticks, discord } = history;
    console.log({
      due: all.length,
      posted: discord.messages.length,
      repeated: discord.repeated,
      lost: lost.size,
      missed: missed.size,
      deaths,
      outages,
      ticks: ticks.length,
    });
  }, 600_000);

  it("saw what it is about: deaths and repeated posts, and in a year outages, lost and missed ones", () => {
    const { deaths, outages, discord } = history;
    const rare = to - from > 300 * 86_400_000 ? [outages, lost.size, missed.size] : [];
    for (const count of [deaths, discord.repeated, ...rare]) expect(count).toBeGreaterThan(0);
  });

  it("posts no digest twice", () => {
    expect([...posted].filter(([, count]) => count > 1)).toEqual([]);
  });

  it("posts nothing that is not due, and nothing before it is", () => {
    const byNonce = new Map(all.map((one) => [one.nonce, one]));
    const wrong = history.discord.messages.filter(
      ({ nonce, at }) => (byNonce.get(nonce)?.due ?? Infinity) > at + SKEW_MS,
    );
    expect(wrong).toEqual([]);
  });

  it("leaves none out without a word of it in the log", () => {
    const silent = all
      .filter(hasFact)
      .filter(({ id, due, nonce }) => !posted.has(nonce) && !lost.has(`${id} ${due}`) && !missed.has(`${id} ${due}`));
    expect(silent).toEqual([]);
  });

  it("loses none where somebody came back while its nonce held", () => {
    const { claims, leases, ticks } = history;
    const wrong = [...lost].filter((key) => {
      const claimedAt = claims.get(key)?.claimedAt ?? 0;
      const leaseUntil = leases.get(key) ?? 0;
      return ticks.some((at) => at >= leaseUntil + SKEW_MS && at + SKEW_MS <= claimedAt + NONCE_WINDOW_MS);
    });
    expect(wrong).toEqual([]);
  });

  it("misses none where anybody ran before the next one", () => {
    const wrong = [...missed].filter((key) => {
      const [id, due] = key.split(" ");
      const later = (duesOf.get(id) ?? []).find((one) => one > Number(due)) ?? to;
      return history.ticks.some((at) => at >= Number(due) + SKEW_MS && at < later) && !wasPending(key, Number(due));
    });
    expect(wrong).toEqual([]);

    /** Whether an earlier post of the same subscription was still to be ended. */
    function wasPending(key: string, due: number): boolean {
      const [id] = key.split(" ");
      return [...history.claims.values()].some(
        (claim) => claim.subscription === id && claim.due < due && due - claim.due < 2 * NONCE_WINDOW_MS,
      );
    }
  });

  it("catches up with the latest one alone after a stop", () => {
    const caughtUp = history.logged.filter(({ words }) => words.startsWith("digests were missed"));
    for (const { facts } of caughtUp) {
      const [id, due] = [String(facts.subscription), Date.parse(String(facts.due))];
      const isEnded = posted.has(nonceOf(id, due)) || lost.has(`${id} ${due}`) || !hasFact({ id, due });
      expect(isEnded, `${id} ${facts.due}`).toBe(true);
    }
  });

  it("shows no fact twice before all were shown", () => {
    for (const [id, { kind }] of kindOf) {
      if (kind !== "fact") continue;
      const entries = (duesOf.get(id) ?? [])
        .filter((due) => posted.has(nonceOf(id, due)) || lost.has(`${id} ${due}`))
        .map((due) => history.claims.get(`${id} ${due}`)?.entry);
      for (let i = 0; i + FACTS.length <= entries.length; i += 1) {
        expect(new Set(entries.slice(i, i + FACTS.length)).size, `${id} from the ${i}th`).toBe(FACTS.length);
      }
    }
  });
});
