import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PermissionFlagsBits } from "discord.js";
import Database from "libsql";
import { describe, expect, it, onTestFinished } from "vitest";
import { openStore, type Whereabouts } from "../../src/store/open.js";
import { textsOf } from "../discord/shown.js";
import { type Double, startDouble } from "../support/double.js";
import { CODE } from "../support/store/engines.js";
import { hasPostgres, startPostgres } from "../support/store/postgres.js";
import { harbourFolder, startOwnBot } from "./own-bot.js";
import { silentProxy } from "./silent-proxy.js";

const MANAGER = { permissions: PermissionFlagsBits.ManageGuild };
const STARTING = { timeoutMs: 60_000 };
const TROUBLE = "I cannot reach my notebook just now";
const WARNED = /"level":(40|50).*(the store cannot be used|the state has a problem)/;

/** A bot that is connected, and what people do with it. */
async function running(where: Pick<Whereabouts, "dataDir" | "databaseUrl">) {
  const discord = await startDouble();
  onTestFinished(() => discord.stop());
  const dir = harbourFolder();
  const bot = startOwnBot(discord, where, dir);
  await discord.ready(1, STARTING);
  return { discord, dir, bot };
}

/** What somebody is told who sets for how long questions are kept. */
async function keepFor(discord: Double, days: number): Promise<string> {
  const handle = discord.slash({ command: "settings", options: { retention: days }, ...MANAGER });
  return textsOf(await handle.reply({ timeoutMs: 20_000 })).join("\n");
}

/** Answers go on: quickly, whatever the store does. */
async function expectAnswers(discord: Double): Promise<void> {
  const handles = Array.from({ length: 5 }, () =>
    discord.slash({ command: "ask", options: { question: "How tall is the lighthouse?" } }),
  );
  for (const handle of handles) {
    const message = await handle.reply({ timeoutMs: 5000 });
    expect(textsOf(message)[0]).toBe("The lighthouse is 41 metres tall. \\[1\\]");
    expect(handle.latencyMs).toBeLessThan(1500);
  }
}

async function keptDays(where: Whereabouts): Promise<number | null | undefined> {
  const store = await openStore({ ...where, code: CODE });
  const row = await store.read((db) => db.selectFrom("settings").select("retention_days").executeTakeFirst());
  await store.close();
  return row?.retention_days;
}

/** A small disk of its own, where this user may mount one. */
function smallDisk(options: string): string | undefined {
  const dir = mkdtempSync(join(tmpdir(), "footnote-disk-"));
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", options, "tmpfs", dir], { stdio: "pipe" });
  } catch {
    rmSync(dir, { recursive: true });
    return undefined;
  }
  onTestFinished(() => {
    execFileSync("umount", ["-l", dir]);
    rmSync(dir, { recursive: true });
  });
  return dir;
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
    expect(await keptDays(where)).toBe(8);
  });

  it("that cannot be written to is said in a sentence at the start", async ({ skip }) => {
    const disk = smallDisk("size=1m,ro");
    if (disk === undefined) return skip("this user may not mount a disk");
    const discord = await startDouble();
    onTestFinished(() => discord.stop());
    const bot = startOwnBot(discord, { dataDir: join(disk, "data") }, harbourFolder());
    await expect.poll(() => bot.child.exitCode, { timeout: 60_000 }).toBe(1);
    expect(bot.written()).toMatch(/cannot be opened \(.+\): check that DATA_DIR may be written to/);
  });
});

describe("a file that another program has locked", () => {
  it("keeps nobody from an answer, changes nothing, and is written to again when it is free", async () => {
    const where = { dataDir: mkdtempSync(join(tmpdir(), "footnote-locked-")) };
    onTestFinished(() => rmSync(where.dataDir, { recursive: true, force: true }));
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
    expect(await keptDays(where)).toBe(8);
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
      expect(await keptDays(where)).toBe(5);
      await expect.poll(() => keepFor(discord, 8), { timeout: 30_000 }).toContain("8 days");
      expect(await bot.end("SIGTERM")).toBe(0);
      expect(await keptDays(where)).toBe(8);
      // What was asked while it was away is written down when it is back.
      const store = await openStore(where);
      onTestFinished(() => store.close());
      expect(await store.read((db) => db.selectFrom("questions").select("id").execute())).toHaveLength(5);
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
    const where = { dataDir: "/nonexistent", databaseUrl: direct };
    expect(await keptDays(where)).toBe(19);
    const store = await openStore(where);
    onTestFinished(() => store.close());
    expect(await store.read((db) => db.selectFrom("questions").select("id").execute())).toHaveLength(5);
  });
});

function fillUp(file: string): void {
  const block = Buffer.alloc(64 * 1024, 1);
  for (let size = 0; ; size += 1) {
    try {
      writeFileSync(file, block.subarray(0, size < 200 ? block.length : 1024), { flag: "a" });
    } catch {
      return;
    }
  }
}
