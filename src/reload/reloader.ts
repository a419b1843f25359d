import { setImmediate as nextTurn } from "node:timers/promises";
import { deserialize } from "node:v8";
import type { Admin, ReloadOutcome } from "../admin.js";
import { Answerer } from "../answer/answerer.js";
import type { Prepared } from "../answer/engine.js";
import type { Language } from "../knowledge/model.js";
import type { Live } from "../live.js";
import { knowledgeFrom, type Read } from "./read.js";

/** Reads the folder unless it is of the version that is given; rejects where it cannot. */
export type ReadAnew = (version: string, stop: AbortSignal) => Promise<Read>;

/** Reloads the knowledge: one reload after the other, each swaps it whole or leaves it as it is. */
export class Reloader implements Admin {
  private outcome: ReloadOutcome | undefined;
  private queue: Promise<unknown> = Promise.resolve();
  private readonly stop = new AbortController();

  /** @param heard hears of every reload, and how long it took */
  constructor(
    private readonly live: Live,
    private readonly read: ReadAnew,
    private readonly heard: (outcome: ReloadOutcome, ms: number) => void = () => {},
  ) {}

  readonly reload = (): Promise<ReloadOutcome> => {
    const next = this.queue.then(() => this.once());
    this.queue = next;
    return next;
  };

  readonly last = (): ReloadOutcome | undefined => this.outcome;

  /** Gives up what is being read, and reads nothing more. */
  async end(): Promise<void> {
    this.stop.abort();
    await this.queue;
  }

  private async once(): Promise<ReloadOutcome> {
    const began = performance.now();
    const outcome = await this.outcomeOf().catch((error: unknown): ReloadOutcome => {
      const reason = error instanceof Error ? error.message : String(error);
      return { kind: "failed", version: this.live.knowledge().version, reason };
    });
    this.outcome = outcome;
    this.heard(outcome, performance.now() - began);
    return outcome;
  }

  private async outcomeOf(): Promise<ReloadOutcome> {
    const { version: before } = this.live.knowledge();
    const read = await this.read(before, this.stop.signal);
    if (read.kind === "unchanged") return { kind: "unchanged", version: before };
    if (read.kind === "refused") return { ...read, version: before };
    const answerer = await answererFrom(read);
    this.live.swap(answerer);
    const { version, entries, sources } = answerer.knowledge;
    return { kind: "swapped", version, before, entries: entries.length, sources: sources.size };
  }
}

/** Makes an answerer of what was read, a step at a time: people's questions come in between. */
async function answererFrom(read: Extract<Read, { kind: "read" }>): Promise<Answerer> {
  const knowledge = await knowledgeFrom(read, nextTurn);
  const byLanguage = new Map<Language, Prepared>();
  for (const [language, data] of read.prepared) {
    await nextTurn();
    // What `readAnew` serialised.
    byLanguage.set(language, deserialize(data) as Prepared);
  }
  await nextTurn();
  const answerer = new Answerer(knowledge, (language) => byLanguage.get(language));
  for (const language of knowledge.languages) {
    await nextTurn();
    answerer.build(language);
  }
  return answerer;
}
