import type { State } from "../state.js";
import { openStore, type Whereabouts } from "./open.js";
import { QuestionsTable } from "./question-log.js";
import { SettingsTable } from "./settings-table.js";
import type { Store } from "./store.js";
import type { OnUnanswered } from "./unanswered.js";

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
  // What is done with questions that curators should see.
  const onUnanswered: readonly OnUnanswered[] = [];
  const store = await openStore(where);
  const settings = new SettingsTable(store, now, report);
  await settings.refresh();
  settings.watch();
  const questions = new QuestionsTable(store, settings, { onUnanswered, report: where.report });
  return {
    state: { settings, questions },
    store,
    close: async () => {
      settings.stop();
      await questions.close();
      await store.close();
    },
  };
}
