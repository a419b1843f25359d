import { createHash } from "node:crypto";
import { type Language, textsOf } from "../knowledge/model.js";
import { mayAnswerToo } from "./alike.js";
import { FOR, weigh } from "./evidence.js";
import { type Example, fitLogistic, type Logistic } from "./logistic.js";
import { toQuery } from "./query.js";
import type { LeftOut, Ranker } from "./ranker.js";
import type { SearchIndex } from "./search-index.js";
import { wordsOf } from "./text.js";
import { CONFIDENCE } from "./weights.js";

/** A model of confidence. */
export interface Calibration {
  readonly model: Logistic;
  /** How many questions it rests on. */
  readonly questions: number;
}

/** How sure an answer must be. */
export type Caution = "cautious" | "balanced" | "eager";

/**
 * The least confidence of an answer. Confidence is calibrated with half of the questions unanswerable and many as strange as a wording
 * that nobody had written down; members ask more plainly, so a balanced answer may begin a little below one half.
 */
export const THRESHOLDS: Readonly<Record<Caution, number>> = { cautious: 0.75, balanced: 0.35, eager: 0.25 };

/** Below so many questions a folder shows too little of itself. */
const FEW_QUESTIONS = 40;

/** Whether a folder is too small to calibrate on: then only cautious answers are given, and only to questions of the entry's kind. */
export function isSmall({ questions }: Calibration): boolean {
  return questions < FEW_QUESTIONS;
}

/** The least confidence of an answer from a folder. */
export function thresholdFor(calibration: Calibration, caution: Caution): number {
  return isSmall(calibration) ? THRESHOLDS.cautious : THRESHOLDS[caution];
}

/**
 * The more wordings an entry has, the likelier a question is near one of them: with this many others, half of the questions are as
 * strange to the entry as a wording that nobody had written down, the other half are roughened ones.
 */
const HALF_STRANGE = 16;
/** How many examples what is known beforehand counts as, beside what a folder shows of itself. */
const TRUST = 8000;
/** The most entries that calibration makes questions from; more would cost start-up and change little. */
const MAX_ENTRIES = 32;

/**
 * Calibrates on the knowledge itself, with questions made from its wordings: as they stand, asked as if nobody had written them
 * down, and roughened (words dropped, one mistyped). Each is asked twice: with its entry there, and as if it and all that may
 * answer as well were not, when every answer is wrong; so half of the questions are unanswerable.
 */
export function calibrate(ranker: Ranker, fallback: Language): Calibration {
  const examples = examplesFrom(ranker, fallback);
  const model = fitLogistic(examples, CONFIDENCE, { positive: FOR, trust: TRUST });
  return { model, questions: examples.length };
}

/** What a folder shows of itself: the evidence of questions made from its wordings, and whether the first candidate was right. */
export function examplesFrom(ranker: Ranker, fallback: Language): Example[] {
  return samples(ranker.index, fallback).flatMap(({ entry, wording, words, key }) => {
    const others = ranker.index.wordingFrom[entry + 1] - ranker.index.wordingFrom[entry] - 1;
    const strange = others === 0 ? 0 : HALF_STRANGE / (HALF_STRANGE + others);
    const rough = roughen(words, key);
    const without: LeftOut = { entries: (other) => other === entry || mayAnswerToo(ranker.index, other, entry) };
    return [
      ...exampleOf(ranker, entry, words, { wording }, strange),
      ...exampleOf(ranker, entry, words, without, strange),
      ...exampleOf(ranker, entry, rough, {}, 1 - strange),
      ...exampleOf(ranker, entry, rough, without, 1 - strange),
    ];
  });
}

interface Sample {
  readonly entry: number;
  readonly wording: number;
  readonly words: readonly string[];
  /** Bytes that depend on the entry alone. */
  readonly key: Buffer;
}

/** Entries drawn by hash, so that the order of the files changes nothing, and a wording of each. */
function samples(index: SearchIndex, fallback: Language): Sample[] {
  return index.entries
    .map((entry, e) => ({ entry: e, key: createHash("sha256").update(entry.id).digest() }))
    .sort((a, b) => a.key.compare(b.key))
    .slice(0, MAX_ENTRIES)
    .map(({ entry, key }) => {
      const { question, also } = textsOf(index.entries[entry], index.language, fallback);
      const chosen = key.readUInt16LE(20) % (also.length + 1);
      const words = wordsOf(chosen === 0 ? question : also[chosen - 1]);
      return { entry, wording: index.wordingFrom[entry] + chosen, words, key };
    });
}

/** A question as somebody in a hurry types it: every third word or so is gone, and a long one has two letters swapped. */
function roughen(words: readonly string[], key: Buffer): string[] {
  const kept = words.filter((_, i) => words.length < 3 || key[i % 16] % 3 !== 0);
  const long = kept.flatMap((word, i) => (word.length >= 5 && !/\d/.test(word) ? [i] : []));
  if (long.length === 0) return kept;
  const [at, from] = [long[key[16] % long.length], 1 + (key[17] % 3)];
  return kept.map((word, i) =>
    i === at ? word.slice(0, from) + word[from + 1] + word[from] + word.slice(from + 2) : word,
  );
}

function exampleOf(
  ranker: Ranker,
  entry: number,
  words: readonly string[],
  leftOut: LeftOut,
  weight: number,
): Example[] {
  if (weight === 0) return [];
  const { index } = ranker;
  const query = toQuery(index, index.lexicon.look(words));
  const ranked = ranker.rank(query, leftOut);
  if (ranked.length === 0) return [];
  const first = ranked[0].entry;
  const right = first === entry || mayAnswerToo(index, first, entry);
  return [{ values: weigh(index, query, ranked), right, weight }];
}
