import { onTestFinished } from "vitest";
import type { Likeness } from "../../../src/store/gaps-table.js";
import { type OpenState, openState } from "../../../src/store/open-state.js";
import type { TestedEngine } from "./engines.js";

/** State of a test's own, in an empty store that ends with the test, and the folder that it is in. */
export async function testState(
  engine: TestedEngine,
  now: () => number = Date.now,
  likeness: Partial<Likeness> = {},
): Promise<OpenState & { readonly dataDir: string; reopen(): Promise<OpenState> }> {
  const { where, clear } = await engine.place();
  const all: OpenState[] = [];
  const open = async () => {
    const opened = await openState(where, { now, ...likeness });
    all.push(opened);
    return opened;
  };
  onTestFinished(async () => {
    for (const one of all) await one.close();
    clear();
  });
  return { ...(await open()), dataDir: where.dataDir, reopen: open };
}
