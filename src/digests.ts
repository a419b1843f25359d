import type { Language } from "./knowledge/model.js";
import type { Told } from "./reply.js";

/** What is posted: a cited fact, or what happened on this day in other years. */
export type DigestKind = "fact" | "on-this-day";

/** Why a subscription pauses although nobody paused it: the channel is gone, closed to the bot, or not for messages; or no date comes any more. */
export type PauseReason = "gone" | "forbidden" | "not-text" | "over";

/** Most subscriptions of a server. */
export const MAX_SUBSCRIPTIONS = 25;

/** What is to be posted where and when: `{ kind: "fact", cron: "0 9 * * 1", zone: "Europe/Madrid", language: "es", … }`. */
export interface Wanted {
  /** Tells it from all others, such as the id of the use of the bot that wanted it. */
  readonly id: string;
  readonly guild: string;
  readonly channel: string;
  readonly kind: DigestKind;
  /** Five fields as `readWhen` gives them. */
  readonly cron: string;
  readonly zone: string;
  readonly language: Language;
  /** When it is due next, in milliseconds since 1970. */
  readonly nextDue: number;
}

export interface Subscription extends Wanted {
  /** Its place among the server's own, from 1 to 25. */
  readonly number: number;
  readonly isPaused: boolean;
  /** Undefined where it goes on, or where somebody paused it. */
  readonly reason?: PauseReason;
}

/** The subscriptions of servers, for commands. */
export interface DigestsPort {
  /** By number. */
  of(guild: string): Promise<Subscription[]>;
  /** Undefined where the server has as many as it may. */
  add(wanted: Wanted): Promise<Subscription | undefined>;
  /** Undefined where it is gone, here as below. */
  pause(guild: string, id: string): Promise<Subscription | undefined>;
  /** Goes on from a date; what was due while it was paused is left out. */
  resume(guild: string, id: string, nextDue: number): Promise<Subscription | undefined>;
  remove(guild: string, id: string): Promise<Subscription | undefined>;
}

/** A subscription that is due, and the facts that it has shown in this round. */
export interface Due {
  readonly subscription: Subscription;
  readonly shown: ReadonlySet<string>;
}

/** A post to be made: claimed for a while, so that nobody else makes it. */
export interface Claim {
  /** The subscription's id. */
  readonly subscription: string;
  readonly due: number;
  readonly nonce: string;
  /** The fact that is posted; undefined where the date says what is. */
  readonly entry?: string;
  readonly leaseUntil: number;
  readonly claimedAt: number;
}

/** A claim that was wanted: `nextDue` is the subscription's date as it was read, `next` the one after this. */
export interface NewClaim extends Claim {
  readonly nextDue: number;
  readonly next: number | undefined;
  /** Nothing is to be posted: it is done with at once. */
  readonly isSkipped: boolean;
}

/** What became of a claim. */
export type Outcome = "done" | "skipped" | "lost";

/** The posts of all subscriptions, for the scheduler; any number of processes may use it at once. */
export interface DeliveriesPort {
  /** Active subscriptions whose date has come and which nobody has claimed, the longest due first. */
  due(now: number, limit: number): Promise<Due[]>;
  /** Claims what nobody else has claimed or changed since it was read; gives what was got. */
  claim(wanted: readonly NewClaim[]): Promise<NewClaim[]>;
  /** Claims whose lease is over, and their subscriptions. */
  expired(now: number, limit: number): Promise<{ readonly claim: Claim; readonly of: Due }[]>;
  /** Takes an expired claim over with a new lease, and another entry where there is one; false where somebody else did. */
  renew(claim: Claim, leaseUntil: number, entry: string | undefined): Promise<boolean>;
  /** Ends a claim and moves its subscription on, both or neither; false where it had ended before. */
  finish(claim: Claim, outcome: Outcome, next: number | undefined): Promise<boolean>;
  /** Takes a claim back that was certainly not posted. */
  release(claim: Claim): Promise<void>;
  /** Pauses what goes on in a channel; how many there were. Their claims end as skipped. */
  pauseChannel(guild: string, channel: string, reason: PauseReason): Promise<number>;
  /** Forgets what ended before a moment; how many there were. */
  purge(before: number): Promise<number>;
}

/** What came of a post: it stands; it was certainly not sent; or the channel does not take it. Whatever else happens rejects. */
export type Posted = "posted" | "not-sent" | { readonly closed: Exclude<PauseReason, "over"> };

/** Where digests are posted. */
export interface Poster {
  /** Whether a post can be made now. */
  isReady(): boolean;
  /** Posts once for a nonce of at most 25 characters: for some minutes a repeated one gives the earlier message. */
  post(channel: string, reply: Told, nonce: string): Promise<Posted>;
  /** Tells the server's owner why its digests pause; whether that succeeded is not told. */
  tellOwner(guild: string, channel: string, reason: PauseReason, count: number): Promise<void>;
}
