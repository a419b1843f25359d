import type { Config } from "../config.js";
import type { State } from "../state.js";
import { openStore, type Whereabouts } from "./open.js";
import { hashSecret } from "./secret.js";
import { SettingsTable } from "./settings-table.js";
import type { Store } from "./store.js";

/** State that is open, and the store below it. */
export interface OpenState {
  readonly state: State;
  readonly store: Store;
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
    state: { settings },
    store,
    close: async () => {
      settings.stop();
      await store.close();
    },
  };
}

/** Opens what the config names, with the secret of hashes; a sentence for the operator where it cannot be opened. */
export async function openConfigured(
  { databaseUrl, dataDir, hashSecret: given }: Pick<Config, "databaseUrl" | "dataDir" | "hashSecret">,
  report: (problem: string) => void,
): Promise<(OpenState & { readonly secret: Uint8Array }) | string> {
  try {
    const secret = hashSecret(given, dataDir);
    return { ...(await openState({ databaseUrl, dataDir, report })), secret };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
