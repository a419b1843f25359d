import { randomBytes } from "node:crypto";
import type { Config } from "../config.js";
import type { DeliveriesPort } from "../digests.js";
import type { State } from "../state.js";
import { DeliveriesTable } from "./deliveries-table.js";
import { DigestsTable } from "./digests-table.js";
import { DraftsTable } from "./drafts-table.js";
import { GapsTable, type Likeness } from "./gaps-table.js";
import { InsightsTable } from "./insights-table.js";
import { openStore, type Whereabouts } from "./open.js";
import { PeopleTable } from "./people-table.js";
import { PrivacyTable } from "./privacy-table.js";
import { QuestionsTable } from "./question-log.js";
import { Retention } from "./retention.js";
import { hashSecret } from "./secret.js";
import { keepToSecret } from "./secret-mark.js";
import { SettingsTable } from "./settings-table.js";
import { SignalsTable } from "./signals-table.js";
import type { Store } from "./store.js";
import type { OnUnanswered } from "./unanswered.js";
import { VotesTable } from "./votes-table.js";

/** State that is open, and the store below it. */
export interface OpenState {
  readonly state: State;
  readonly store: Store;
  /** Deletes what has been kept for its time, by a time in milliseconds since 1970, by default now. */
  purge(now?: number): Promise<void>;
  /** What is posted by itself, for the scheduler. */
  readonly deliveries: DeliveriesPort;
  /** Ends deleting after the batch that is going on; the rest waits for the next start. */
  halt(): void;
  /** Writes what is still to be written, and closes the store. */
  close(): Promise<void>;
}

/** What is usually left out. */
interface Setup extends Partial<Likeness> {
  readonly now?: () => number;
}

/** Opens what lasts; rejects with a `StoreTrouble` for the operator where it cannot be opened. */
export async function openState(
  where: Whereabouts,
  { stems = () => [], secret = randomBytes(32), now = Date.now }: Setup = {},
): Promise<OpenState> {
  const report = (error: unknown) => where.report?.(error instanceof Error ? error.message : String(error));
  const store = await openStore(where);
  const gaps = new GapsTable(store, { stems, secret });
  // What is done with questions that curators should see.
  const onUnanswered: readonly OnUnanswered[] = [gaps.take];
  const signals = new SignalsTable(store, report);
  const settings = new SettingsTable(store, now, report, (guild) => void retention.apply(guild).catch(report));
  const retention = new Retention(store, settings, now);
  await settings.refresh();
  settings.watch();
  const people = new PeopleTable(store, now);
  await people.refresh();
  const questions = new QuestionsTable(store, settings, { onUnanswered, report: where.report });
  const votes = new VotesTable(store, questions, now, onUnanswered);
  const privacy = new PrivacyTable(store, questions, people, report);
  return {
    state: {
      ...{ settings, people, questions, votes, privacy, digests: new DigestsTable(store, now) },
      ...{ gaps, drafts: new DraftsTable(store), insights: new InsightsTable(store, gaps), signals },
    },
    store,
    deliveries: new DeliveriesTable(store),
    purge: (at) => retention.purge(at),
    halt: () => retention.halt(),
    close: async () => {
      settings.stop();
      signals.stop();
      await retention.stop();
      await questions.close();
      await store.close();
    },
  };
}

/** Opens what the config names, with the secret of hashes; without `stems` no questions are put together. A sentence for the operator where it cannot be opened. */
export async function openConfigured(
  { databaseUrl, dataDir, hashSecret: given }: Pick<Config, "databaseUrl" | "dataDir" | "hashSecret">,
  report: (problem: string) => void,
  stems?: Likeness["stems"],
): Promise<(OpenState & { readonly secret: Uint8Array }) | string> {
  try {
    const secret = hashSecret(given, dataDir);
    const opened = await openState({ databaseUrl, dataDir, report }, { stems, secret });
    try {
      await keepToSecret(opened.store, secret, Date.now());
    } catch (error) {
      await opened.close();
      throw error;
    }
    return { ...opened, secret };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
