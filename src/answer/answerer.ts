import { type Entry, type Knowledge, type Language, textsOf } from "../knowledge/model.js";
import type { Calibration, Caution } from "./calibrate.js";
import { Engine, type Look, MATCHES, type Match, type Prepared } from "./engine.js";
import { focusOf } from "./focus.js";
import { LanguageGuess } from "./language-guess.js";
import { languageData } from "./languages/language.js";
import { Names } from "./names.js";
import type { Passage } from "./passages.js";
import { setsYearRight, supposes, withoutYears } from "./premise.js";
import { cleanMarkup, wordsOf } from "./text.js";

/** What the answerer makes of a question. */
export interface Result {
  readonly outcome: "answer" | "choices" | "unknown";
  /** The language to answer in. */
  readonly language: Language;
  /** The entries that answer, in the order of the question's parts; empty unless the outcome is `answer`. */
  readonly answers: readonly Match[];
  /** The entries that come nearest, best first, before any threshold. */
  readonly candidates: readonly Match[];
  /** The sentence of a full-text source that answers where no entry does. */
  readonly passage?: Passage;
  /** True where the answer sets right what the question took for granted. */
  readonly corrects: boolean;
  /** Greetings, thanks and questions about the bot. */
  readonly smallTalk: boolean;
  /** Of the first candidate; the lower where two entries answer; 0 without candidates. */
  readonly confidence: number;
  /** 0..1: how sure an answer had to be. */
  readonly needed: number;
  /** What the decision rests on; two where two questions were asked. */
  readonly looks: readonly Look[];
}

/** What a question comes with. */
export interface Asking {
  /** The person's language, such as `"es"`; for questions that could be of either. */
  readonly preferred?: Language;
  /** How sure an answer must be; balanced where not given. */
  readonly caution?: Caution;
}

/** About so many entries' questions are rehearsed. */
const REHEARSED = 100;
/** From this confidence on the whole of a message needs no look at its sentences alone. */
const CLEAR = 0.9;
/** Below this confidence the nearest questions are not worth offering. */
export const WORTH_OFFERING = 0.15;

/** Answers questions from one knowledge; each language's index is built and calibrated on its first question. */
export class Answerer {
  private readonly guess: LanguageGuess;
  private readonly names: Names;
  private readonly engines = new Map<Language, Engine>();

  /** What was `prepared` for a language of this very knowledge spares the work of making it. */
  constructor(
    readonly knowledge: Knowledge,
    private readonly prepared: (language: Language) => Prepared | undefined = () => undefined,
  ) {
    this.guess = new LanguageGuess(knowledge);
    this.names = new Names(knowledge);
  }

  /** Answers a question of any length and content. */
  answer(question: string, { preferred, caution = "balanced" }: Asking = {}): Result {
    const clean = cleanMarkup(question);
    const words = wordsOf(clean);
    const language = this.guess.of(clean, words, preferred);
    const engine = this.engine(language);
    const threshold = engine.calibration.thresholds[caution];
    const all = engine.look(words);
    const whole =
      sureness([all]) >= CLEAR
        ? all
        : surer(
            all,
            focusOf(languageData(language), clean).map((focus) => engine.look(focus)),
          );
    const smallTalk = languageData(language).smallTalk.test(words.join(" "));
    const parts = smallTalk
      ? undefined
      : engine.partsOf(all, threshold)?.map((part) => {
          const [likeliest, ...others] = part.map((way) => engine.look(way));
          return surer(likeliest, others);
        });
    const asked = parts && areTwoAnswers(whole, parts, threshold) ? parts : [whole];
    const correction = smallTalk || sureness(asked) >= threshold ? undefined : this.correct(words, language, threshold);
    const looks = correction ? [correction] : asked;
    const confidence = sureness(looks);
    const isSure = !smallTalk && confidence >= threshold;
    const passage = isSure || smallTalk ? undefined : engine.passages.find(words);
    return {
      outcome: isSure || passage ? "answer" : !smallTalk && confidence >= WORTH_OFFERING ? "choices" : "unknown",
      language,
      ...(passage === undefined ? {} : { passage }),
      answers: isSure ? looks.flatMap(({ matches }) => matches.slice(0, 1)) : [],
      corrects: correction !== undefined,
      candidates: looks.length === 1 ? looks[0].matches : interleave(looks.map(({ matches }) => matches)),
      smallTalk,
      confidence,
      needed: threshold,
      looks,
    };
  }

