import type { Told } from "../../../src/reply.js";

/** A message that stands in a channel. */
export interface Standing {
  readonly channel: string;
  readonly nonce: string;
  readonly title: string;
  readonly at: number;
}

/** How long Discord remembers a nonce here: hardly longer than the scheduler relies on. */
const REMEMBERED_MS = 190_000;

/** Discord as far as posting goes: while a nonce is remembered, a repeated one adds nothing. */
export class DiscordModel {
  readonly messages: Standing[] = [];
  /** How many posts added nothing. */
  repeated = 0;
  private readonly latest = new Map<string, Standing>();

  post(channel: string, reply: Told, nonce: string, at: number): void {
    const key = `${channel} ${nonce}`;
    const earlier = this.latest.get(key);
    if (earlier && at - earlier.at <= REMEMBERED_MS) {
      this.repeated += 1;
      return;
    }
    const title = "title" in reply ? (reply.title ?? "") : "";
    const message = { channel, nonce, title, at };
    this.latest.set(key, message);
    this.messages.push(message);
  }
}
