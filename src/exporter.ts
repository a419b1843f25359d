import type { ReloadOutcome } from "./admin.js";
import type { Draft } from "./drafts.js";
import type { ExportOutcome } from "./knowledge/export.js";

/** What writing the drafts into the knowledge came to. */
export interface ExportReport {
  readonly outcome: ExportOutcome;
  /** All drafts that were open, each with the label of its server, such as `"server-3fa91c"`. */
  readonly drafts: readonly { readonly draft: Draft; readonly label: string }[];
  /** How many of those that were written a curator changed meanwhile: they are open still. */
  readonly changed: number;
  /** Whether nothing was written, and this is what would be. */
  readonly isTrial: boolean;
  /** When it was done, in milliseconds since 1970. */
  readonly now: number;
  /** What reloading came to, where it was asked for. */
  readonly reloaded?: ReloadOutcome;
}

/** Writes the drafts of all servers into the knowledge's files. */
export interface ExportPort {
  /** @param apply whether the running bots are to read the files anew */
  run(apply: boolean): Promise<ExportReport>;
}
