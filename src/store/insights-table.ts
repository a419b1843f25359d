import type { GapsPort } from "../gaps.js";
import { type DayCounts, INSIGHT_DAYS, type Insights, type InsightsPort } from "../insights.js";
import { dayOf } from "./count-days.js";
import type { StorePort } from "./store.js";

const DAY_MS = 86_400_000;
/** So many entries and gaps are listed. */
const MOST_ENTRIES = 10;
const MOST_GAPS = 5;

/** Reads the counts of days and entries. */
export class InsightsTable implements InsightsPort {
  constructor(
    private readonly store: StorePort,
    private readonly gaps: Pick<GapsPort, "open">,
  ) {}

  async of(guild: string | undefined, now: number): Promise<Insights> {
    const days = daysUntil(now);
    const since = days[days.length - 1];
    const { counts, most } = await this.store.read(async (db) => {
      const ofDays = db.selectFrom("days").where("day", ">=", since);
      const counts = await (guild === undefined ? ofDays : ofDays.where("guild", "=", guild))
        .select(({ fn }) => [
          "day",
          fn.sum<number>("asked").as("asked"),
          fn.sum<number>("answered").as("answered"),
          fn.sum<number>("declined").as("declined"),
          fn.sum<number>("helped").as("helped"),
          fn.sum<number>("unhelped").as("unhelped"),
        ])
        .groupBy("day")
        .execute();
      const ofEntries = db.selectFrom("entry_days").where("day", ">=", since);
      const most = await (guild === undefined ? ofEntries : ofEntries.where("guild", "=", guild))
        .select(({ fn }) => ["entry", fn.sum<number>("answered").as("answered")])
        .groupBy("entry")
        .orderBy("answered", "desc")
        .orderBy("entry")
        .limit(MOST_ENTRIES)
        .execute();
      return { counts, most };
    });
    const { gaps, count } = await this.gaps.open(guild, 0, MOST_GAPS);
    const byDay = new Map(counts.map((row): [string, DayCounts] => [row.day, row]));
    return { days: days.map((day) => byDay.get(day) ?? { day, ...NOTHING }), most, gaps, gapCount: count };
  }

  async guilds(): Promise<readonly string[]> {
    const rows = await this.store.read((db) =>
      db
        .selectFrom("days")
        .select("guild")
        .union(db.selectFrom("gaps").select("guild"))
        .union(db.selectFrom("drafts").select("guild"))
        .execute(),
    );
    return rows.map(({ guild }) => guild);
  }
}

const NOTHING = { asked: 0, answered: 0, declined: 0, helped: 0, unhelped: 0 };

/** The days up to that of a time, the newest first. */
function daysUntil(now: number): string[] {
  return Array.from({ length: INSIGHT_DAYS }, (_, ago) => dayOf(now - ago * DAY_MS));
}
