import { execFileSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { startDouble } from "../support/double.js";
import { hasPostgres, startPostgres } from "../support/store/postgres.js";
import { countOf, expectAnswers, fillUp, keepFor, keptIn, running, smallDisk, TROUBLE } from "./faulty.js";
import { harbourFolder, startOwnBot } from "./own-bot.js";

const BACK = { timeout: 60_000, interval: 500 };

/** What holds while the store is away since the start: answers, words for who sets something, one line for the operator, and `/healthz`. */
async function expectAway({ discord, bot, health }: Awaited<ReturnType<typeof running>>, why: RegExp) {
  await expectAnswers(discord);
  expect(await keepFor(discord, 6)).toContain(TROUBLE);
  await expect.poll(bot.written).toMatch(why);
  await expect.poll(() => countOf(bot.written(), "the store is away")).toBe(1);
  expect(await health()).toBe("200 away");
}

/** What holds when it is back: settings are kept, the operator is told, and what was asked meanwhile is written down. */
async function expectBack(
  { discord, bot, health }: Awaited<ReturnType<typeof running>>,
  where: Parameters<typeof keptIn>[0],
) {
  await expect.poll(() => keepFor(discord, 8), BACK).toContain("8 days");
  expect(await health()).toBe("200 open");
  await expect.poll(() => countOf(bot.written(), "the store is back")).toBe(1);
  await expect.poll(() => countOf(bot.written(), "the store is away")).toBe(1);
  await expect.poll(() => keptIn(where), BACK).toEqual({ days: 8, questions: 5 });
  expect(await bot.end("SIGTERM")).toBe(0);
  expect(await keptIn(where)).toEqual({ days: 8, questions: 5 });
}

describe("a disk, at the start,", () => {
  it.each([
    [
      "given",
      "a secret of this test's, known to all",
      /cannot be opened \(.+\): check that DATA_DIR may be written to/,
    ],
    ["made", "", /The secret of hashes cannot be kept in .+: check that DATA_DIR may be written to/],
  ])(
    "that is read-only keeps nobody from an answer, and is written to when it can be (the secret is %s)",
    async (secret, HASH_SECRET, why) => {
      const disk = smallDisk("size=6m,ro");
      if (disk === undefined) return console.log("skipped: this user may not mount a disk");
      const where = { dataDir: join(disk, "data") };
      const started = await running(where, { HASH_SECRET });
      await expectAway(started, why);
      execFileSync("mount", ["-o", "remount,rw", disk]);
      await expectBack(started, where);
      if (secret === "made") expect(readFileSync(join(where.dataDir, "hash-secret"), "utf8")).toHaveLength(44);
    },
  );

  it("that is full keeps nobody from an answer, and is written to when there is room", async ({ skip }) => {
    const disk = smallDisk("size=6m");
    if (disk === undefined) return skip("this user may not mount a disk");
    fillUp(join(disk, "ballast"));
    const where = { dataDir: join(disk, "data") };
    const started = await running(where);
    await expectAway(started, /cannot be opened \(.+\): check that DATA_DIR may be written to/);
    rmSync(join(disk, "ballast"));
    await expectBack(started, where);
  });
});

describe.runIf(hasPostgres)("a PostgreSQL server, at the start,", () => {
  it("that is down keeps nobody from an answer, and is used when it is up", async () => {
    const server = await startPostgres({ durable: true });
    onTestFinished(() => server.end());
    const where = { dataDir: "/nonexistent", databaseUrl: await server.create() };
    await server.stop();
    const started = await running(where);
    await expectAway(started, /cannot be opened \(.*ECONNREFUSED.*\): check DATABASE_URL and the server/);
    await server.start();
    await expectBack(started, where);
  });

  it("that has no such database ends the bot with a sentence", async () => {
    const server = await startPostgres();
    onTestFinished(() => server.end());
    const databaseUrl = Object.assign(new URL(await server.create()), { pathname: "/none" }).href;
    const discord = await startDouble();
    onTestFinished(() => discord.stop());
    const bot = startOwnBot(discord, { dataDir: "/nonexistent", databaseUrl }, harbourFolder());
    await expect.poll(() => bot.child.exitCode, BACK).toBe(1);
    await expect.poll(bot.written).toMatch(/"none" does not exist\): check DATABASE_URL and the server/);
  });
});
