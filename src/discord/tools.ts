import { createHmac, randomBytes } from "node:crypto";
import type { Logger } from "pino";
import { talkKey } from "../answer/talk-key.js";
import type { Context } from "../command.js";
import type { Use } from "../context.js";
import { controls } from "../control-phrases.js";
import type { Knowledge } from "../knowledge/model.js";
import type { Observer } from "../observer.js";
import type { NoticeReply } from "../reply.js";
import type { Cooldown, Turn } from "./cooldown.js";
import type { Forms } from "./forms.js";
import type { Manners } from "./manners.js";
import type { Offered, Offers } from "./offers.js";
import type { OwnButtons } from "./own-buttons.js";
import type { Owners } from "./owners.js";
import type { SeenIds } from "./seen.js";

/** The context for one use of the bot. */
export type ContextFor = (use: Use) => Context;

/** What the handlers of interactions and messages share. */
export interface Tools {
  /** The knowledge that is current; what a context made carries the context's. */
  readonly current: () => Knowledge;
  readonly contextFor: ContextFor;
  readonly log: Logger;
  readonly manners: Manners;
  readonly observer: Observer;
  readonly own: OwnButtons;
  readonly cooldown: Cooldown;
  readonly people: People;
  readonly owners: Owners;
  readonly forms: Forms;
  readonly offers: Offers;
  /** The private messages that were shared. */
  readonly shared: SeenIds;
}

/** People are told apart by hashes that nobody can turn back without the key. */
export class People {
  /** Without a key, the next start makes all hashes anew. */
  constructor(private readonly key: Uint8Array = randomBytes(32)) {}

  /** What tells one person's conversation in one place from all others. */
  in(channel: string | null, user: string): string {
    return talkKey(this.of(user), this.hash(`${channel ?? ""} ${user}`));
  }

  /** What tells one person from all others. */
  of(user: string): string {
    return this.hash(user);
  }

  private hash(text: string): string {
    return createHmac("sha256", this.key).update(text).digest("base64");
  }
}

/** What a command gets for one use of the bot, and what that person was offered last in this place. */
export function contextOf(
  { contextFor, offers, forms, own, manners }: Tools,
  use: Use,
): Context & { readonly offered: () => Offered | undefined } {
  const who = use.talk;
  const context = contextFor(use);
  return {
    ...context,
    offered: () => offers.of(who, manners.now()),
    shown: (reply) => {
      offers.keep(who, reply, manners.now());
      context.shown(reply);
    },
    forget: () => {
      offers.forget(who);
      forms.forget(use.asker.key);
      own.forget(use.asker.key);
      return context.forget();
    },
  };
}

/** Takes a turn for a person; the words for who asks too fast, or undefined where they may go on. */
export function tooFast(
  { cooldown, people, manners }: Tools,
  user: string,
  language: string,
): (Turn & { ok: false; reply: NoticeReply }) | undefined {
  const turn = cooldown.take(people.of(user), manners.now());
  if (turn.ok) return undefined;
  return { ...turn, reply: notice(language, controls(language).tooFast(turn.waitSeconds)) };
}

/** A line of the bot's own, for whoever asked alone. */
export function notice(language: string, line: string): NoticeReply {
  return { kind: "notice", language, lines: [line], choices: [], onlyForAsker: true };
}
