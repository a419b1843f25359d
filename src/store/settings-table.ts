import type { Selectable } from "kysely";
import type { Caution } from "../answer/calibrate.js";
import { type Speech, speechOf } from "../phrases.js";
import { MAX_CHANNELS, type Settings, type SettingsChange, type SettingsPort, USUAL_SETTINGS } from "../settings.js";
import type { StorePort } from "./store.js";
import type { Tables } from "./tables.js";

type Row = Selectable<Tables["settings"]>;
type Columns = Omit<Row, "guild" | "updated_at">;

/** How often other processes' changes are looked for. */
const REFRESH_MS = 5000;
/** Changes are looked for from so long before the last one known, for clocks differ. */
const OVERLAP_MS = 60_000;

/** The settings of all servers, in memory: read at the start, and what changed is read again every few seconds. */
export class SettingsTable implements SettingsPort {
  private readonly known = new Map<string, Row>();
  private latest = 0;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly store: StorePort,
    private readonly now: () => number,
    private readonly report: (error: unknown) => void = () => {},
    /** Hears of a server that keeps questions for another time from now on. */
    private readonly onRetention: (guild: string) => void = () => {},
  ) {}

  of(guild: string | undefined): Settings {
    return settingsOf(guild === undefined ? undefined : this.known.get(guild));
  }

  async change(guild: string, change: SettingsChange): Promise<Settings> {
    // Only what changes is written: two who change different settings at once both get theirs.
    const changed = { ...columnsOf(change), updated_at: this.now() };
    const row = await this.store.write(async (tx) => {
      const written = await tx
        .insertInto("settings")
        .values({ ...UNSET, guild, ...changed })
        .onConflict((conflict) => conflict.column("guild").doUpdateSet(changed))
        .returningAll()
        .executeTakeFirstOrThrow();
      const channels = channelsAfter(written, change);
      if (channels === undefined) return written;
      // The row is ours until the transaction ends: nobody changes the list meanwhile.
      return tx
        .updateTable("settings")
        .set({ mention_channels: JSON.stringify(channels) })
        .where("guild", "=", guild)
        .returningAll()
        .executeTakeFirstOrThrow();
    });
    this.known.set(guild, row);
    if ("retentionDays" in change) this.onRetention(guild);
    return settingsOf(row);
  }

  /** Reads what was changed since the last time; also from a store that is being opened. */
  async refresh(from = this.store): Promise<void> {
    const since = this.latest - OVERLAP_MS;
    const rows = await from.read((db) =>
      db.selectFrom("settings").selectAll().where("updated_at", ">", since).execute(),
    );
    for (const row of rows) {
      this.known.set(row.guild, row);
      this.latest = Math.max(this.latest, row.updated_at);
    }
  }

  /** Goes on refreshing until `stop`; what fails is reported, and tried again. */
  watch(): void {
    this.timer = setInterval(() => void this.refresh().catch(this.report), REFRESH_MS).unref();
  }

  /** Ends refreshing. */
  stop(): void {
    clearInterval(this.timer);
  }
}

function settingsOf(row: Row | undefined): Settings {
  if (!row) return USUAL_SETTINGS;
  return {
    ...(row.language === null ? {} : { language: speechOf(row.language) satisfies Speech }),
    isPrivate: row.is_private === null ? USUAL_SETTINGS.isPrivate : row.is_private === 1,
    caution: CAUTIONS.find((one) => one === row.caution) ?? USUAL_SETTINGS.caution,
    ...(row.mention_channels === null ? {} : { mentionChannels: listIn(row.mention_channels) }),
    ...(row.curators === null ? {} : { curators: row.curators }),
    retentionDays: row.retention_days ?? USUAL_SETTINGS.retentionDays,
  };
}

const UNSET: Columns = {
  language: null,
  is_private: null,
  caution: null,
  mention_channels: null,
  curators: null,
  retention_days: null,
};

const CAUTIONS: readonly Caution[] = ["cautious", "balanced", "eager"];

/** The columns of what is changed; undefined becomes null. */
function columnsOf(change: SettingsChange): Partial<Columns> {
  const { mentionChannels: channels } = change;
  const all: { readonly [Key in keyof Settings]-?: Partial<Columns> } = {
    language: { language: change.language ?? null },
    isPrivate: { is_private: change.isPrivate === undefined ? null : change.isPrivate ? 1 : 0 },
    caution: { caution: change.caution ?? null },
    mentionChannels: { mention_channels: channels === undefined ? null : JSON.stringify(channels) },
    curators: { curators: change.curators ?? null },
    retentionDays: { retention_days: change.retentionDays ?? null },
  };
  const columns = Object.entries(all).flatMap(([key, value]) => (key in change ? [value] : []));
  return Object.assign({}, ...columns);
}

/** The channels after one was added or taken away; undefined where the list stays as it is. */
function channelsAfter(row: Row, { addChannel, removeChannel }: SettingsChange): string[] | undefined {
  if (addChannel === undefined && removeChannel === undefined) return undefined;
  const before = row.mention_channels === null ? undefined : listIn(row.mention_channels);
  if (before === undefined && addChannel === undefined) return undefined;
  const all = [...(before ?? []), ...(addChannel === undefined ? [] : [addChannel])];
  return [...new Set(all)].filter((one) => one !== removeChannel).slice(0, MAX_CHANNELS);
}

function listIn(json: string): string[] {
  // Written by `rowOf` alone.
  return JSON.parse(json) as string[];
}
