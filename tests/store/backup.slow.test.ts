import { describe, expect, it, onTestFinished } from "vitest";
import { backUp, restore } from "../../src/store/backup.js";
import { MIGRATIONS } from "../../src/store/migrations.js";
import { appliedMigration, openStore } from "../../src/store/open.js";
import type { Store } from "../../src/store/store.js";
import { engines, type TestedEngine } from "../support/store/engines.js";
import { emptyStore } from "../support/store/open-store.js";

const SECRET = Buffer.alloc(32, 7);
const NOW = 1_764_460_800_000;

const SETTINGS = {
  guild: "1",
  language: "es",
  is_private: 1 as const,
  caution: null,
  mention_channels: null,
  curators: null,
  retention_days: 7,
  updated_at: NOW,
};

/** Settings of one server, and more votes than a page has, of two people each. */
async function fill(store: Store): Promise<void> {
  await store.write(async (tx) => {
    await tx.insertInto("settings").values(SETTINGS).execute();
    for (let i = 0; i < 620; i += 1)
      await tx
        .insertInto("votes")
        .values([vote(i, "a"), vote(i, "b")])
        .execute();
  });
}

function vote(i: number, person: string) {
  return {
    question: String(i),
    person,
    guild: "1",
    entry: i % 2 === 0 ? null : "some-entry",
    is_helpful: i % 2 === 0 ? (1 as const) : (0 as const),
    reason: null,
    voted_at: NOW + i,
    expires_at: NOW + 7 * 86_400_000,
  };
}

async function linesOf(store: Store): Promise<string[]> {
  const lines: string[] = [];
  await backUp(store, { secret: SECRET, now: NOW, write: async (line) => void lines.push(line) });
  return lines;
}

async function* each(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}

async function placeOn(engine: TestedEngine) {
  const { where, clear } = await engine.place();
  onTestFinished(clear);
  return where;
}

async function contentOf(store: Store) {
  return {
    settings: await store.read((db) => db.selectFrom("settings").selectAll().execute()),
    votes: await store.read((db) => db.selectFrom("votes").selectAll().orderBy("question").orderBy("person").execute()),
  };
}

describe.each(engines.flatMap((from) => engines.map((to) => ({ from, to }))))(
  "a backup from $from.name to $to.name",
  ({ from, to }) => {
    it("brings back every row", async () => {
      const store = await emptyStore(from);
      await fill(store);
      const lines = await linesOf(store);
      expect(lines).toHaveLength(1 + 1 + 1240 + 1);
      const where = await placeOn(to);
      expect(await restore(where, each(lines), SECRET)).toEqual({ rows: 1241, at: NOW, isOtherSecret: false });
      const restored = await openStore(where);
      onTestFinished(() => restored.close());
      expect(await contentOf(restored)).toEqual(await contentOf(store));
    });
  },
);

describe.each(engines)("a backup on $name", (engine) => {
  it("is of one moment, and holds nobody up who writes meanwhile", async () => {
    const where = await placeOn(engine);
    const [store, other] = [await openStore(where), await openStore(where)];
    onTestFinished(async () => {
      await Promise.all([store.close(), other.close()]);
    });
    await fill(store);
    const lines: string[] = [];
    const write = async (line: string) => {
      lines.push(line);
      if (line.includes('"table":"settings"')) await other.write((tx) => tx.deleteFrom("votes").execute());
    };
    await backUp(store, { secret: SECRET, now: NOW, write });
    expect((await contentOf(store)).votes).toEqual([]);
    expect(lines.filter((line) => line.includes('"table":"votes"'))).toHaveLength(1240);
  });

  it.each([
    ["a file of something else", () => ["hello"], /no backup of Footnote's/],
    ["an empty file", () => [], /no backup of Footnote's/],
    ["one that was broken off", (lines: string[]) => lines.slice(0, -1), /ends too soon/],
    ["one that lost a row", (lines: string[]) => lines.toSpliced(3, 1), /cannot be read/],
    ["one with a table that there is not", (lines: string[]) => lines.with(3, '{"table":"x","row":{}}'), /Line 4/],
    [
      "one of a newer version",
      (lines: string[]) => lines.with(0, lines[0].replace(Object.keys(MIGRATIONS).at(-1) ?? "", "999-later")),
      /newer version \(999-later\)/,
    ],
  ])("refuses %s, and restores nothing", async (_, spoil, problem) => {
    const store = await emptyStore(engine);
    await fill(store);
    const lines = spoil(await linesOf(store));
    const where = await placeOn(engine);
    await expect(restore(where, each(lines), SECRET)).rejects.toThrow(problem);
    const after = await openStore(where);
    onTestFinished(() => after.close());
    expect(await contentOf(after)).toEqual({ settings: [], votes: [] });
  });

  it("is not poured over what is there", async () => {
    const store = await emptyStore(engine);
    await fill(store);
    const lines = await linesOf(store);
    const where = await placeOn(engine);
    await restore(where, each(lines), SECRET);
    await expect(restore(where, each(lines), SECRET)).rejects.toThrow(/There is state here already/);
  });

  it("changes nothing, also where the tables are an earlier version's, and is brought up to date when it is restored", async () => {
    const from = await placeOn(engine);
    const old = await openStore(from, "001-questions");
    await old.db.insertInto("settings").values(SETTINGS).execute();
    await old.close();
    const store = await openStore(from, "as it is");
    onTestFinished(() => store.close());
    const lines = await linesOf(store);
    expect(lines[0]).toContain('"migration":"001-questions"');
    expect(await appliedMigration(store.db)).toBe("001-questions");
    const where = await placeOn(engine);
    expect((await restore(where, each(lines), SECRET)).rows).toBe(1);
    const restored = await openStore(where, "as it is");
    onTestFinished(() => restored.close());
    expect(await appliedMigration(restored.db)).toBe(Object.keys(MIGRATIONS).at(-1));
    expect((await contentOf(restored)).settings).toEqual([SETTINGS]);
  });

  it("of nothing is refused", async () => {
    const store = await openStore(await placeOn(engine), "as it is");
    onTestFinished(() => store.close());
    await expect(linesOf(store)).rejects.toThrow("There is no state yet");
  });

  it("says where people were hashed with another secret", async () => {
    const store = await emptyStore(engine);
    const restored = await restore(await placeOn(engine), each(await linesOf(store)), Buffer.alloc(32, 8));
    expect(restored.isOtherSecret).toBe(true);
  });
});
