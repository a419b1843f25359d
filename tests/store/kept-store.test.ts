import { describe, expect, it, onTestFinished } from "vitest";
import { KeptStore } from "../../src/store/kept-store.js";
import type { Store } from "../../src/store/store.js";
import { StoreTrouble } from "../../src/store-trouble.js";
import { engines } from "../support/store/engines.js";
import { emptyStore } from "../support/store/open-store.js";

/** An error as the engines have them. */
const faultOf = (code: string, message: string) =>
  new StoreTrouble(message, { cause: Object.assign(new Error(message), { code }) });
const FULL = faultOf("SQLITE_FULL", "the disk is full");
const UNREACHED = faultOf("ECONNREFUSED", "the server is away");

/** A kept store that fails as long as there are faults, and what it told. */
async function setUp(faults: { opening?: Error; reading?: Error; writing?: Error }) {
  const inner = await emptyStore(engines[0]);
  const failing = Object.create(inner) as Store;
  failing.read = (work) => (faults.reading ? Promise.reject(faults.reading) : inner.read(work));
  failing.write = (work) => (faults.writing ? Promise.reject(faults.writing) : inner.write(work));
  failing.close = async () => {};
  const told: string[] = [];
  const watch = { away: (problem: string) => void told.push(problem), back: () => void told.push("back") };
  let tries = 0;
  const open = async () => {
    tries += 1;
    if (faults.opening) throw faults.opening;
    return failing;
  };
  const kept = new KeptStore(open, watch, 2);
  onTestFinished(() => kept.close());
  const use = {
    read: () => kept.read((db) => db.selectFrom("settings").selectAll().execute()),
    write: () => kept.write((tx) => tx.deleteFrom("settings").execute()),
  };
  return { kept, told, use, tries: () => tries };
}

describe("a kept store", () => {
  it("that opens says nothing, and what waits for it is done at once", async () => {
    const { kept, told, use } = await setUp({});
    let begun = 0;
    kept.whenOpen(() => {
      begun += 1;
    });
    expect(begun).toBe(0);
    await kept.begin();
    kept.whenOpen(() => {
      begun += 1;
    });
    expect([begun, kept.isAway, told]).toEqual([2, false, []]);
    expect(await use.read()).toEqual([]);
  });

  it("that does not open refuses its use, and opens by itself when it can", async () => {
    const faults: Parameters<typeof setUp>[0] = { opening: UNREACHED };
    const { kept, told, use, tries } = await setUp(faults);
    let isBegun = false;
    kept.whenOpen(() => {
      isBegun = true;
    });
    await kept.begin().catch((error: unknown) => kept.waitAfter(error));
    await expect(use.read()).rejects.toThrow(StoreTrouble);
    await expect(use.write()).rejects.toMatchObject({ cause: UNREACHED });
    await expect.poll(tries).toBeGreaterThan(2);
    expect([kept.isAway, isBegun]).toEqual([true, false]);
    faults.opening = new StoreTrouble("another secret");
    await expect.poll(() => told, { timeout: 3000 }).toEqual(["the server is away", "another secret"]);
    delete faults.opening;
    await expect.poll(() => kept.isAway, { timeout: 5000 }).toBe(false);
    expect([isBegun, told.slice(2)]).toEqual([true, ["back"]]);
    expect(await use.read()).toEqual([]);
  });

  it("that was halted begins nothing, although it opens", async () => {
    const { kept } = await setUp({});
    let isBegun = false;
    kept.whenOpen(() => {
      isBegun = true;
    });
    kept.halt();
    await kept.begin();
    expect(isBegun).toBe(false);
  });

  it("that cannot be written is away until it can, though it is read meanwhile, and says each once", async () => {
    const faults: Parameters<typeof setUp>[0] = { writing: FULL };
    const { kept, told, use } = await setUp(faults);
    await kept.begin();
    for (let i = 0; i < 3; i += 1) await expect(use.write()).rejects.toThrow("the disk is full");
    faults.writing = faultOf("SQLITE_READONLY", "and read-only");
    await expect(use.write()).rejects.toThrow("and read-only");
    expect(await use.read()).toEqual([]);
    expect([kept.isAway, told]).toEqual([true, ["the disk is full"]]);
    delete faults.writing;
    // Nobody writes but the store itself.
    await expect.poll(() => kept.isAway, { timeout: 3000 }).toBe(false);
    expect(told).toEqual(["the disk is full", "back"]);
  });

  it("that cannot be read is away until it is read", async () => {
    const faults: Parameters<typeof setUp>[0] = { reading: UNREACHED };
    const { kept, told, use } = await setUp(faults);
    await kept.begin();
    await expect(use.read()).rejects.toThrow("the server is away");
    delete faults.reading;
    await use.read();
    expect([kept.isAway, told]).toEqual([false, ["the server is away", "back"]]);
  });

  it.each([
    ["SQLITE_CONSTRAINT_UNIQUE", "a row that is there already"],
    ["23505", "the same on PostgreSQL"],
    ["42P01", "a table that is not"],
  ])("that refuses what was asked (%s) is not away: %s", async (code) => {
    const { kept, told, use } = await setUp({ writing: faultOf(code, "no") });
    await kept.begin();
    await expect(use.write()).rejects.toThrow("no");
    expect([kept.isAway, told]).toEqual([false, []]);
  });
});
