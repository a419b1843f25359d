import type { Answerer } from "./answer/answerer.js";
import { Conversations } from "./answer/conversation/conversations.js";
import type { Context, Listed } from "./command.js";
import { contextOf, type Moment, type Use } from "./context.js";
import type { Knowledge } from "./knowledge/model.js";

/** What answers at one moment. */
interface Snapshot {
  readonly answerer: Answerer;
  readonly conversations: Conversations;
}

/** Holds the knowledge that is current. It is swapped whole; whoever began with an earlier one keeps that to the end. */
export class Live {
  private snapshot: Snapshot;

  constructor(answerer: Answerer) {
    this.snapshot = { answerer, conversations: new Conversations(answerer) };
  }

  get current(): Snapshot {
    return this.snapshot;
  }

  /** The knowledge of the current snapshot. */
  readonly knowledge = (): Knowledge => this.snapshot.answerer.knowledge;

  /** Builds the index of every language now, instead of on the first question in it. */
  warmUp(): void {
    const { answerer } = this.snapshot;
    for (const language of answerer.knowledge.languages) answerer.warmUp(language);
  }

  /** Drops from memory the conversations that have ended by a time. */
  sweep(now: number): void {
    this.snapshot.conversations.sweep(now);
  }

  /** Makes another answerer the current one; conversations go on over it. */
  swap(answerer: Answerer): void {
    this.snapshot = { answerer, conversations: this.snapshot.conversations.over(answerer) };
  }
}

/** The context for each use of the bot, over the snapshot that is current when it begins. */
export function contextsOver(
  live: Live,
  commands: readonly Listed[],
  ports: Pick<Moment, "now" | "draw" | "admin" | "state" | "exporter">,
): (use: Use) => Context {
  return ({ talk, ...use }) => {
    const { answerer, conversations } = live.current;
    return contextOf(answerer, commands, conversations.with(talk, ports.now), { ...use, ...ports });
  };
}
