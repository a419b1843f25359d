import { createHash } from "node:crypto";
import type { Claim, DeliveriesPort, Due, NewClaim, PauseReason, Poster, Subscription } from "../digests.js";
import type { Knowledge } from "../knowledge/model.js";
import { type Chosen, choose, digestReply } from "./content.js";
import { latestDue, nextDue } from "./due.js";

/** Hears what the operator should know; facts are ids and times. */
export interface ScheduleLog {
  info(facts: Readonly<Record<string, unknown>>, words: string): void;
  warn(facts: Readonly<Record<string, unknown>>, words: string): void;
}

export interface SchedulerPorts {
  readonly deliveries: DeliveriesPort;
  readonly poster: Poster;
  readonly knowledge: () => Knowledge;
  readonly now: () => number;
  readonly log: ScheduleLog;
}

/** For so long a claim is its process's own. Below a minute: the tick after the next one finds it over. */
export const LEASE_MS = 50_000;
/** For so long after a claim a post may be repeated with its nonce; Discord remembers nonces for longer. */
export const NONCE_WINDOW_MS = 180_000;
/** So many posts are made at a time. */
const AT_ONCE = 10;

/** Posts what is due, once, however many of these run on one store. */
export class Scheduler {
  private running: Promise<void> | undefined;
  private isStopped = false;

  constructor(private readonly ports: SchedulerPorts) {}

  /** Posts what is due now. Where the last tick still runs, it does nothing but wait for that; nothing that fails rejects. */
  tick(): Promise<void> {
    if (this.isStopped) return Promise.resolve();
    this.running ??= this.run()
      .catch((error: unknown) => this.failed(error, {}, "a tick of the schedule failed"))
      .finally(() => {
        this.running = undefined;
      });
    return this.running;
  }

  /** Begins nothing new, and waits for what is being posted. */
  async stop(): Promise<void> {
    this.isStopped = true;
    await this.running;
  }

  private async run(): Promise<void> {
    const { deliveries, poster, now } = this.ports;
    // What is not posted now stays due.
    if (!poster.isReady()) return;
    const tried = new Set<string>();
    const isNew = (id: string) => !tried.has(id) && tried.add(id) !== undefined;
    for (let isMore = true; isMore && !this.isStopped; ) {
      const expired = await deliveries.expired(now(), AT_ONCE);
      const fresh = expired.filter(({ claim }) => isNew(keyOf(claim)));
      await Promise.all(fresh.map(({ claim, of }) => this.again(claim, of)));
      isMore = expired.length === AT_ONCE && fresh.length > 0;
    }
    for (let isMore = true; isMore && !this.isStopped; ) {
      const due = await deliveries.due(now(), AT_ONCE);
      const fresh = due.filter(({ subscription }) => isNew(`${subscription.id} ${subscription.nextDue}`));
      await this.begin(fresh);
      isMore = due.length === AT_ONCE && fresh.length > 0;
    }
  }

  /** Claims and posts what nobody has claimed. */
  private async begin(dues: readonly Due[]): Promise<void> {
    const made = dues.map((due) => this.claimFor(due));
    // Before anything else, for who is ended in between says nothing; of several processes each may say it.
    for (const { claim, of } of made) if (claim.due !== claim.nextDue) this.missed(claim, of.subscription);
    const got = await this.ports.deliveries.claim(made.map(({ claim }) => claim));
    const isGot = new Set(got.map(keyOf));
    const mine = made.filter(({ claim }) => isGot.has(keyOf(claim)));
    await Promise.all(
      mine.filter(({ claim }) => !claim.isSkipped).map(({ claim, of }) => this.post(claim, of.subscription, true)),
    );
  }

