import { describe, expect, it } from "vitest";
import { deleteQuestions } from "../../src/store/delete-questions.js";
import { GapsTable, MOST_KEYED } from "../../src/store/gaps-table.js";
import { inTurn } from "../../src/store/in-turn.js";
import type { Store } from "../../src/store/store.js";
import type { Unanswered } from "../../src/store/unanswered.js";
import { engines } from "../support/store/engines.js";
import { emptyStore } from "../support/store/open-store.js";

const SECRET = Buffer.alloc(32, 7);
const LIKENESS = { secret: SECRET, stems: (text: string) => text.split(" ") };
const NEAREST = [{ entry: "lamp", confidence: 0.3 }];

/** A store with clusters, and what writes questions into both. */
async function setUp(store: Store) {
  const gaps = new GapsTable(store, LIKENESS);
  let count = 0;
  const write = async (text: string | null, more: Partial<Unanswered & { outcome: string }> = {}) => {
    count += 1;
    const { outcome = "unknown", ...rest } = more;
    const row: Unanswered = {
      ...{ id: `q${count}`, guild: "1", text, language: "en", at: count, nearest: NEAREST, because: "declined" },
      ...rest,
    };
    await store.write(async (tx) => {
      await inTurn(tx, [row.guild]);
      await tx
        .insertInto("questions")
        .values({
          ...{ id: row.id, guild: row.guild, person: "p", asked_at: row.at, expires_at: row.at + 1, text },
          ...{ language: row.language, outcome, entry: null, confidence: 0, gap: null },
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      await gaps.take(tx, [row]);
    });
    return row;
  };
  const vote = (question: string, person: string, isHelpful: 0 | 1) =>
    store.write(async (tx) => {
      await inTurn(tx, ["1"]);
      await tx
        .insertInto("votes")
        .values({
          ...{ question, person, guild: "1", entry: null, is_helpful: isHelpful, reason: null },
          ...{ voted_at: 1, expires_at: 2 },
        })
        .onConflict((conflict) => conflict.columns(["question", "person"]).doUpdateSet({ is_helpful: isHelpful }))
        .execute();
      const because = isHelpful ? "taken back" : "unhelped";
      await gaps.take(tx, [
        { id: question, guild: "1", text: "lamp oil", language: "en", at: 9, nearest: NEAREST, because },
      ]);
    });
  const queue = async (guild = "1") => (await gaps.open(guild, 0, 10)).gaps;
  return { gaps, write, vote, queue };
}

describe.each(engines)("clusters on $name", (engine) => {
  it("join what is alike, and count it", async () => {
    const { write, queue } = await setUp(await emptyStore(engine));
    for (const text of ["lamp oil", "pizza miami", "oil lamp", "lamp oil harbour"]) await write(text);
    expect(await queue()).toMatchObject([
      { asked: 3, unhelped: 0, firstAt: 0, lastAt: 4, example: "lamp oil harbour", nearest: NEAREST, state: "open" },
      { asked: 1, example: "pizza miami" },
    ]);
  });

  it("grow: what is like a later question of theirs joins them too", async () => {
    const { write, queue } = await setUp(await emptyStore(engine));
    for (const text of ["lamp oil harbour", "lamp oil island", "lamp island north"]) await write(text);
    expect(await queue()).toMatchObject([{ asked: 3 }]);
  });

  it("are each server's and each language's own", async () => {
    const { write, queue, gaps } = await setUp(await emptyStore(engine));
    await write("lamp oil");
    await write("lamp oil", { guild: "2" });
    await write("lamp oil", { language: "es" });
    expect((await queue()).map(({ asked }) => asked)).toEqual([1, 1]);
    expect(await queue("2")).toMatchObject([{ asked: 1, guild: "2" }]);
    expect((await gaps.open(undefined, 0, 10)).count).toBe(3);
    const [other] = await queue("2");
    expect(await gaps.find("1", other.id)).toBeUndefined();
    expect(await gaps.dismiss("1", other.id)).toBe(false);
  });

  it("leave out what has no text or no word of its own", async () => {
    const { write, queue } = await setUp(await emptyStore(engine));
    await write(null);
    expect(await queue()).toEqual([]);
  });

  it("are one where several processes begin them at once", async () => {
    const store = await emptyStore(engine);
    const { write, queue } = await setUp(store);
    await Promise.all(Array.from({ length: 8 }, () => write("lamp oil harbour")));
    expect(await queue()).toMatchObject([{ asked: 8 }]);
    const keys = await store.read((db) => db.selectFrom("gap_keys").selectAll().execute());
    expect(new Set(keys.map(({ gap }) => gap)).size).toBe(1);
  });

  it("keep no readable word", async () => {
    const store = await emptyStore(engine);
    const { write } = await setUp(store);
    await write("lamp oil harbour");
    const rows = await store.read(async (db) => [
      ...(await db.selectFrom("gaps").selectAll().execute()),
      ...(await db.selectFrom("gap_keys").selectAll().execute()),
    ]);
    expect(JSON.stringify(rows).replaceAll(JSON.stringify(JSON.stringify(NEAREST)), "")).not.toMatch(/lamp|oil|harb/);
  });

  it("that were dismissed come back when they are asked three more times", async () => {
    const { write, gaps, queue } = await setUp(await emptyStore(engine));
    await write("lamp oil");
    const [{ id }] = await queue();
    expect(await gaps.dismiss("1", id)).toBe(true);
    expect(await gaps.dismiss("1", id)).toBe(false);
    await write("lamp oil");
    await write("lamp oil");
    expect(await queue()).toEqual([]);
    await write("lamp oil");
    expect(await queue()).toMatchObject([{ id, asked: 4 }]);
  });

  it("are found by their newest questions alone, however often they are asked", async () => {
    const store = await emptyStore(engine);
    const { write, queue } = await setUp(store);
    for (let i = 0; i < MOST_KEYED + 5; i += 1) await write("lamp oil");
    const keyed = await store.read((db) => db.selectFrom("gap_keys").select("question").distinct().execute());
    expect(keyed.map(({ question }) => question)).toContain(`q${MOST_KEYED + 5}`);
    expect(keyed.length).toBe(MOST_KEYED);
    expect(await queue()).toMatchObject([{ asked: MOST_KEYED + 5 }]);
  });

  it("show a question that is still kept, and go with the last of them", async () => {
    const store = await emptyStore(engine);
    const { write, queue } = await setUp(store);
    const questions = [await write("lamp oil"), await write("oil lamp"), await write("pizza miami")];
    const drop = (at: number) => store.write((tx) => deleteQuestions(tx, [questions[at].id]));
    await drop(1);
    expect(await queue()).toMatchObject([{ asked: 2, example: "lamp oil" }, { example: "pizza miami" }]);
    await drop(0);
    await drop(2);
    expect(await queue()).toEqual([]);
    expect(await store.read((db) => db.selectFrom("gap_keys").selectAll().execute())).toEqual([]);
  });

  it("take in an answer that somebody votes against, once, and let it go when all take that back", async () => {
    const { write, vote, queue } = await setUp(await emptyStore(engine));
    await write("pizza miami");
    const { id } = await write(null, { outcome: "answer" });
    await vote(id, "ada", 0);
    await vote(id, "bob", 0);
    const both = () => queue().then((all) => all.map(({ asked, unhelped }) => [asked, unhelped]).toSorted());
    expect(await both()).toEqual([
      [1, 0],
      [1, 2],
    ]);
    await vote(id, "ada", 1);
    expect(await both()).toEqual([
      [1, 0],
      [1, 1],
    ]);
    await vote(id, "bob", 1);
    expect(await both()).toEqual([[1, 0]]);
  });

  it("are paged through, most asked first", async () => {
    const { write, gaps } = await setUp(await emptyStore(engine));
    for (const text of ["a b", "c d", "c d", "e f", "e f", "e f"]) await write(text);
    const page = async (from: number) => {
      const { gaps: some, count } = await gaps.open("1", from, 2);
      return [some.map(({ asked }) => asked), count];
    };
    expect([await page(0), await page(2)]).toEqual([
      [[3, 2], 3],
      [[1], 3],
    ]);
  });
});
