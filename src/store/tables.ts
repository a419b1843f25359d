import type { ColumnType, Generated } from "kysely";

/**
 * The tables, as the last migration leaves them. Times are milliseconds since 1970 in UTC; yes and no are 1 and 0; JSON is text;
 * people are keyed hashes of their ids (`Asker.key`); `guild` is a server's id, or empty for a direct message.
 */
export interface Tables {
  readonly settings: SettingsTable;
  readonly people: PeopleTable;
  readonly questions: QuestionsTable;
  readonly votes: VotesTable;
  readonly days: DaysTable;
  readonly entry_days: EntryDaysTable;
  readonly gaps: GapsTable;
  readonly gap_keys: GapKeysTable;
  readonly drafts: DraftsTable;
  readonly subscriptions: SubscriptionsTable;
  readonly deliveries: DeliveriesTable;
  readonly shown: ShownTable;
  readonly signals: SignalsTable;
}

/** Yes or no: only `storable` makes one of a boolean. */
export type Flag = 0 | 1;

/** What a server has set; a column that is null stands for what is usual. */
interface SettingsTable {
  readonly guild: string;
  readonly language: string | null;
  readonly is_private: Flag | null;
  readonly caution: string | null;
  /** A JSON list of channels' ids where mentions are answered; null: everywhere. */
  readonly mention_channels: string | null;
  /** The id of the role whose members curate. */
  readonly curators: string | null;
  readonly retention_days: number | null;
  readonly updated_at: number;
}

/** What a person has set for direct messages. */
interface PeopleTable {
  readonly person: string;
  readonly language: string | null;
  readonly updated_at: number;
}

/** Questions as they were asked, deleted when the time is over for which the server keeps them. */
interface QuestionsTable {
  /** The id of the interaction or message that asked. */
  readonly id: string;
  readonly guild: string;
  readonly person: string;
  readonly asked_at: number;
  /** When it is deleted. */
  readonly expires_at: number;
  /** Without ids, mentions, links and addresses; null where nothing is kept. */
  readonly text: string | null;
  readonly language: string;
  /** `answer`, `choices` or `unknown`. */
  readonly outcome: string;
  /** The answering entry, or the nearest one. */
  readonly entry: string | null;
  readonly confidence: number | null;
  /** The cluster of questions that were not answered well. */
  readonly gap: string | null;
}

/** One vote a person on an answer. */
interface VotesTable {
  readonly question: string;
  readonly person: string;
  readonly guild: string;
  readonly entry: string | null;
  readonly is_helpful: Flag;
  /** `answer`, `citation` or `question`: what was wrong. */
  readonly reason: string | null;
  readonly voted_at: number;
  readonly expires_at: number;
}

/** Counts of a server's day, such as `2026-11-29` in UTC; added up when things happen. */
interface DaysTable {
  readonly guild: string;
  readonly day: string;
  readonly asked: number;
  readonly answered: number;
  readonly declined: number;
  readonly helped: number;
  readonly unhelped: number;
}

/** How often an entry answered on a day. */
interface EntryDaysTable {
  readonly guild: string;
  readonly entry: string;
  readonly day: string;
  readonly answered: number;
}

/** Clusters of a server's questions that got no good answer; their texts stand in `questions` alone. */
interface GapsTable {
  readonly id: string;
  readonly guild: string;
  readonly language: string;
  /** How many questions it has had. */
  readonly asked: number;
  /** How many votes against answers it has had. */
  readonly unhelped: number;
  /** When the day began on which the first was asked: of whom nothing is kept any more, no time is. */
  readonly first_at: number;
  /** When the last was asked of those that are kept. */
  readonly last_at: number;
  /** A `GapState` of the core. */
  readonly state: string;
  /** How many questions it has had since its state was last changed. */
  readonly again: Generated<number>;
  /** A JSON list of the nearest entries, `[{"entry":"talks-2016-dates","confidence":0.31}]`. */
  readonly nearest: string;
}

/** What finds the cluster of a question: keyed hashes of the stems of those that are in it, and go with them. */
interface GapKeysTable {
  readonly guild: string;
  /** Leads to one cluster of the server, whatever its question. */
  readonly hash: string;
  readonly question: string;
  readonly gap: string;
}

/** What curators have drafted. */
interface DraftsTable {
  readonly id: string;
  readonly guild: string;
  /** `wording` of an entry, or a new `entry`. */
  readonly kind: string;
  /** JSON, as `Addition` of the core has it. */
  readonly body: string;
  readonly gap: string | null;
  readonly author: string;
  /** `open` or `exported`. */
  readonly state: string;
  readonly made_at: number;
  readonly exported_at: number | null;
}

/** What is posted to a channel, and when next. */
interface SubscriptionsTable {
  readonly id: string;
  readonly guild: string;
  /** Its place among the server's own, from 1; none twice in a server. */
  readonly slot: number;
  readonly channel: string;
  /** `fact` or `on-this-day`. */
  readonly kind: string;
  /** Five fields of cron, such as `0 9 * * *`. */
  readonly cron: string;
  readonly zone: string;
  readonly language: string;
  /** `active` or `paused`. */
  readonly state: string;
  /** Why it is paused where nobody paused it, such as `gone`. */
  readonly reason: string | null;
  readonly next_due: number;
  readonly made_at: number;
}

/** Posts: claimed before they are made, so that none is made twice. */
interface DeliveriesTable {
  readonly subscription: string;
  readonly due: number;
  /** `pending`, `done`, `skipped` or `lost`. */
  readonly state: string;
  readonly lease_until: number;
  readonly nonce: string;
  /** What is posted: the entry's id. */
  readonly entry: string | null;
  readonly claimed_at: number;
}

/** Which facts a subscription has shown in this round. */
interface ShownTable {
  readonly subscription: string;
  readonly entry: string;
}

/** What one process tells all others, such as that the knowledge is to be read again. */
interface SignalsTable {
  readonly name: string;
  readonly value: string;
  readonly at: ColumnType<number>;
}
