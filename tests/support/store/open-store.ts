import { onTestFinished } from "vitest";
import { openStore } from "../../../src/store/open.js";
import type { Store } from "../../../src/store/store.js";
import type { TestedEngine } from "./engines.js";

/** An empty store that ends with the test. */
export async function emptyStore(engine: TestedEngine): Promise<Store> {
  const { where, clear } = await engine.place();
  const store = await openStore(where);
  onTestFinished(async () => {
    await store.close();
    clear();
  });
  return store;
}
