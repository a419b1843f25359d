import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { openStore } from "../../src/store/open.js";
import { CODE } from "../support/store/engines.js";

function folder(): string {
  const dir = mkdtempSync(join(tmpdir(), "footnote-files-"));
  onTestFinished(() => rmSync(dir, { recursive: true }));
  return dir;
}

describe("the files of a store", () => {
  it("are their owner's alone, whoever may look into the folder", async () => {
    const dataDir = join(folder(), "open to all");
    mkdirSync(dataDir, { mode: 0o755 });
    const store = await openStore({ dataDir, code: CODE });
    onTestFinished(() => store.close());
    await store.write((tx) => tx.insertInto("signals").values({ name: "reload", value: "1", at: 1 }).execute());
    const files = readdirSync(dataDir);
    expect(files).toContain("footnote.db-wal");
    for (const file of files) expect([file, statSync(join(dataDir, file)).mode & 0o777]).toEqual([file, 0o600]);
  });

  it("are said to be damaged where they are no database", async () => {
    const dataDir = folder();
    writeFileSync(join(dataDir, "footnote.db"), "This was a letter once. ".repeat(300));
    await expect(openStore({ dataDir, code: CODE })).rejects.toThrow(
      /footnote\.db cannot be opened \(file is not a database\): it is no database or is damaged; move it away/,
    );
  });
});
