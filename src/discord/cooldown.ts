/** How often one person may ask: `questions` at once, and as many again over `seconds`; 0 questions: as often as they like. */
export interface Pace {
  readonly questions: number;
  readonly seconds: number;
}

/** What asking now comes to: go on, or wait; `isNews` where the person was not told so since they last got through. */
export type Turn =
  | { readonly ok: true }
  | { readonly ok: false; readonly waitSeconds: number; readonly isNews: boolean };

interface Bucket {
  readonly left: number;
  readonly at: number;
  readonly isTold: boolean;
}

/** So many people are remembered; whoever was silent longest is forgotten first, and may ask again at once. */
const MAX_PEOPLE = 10_000;

/** A bucket of turns for each person (https://en.wikipedia.org/wiki/Token_bucket): it fills with time, each question takes one. */
export class Cooldown {
  /** In the order of their last question, the longest silent first. */
  private readonly buckets = new Map<string, Bucket>();

  constructor(private readonly pace: Pace) {}

  /** Takes a turn for a person at a time in milliseconds. */
  take(who: string, now: number): Turn {
    const { questions, seconds } = this.pace;
    if (questions <= 0) return { ok: true };
    const perMs = questions / (Math.max(seconds, 0.001) * 1000);
    const known = this.buckets.get(who);
    const left = known ? Math.min(questions, known.left + Math.max(0, now - known.at) * perMs) : questions;
    const ok = left >= 1;
    this.keep(who, { left: ok ? left - 1 : left, at: now, isTold: !ok });
    return ok ? { ok } : { ok, waitSeconds: Math.ceil((1 - left) / perMs / 1000), isNews: !known?.isTold };
  }

  private keep(who: string, bucket: Bucket): void {
    this.buckets.delete(who);
    this.buckets.set(who, bucket);
    for (const [oldest] of this.buckets) {
      if (this.buckets.size <= MAX_PEOPLE) break;
      this.buckets.delete(oldest);
    }
  }
}
