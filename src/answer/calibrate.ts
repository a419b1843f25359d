import type { Language } from "../knowledge/model.js";
import { mayAnswerToo } from "./alike.js";
import { Evidence, FOR } from "./evidence.js";
import { type Example, fitLogistic, type Logistic, probability } from "./logistic.js";
import { makeQuestions, strangeness } from "./made-questions.js";
import { type Query, toQuery } from "./query.js";
import type { Candidate, Ranker } from "./ranker.js";
import type { SearchIndex } from "./search-index.js";
import { CONFIDENCE } from "./weights.js";

/** How sure an answer must be. */
export type Caution = "cautious" | "balanced" | "eager";

/** A model of confidence, and what it asks of an answer. */
export interface Calibration {
  readonly model: Logistic;
  /** The least confidence of an answer. */
  readonly thresholds: Readonly<Record<Caution, number>>;
  /** How many questions it rests on. */
  readonly questions: number;
}

/** An answer is at least so likely to be right, however sure a folder's answers are on the whole. */
const LEAST: Readonly<Record<Caution, number>> = { cautious: 0.7, balanced: 0.5, eager: 0.35 };
/** The share of right answers, among those that are given, that each kind of caution states. */
const PRECISION: Readonly<Record<Caution, number>> = { cautious: 0.98, balanced: 0.95, eager: 0.85 };

/** The least confidence of an answer from a folder that is too small to show what its confidences are worth. */
const SMALL = 0.75;
/** Below so many questions a folder shows too little of itself. */
const FEW_QUESTIONS = 40;

/** Whether a folder is too small to calibrate on: then only cautious answers are given, and only to questions of the entry's kind. */
export function isSmall({ questions }: Calibration): boolean {
  return questions < FEW_QUESTIONS;
}

/** So many examples the folder's own count as, however many they are, beside what is known beforehand. */
const OWN = 200;
/** How strongly what is known beforehand holds: less where people's other wordings show how they ask. */
const TRUST = { written: 60, made: 100 };
/** About how often calibration ranks: at most, and in a large folder, where each time takes longer. */
const RANKINGS = { most: 1200, least: 120, times: 600_000 };

/**
 * Calibrates on the knowledge itself, with questions made from its texts. Each is asked twice: with its entry there, and as if it and
 * all that may answer as well were not, when every answer is wrong; so half of the questions are unanswerable.
 */
export function calibrate(ranker: Ranker, fallback: Language): Calibration {
  const examples = examplesFrom(ranker, fallback);
  const others = otherWordings(ranker);
  const isWritten = others > 0;
  const total = examples.reduce((sum, { weight }) => sum + weight, 0);
  const scaled = examples.map((example) => ({ ...example, weight: (OWN * example.weight) / total }));
  const model = fitLogistic(scaled, CONFIDENCE, { positive: FOR, trust: isWritten ? TRUST.written : TRUST.made });
  const questions = examples.length;
  const strange = strangeness(others);
  const thresholdOf = (caution: Caution) => {
    if (questions < FEW_QUESTIONS) return SMALL;
    const strict = thresholdFor(PRECISION[caution], model, examples, isWritten ? SHOWN.written : SHOWN.made);
    // Near a known wording answers are better than the made questions show: the more of them are, the nearer to the least.
    return LEAST[caution] + strange * Math.max(0, strict - LEAST[caution]);
  };
  return {
    model,
    questions,
    thresholds: {
      cautious: thresholdOf("cautious"),
      balanced: thresholdOf("balanced"),
      eager: thresholdOf("eager"),
    },
  };
}

/** What a folder shows of itself: the evidence of questions made from its texts, and whether the first candidate was right. */
export function examplesFrom(ranker: Ranker, fallback: Language): Example[] {
  const { length } = ranker.index.entries;
  const rankings = Math.min(RANKINGS.most, Math.max(RANKINGS.least, Math.floor(RANKINGS.times / length)));
  // About two wordings of an entry, each asked in three ways; where there are no others, the question in one. And all twice.
  const times = otherWordings(ranker) > 0 ? 12 : 2;
  const made = makeQuestions(ranker.index, fallback, Math.ceil(rankings / times));
  return made.flatMap(({ entry, words, leftOut, weight, strange }) => {
    const { index } = ranker;
    const query = toQuery(index, index.lexicon.look(words));
    const mayAnswer = (other: number) => other === entry || mayAnswerToo(index, other, entry);
    // More are recalled where some are left out, and the others are among them: so this comes first.
    const without = ranker.rank(query, { entries: mayAnswer });
    const ranked = ranker.rank(query, leftOut);
    return [
      ...exampleOf(index, query, ranked, weight, mayAnswer),
      // Where nothing answers, it is right to say that the sources do not say.
      ...exampleOf(index, query, without, weight * strange, (first) => index.entries[first].notStated),
    ];
  });
}

/** How many wordings an entry has beside its question, on average. */
function otherWordings({ index: { entries, wordingFrom } }: Ranker): number {
  return entries.length === 0 ? 0 : wordingFrom[entries.length] / entries.length - 1;
}

function exampleOf(
  index: SearchIndex,
  query: Query,
  ranked: readonly Candidate[],
  weight: number,
  isRight: (first: number) => boolean,
): Example[] {
  return ranked.length === 0
    ? []
    : [{ values: new Evidence(index, query, ranked).of(0), right: isRight(ranked[0].entry), weight }];
}

/**
 * What the examples showed counts for the precision of answers, beside what the model says of them: more where they are harder than
 * people's questions, less where they are wordings by the same few people.
 */
const SHOWN = { written: 0.35, made: 0.65 };

/**
 * The least confidence from which on the answers have a stated precision, by what the model says of the examples and, for the share
 * `shown`, by what they showed: the model alone is shy of the highest confidences, and examples alone are few.
 */
export function thresholdFor(precision: number, model: Logistic, examples: readonly Example[], shown: number): number {
  const sure = examples
    .map(({ values, right, weight }) => ({ confidence: probability(model, values), right: right ? 1 : 0, weight }))
    .sort((a, b) => b.confidence - a.confidence);
  let [sum, all, threshold] = [0, 0, HIGHEST];
  for (const { confidence, right, weight } of sure) {
    sum += weight * ((1 - shown) * confidence + shown * right);
    all += weight;
    if (all >= FEW_ANSWERS && sum >= precision * all) threshold = confidence;
  }
  return Math.min(HIGHEST, threshold);
}

/** Fewer answers than these show nothing of their precision. */
const FEW_ANSWERS = 10;
/** The highest threshold, whatever the examples say. */
const HIGHEST = 0.9;
