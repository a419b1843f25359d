import { mkdirSync, renameSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { FolderWatch } from "../../src/reload/watch.js";
import { writeFolder } from "../support/folder.js";

const PATIENCE = { timeout: 15_000 };
const fresh = () =>
  writeFolder(
    new Map([
      ["knowledge.yaml", "title: A town\n"],
      ["entries/all.yaml", "[]\n"],
      ["sources/almanac.md", "---\n---\n"],
    ]),
  );

/** A watch over a folder that counts what it tells. */
async function watching(dir: string, changed: () => Promise<unknown> = async () => {}) {
  const told = { count: 0 };
  const watch = new FolderWatch(
    dir,
    () => {
      told.count += 1;
      return changed();
    },
    { debounceMs: 30, lookMs: 30 },
  );
  onTestFinished(() => watch.end());
  await watch.begin();
  return { told, watch };
}

/** Does something, and waits until the watch has told it. */
async function tells(told: { readonly count: number }, act: () => void): Promise<void> {
  const { count } = told;
  act();
  await expect.poll(() => told.count, PATIENCE).toBeGreaterThan(count);
}

describe("a watch over a knowledge folder", () => {
  it.each<[string, (dir: string) => void]>([
    ["is written", (dir) => writeFileSync(join(dir, "entries/all.yaml"), "[] # changed\n")],
    [
      "is put in another's place, as editors do",
      (dir) => {
        writeFileSync(join(dir, "entries/.all.yaml.new"), "[] # changed\n");
        renameSync(join(dir, "entries/.all.yaml.new"), join(dir, "entries/all.yaml"));
      },
    ],
    ["comes", (dir) => writeFileSync(join(dir, "entries/more.yaml"), "[]\n")],
    ["goes", (dir) => unlinkSync(join(dir, "sources/almanac.md"))],
    ["of the folder itself is written", (dir) => writeFileSync(join(dir, "words.yaml"), "en: {}\n")],
  ])("tells that a file %s, and the same file a second time", async (_, change) => {
    const dir = fresh();
    const { told } = await watching(dir);
    await tells(told, () => change(dir));
    await tells(told, () => writeFileSync(join(dir, "entries/all.yaml"), "[] # again\n"));
  });

  it("tells nothing of hidden files, which the loader does not read", async () => {
    const dir = fresh();
    const { told } = await watching(dir);
    for (const name of [".export.lock", "entries/.all.yaml.0a1b"]) {
      writeFileSync(join(dir, name), "");
      unlinkSync(join(dir, name));
    }
    // Changes of one folder come in their order, and what comes late would be told of a second time.
    await tells(told, () => writeFileSync(join(dir, "words.yaml"), "en: {}\n"));
    expect(told.count).toBe(1);
  });

  it("tells nothing before it begins, nor after its end", async () => {
    const [dir, unbegun] = [fresh(), { count: 0 }];
    const idle = new FolderWatch(
      dir,
      async () => {
        unbegun.count += 1;
      },
      { debounceMs: 1, lookMs: 1 },
    );
    onTestFinished(() => idle.end());
    const [ended, { told }] = [await watching(dir), await watching(dir)];
    ended.watch.end();
    await tells(told, () => writeFileSync(join(dir, "knowledge.yaml"), "title: Another\n"));
    expect([unbegun.count, ended.told.count]).toEqual([0, 0]);
  });

  it("tells nothing of another folder", async () => {
    const [dir, quiet] = [fresh(), await watching(fresh())];
    const { told } = await watching(dir);
    await tells(told, () => writeFileSync(join(dir, "knowledge.yaml"), "title: Another\n"));
    expect(quiet.told.count).toBe(0);
  });

  it("tells a burst of changes once", async () => {
    const dir = fresh();
    const { told } = await watching(dir);
    await tells(told, () => {
      for (let i = 0; i < 50; i++) writeFileSync(join(dir, `entries/part-${i}.yaml`), "[]\n");
    });
    await tells(told, () => writeFileSync(join(dir, "knowledge.yaml"), "title: Another\n"));
    expect(told.count).toBe(2);
  });

  it("survives that a folder vanishes and comes back", async () => {
    const dir = fresh();
    const { told } = await watching(dir);
    await tells(told, () => rmSync(join(dir, "entries"), { recursive: true }));
    await tells(told, () => mkdirSync(join(dir, "entries")));
    await tells(told, () => writeFileSync(join(dir, "entries/all.yaml"), "[] # back\n"));
  });

  it("survives that the whole folder vanishes and comes back", async () => {
    const [dir, other] = [fresh(), fresh()];
    const { told } = await watching(dir);
    await tells(told, () => rmSync(dir, { recursive: true }));
    await tells(told, () => renameSync(other, dir));
    await tells(told, () => writeFileSync(join(dir, "entries/all.yaml"), "[] # back\n"));
  });

  it("tells that a link leads to another folder", async () => {
    const [first, second, place] = [fresh(), fresh(), fresh()];
    const link = join(place, "current");
    symlinkSync(first, link);
    const { told } = await watching(link);
    await tells(told, () => {
      symlinkSync(second, `${link}.new`);
      renameSync(`${link}.new`, link);
    });
    await tells(told, () => writeFileSync(join(second, "entries/all.yaml"), "[] # changed\n"));
  });

  it("tells what changes meanwhile afterwards, never twice at a time", async () => {
    const dir = fresh();
    let [running, most] = [0, 0];
    let release = () => {};
    const { told } = await watching(dir, async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise<void>((resolve) => {
        release = resolve;
      });
      running -= 1;
    });
    await tells(told, () => writeFileSync(join(dir, "words.yaml"), "en: {}\n"));
    writeFileSync(join(dir, "words.yaml"), "en: { a: [b] }\n");
    await tells(told, () => release());
    release();
    expect(most).toBe(1);
  });
});
