import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { readBackup, writeBackup } from "../../src/operate/backup.js";
import { openStore } from "../../src/store/open.js";
import { CODE } from "../support/store/engines.js";

const SECRET = Buffer.alloc(32, 3);

/** A state with one signal in it, a place for another, and a folder for files. */
async function places() {
  const dir = mkdtempSync(join(tmpdir(), "footnote-backup-"));
  onTestFinished(() => rmSync(dir, { recursive: true }));
  const [from, to] = ["from", "to"].map((name) => ({ dataDir: join(dir, name), code: CODE }));
  const store = await openStore(from);
  await store.write((tx) => tx.insertInto("signals").values({ name: "reload", value: "1", at: 1 }).execute());
  await store.close();
  return { dir, from, to };
}

describe("a backup in a file", () => {
  it.each(["all.jsonl", "all.jsonl.gz"])("is for its owner alone, and brings everything back: %s", async (name) => {
    const { dir, from, to } = await places();
    const file = join(dir, name);
    const written = await writeBackup(from, () => SECRET, file);
    expect(written.ok).toBe(true);
    expect(written.lines[0]).toBe(`1 row is in ${file}.`);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const read = await readBackup(to, SECRET, file);
    expect(read.lines).toEqual([expect.stringMatching(/^1 row is restored, as of 20\d\d-/)]);
    const store = await openStore(to);
    onTestFinished(() => store.close());
    expect(await store.read((db) => db.selectFrom("signals").selectAll().execute())).toHaveLength(1);
  });

  it("of what is not there makes nothing, and says so", async () => {
    const { dir } = await places();
    const nowhere = { dataDir: join(dir, "mistyped"), code: CODE };
    const secretOf = () => {
      throw new Error("no secret is to be made");
    };
    const { ok, lines } = await writeBackup(nowhere, secretOf, join(dir, "all"));
    expect([ok, lines]).toEqual([
      false,
      [`There is nothing to back up: ${nowhere.dataDir} has no footnote.db. Check DATA_DIR.`],
    ]);
    expect(readdirSync(dir)).toEqual(["from"]);
  });

  it("goes over no file that is there, and leaves none where it fails", async () => {
    const { dir, from } = await places();
    const file = join(dir, "there");
    writeFileSync(file, "mine");
    expect((await writeBackup(from, () => SECRET, file)).lines).toEqual([
      expect.stringContaining("exists: give a new file"),
    ]);
    const failed = await writeBackup(from, () => SECRET, join(dir, "nowhere", "all"));
    expect(failed.lines).toEqual([expect.stringContaining("The backup failed")]);
    expect(readdirSync(dir).sort()).toEqual(["from", "there"]);
  });

  it.each([
    ["that is not there", "none.gz", undefined],
    ["that is no archive", "bad.gz", "hello"],
    ["that is no backup", "bad.jsonl", "hello\n"],
  ])("%s restores nothing, and says so", async (_, name, content) => {
    const { dir, to } = await places();
    if (content !== undefined) writeFileSync(join(dir, name), content);
    const { ok, lines } = await readBackup(to, SECRET, join(dir, name));
    expect([ok, lines[0]]).toEqual([false, expect.stringMatching(/^Nothing was restored: ./)]);
    expect(existsSync(join(to.dataDir, "footnote.db"))).toBe(false);
  });

  it.each([
    ["is not there", "none.jsonl", "is not there: give the path of a file that `npm run backup` has written."],
    ["is not there, compressed", "none.gz", "is not there: give the path of a file that `npm run backup` has written."],
    ["lies below a file", "file/all.jsonl", "is not there: give the path of a file that `npm run backup` has written."],
    ["is a folder", "from", "is a folder: give the file in it that `npm run backup` has written."],
  ])("that %s is told in a sentence", async (_, name, problem) => {
    const { dir, to } = await places();
    writeFileSync(join(dir, "file"), "");
    const { lines } = await readBackup(to, SECRET, join(dir, name));
    expect(lines).toEqual([`Nothing was restored: ${join(dir, name)} ${problem}`]);
  });
});
