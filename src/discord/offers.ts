import { TALK_MS } from "../answer/conversation/conversations.js";
import { dropPerson } from "../answer/talk-key.js";
import type { Language } from "../knowledge/model.js";
import { type Numbered, numberedIn } from "../numbered.js";
import { offeredBy, type Reply } from "../reply.js";

/** What a reply offered, by its numbers from 1, and the language that it was in: a number says none. */
export interface Offered {
  readonly numbered: readonly Numbered[];
  readonly language: Language;
}

/** So many people's offers are kept; the oldest make room. */
const MAX_OFFERS = 2000;

/** What each person was last offered in each place, in memory alone and as long as a conversation, so that a typed number picks it. */
export class Offers {
  /** In the order in which they were made. */
  private readonly kept = new Map<string, Offered & { readonly at: number }>();

  /** Keeps what a reply offers; a word of the bot's own that offers nothing leaves the earlier offer as it is. */
  keep(who: string, reply: Reply, now: number): void {
    const numbered = numberedIn(reply);
    if (numbered.length === 0 && !offeredBy(reply)) return;
    this.kept.delete(who);
    this.kept.set(who, { numbered, language: reply.language, at: now });
    this.sweep(now);
  }

  /** Drops what is too old. */
  sweep(now: number): void {
    for (const [oldest, { at }] of this.kept) {
      if (this.kept.size <= MAX_OFFERS && now - at < TALK_MS) break;
      this.kept.delete(oldest);
    }
  }

  /** What a person was offered last; nothing after ten minutes. */
  of(who: string, now: number): Offered | undefined {
    const kept = this.kept.get(who);
    return kept && now - kept.at < TALK_MS ? kept : undefined;
  }

  /** Drops what the person of a conversation was offered in all places. */
  forget(who: string): void {
    dropPerson(this.kept, who);
  }
}
