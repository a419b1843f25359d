import type { Gap } from "./gaps.js";

/** Counts of one day, such as `2026-11-29` in UTC. */
export interface DayCounts {
  readonly day: string;
  readonly asked: number;
  readonly answered: number;
  readonly declined: number;
  readonly helped: number;
  readonly unhelped: number;
}

/** What was asked in a server, or in direct messages, over some days. */
export interface Insights {
  /** Each day, the newest first; those without questions too. */
  readonly days: readonly DayCounts[];
  /** The entries that answered most often, `{ entry: "talks-2016-dates", answered: 12 }`. */
  readonly most: readonly { readonly entry: string; readonly answered: number }[];
  /** The open clusters that were asked for most often. */
  readonly gaps: readonly Gap[];
  /** How many open clusters there are, as `GapPage` counts them. */
  readonly gapCount: number;
}

/** So many days are looked at. */
export const INSIGHT_DAYS = 14;

/** What was asked, in counts that were added up when it was. */
export interface InsightsPort {
  /** Of a server's id, empty for direct messages, or with undefined of all of it; the days up to that of `now`. */
  of(guild: string | undefined, now: number): Promise<Insights>;
  /** The ids of all servers of which anything is kept, empty for direct messages; in no order. */
  guilds(): Promise<readonly string[]>;
}
