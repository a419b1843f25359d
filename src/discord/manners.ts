import type { Pace } from "./cooldown.js";

/** How the bot behaves towards people, and by which clock. */
export interface Manners {
  readonly pace: Pace;
  /** A reply that takes longer is announced by "thinking", and follows. */
  readonly deferAfterMs: number;
  /** An answer to a message that takes longer is announced by typing dots. */
  readonly typingAfterMs: number;
  /** How often memory is rid of what is too old, whether or not anybody speaks. */
  readonly sweepMs: number;
  /** The time in milliseconds since 1970. */
  readonly now: () => number;
}

/** What is usual; Discord allows three seconds for a first response. */
export const USUAL: Manners = {
  pace: { questions: 10, seconds: 20 },
  deferAfterMs: 2000,
  typingAfterMs: 300,
  sweepMs: 60_000,
  now: Date.now,
};
