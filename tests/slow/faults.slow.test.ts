import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, truncateSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import Database from "libsql";
import { describe, expect, it, onTestFinished } from "vitest";
import { hasPostgres, startPostgres } from "../support/store/postgres.js";
import {
  countOf,
  expectAnswers,
  failingDisk,
  fillUp,
  keepFor,
  keptIn,
  running,
  smallDisk,
  TROUBLE,
  WARNED,
} from "./faulty.js";
import { silentProxy } from "./silent-proxy.js";

/** A folder for a state. */
function folder(): string {
  const dir = mkdtempSync(join(tmpdir(), "footnote state-"));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

/** The processes that a process has started. */
function childrenOf(pid = 0): number[] {
  const pids = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim();
  return pids === "" ? [] : pids.split(" ").map(Number);
}

/** `"done"`, or why not. */
function attempt(work: () => void): string {
  try {
    work();
    return "done";
  } catch (error) {
    return String(error);
  }
}

describe("a disk", () => {
  it("that is full keeps nobody from an answer, changes nothing, and is written to again when there is room", async ({
    skip,
  }) => {
    const disk = smallDisk("size=6m");
    if (disk === undefined) return skip("this user may not mount a small disk");
    const where = { dataDir: join(disk, "data") };
    const { discord, bot } = await running(where);
    expect(await keepFor(discord, 5)).toContain("5 days");
    fillUp(join(disk, "ballast"));
    expect(await keepFor(discord, 6)).toContain(TROUBLE);
    await expectAnswers(discord);
    await expect.poll(bot.written, { timeout: 10_000 }).toMatch(WARNED);
    expect(await keepFor(discord, 7)).toContain(TROUBLE);
    rmSync(join(disk, "ballast"));
    await expect.poll(() => keepFor(discord, 8), { timeout: 30_000 }).toContain("8 days");
    expect(await bot.end("SIGKILL")).toBe(null);
    expect(await keptIn(where)).toMatchObject({ days: 8 });
  });

  it("in which the system finds a fault keeps nobody from an answer, and is mended without a restart", async ({
    skip,
  }) => {
    const disk = failingDisk();
    if (disk === undefined) return skip("this user cannot make a file system fail");
    const where = { dataDir: disk.dir };
    const { discord, bot, health } = await running(where);
    expect(await keepFor(discord, 5)).toContain("5 days");
    disk.fail();
    expect(await keepFor(discord, 6)).toContain(TROUBLE);
    expect(await health()).toBe("200 away");
    // Nothing waits to be written, and whoever only reads does not stay there either.
    await pause(12_000);
    await expect.poll(() => attempt(disk.unmount), { timeout: 1000 }).toBe("done");
    await expectAnswers(discord);
    // Long enough to be tried again: the folder that is left is no place for a new state.
    await pause(7000);
    disk.mend();
    await expect.poll(() => keepFor(discord, 8), { timeout: 40_000, interval: 500 }).toContain("8 days");
    await expect.poll(() => countOf(bot.written(), "the store is away")).toBe(1);
    await expect.poll(() => countOf(bot.written(), "the store is back")).toBe(1);
    expect(await bot.end("SIGTERM")).toBe(0);
    expect(await keptIn(where)).toEqual({ days: 8, questions: 5 });
  });
});

describe("files that the system lets nobody write any more", () => {
  it("keep nobody from an answer, end no bot, and are written to again when they may be", async ({ skip }) => {
    const where = { dataDir: folder() };
    const { discord, bot, health } = await running(where);
    expect(await keepFor(discord, 5)).toContain("5 days");
    const files = ["", "-wal", "-shm"].map((end) => join(where.dataDir, `footnote.db${end}`));
    const freeze = (sign: "+" | "-") => execFileSync("chattr", [`${sign}i`, ...files], { stdio: "pipe" });
    try {
      freeze("+");
    } catch {
      return skip("this user, or this file system, cannot make files immutable");
    }
    onTestFinished(() => void freeze("-"));
    expect(await keepFor(discord, 6)).toContain(TROUBLE);
    // As SIGBUS does it; the next process can open the file for reading alone.
    for (const child of childrenOf(bot.child.pid)) process.kill(child, "SIGKILL");
    let questions = 0;
    // Longer than what has ended is left alone.
    for (const until = Date.now() + 15_000; Date.now() < until; questions += 5) {
      await expectAnswers(discord);
      expect(await keepFor(discord, 7)).toContain(TROUBLE);
      expect(await health()).toBe("200 away");
      // So that no more are asked than can wait.
      await pause(200);
    }
    await expect.poll(() => countOf(bot.written(), "the store is away")).toBe(1);
    freeze("-");
    await expect.poll(() => keepFor(discord, 8), { timeout: 30_000, interval: 500 }).toContain("8 days");
    expect(await health()).toBe("200 open");
    await expect.poll(() => countOf(bot.written(), "the store is back")).toBe(1);
    expect(await bot.end("SIGTERM")).toBe(0);
    expect(await keptIn(where)).toEqual({ days: 8, questions });
  });

  it("and one of which is mapped into memory and is cut off there, lose nothing that was acknowledged", async () => {
    const where = { dataDir: folder() };
    const { discord, bot } = await running(where);
    expect(await keepFor(discord, 5)).toContain("5 days");
    // Whoever touches the map now gets SIGBUS.
    truncateSync(join(where.dataDir, "footnote.db-shm"));
    await expectAnswers(discord);
    await expect.poll(() => keepFor(discord, 8), { timeout: 30_000, interval: 500 }).toContain("8 days");
    await expect.poll(bot.written).toMatch(/the store's process ended \(SIGBUS\).*the store is away/);
    expect(await bot.end("SIGTERM")).toBe(0);
    expect(await keptIn(where)).toEqual({ days: 8, questions: 5 });
  });
});

describe("a signal to all processes at once", () => {
  it.each(["SIGTERM", "SIGINT"] as const)("(%s) ends the bot in good order, and nothing is lost", async (signal) => {
    const where = { dataDir: folder() };
    const { discord, bot } = await running(where);
    for (let days = 1; days <= 20; days += 1) expect(await keepFor(discord, days)).toContain(`${days} day`);
    await expectAnswers(discord);
    // The questions wait in memory to be written down.
    expect(await bot.endAll(signal)).toBe(0);
    expect(bot.written()).not.toMatch(WARNED);
    expect(await keptIn(where)).toEqual({ days: 20, questions: 5 });
  });
});

describe("a file that another program has locked", () => {
  it("keeps nobody from an answer, changes nothing, and is written to again when it is free", async () => {
    const where = { dataDir: folder() };
    const { discord, bot } = await running(where);
    expect(await keepFor(discord, 5)).toContain("5 days");
    const other = new Database(join(where.dataDir, "footnote.db"), { timeout: 5000 });
    other.exec("begin immediate");
    expect(await keepFor(discord, 6)).toContain(TROUBLE);
    await expectAnswers(discord);
    await expect.poll(bot.written, { timeout: 10_000 }).toMatch(WARNED);
    other.exec("rollback");
    other.close();
    expect(await keepFor(discord, 8)).toContain("8 days");
    expect(await bot.end("SIGKILL")).toBe(null);
    expect(await keptIn(where)).toMatchObject({ days: 8 });
  });
});

describe.runIf(hasPostgres)("a PostgreSQL server", () => {
  it.each(["fast", "kill"] as const)(
    "that goes away (%s) and comes back keeps nobody from an answer, and has all that was acknowledged",
    async (how) => {
      const server = await startPostgres({ durable: true });
      onTestFinished(() => server.end());
      const where = { dataDir: "/nonexistent", databaseUrl: await server.create() };
      const { discord, bot } = await running(where);
      expect(await keepFor(discord, 5)).toContain("5 days");
      await server.stop(how);
      expect(await keepFor(discord, 6)).toContain(TROUBLE);
      await expectAnswers(discord);
      await expect.poll(bot.written, { timeout: 20_000 }).toMatch(WARNED);
      await server.start();
      expect(await keptIn(where)).toMatchObject({ days: 5 });
      await expect.poll(() => keepFor(discord, 8), { timeout: 30_000 }).toContain("8 days");
      expect(await bot.end("SIGTERM")).toBe(0);
      // What was asked while it was away is written down when it is back.
      expect(await keptIn(where)).toEqual({ days: 8, questions: 5 });
    },
  );
});

describe.runIf(hasPostgres)("a PostgreSQL server that does not answer", () => {
  it("keeps nobody from an answer, and what was begun with it is taken back", async () => {
    const server = await startPostgres();
    onTestFinished(() => server.end());
    const direct = await server.create();
    const proxy = await silentProxy(Number(new URL(direct).port));
    onTestFinished(() => proxy.stop());
    const databaseUrl = Object.assign(new URL(direct), { port: String(proxy.port) }).href;
    const { discord, bot } = await running({ dataDir: "/nonexistent", databaseUrl });
    expect(await keepFor(discord, 5)).toContain("5 days");
    proxy.silence();
    expect(await keepFor(discord, 6)).toContain(TROUBLE);
    await expectAnswers(discord);
    await expect.poll(bot.written, { timeout: 20_000 }).toMatch(WARNED);
    proxy.goOn();
    await expect.poll(() => keepFor(discord, 8), { timeout: 30_000 }).toContain("8 days");
    for (let days = 9; days < 20; days += 1) expect(await keepFor(discord, days)).toContain(`${days} days`);
    expect(await bot.end("SIGTERM")).toBe(0);
    expect(await keptIn({ dataDir: "/nonexistent", databaseUrl: direct })).toEqual({ days: 19, questions: 5 });
  });
});
