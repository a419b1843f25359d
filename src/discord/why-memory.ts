/** How long the reasons for a reply are kept. */
export const KEPT_MS = 15 * 60_000;
/** Of how many replies they are kept at most; the oldest go first. */
export const MAX_KEPT = 5000;

/** Something that was asked: an interaction or a message of Discord's. */
export interface Asked {
  readonly id: string;
  readonly channelId: string | null;
  /** When, in milliseconds since 1970. */
  readonly createdTimestamp: number;
}

interface Kept<T> {
  readonly value: T;
  readonly who: string;
  readonly channelId: string | null;
  readonly at: number;
}

/** Keeps what belongs to a question for a while, in memory alone; what is too old goes with the next question or look. */
export class WhyMemory<T> {
  private readonly kept = new Map<string, Kept<T>>();

  /** Keeps a value under the id of what was asked; `who` tells the person who asked from all others. */
  keep({ id, channelId, createdTimestamp: at }: Asked, value: T, who: string): void {
    this.kept.delete(id);
    this.kept.set(id, { value, who, channelId, at });
    this.sweep(at);
  }

  /** What was kept under an id, for somebody who looks later in the same channel; undefined where it is gone, or another's. */
  find(id: string, { channelId, createdTimestamp: now }: Asked): T | undefined {
    this.sweep(now);
    const found = this.kept.get(id);
    return found && found.channelId === channelId && now - found.at < KEPT_MS ? found.value : undefined;
  }

  get size(): number {
    return this.kept.size;
  }

  /** Drops what is kept of one person's questions. */
  forget(who: string): void {
    for (const [id, kept] of this.kept) if (kept.who === who) this.kept.delete(id);
  }

  /** Drops what is too old. */
  sweep(now: number): void {
    for (const [id, { at }] of this.kept) {
      if (this.kept.size <= MAX_KEPT && now - at < KEPT_MS) break;
      this.kept.delete(id);
    }
  }
}
