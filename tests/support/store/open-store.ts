import { onTestFinished } from "vitest";
import { openStore } from "../../../src/store/open.js";
import { type OpenState, openState } from "../../../src/store/open-state.js";
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

/** An empty state that ends with the test, by a clock of the test's own. */
export async function emptyState(engine: TestedEngine, now: () => number): Promise<OpenState> {
  const { where, clear } = await engine.place();
  const opened = await openState(where, { now });
  onTestFinished(async () => {
    await opened.close();
    clear();
  });
  return opened;
}
