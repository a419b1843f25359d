import { type Entry, textsOf } from "../../knowledge/model.js";
import { type Result, WORTH_OFFERING } from "../answerer.js";
import { type Leaning, leaningOf } from "./follow-up.js";
import { isAbout, rightIn } from "./judge.js";
import { repaired, tokensOf } from "./mentions.js";
import type { Reading } from "./reading.js";
import type { Spoken } from "./spoken.js";

/** What a conversation makes of a question: a result, and how it was read where its words alone did not decide. */
export interface Heard extends Result {
  /** The whole question that it was taken for: `"Who led the Cuban delegation in Havana?"`. */
  readonly readAs?: string;
  /** Thanks, and nothing else. */
  readonly isThanks?: boolean;
  /** The entry whose question was picked, by its number or in words. */
  readonly picked?: Entry;
  /** A number was picked that was not offered; these were. */
  readonly offered?: readonly Entry[];
}

/** What was made of a question in a conversation. */
export interface Understood {
  readonly heard: Heard;
  /** The words that later questions look back at, where they are not those of the question or of `readAs`. */
  readonly question?: string;
}

interface Read {
  readonly reading: Reading;
  readonly heard: Heard;
}

/**
 * Makes sense of a question after others: `alone` is what its words alone find. It is taken as it stands where a curator wrote it so
 * or where it stands alone, else as the first way to read it that leads to a sure answer.
 */
export function understand(
  spoken: Spoken,
  question: string,
  alone: Result,
  answer: (question: string) => Result,
): Understood {
  if (isWritten(alone)) return { heard: alone };
  const leaning = leaningOf(spoken, repaired(tokensOf(question), repairsIn(spoken, alone)));
  if (!leaning || (leaning.strength === "weak" && alone.outcome === "answer")) return { heard: alone };
  const tiers = leaning.tiers.map((tier) => tier.map((reading) => ({ reading, heard: hear(reading, answer) })));
  const sure = sureIn(spoken, tiers);
  // A question that may stand alone is read otherwise only where that is surer.
  if (leaning.strength === "soft" && sure && sure.heard.confidence < alone.confidence) return { heard: alone };
  return sure ?? unsureIn(spoken, tiers, leaning, alone);
}

function hear(reading: Reading, answer: (question: string) => Result): Heard {
  const result = answer(reading.text);
  return { ...(reading.entry ? answeredBy(result, reading.entry) : result), readAs: reading.text };
}

/** A result that one entry answers for certain. */
export function answeredBy({ passage: _, ...result }: Result, entry: Entry): Result {
  const answers = [{ entry, confidence: 1 }];
  return { ...result, outcome: "answer", smallTalk: false, answers, candidates: answers, confidence: 1 };
}

/** A result with another one of its candidates as the answer. */
function answeredAt(heard: Heard, place: number): Heard {
  const { candidates } = heard;
  const match = candidates[place];
  return { ...heard, answers: [match], confidence: match.confidence };
}

/** A result of a rough reading with the question of the entry that answers it instead; without one, with none. */
function wellPut({ knowledge, language }: Spoken, { isRough }: Reading, heard: Heard): Heard {
  if (!isRough) return heard;
  const { readAs: _, ...rest } = heard;
  const [match] = heard.outcome === "answer" ? heard.answers : [];
  return match ? { ...rest, readAs: textsOf(match.entry, language, knowledge.languages[0]).question } : rest;
}

/** The first sure answer; where readings alike lead to several, those to choose from. */
function sureIn(spoken: Spoken, tiers: readonly (readonly Read[])[]): Understood | undefined {
  for (const narrow of [true, false]) {
    for (const tier of tiers) {
      const sure = tier.flatMap(({ reading, heard }) => {
        const place = rightIn(spoken, reading, heard, narrow);
        return place < 0 ? [] : [wellPut(spoken, reading, place === 0 ? heard : answeredAt(heard, place))];
      });
      const [first] = sure;
      if (!first) continue;
      const found = unique(sure.flatMap(({ answers }) => answers));
      return { heard: found.length > 1 ? choicesOf(first, found) : first };
    }
  }
  return undefined;
}

/** Without a sure answer: the questions near the likeliest reading; for a question that says something by itself, what its words find. */
function unsureIn(
  spoken: Spoken,
  tiers: readonly (readonly Read[])[],
  { strength, asksAbout, saysNothing }: Leaning,
  alone: Result,
): Understood {
  const [first] = tiers.flat();
  if (!first && saysNothing) return { heard: choicesOf(alone, []) };
  if (strength !== "firm" || !first || (asksAbout && alone.outcome === "answer")) return { heard: alone };
  for (const { reading, heard } of tiers.flat()) {
    const near = heard.candidates.filter(
      ({ entry, confidence }) =>
        confidence >= WORTH_OFFERING &&
        !reading.not?.includes(entry) &&
        reading.needs.every((thing) => isAbout(spoken, entry, thing)),
    );
    if (near.length > 0) return { heard: choicesOf(wellPut(spoken, reading, heard), near), question: reading.text };
  }
  return { heard: choicesOf(alone, alone.candidates), question: first.reading.text };
}

function choicesOf({ passage: _, ...heard }: Heard, candidates: Result["candidates"]): Heard {
  const outcome = candidates.some(({ confidence }) => confidence >= WORTH_OFFERING) ? "choices" : "unknown";
  return { ...heard, outcome, answers: [], candidates };
}

function unique(matches: Result["candidates"]): Result["candidates"] {
  return matches.filter(({ entry }, i) => matches.findIndex((other) => other.entry === entry) === i);
}

/** Whether a curator wrote the very question. */
function isWritten({ looks }: Result): boolean {
  return looks.every(({ ranked }) => ranked[0]?.isExact ?? false);
}

/** What the index takes mistyped words for; a word that the rules read is none. */
function repairsIn(spoken: Spoken, { looks }: Result): ReadonlyMap<string, string> {
  const words = looks.flatMap(({ query }) => query.words);
  return new Map(
    words.flatMap(({ typed, repaired: to }): [string, string][] =>
      to === undefined || spoken.isFixed(typed) ? [] : [[typed, to]],
    ),
  );
}
