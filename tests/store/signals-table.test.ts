import { describe, expect, it, onTestFinished } from "vitest";
import { SignalsTable } from "../../src/store/signals-table.js";
import type { Store } from "../../src/store/store.js";
import { StoreTrouble } from "../../src/store-trouble.js";
import { engines } from "../support/store/engines.js";
import { emptyStore } from "../support/store/open-store.js";

describe.each(engines)("a signal on $name", (engine) => {
  it("is heard by other processes, once each time, and not what was sent before", async () => {
    const store = await emptyStore(engine);
    const [sender, hearer] = [new SignalsTable(store), new SignalsTable(store, undefined, 5)];
    onTestFinished(() => hearer.stop());
    await sender.send("reload", 1);
    let heard = 0;
    await hearer.watch("reload", () => {
      heard += 1;
    });
    await sender.send("other", 2);
    await sender.send("reload", 2);
    await expect.poll(() => heard).toBe(1);
    // At the same moment of the clock too.
    await sender.send("reload", 2);
    await expect.poll(() => heard).toBe(2);
  });

  it("that was sent before is heard where the store was away when watching began, once it is there", async () => {
    const store = await emptyStore(engine);
    await new SignalsTable(store).send("reload", 1);
    let isAway = true;
    const late = Object.create(store) as Store;
    late.read = (work) => (isAway ? Promise.reject(new StoreTrouble("no disk")) : store.read(work));
    const told: unknown[] = [];
    const hearer = new SignalsTable(late, (error) => told.push(error), 5);
    onTestFinished(() => hearer.stop());
    let heard = 0;
    for (const name of ["reload", "never sent"]) {
      await hearer.watch(name, () => {
        heard += 1;
      });
    }
    await expect.poll(() => told.length).toBeGreaterThan(2);
    expect(heard).toBe(0);
    isAway = false;
    await expect.poll(() => heard).toBe(1);
    const looks = told.length;
    await new SignalsTable(store).send("reload", 2);
    await expect.poll(() => heard).toBe(2);
    expect(told).toHaveLength(looks);
  });
});
