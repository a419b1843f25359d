import { randomBytes } from "node:crypto";
import type { DeliveriesPort } from "../digests.js";
import type { State } from "../state.js";
import { StoreTrouble } from "../store-trouble.js";
import { DeliveriesTable } from "./deliveries-table.js";
import { DigestsTable } from "./digests-table.js";
import { DraftsTable } from "./drafts-table.js";
import { GapsTable, type Likeness } from "./gaps-table.js";
import { InsightsTable } from "./insights-table.js";
import { KeptStore, type StoreWatch } from "./kept-store.js";
import { PeopleTable } from "./people-table.js";
import { PrivacyTable } from "./privacy-table.js";
import { QuestionsTable } from "./question-log.js";
import { Retention } from "./retention.js";
import { SettingsTable } from "./settings-table.js";
import { SignalsTable } from "./signals-table.js";
import type { Store } from "./store.js";
import type { OnUnanswered } from "./unanswered.js";
import { VotesTable } from "./votes-table.js";

/** State, whether its store is open or away. */
export interface StateOver {
  readonly state: State;
  /** The store below it. */
  readonly kept: KeptStore;
  /** Deletes what has been kept for its time, by a time in milliseconds since 1970, by default now. */
  purge(now?: number): Promise<void>;
  /** What is posted by itself, for the scheduler. */
  readonly deliveries: DeliveriesPort;
  /** Ends deleting after the batch that is going on, and trying to open the store; the rest waits for the next start. */
  halt(): void;
  /** Writes what is still to be written, and closes the store. */
  close(): Promise<void>;
}

/** What is usually left out. */
export interface Setup extends Partial<Likeness> {
  readonly now?: () => number;
  /** Hears of faults that nobody waits for. */
  readonly report?: (problem: string) => void;
  readonly watch?: StoreWatch;
}

/** Puts what lasts together over a store that is not open yet; as soon as `open` gives it, what is kept in memory is read from it. */
export function stateOver(
  open: () => Promise<Store>,
  { stems = () => [], secret = randomBytes(32), now = Date.now, report, watch }: Setup,
): StateOver {
  const reportError = (error: unknown) => {
    // Whether the store is away is told for all at once.
    if (!(error instanceof StoreTrouble)) report?.(error instanceof Error ? error.message : String(error));
  };
  const kept = new KeptStore(async () => {
    const store = await open();
    try {
      await settings.refresh(store);
      await people.refresh(store);
      return store;
    } catch (error) {
      await store.close();
      throw error;
    }
  }, watch);
  const gaps = new GapsTable(kept, { stems, secret });
  // What is done with questions that curators should see.
  const onUnanswered: readonly OnUnanswered[] = [gaps.take];
  const signals = new SignalsTable(kept, reportError);
  const settings = new SettingsTable(kept, now, reportError, (guild) => void retention.apply(guild).catch(reportError));
  const retention = new Retention(kept, settings, now);
  const people = new PeopleTable(kept, now);
  const questions = new QuestionsTable(kept, settings, { onUnanswered, report });
  const votes = new VotesTable(kept, questions, now, onUnanswered);
  const privacy = new PrivacyTable(kept, questions, people, reportError);
  kept.whenOpen(() => settings.watch());
  return {
    state: {
      ...{ settings, people, questions, votes, privacy, digests: new DigestsTable(kept, now) },
      ...{ gaps, drafts: new DraftsTable(kept), insights: new InsightsTable(kept, gaps), signals },
    },
    kept,
    deliveries: new DeliveriesTable(kept),
    purge: (at) => retention.purge(at),
    halt: () => {
      retention.halt();
      kept.halt();
    },
    close: async () => {
      settings.stop();
      signals.stop();
      await retention.stop();
      await questions.close();
      await kept.close();
    },
  };
}