  /** The question without a year that it takes for granted, where an entry is sure of the rest and has another year. */
  private correct(words: readonly string[], language: Language, threshold: number): Look | undefined {
    const rest = supposes(languageData(language), words) ? withoutYears(words) : undefined;
    if (rest === undefined) return undefined;
    const look = this.engine(language).look(rest);
    const [first] = look.matches;
    if (!first || first.confidence < threshold) return undefined;
    const { answer } = textsOf(first.entry, language, this.knowledge.languages[0]);
    return setsYearRight(words, first.entry, answer) ? look : undefined;
  }

  /** Entries whose questions go with what was typed so far, best first; well-connected ones where nothing was typed. */
  suggest(typed: string, preferred: Language, limit: number): { entries: Entry[]; language: Language } {
    const words = wordsOf(typed);
    const language = this.guess.of(typed, words, preferred);
    const entries = words.length === 0 ? this.starters(limit) : this.engine(language).suggestions.find(typed, limit);
    return { entries, language };
  }

  private starters(limit: number): Entry[] {
    return this.knowledge.entries
      .filter(({ notStated }) => !notStated)
      .toSorted((a, b) => b.see.length - a.see.length || (a.id < b.id ? -1 : 1))
      .slice(0, limit);
  }

  /** Builds and calibrates a language's index now instead of on its first question. */
  build(language: Language): void {
    this.engine(language).passages.find([]);
  }

  /**
   * Builds a language's index, and rehearses on some of the folder's own questions: the first hundred answers of a process take several
   * times as long as later ones.
   */
  warmUp(language: Language = this.knowledge.languages[0]): void {
    this.build(language);
    const { entries, languages } = this.knowledge;
    const step = Math.max(1, Math.floor(entries.length / REHEARSED));
    for (let e = 0; e < entries.length; e += step) {
      const { question, also } = textsOf(entries[e], language, languages[0]);
      this.answer(`${question} ${also[0] ?? ""}`, { preferred: language });
      this.answer(question.slice(0, -2), { preferred: language });
    }
  }

  /** What a text's words mean, the rarest first: `["lamp", "@lighthouse"]`; questions that share most of it are alike. */
  stemsIn(text: string, language: Language): string[] {
    return this.engine(language).stemsIn(wordsOf(cleanMarkup(text)));
  }

  /** The entry that has a wording, however its letters are written and its marks are set; undefined where nobody wrote it down. */
  written(wording: string, language: Language): Entry | undefined {
    const { ranked, matches } = this.engine(language).look(wordsOf(wording));
    return ranked[0]?.isExact ? matches[0]?.entry : undefined;
  }

  calibrationOf(language: Language): Calibration {
    return this.engine(language).calibration;
  }

  /** What a language needs to answer, as plain data for another answerer over the same knowledge. */
  prepare(language: Language): Prepared {
    return this.engine(language).prepared;
  }

  private engine(language: Language): Engine {
    let engine = this.engines.get(language);
    if (!engine) {
      engine = new Engine(this.knowledge, language, this.names, this.prepared(language));
      this.engines.set(language, engine);
    }
    return engine;
  }
}

/** Whether a question's parts are better answered each by its own entry than the whole by one; never where a curator wrote the whole. */
function areTwoAnswers(whole: Look, parts: readonly Look[], threshold: number): boolean {
  if (whole.ranked[0]?.isExact) return false;
  const first = parts.map(({ matches }) => matches[0]);
  if (first.some((match) => !match || match.confidence < threshold)) return false;
  if (new Set(first.map(({ entry }) => entry.id)).size < first.length) return false;
  const [best] = whole.matches;
  return (
    !best ||
    best.confidence < Math.min(...first.map(({ confidence }) => confidence)) ||
    first.some(({ entry }) => entry.id === best.entry.id)
  );
}

/** The surest of several ways to look at a question; the whole of it where they are alike. */
function surer(whole: Look, others: readonly Look[]): Look {
  return others.reduce((best, look) => (sureness([look]) > sureness([best]) ? look : best), whole);
}

/** The confidence of the first candidate; of several looks the lowest. */
function sureness(looks: readonly Look[]): number {
  return Math.min(...looks.map(({ matches }) => matches[0]?.confidence ?? 0));
}

function interleave(lists: readonly (readonly Match[])[]): Match[] {
  const seen = new Set<string>();
  const all: Match[] = [];
  for (let i = 0; i < MATCHES; i++) {
    for (const list of lists) {
      const match = list[i];
      if (match && !seen.has(match.entry.id)) {
        seen.add(match.entry.id);
        all.push(match);
      }
    }
  }
  return all;
}
