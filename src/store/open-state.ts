import type { State } from "../state.js";
import { DraftsTable } from "./drafts-table.js";
import { GapsTable, type Likeness } from "./gaps-table.js";
import { InsightsTable } from "./insights-table.js";
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
export async function openState(
  where: Whereabouts,
  likeness: Likeness,
  now: () => number = Date.now,
): Promise<OpenState> {
  const report = (error: unknown) => where.report?.(error instanceof Error ? error.message : String(error));
  const store = await openStore(where);
  const gaps = new GapsTable(store, likeness);
  // What is done with questions that curators should see.
  const onUnanswered: readonly OnUnanswered[] = [gaps.take];
  const settings = new SettingsTable(store, now, report);
  await settings.refresh();
  settings.watch();
  const questions = new QuestionsTable(store, settings, { onUnanswered, report: where.report });
  return {
    state: { settings, questions, gaps, drafts: new DraftsTable(store), insights: new InsightsTable(store, gaps) },
    store,
    close: async () => {
      settings.stop();
      await questions.close();
      await store.close();
    },
  };
}
