import { type Entry, type Language, textsOf } from "../../knowledge/model.js";
import type { Answerer, Asking } from "../answerer.js";
import { languageData } from "../languages/language.js";
import { dropPerson } from "../talk-key.js";
import { cleanMarkup, wordsOf } from "../text.js";
import { Mentions } from "./mentions.js";
import { pickIn } from "./picks.js";
import { Spoken, type Turn } from "./spoken.js";
import { answeredBy, type Heard, type Understood, understand } from "./understand.js";

/** One person's conversation in one place. */
export interface Talk {
  answer(question: string, asking?: Asking): Heard;
  /** A question that was offered, picked: a turn as any other. */
  pick(entry: Entry, language: Language): Heard;
  /** What the person was shown to pick from, as entries' ids, by number from 1. */
  offer(entries: readonly string[]): void;
  /** Ends the person's conversations in all places; whether there was anything to forget. */
  forget(): boolean;
}

/** A conversation ends when so long nothing was said. */
export const TALK_MS = 10 * 60 * 1000;
/** So many turns are looked back at. */
export const MAX_TURNS = 10;
/** So many conversations are kept; the one that was silent longest makes room. */
export const MAX_TALKS = 2000;
/** The longest question that is looked back at, in UTF-16 units; a longer one is no turn. */
const MAX_LENGTH = 300;

/** A turn by the ids of its entries: it may be looked back at over a later knowledge than the one that answered it. */
interface KeptTurn extends Omit<Turn, "entries"> {
  readonly entries: readonly string[];
}

interface Kept {
  /** Newest first. */
  readonly turns: readonly KeptTurn[];
  readonly offered: readonly string[];
  readonly at: number;
}

/** Everybody's conversations, in memory: each person's in each place for itself, and a question that stands alone is never changed. */
export class Conversations {
  private readonly mentions: Mentions;

  /** @param kept in the order of the last words said, the longest silent first */
  constructor(
    private readonly answerer: Answerer,
    private readonly kept = new Map<string, Kept>(),
  ) {
    this.mentions = new Mentions(answerer.knowledge);
  }

  /** The same conversations over another knowledge: entries that it does not have are gone from them. */
  over(answerer: Answerer): Conversations {
    return new Conversations(answerer, this.kept);
  }

  /** How many conversations are in memory. */
  get size(): number {
    return this.kept.size;
  }

  /** Drops those that have ended. */
  sweep(now: number): void {
    for (const [longest, { at }] of this.kept) {
      if (this.kept.size <= MAX_TALKS && now - at < TALK_MS) break;
      this.kept.delete(longest);
    }
  }

  /** One conversation: `who` tells it from all others, as `talkKey` gives it, `now` gives the time in milliseconds. */
  with(who: string, now: () => number): Talk {
    return {
      answer: (question, asking) => this.answer(who, question, asking ?? {}, now()),
      pick: (entry, language) => this.pick(who, entry, language, now()),
      offer: (entries) => this.keep(who, { offered: entries }, now()),
      forget: () => this.forget(who, now()),
    };
  }

  private answer(who: string, question: string, asking: Asking, now: number): Heard {
    const { turns: kept, offered } = this.recall(who, now);
    const turns = this.turnsOf(kept);
    const clean = cleanMarkup(question);
    const keys = wordsOf(clean).join(" ");
    const alone = this.answerer.answer(question, asking);
    if (languageData(alone.language).followUp?.thanks.test(keys)) {
      this.keep(who, {}, now);
      return { ...alone, isThanks: true };
    }
    const picked = pickIn(this.answerer.knowledge.languages, keys, offered.length);
    if (picked) {
      const spokenIn = picked.language ?? turns[0]?.language ?? asking.preferred ?? alone.language;
      // Numbers count as they were shown, whatever has gone since.
      const [entry] = this.entriesOf(offered.slice(picked.number - 1, picked.number));
      return (
        this.picked(who, entry, spokenIn, now) ?? {
          ...alone,
          outcome: "unknown",
          answers: [],
          offered: this.entriesOf(offered),
        }
      );
    }
    if (turns.length > 0 && languageData(alone.language).followUp?.more.test(keys)) {
      const entries = this.entriesOf(offered);
      return { ...alone, outcome: "unknown", answers: [], ...(entries.length > 0 ? { offered: entries } : {}) };
    }
    const isFollowing = turns.length > 0 && !alone.smallTalk;
    const understood: Understood = isFollowing ? this.inTalk(clean, asking, alone, turns) : { heard: alone };
    this.note(who, understood.question ?? understood.heard.readAs ?? clean, understood.heard, now);
    return understood.heard;
  }

  private entriesOf(ids: readonly string[]): Entry[] {
    return ids.flatMap((id) => this.answerer.knowledge.entryById.get(id) ?? []);
  }

  /** What was said, as this knowledge has it. */
  private turnsOf(kept: readonly KeptTurn[]): Turn[] {
    return kept.map((turn) => ({ ...turn, entries: this.entriesOf(turn.entries) }));
  }

  private inTalk(question: string, asking: Asking, alone: Heard, turns: readonly Turn[]): Understood {
    const { language } = alone;
    const { followUp } = languageData(language);
    if (!followUp) return { heard: alone };
    const spoken = new Spoken(followUp, language, turns, this.mentions, this.answerer.knowledge);
    return understand(spoken, question, alone, (reading) =>
      this.answerer.answer(reading, { ...asking, preferred: language }),
    );
  }

  /** The question that was picked in words, where there is one. */
  private picked(who: string, entry: Entry | undefined, language: Language, now: number): Heard | undefined {
    if (!entry) return undefined;
    const { question } = textsOf(entry, language, this.answerer.knowledge.languages[0]);
    return { ...this.pick(who, entry, language, now), readAs: question, picked: entry };
  }

  private pick(who: string, entry: Entry, language: Language, now: number): Heard {
    const { question, language: own } = textsOf(entry, language, this.answerer.knowledge.languages[0]);
    const heard = { ...answeredBy(this.answerer.answer(question, { preferred: own }), entry), language: own };
    this.note(who, question, heard, now);
    return heard;
  }

  private recall(who: string, now: number): Kept {
    const kept = this.kept.get(who);
    return kept && now - kept.at < TALK_MS ? kept : { turns: [], offered: [], at: now };
  }

  /** Adds a turn; small talk is none, and nobody looks back at what is empty or very long. */
  private note(who: string, question: string, { smallTalk, language, answers }: Heard, now: number): void {
    const isTurn = !smallTalk && /\p{L}/u.test(question) && question.length <= MAX_LENGTH;
    const turn: KeptTurn = { question, language, entries: answers.map(({ entry }) => entry.id) };
    this.keep(who, isTurn ? { turns: [turn, ...this.recall(who, now).turns].slice(0, MAX_TURNS) } : {}, now);
  }

  private keep(who: string, change: Partial<Kept>, now: number): void {
    const kept = { ...this.recall(who, now), ...change, at: now };
    this.kept.delete(who);
    this.kept.set(who, kept);
    this.sweep(now);
  }

  private forget(who: string, now: number): boolean {
    this.sweep(now);
    return dropPerson(this.kept, who).some(({ turns }) => turns.length > 0);
  }
}
