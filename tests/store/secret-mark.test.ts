import { describe, expect, it, onTestFinished } from "vitest";
import { openConfigured } from "../../src/store/open-state.js";
import { keepToSecret } from "../../src/store/secret-mark.js";
import { engines } from "../support/store/engines.js";
import { emptyStore } from "../support/store/open-store.js";

const [SECRET, OTHER] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];

describe.each(engines)("the secret of hashes on $name", (engine) => {
  it("is remembered from the first start on, and another one is refused with the way out", async () => {
    const store = await emptyStore(engine);
    await keepToSecret(store, SECRET, 1);
    await keepToSecret(store, SECRET, 2);
    await expect(keepToSecret(store, OTHER, 3)).rejects.toThrow(
      /put the earlier HASH_SECRET, .+ back\. Where it is lost/,
    );
    await keepToSecret(store, SECRET, 4);
  });

  it("stands nowhere in the store", async () => {
    const store = await emptyStore(engine);
    await keepToSecret(store, SECRET, 1);
    const kept = JSON.stringify(await store.read((db) => db.selectFrom("signals").selectAll().execute()));
    for (const shape of ["hex", "base64", "latin1"] as const) expect(kept).not.toContain(SECRET.toString(shape));
  });
});

describe.runIf(engines.length > 1)("a second machine on the same database", () => {
  it("is told to take the first one's secret, and does not start", async () => {
    const { where, clear } = await engines[1].place();
    onTestFinished(clear);
    const open = (hashSecret: string) => openConfigured({ ...where, hashSecret }, () => {});
    const first = await open("one secret of thirty-two letters ");
    if (typeof first === "string") throw new Error(first);
    onTestFinished(() => first.close());
    expect(await open("another secret of as many letters")).toContain("hashed with another secret before");
  });
});