  private claimFor(of: Due): { readonly claim: NewClaim; readonly of: Due } {
    const { subscription } = of;
    const now = this.ports.now();
    const due = latestDue(subscription, subscription.nextDue, now);
    const chosen = choose(this.ports.knowledge(), of, due);
    const claim: NewClaim = {
      subscription: subscription.id,
      due,
      nonce: nonceOf(subscription.id, due),
      ...chosen,
      leaseUntil: now + LEASE_MS,
      claimedAt: now,
      nextDue: subscription.nextDue,
      next: nextDue(subscription, due),
      isSkipped: chosen === undefined,
    };
    return { claim, of };
  }

  /** A claim whose process did not end it: it is posted again while its nonce holds, and given up after that. */
  private async again(claim: Claim, of: Due): Promise<void> {
    const { deliveries, knowledge, now } = this.ports;
    const { subscription } = of;
    await this.orReport(claim, async () => {
      const next = nextDue(subscription, claim.due);
      if (subscription.isPaused) return void (await deliveries.finish(claim, "skipped", next));
      if (now() - claim.claimedAt > NONCE_WINDOW_MS) {
        const facts = factsOf(claim, subscription);
        if (await deliveries.finish(claim, "lost", next))
          this.ports.log.warn(facts, "a digest may not have been posted");
        return;
      }
      const isThere = digestReply(knowledge(), subscription, claim.due, claim) !== undefined;
      const chosen: Chosen | undefined = isThere ? claim : choose(knowledge(), of, claim.due);
      if (!chosen) return void (await deliveries.finish(claim, "skipped", next));
      const leaseUntil = now() + LEASE_MS;
      const renewed: Claim = { ...claim, entry: chosen.entry, leaseUntil };
      if (await deliveries.renew(claim, leaseUntil, chosen.entry)) await this.post(renewed, subscription, false);
    });
  }

  private async post(claim: Claim, subscription: Subscription, isFirst: boolean): Promise<void> {
    const { deliveries, poster, knowledge, now, log } = this.ports;
    await this.orReport(claim, async () => {
      const reply = digestReply(knowledge(), subscription, claim.due, claim);
      // A process that was held up so long that another may have taken over leaves it to that one.
      if (!reply || now() >= claim.leaseUntil) return;
      const posted = await poster.post(subscription.channel, reply, claim.nonce);
      if (posted === "posted") {
        await deliveries.finish(claim, "done", nextDue(subscription, claim.due));
        log.info(factsOf(claim, subscription), "a digest was posted");
      } else if (posted === "not-sent") {
        // Of a repeated one, the first may have been sent.
        if (isFirst) await deliveries.release(claim);
        log.warn(factsOf(claim, subscription), "a digest could not be sent and is tried again");
      } else await this.close(subscription, posted.closed);
    });
  }

  private async close({ guild, channel }: Subscription, reason: PauseReason): Promise<void> {
    const count = await this.ports.deliveries.pauseChannel(guild, channel, reason);
    if (count === 0) return;
    this.ports.log.warn({ guild, channel, reason, count }, "digests pause");
    await this.ports.poster.tellOwner(guild, channel, reason, count);
  }

  private missed(claim: NewClaim, subscription: Subscription): void {
    const facts = { ...factsOf(claim, subscription), missedFrom: new Date(claim.nextDue).toISOString() };
    this.ports.log.warn(facts, "digests were missed; the latest is posted");
  }

  private async orReport(claim: Claim, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.failed(error, { subscription: claim.subscription }, "a digest failed and is tried again");
    }
  }

  private failed(error: unknown, facts: Readonly<Record<string, unknown>>, words: string): void {
    this.ports.log.warn({ ...facts, error: error instanceof Error ? error.message : String(error) }, words);
  }
}

function keyOf({ subscription, due }: Pick<Claim, "subscription" | "due">): string {
  return `${subscription} ${due}`;
}

/** The same for the same post, whoever makes it: 24 characters. */
function nonceOf(subscription: string, due: number): string {
  return createHash("sha256").update(`${subscription} ${due}`).digest("base64url").slice(0, 24);
}

function factsOf({ due, nonce }: Claim, { id, guild, channel }: Subscription): Record<string, unknown> {
  return { subscription: id, guild, channel, due: new Date(due).toISOString(), nonce };
}
