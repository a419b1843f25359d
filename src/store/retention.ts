import type { SettingsPort } from "../settings.js";
import { dayOf } from "./count-days.js";
import { deleteExported } from "./delete-drafts.js";
import { deleteQuestions, deleteTexts } from "./delete-questions.js";
import { inTurn } from "./in-turn.js";
import type { StorePort } from "./store.js";

/** So many rows are looked at in one transaction, so that nobody waits long for theirs. */
const BATCH = 500;
const DAY_MS = 86_400_000;
/** Settings that were changed so lately are carried out again, for a stop may have come between. */
const LATELY_MS = 2 * DAY_MS;

/** So long the counts of a day are kept. */
const COUNTS_MS = 400 * DAY_MS;

/** Deletes what has been kept for its time. */
export class Retention {
  private going: Promise<void> = Promise.resolve();
  private isHalted = false;

  constructor(
    private readonly store: StorePort,
    private readonly settings: Pick<SettingsPort, "of">,
    private readonly now: () => number,
  ) {}

  /** Deletes what is over at a time, some rows after the other; resolves when nothing of it is left, in the files neither. */
  purge(now = this.now()): Promise<void> {
    return this.next(async () => {
      const changed = await this.store.read((db) =>
        db
          .selectFrom("settings")
          .select("guild")
          .where("updated_at", ">", now - LATELY_MS)
          .execute(),
      );
      for (const { guild } of changed) await this.shorten(guild);
      await this.deleteCounts(now);
      await this.deleteExpired(now);
    });
  }

  /** Lets what a server keeps already go as soon as its settings say now. */
  apply(guild: string): Promise<void> {
    return this.next(async () => {
      await this.shorten(guild);
      await this.deleteExpired(this.now());
    });
  }

  /** Begins nothing new: what is left is deleted after the next start. */
  halt(): void {
    this.isHalted = true;
  }

  /** Ends after the batch that is going on, and waits for it. */
  async stop(): Promise<void> {
    this.halt();
    await this.going.catch(() => undefined);
  }

  /** One after the other. */
  private next(work: () => Promise<void>): Promise<void> {
    this.going = this.going.catch(() => undefined).then(work);
    return this.going;
  }

  private async deleteExpired(now: number): Promise<void> {
    for (let isMore = true; isMore && !this.isHalted; ) {
      const over = await this.store.read((db) =>
        db.selectFrom("questions").select("id").where("expires_at", "<=", now).limit(BATCH).execute(),
      );
      await this.store.write((tx) =>
        deleteQuestions(
          tx,
          over.map(({ id }) => id),
        ),
      );
      isMore = over.length === BATCH;
    }
    // Votes go with their questions; one that came while its question went is left.
    await this.store.write((tx) => tx.deleteFrom("votes").where("expires_at", "<=", now).execute());
    await deleteExported(this.store, now);
    await this.store.settle();
  }

  private async deleteCounts(now: number): Promise<void> {
    const since = dayOf(now - COUNTS_MS);
    await this.store.write(async (tx) => {
      for (const table of ["days", "entry_days"] as const)
        await tx.deleteFrom(table).where("day", "<", since).execute();
    });
  }

  /** Brings the end of a server's questions forward where they are kept for less time now, from the oldest on. */
  private async shorten(guild: string): Promise<void> {
    const { retentionDays } = this.settings.of(guild);
    const keptMs = Math.max(1, retentionDays) * DAY_MS;
    for (let after = -1; !this.isHalted; ) {
      const rows = await this.store.read((db) =>
        db
          .selectFrom("questions")
          .select(["id", "asked_at", "text"])
          .where("guild", "=", guild)
          .where("asked_at", ">", after)
          .orderBy("asked_at")
          .limit(BATCH)
          .execute(),
      );
      const last = rows.at(-1)?.asked_at;
      if (last === undefined) return;
      const texts = retentionDays === 0 ? rows.filter(({ text }) => text !== null).map(({ id }) => id) : [];
      await this.store.write(async (tx) => {
        await inTurn(tx, [guild]);
        await tx
          .updateTable("questions")
          .set(({ eb }) => ({ expires_at: eb("asked_at", "+", keptMs) }))
          .where("guild", "=", guild)
          .where("asked_at", ">", after)
          .where("asked_at", "<=", last)
          .where(({ eb }) => eb("expires_at", ">", eb("asked_at", "+", keptMs)))
          .execute();
        await deleteTexts(tx, texts);
      });
      if (rows.length < BATCH) return;
      // Several may have been asked at once, of which the batch had not all.
      after = last === after + 1 ? last : last - 1;
    }
  }
}
