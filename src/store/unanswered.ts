import type { Transaction } from "kysely";
import type { Near } from "../questions.js";
import type { Tables } from "./tables.js";

/** A question that curators should see; its row stands in `questions` already. */
export interface Unanswered {
  /** The row's id: `questions.gap` is set by whoever makes clusters. */
  readonly id: string;
  /** Empty for a direct message. */
  readonly guild: string;
  /** Cleaned; null where the server keeps no texts. */
  readonly text: string | null;
  readonly language: string;
  /** When it was asked, in milliseconds since 1970. */
  readonly at: number;
  /** The entries that come nearest, best first; of a vote, the one that answered. */
  readonly nearest: readonly Near[];
  /** It was not answered; somebody voted against its answer; that vote was changed. */
  readonly because: "declined" | "unhelped" | "taken back";
}

/**
 * What is done with such questions in the transaction that writes them, which has the turn of their servers (`inTurn`) since before it
 * wrote anything; it may be tried again as a whole.
 */
export type OnUnanswered = (tx: Transaction<Tables>, rows: readonly Unanswered[]) => Promise<void>;
