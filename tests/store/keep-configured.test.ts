import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "libsql";
import { describe, expect, it, onTestFinished } from "vitest";
import { keepConfigured } from "../../src/store/open-state.js";
import { CODE, engines } from "../support/store/engines.js";

const SECRET = "one secret of thirty-two letters ";
const IN_FILE = Buffer.alloc(32, 7);

/** A folder of a test's own. */
function folder(): string {
  const dataDir = mkdtempSync(join(tmpdir(), "footnote-kept-"));
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  return dataDir;
}

/** What a bot gets that starts there, and what its operator hears. */
async function start(where: { dataDir: string; databaseUrl?: string; hashSecret?: string }) {
  const told: string[] = [];
  const watch = { away: (problem: string) => void told.push(problem), back: () => void told.push("back") };
  const opened = await keepConfigured({ ...where, code: CODE }, { watch });
  if (typeof opened !== "string") onTestFinished(() => opened.close());
  return { opened, told };
}

async function started(where: Parameters<typeof start>[0]) {
  const { opened, told } = await start(where);
  if (typeof opened === "string") throw new Error(opened);
  return { opened, told };
}

const write = (dataDir: string, name: string, text: string) => writeFileSync(join(dataDir, name), text);

/** Fills a state, changes its file with SQL, and leaves it. */
async function changed(dataDir: string, sql: string): Promise<void> {
  const { opened } = await started({ dataDir, hashSecret: SECRET });
  await opened.close();
  const database = new Database(join(dataDir, "footnote.db"));
  database.exec(sql);
  database.close();
}

describe("a bot's state that cannot be opened", () => {
  it.each([
    ["is no database", (dir: string) => write(dir, "footnote.db", "words ".repeat(1000)), "file is not a database"],
    [
      "is of a newer Footnote",
      (dir: string) => changed(dir, "insert into kysely_migration values ('999-later', '2026-11-29T12:00:00.000Z')"),
      "999-later is missing",
    ],
    [
      "was hashed with another secret",
      (dir: string) => changed(dir, "update signals set value = 'another' where name = 'hash-secret'"),
      "hashed with another secret before",
    ],
  ])("for ever, as it %s, is a sentence", async (_, spoil, sentence) => {
    const dataDir = folder();
    await spoil(dataDir);
    const { opened, told } = await start({ dataDir, hashSecret: SECRET });
    expect([opened, told]).toEqual([expect.stringContaining(sentence), []]);
  });

  it("for ever, as its secret is damaged or its folder is a file, is a sentence", async () => {
    const dataDir = folder();
    write(dataDir, "hash-secret", "short");
    expect((await start({ dataDir })).opened).toContain("is no secret any more");
    const below = { dataDir: join(dataDir, "hash-secret") };
    expect((await start(below)).opened).toContain("ENOTDIR");
    expect((await start({ ...below, hashSecret: SECRET })).opened).toContain("check that DATA_DIR may be written to");
  });

  it.runIf(engines.length > 1)("for ever, as the server has no such database or user, is a sentence", async () => {
    const { where } = await engines[1].place();
    const without = (change: { pathname?: string; username?: string }) =>
      start({
        ...where,
        databaseUrl: Object.assign(new URL(where.databaseUrl ?? ""), change).href,
        hashSecret: SECRET,
      });
    expect((await without({ pathname: "/none" })).opened).toContain("check DATABASE_URL and the server");
    expect((await without({ username: "nobody" })).opened).toContain("check DATABASE_URL and the server");
  });

  it("just now is waited for: the operator hears it once, and what is set is refused until it is back", async () => {
    const dataDir = folder();
    const file = join(dataDir, "footnote.db");
    mkdirSync(file);
    const { opened, told } = await started({ dataDir, hashSecret: SECRET });
    expect(told).toEqual([
      expect.stringMatching(/^The state in .+footnote\.db cannot be opened \(.+\): check that DATA_DIR may be written/),
    ]);
    const { settings } = opened.state;
    await expect(settings.change("1", { retentionDays: 3 })).rejects.toThrow("the store is not open yet");
    expect(settings.of("1").retentionDays).toBe(30);
    rmdirSync(file);
    await opened.kept.begin();
    expect(told.slice(1)).toEqual(["back"]);
    expect(await settings.change("1", { retentionDays: 3 })).toMatchObject({ retentionDays: 3 });
  });

  it("just now is waited for, and then has all that was set before", async () => {
    const dataDir = folder();
    const before = await started({ dataDir, hashSecret: SECRET });
    await before.opened.state.settings.change("1", { retentionDays: 3 });
    await before.opened.state.people.setLanguage("somebody", "es");
    await before.opened.close();
    const database = new Database(join(dataDir, "footnote.db"));
    database.exec("pragma locking_mode = exclusive; begin exclusive");
    const { opened, told } = await started({ dataDir, hashSecret: SECRET });
    expect([opened.state.settings.of("1").retentionDays, told]).toEqual([30, [expect.stringContaining("locked")]]);
    database.close();
    await opened.kept.begin();
    expect(opened.state.settings.of("1").retentionDays).toBe(3);
    expect(opened.state.people.languageOf("somebody")).toBe("es");
  });
});

describe("a secret that cannot be saved yet", () => {
  /** What keeps a file from being made there. */
  const obstacle = (dataDir: string) => join(dataDir, `hash-secret.${process.pid}`);

  it("is used, and saved before the store is opened", async () => {
    const dataDir = folder();
    mkdirSync(obstacle(dataDir));
    const { opened, told } = await started({ dataDir });
    expect(told).toEqual([expect.stringMatching(/^The secret of hashes cannot be kept in .+ DATA_DIR may be written/)]);
    expect(existsSync(join(dataDir, "footnote.db"))).toBe(false);
    rmdirSync(obstacle(dataDir));
    await opened.kept.begin();
    expect(readFileSync(join(dataDir, "hash-secret"), "utf8")).toBe(Buffer.from(opened.secret).toString("base64"));
  });

  it("is never mixed with another one that was saved meanwhile: the store stays away, and the operator is told why", async () => {
    const dataDir = folder();
    mkdirSync(obstacle(dataDir));
    const { opened, told } = await started({ dataDir });
    rmdirSync(obstacle(dataDir));
    write(dataDir, "hash-secret", IN_FILE.toString("base64"));
    await expect(opened.kept.begin()).rejects.toThrow("restart the bot");
    await expect.poll(() => told, { timeout: 5000 }).toContainEqual(expect.stringContaining("restart the bot"));
    expect([opened.kept.isAway, existsSync(join(dataDir, "footnote.db"))]).toEqual([true, false]);
    expect(Buffer.from((await started({ dataDir })).opened.secret)).toEqual(IN_FILE);
  });
});
