import { createHmac, randomBytes } from "node:crypto";
import type { Logger } from "pino";
import type { Context } from "../command.js";
import { controls } from "../control-phrases.js";
import type { Knowledge } from "../knowledge/model.js";
import type { Reply } from "../reply.js";
import type { Cooldown, Turn } from "./cooldown.js";
import type { Manners } from "./manners.js";
import type { Offered, Offers } from "./offers.js";
import type { OwnButtons } from "./own-buttons.js";
import type { SeenIds } from "./seen.js";

/** The context for a person's language, such as `"es"`, for their conversation, and for this use of the bot. */
export type ContextFor = (preferred: string, who: string, seed: string) => Context;

/** What the handlers of interactions and messages share. */
export interface Tools {
  readonly knowledge: Knowledge;
  readonly contextFor: ContextFor;
  readonly log: Logger;
  readonly manners: Manners;
  readonly own: OwnButtons;
  readonly cooldown: Cooldown;
  readonly people: People;
  readonly offers: Offers;
  /** The private messages that were shared. */
  readonly shared: SeenIds;
}

/** People are told apart by hashes that nobody can turn back, and that the next start makes anew. */
export class People {
  private readonly key = randomBytes(32);

  /** What tells one person's conversation in one place from all others. */
  in(channel: string | null, user: string): string {
    return this.hash(`${channel ?? ""} ${user}`);
  }

  /** What tells one person from all others. */
  of(user: string): string {
    return this.hash(user);
  }

  private hash(text: string): string {
    return createHmac("sha256", this.key).update(text).digest("base64");
  }
}

/** Where and by whom the bot is used: an interaction or a message. */
interface Use {
  readonly id: string;
  readonly channelId: string | null;
}

/** What a command gets for a person's use of the bot, and what that person was offered last in this place. */
export function contextOf(
  { contextFor, people, offers, manners }: Tools,
  { id, channelId }: Use,
  user: string,
  preferred: string,
): Context & { readonly offered: () => Offered | undefined } {
  const who = people.in(channelId, user);
  const context = contextFor(preferred, who, id);
  return {
    ...context,
    offered: () => offers.of(who, manners.now()),
    shown: (reply) => {
      offers.keep(who, reply, manners.now());
      context.shown(reply);
    },
    forget: () => {
      offers.forget(who);
      return context.forget();
    },
  };
}

/** Takes a turn for a person; the words for who asks too fast, or undefined where they may go on. */
export function tooFast(
  { cooldown, people, manners }: Tools,
  user: string,
  language: string,
): (Turn & { ok: false; reply: Reply }) | undefined {
  const turn = cooldown.take(people.of(user), manners.now());
  if (turn.ok) return undefined;
  return { ...turn, reply: notice(language, controls(language).tooFast(turn.waitSeconds)) };
}

/** A line of the bot's own, for whoever asked alone. */
export function notice(language: string, line: string): Reply {
  return { kind: "notice", language, lines: [line], choices: [], onlyForAsker: true };
}
