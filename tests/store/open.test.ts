import { Kysely, sql } from "kysely";
import Database from "libsql";
import { describe, expect, it, onTestFinished } from "vitest";
import { libsqlDialect } from "../../src/store/libsql-dialect.js";
import { migrate, openStore } from "../../src/store/open.js";
import { postgresDialect } from "../../src/store/postgres-dialect.js";
import type { Tables } from "../../src/store/tables.js";
import { StoreTrouble } from "../../src/store-trouble.js";
import { CODE, engines } from "../support/store/engines.js";
import { emptyStore } from "../support/store/open-store.js";

const SETTINGS = {
  guild: "1",
  language: "es",
  is_private: 1,
  caution: "cautious",
  mention_channels: '["2"]',
  curators: null,
  retention_days: 7,
  updated_at: 1_764_460_800_123,
} as const;

describe.each(engines)("a store on $name", (engine) => {
  it("keeps what was written, times and all, when it is opened again", async () => {
    const { where, clear } = await engine.place();
    onTestFinished(clear);
    const first = await openStore(where);
    await first.write((tx) => tx.insertInto("settings").values(SETTINGS).execute());
    await first.close();
    const second = await openStore(where);
    onTestFinished(() => second.close());
    expect(await second.read((db) => db.selectFrom("settings").selectAll().execute())).toEqual([SETTINGS]);
  });

  it("writes all or nothing", async () => {
    const store = await emptyStore(engine);
    const failing = store.write(async (tx) => {
      await tx.insertInto("settings").values(SETTINGS).execute();
      throw new Error("changed its mind");
    });
    await expect(failing).rejects.toThrow("changed its mind");
    expect(await store.read((db) => db.selectFrom("settings").selectAll().execute())).toEqual([]);
  });

  it("writes on after a transaction that failed", async () => {
    const store = await emptyStore(engine);
    const twice = store.write(async (tx) => {
      await tx.insertInto("settings").values(SETTINGS).execute();
      await tx.insertInto("settings").values(SETTINGS).execute();
    });
    await expect(twice).rejects.toThrow(StoreTrouble);
    await store.write((tx) => tx.insertInto("settings").values(SETTINGS).execute());
    expect(await store.read((db) => db.selectFrom("settings").select("guild").execute())).toEqual([{ guild: "1" }]);
  });

  it("counts up for many at once without losing one", async () => {
    const store = await emptyStore(engine);
    const count = () =>
      store.write((tx) =>
        tx
          .insertInto("days")
          .values({ guild: "1", day: "2026-11-29", asked: 1, answered: 0, declined: 0, helped: 0, unhelped: 0 })
          .onConflict((conflict) =>
            conflict.columns(["guild", "day"]).doUpdateSet((eb) => ({ asked: eb("days.asked", "+", 1) })),
          )
          .execute(),
      );
    await Promise.all(Array.from({ length: 40 }, count));
    expect(await store.read((db) => db.selectFrom("days").select("asked").execute())).toEqual([{ asked: 40 }]);
  });

  it("brings an earlier version that is filled up to date, and keeps what is in it", async () => {
    const { where, clear } = await engine.place();
    onTestFinished(clear);
    const { databaseUrl, dataDir } = where;
    const dialect =
      databaseUrl === undefined ? libsqlDialect(`${dataDir}/footnote.db`, CODE) : postgresDialect(databaseUrl);
    const old = new Kysely<Tables>({ dialect });
    await migrate(old, "001-questions");
    await old.insertInto("settings").values(SETTINGS).execute();
    await expect(old.selectFrom("subscriptions").selectAll().execute()).rejects.toThrow();
    await old.destroy();
    const store = await openStore(where);
    onTestFinished(() => store.close());
    expect(await store.read((db) => db.selectFrom("settings").selectAll().execute())).toEqual([SETTINGS]);
    expect(await store.read((db) => db.selectFrom("subscriptions").selectAll().execute())).toEqual([]);
  });

  it("is opened by several at once", async () => {
    const { where, clear } = await engine.place();
    onTestFinished(clear);
    const stores = await Promise.all([openStore(where), openStore(where), openStore(where)]);
    onTestFinished(async () => {
      await Promise.all(stores.map((store) => store.close()));
    });
    await Promise.all(
      stores.map((store, i) =>
        store.write((tx) =>
          tx
            .insertInto("settings")
            .values({ ...SETTINGS, guild: String(i) })
            .execute(),
        ),
      ),
    );
    const read = await Promise.all(
      stores.map((store) => store.read((db) => db.selectFrom("settings").select("guild").orderBy("guild").execute())),
    );
    expect(read).toEqual(Array(3).fill([{ guild: "0" }, { guild: "1" }, { guild: "2" }]));
  });
});

describe("a SQLite file that somebody else has locked", () => {
  it("is written to again once it is free", async () => {
    const { where, clear } = await engines[0].place();
    onTestFinished(clear);
    const store = await openStore(where);
    onTestFinished(() => store.close());
    const other = new Database(`${where.dataDir}/footnote.db`, { timeout: 5000 });
    other.exec("begin immediate");
    const write = () => store.write((tx) => tx.insertInto("settings").values(SETTINGS).execute());
    await expect(write()).rejects.toThrow(StoreTrouble);
    other.exec("rollback");
    other.close();
    await write();
    expect(await store.read((db) => db.selectFrom("settings").select("guild").execute())).toEqual([{ guild: "1" }]);
  });
});

describe("the counts of all servers", () => {
  it.each(["days", "entry_days"] as const)(
    "are found by their day in %s, however many days are kept",
    async (table) => {
      const store = await emptyStore(engines[0]);
      const plan = sql`explain query plan select sum(answered) from ${sql.table(table)} where day >= '2026-11-01'`;
      const { rows } = await store.read((db) => plan.execute(db));
      expect(JSON.stringify(rows)).toContain(`SEARCH ${table} USING INDEX ${table}_day`);
    },
  );
});

describe("a store that cannot be opened", () => {
  it("says where the file would be and what to check", async () => {
    await expect(openStore({ dataDir: "/dev/null/footnote", code: CODE })).rejects.toThrow(
      /^The state in \/dev\/null\/footnote\/footnote\.db cannot be opened \(.+\): check that DATA_DIR may be written to\.$/,
    );
  });

  it("names no password of a database that does not answer", async () => {
    const where = { dataDir: "/nonexistent", databaseUrl: "postgres://someone:s3cret@127.0.0.1:1/none" };
    const error = await openStore(where).catch((failure: unknown) => failure);
    expect(error).toBeInstanceOf(StoreTrouble);
    expect(String(error)).toContain("check DATABASE_URL and the server");
    expect(String(error)).not.toContain("s3cret");
  });
});
