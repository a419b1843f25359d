import { describe, expect, it, onTestFinished } from "vitest";
import { SignalsTable } from "../../src/store/signals-table.js";
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
});
