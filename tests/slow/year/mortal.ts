import type { Claim, DeliveriesPort, NewClaim, Poster } from "../../../src/digests.js";
import type { Knowledge } from "../../../src/knowledge/model.js";
import { Scheduler } from "../../../src/schedule/scheduler.js";
import type { DiscordModel } from "./discord-model.js";

/** What all processes of a simulation share. */
export interface Shared {
  readonly clock: { now: number };
  readonly knowledge: Knowledge;
  readonly discord: DiscordModel;
  readonly chance: () => number;
  readonly log: (facts: Readonly<Record<string, unknown>>, words: string) => void;
  readonly claimed: (claims: readonly NewClaim[]) => void;
  /** An expired claim has a new lease. */
  readonly renewed: (claim: Claim, leaseUntil: number) => void;
}

/** How likely a process dies at each of the points between claiming, posting and ending. */
const DEADLY = 0.03;

/** A process with a scheduler that may die at any point that matters: from then on nothing of it does anything. */
export class Mortal {
  private isDead = false;
  private die: () => void = () => {};
  private readonly death = new Promise<"dead">((resolve) => {
    this.die = () => resolve("dead");
  });
  private readonly scheduler: Scheduler;

  constructor(
    private readonly shared: Shared,
    deliveries: DeliveriesPort,
    skewMs: number,
  ) {
    const now = () => shared.clock.now + skewMs;
    const poster: Poster = {
      isReady: () => true,
      post: async (channel, reply, nonce) => {
        await this.survive();
        shared.discord.post(channel, reply, nonce, shared.clock.now);
        await this.survive();
        return "posted";
      },
      tellOwner: async () => {},
    };
    const log = { info: () => {}, warn: shared.log };
    const knowledge = () => shared.knowledge;
    this.scheduler = new Scheduler({ deliveries: this.mortal(deliveries), poster, knowledge, now, log });
  }

  /** Whether it was alive to the end of the tick. */
  async tick(): Promise<boolean> {
    if (this.isDead) return false;
    return (await Promise.race([this.scheduler.tick(), this.death])) !== "dead";
  }

  private mortal(port: DeliveriesPort): DeliveriesPort {
    const mortally =
      <Args extends unknown[], T>(work: (...args: Args) => Promise<T>) =>
      async (...args: Args): Promise<T> => {
        await this.survive();
        const done = await work(...args);
        await this.survive();
        return done;
      };
    const alive =
      <Args extends unknown[], T>(work: (...args: Args) => Promise<T>) =>
      (...args: Args): Promise<T> =>
        this.isDead ? forever() : work(...args);
    return {
      due: alive((now, limit) => port.due(now, limit)),
      expired: alive((now, limit) => port.expired(now, limit)),
      claim: mortally(async (wanted) => {
        const got = await port.claim(wanted);
        this.shared.claimed(got);
        return got;
      }),
      renew: mortally(async (claim, leaseUntil, entry) => {
        const isOurs = await port.renew(claim, leaseUntil, entry);
        if (isOurs) this.shared.renewed(claim, leaseUntil);
        return isOurs;
      }),
      finish: mortally((...args) => port.finish(...args)),
      release: mortally((...args) => port.release(...args)),
      pauseChannel: alive((...args) => port.pauseChannel(...args)),
      purge: alive((before) => port.purge(before)),
    };
  }

  private survive(): Promise<void> {
    if (!this.isDead && this.shared.chance() >= DEADLY) return Promise.resolve();
    this.isDead = true;
    this.die();
    return forever();
  }
}

function forever(): Promise<never> {
  return new Promise(() => {});
}
