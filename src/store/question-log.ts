import type { Insertable, Transaction } from "kysely";
import { cleanQuestion } from "../clean-question.js";
import type { Asked, QuestionLog } from "../questions.js";
import type { SettingsPort } from "../settings.js";
import { StoreTrouble } from "../store-trouble.js";
import { countDays, countEntries, dayOf } from "./count-days.js";
import { inTurn } from "./in-turn.js";
import type { StorePort } from "./store.js";
import type { Tables } from "./tables.js";
import type { OnUnanswered } from "./unanswered.js";

/** So many questions are written at once. */
const BATCH = 200;
/** How long the first of a batch waits for others. */
const GATHER_MS = 250;
/** How long a store that is away is left alone. */
const AWAY_MS = 2000;
/** So many questions wait while the store is away; then the oldest are dropped. */
const MAX_WAITING = 5000;
/** As so many entries are kept of what came nearest. */
const MAX_NEAREST = 3;
const DAY_MS = 86_400_000;

/** What a log is set up with; all of it has a usual value. */
interface Setup {
  /** Sees the questions that were not answered, in the transaction that writes them. */
  readonly onUnanswered?: readonly OnUnanswered[];
  /** Hears what went wrong, for nobody waits for the log. */
  readonly report?: (problem: string) => void;
  readonly maxWaiting?: number;
}

/** Questions wait in memory and are written by the hundred; while the store is away they wait on, as many as fit. */
export class QuestionsTable implements QuestionLog {
  private readonly waiting = new Map<string, Asked>();
  private writing: Promise<void> | undefined;
  private timer: NodeJS.Timeout | undefined;
  private dropped = 0;
  private isAway = false;

  constructor(
    private readonly store: StorePort,
    private readonly settings: Pick<SettingsPort, "of">,
    private readonly setup: Setup = {},
  ) {}

  note(asked: Asked): void {
    if (this.waiting.has(asked.id)) return;
    this.waiting.set(asked.id, asked);
    this.makeRoom();
    if (this.waiting.size >= BATCH && !this.isAway && !this.writing) this.inBackground();
    else this.timer ??= setTimeout(() => this.inBackground(), this.isAway ? AWAY_MS : GATHER_MS).unref();
  }

  /** Writes all that waits; rejects with a `StoreTrouble` where the store is away, and it waits on. */
  async flush(): Promise<void> {
    while (this.writing) await this.writing.catch(() => undefined);
    if (this.waiting.size === 0) return;
    this.writing = this.writeAll();
    try {
      await this.writing;
    } finally {
      this.writing = undefined;
    }
  }

  /** Takes back what waits of a person's; what is being written is in the table when this resolves. */
  async forget(person: string): Promise<void> {
    for (const [id, asked] of this.waiting) if (asked.person === person) this.waiting.delete(id);
    await this.writing?.catch(() => undefined);
    // What could not be written waits again.
    for (const [id, asked] of this.waiting) if (asked.person === person) this.waiting.delete(id);
  }

  /** Writes what still waits, and ends. */
  async close(): Promise<void> {
    await this.flush().catch(() => undefined);
    clearTimeout(this.timer);
    this.dropped += this.waiting.size;
    this.waiting.clear();
    this.reportDropped();
  }

  private inBackground(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    void this.flush().catch(() => {
      this.timer ??= setTimeout(() => this.inBackground(), AWAY_MS).unref();
    });
  }

  private async writeAll(): Promise<void> {
    while (this.waiting.size > 0) {
      const batch = [...this.waiting.values()].slice(0, BATCH);
      for (const { id } of batch) this.waiting.delete(id);
      try {
        await this.store.write((tx) => this.write(tx, batch));
      } catch (error) {
        if (error instanceof StoreTrouble) {
          this.wait(batch);
          if (!this.isAway) this.setup.report?.(`questions wait to be written down: ${error.message}`);
          this.isAway = true;
        } else {
          this.dropped += batch.length;
          this.setup.report?.(`questions cannot be written down: ${error instanceof Error ? error.stack : error}`);
        }
        throw error;
      }
      this.isAway = false;
      this.reportDropped();
    }
  }

  /** Puts a batch back before all that came since. */
  private wait(batch: readonly Asked[]): void {
    const since = [...this.waiting.values()];
    this.waiting.clear();
    for (const asked of [...batch, ...since]) if (!this.waiting.has(asked.id)) this.waiting.set(asked.id, asked);
    this.makeRoom();
  }

  private makeRoom(): void {
    for (const oldest of this.waiting.keys()) {
      if (this.waiting.size <= (this.setup.maxWaiting ?? MAX_WAITING)) break;
      this.waiting.delete(oldest);
      this.dropped += 1;
    }
  }

  private reportDropped(): void {
    if (this.dropped > 0) this.setup.report?.(`${this.dropped} questions were not written down`);
    this.dropped = 0;
  }

  private async write(tx: Transaction<Tables>, batch: readonly Asked[]): Promise<void> {
    await inTurn(
      tx,
      batch.filter((asked) => !isAnswered(asked)).map(({ guild }) => guild),
    );
    const written = await tx
      .insertInto("questions")
      .values(batch.map((asked) => this.rowOf(asked)))
      .onConflict((conflict) => conflict.column("id").doNothing())
      .returning(["id", "text"])
      .execute();
    const texts = new Map(written.map(({ id, text }) => [id, text]));
    const fresh = batch.filter(({ id }) => texts.has(id));
    await countDays(
      tx,
      fresh.map((asked) => ({
        guild: asked.guild,
        day: dayOf(asked.at),
        asked: 1,
        ...(isAnswered(asked) ? { answered: 1 } : { declined: 1 }),
      })),
    );
    await countEntries(
      tx,
      fresh.flatMap(({ guild, at, answeredBy }) => answeredBy.map((entry) => ({ guild, day: dayOf(at), entry }))),
    );
    const unanswered = fresh
      .filter((asked) => !isAnswered(asked))
      .map(({ id, guild, language, at, nearest }) => ({
        ...{ id, guild, language, at, text: texts.get(id) ?? null },
        nearest: nearest.slice(0, MAX_NEAREST),
        because: "declined" as const,
      }));
    if (unanswered.length > 0) for (const hook of this.setup.onUnanswered ?? []) await hook(tx, unanswered);
  }

  private rowOf({ id, guild, person, at, text, language, outcome, answeredBy, nearest, confidence }: Asked): NewRow {
    const { retentionDays } = this.settings.of(guild === "" ? undefined : guild);
    return {
      ...{ id, guild, person, language, outcome, confidence, gap: null },
      asked_at: at,
      // What is not kept stands for a day without its words, so that its answer can be voted on.
      expires_at: at + Math.max(1, retentionDays) * DAY_MS,
      text: retentionDays === 0 ? null : cleanQuestion(text),
      entry: answeredBy[0] ?? nearest[0]?.entry ?? null,
    };
  }
}

function isAnswered({ outcome }: Asked): boolean {
  return outcome === "answer";
}

type NewRow = Insertable<Tables["questions"]>;
