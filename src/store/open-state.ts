import type { DeliveriesPort } from "../digests.js";
import type { State } from "../state.js";
import { DeliveriesTable } from "./deliveries-table.js";
import { DigestsTable } from "./digests-table.js";
import { openStore, type Whereabouts } from "./open.js";
import { SettingsTable } from "./settings-table.js";
import type { Store } from "./store.js";

/** State that is open, and the store below it. */
export interface OpenState {
  readonly state: State;
  readonly store: Store;
  /** What is posted by itself, for the scheduler. */
  readonly deliveries: DeliveriesPort;
  /** Writes what is still to be written, and closes the store. */
  close(): Promise<void>;
}

/** Opens what lasts; rejects with a `StoreTrouble` for the operator where it cannot be opened. */
export async function openState(where: Whereabouts, now: () => number = Date.now): Promise<OpenState> {
  const report = (error: unknown) => where.report?.(error instanceof Error ? error.message : String(error));
  const store = await openStore(where);
  const settings = new SettingsTable(store, now, report);
  await settings.refresh();
  settings.watch();
  return {
    state: { settings, digests: new DigestsTable(store, now) },
    store,
    deliveries: new DeliveriesTable(store),
    close: async () => {
      settings.stop();
      await store.close();
    },
  };
}
