import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { Answerer } from "../../src/answer/answerer.js";
import { projectDir } from "../../src/config.js";
import { readBenchSet, toKnowledge } from "./bench-sets.js";

/** What a folder that nobody fitted anything on must reach; shares of 1. */
interface Floors {
  /** Mean reciprocal rank of the first ten candidates, all entries there. */
  readonly mrr: number;
  /** Of the answers given, with half of the entries out, so many are right. */
  readonly right: number;
  /** Of the questions whose entry is there so many are answered rightly. */
  readonly answered: number;
  /** The calibration error is at most this. */
  readonly error: number;
}

const shared = process.env.FOOTNOTE_SHARED ?? resolve(projectDir(), "../shared");
const ours = (name: string) => fileURLToPath(new URL(`sets/${name}`, import.meta.url));
const stackfaq = resolve(shared, "bench/stackfaq-dev.json");

const SETS: readonly (readonly [file: string, also: boolean, floors: Floors])[] = [
  [ours("makerspace.json"), false, { mrr: 0.79, right: 0.85, answered: 0.3, error: 0.1 }],
  [ours("makerspace.json"), true, { mrr: 0.8, right: 0.82, answered: 0.3, error: 0.1 }],
  [ours("biblioteca.json"), false, { mrr: 0.82, right: 0.85, answered: 0.3, error: 0.1 }],
  [ours("biblioteca.json"), true, { mrr: 0.79, right: 0.8, answered: 0.3, error: 0.1 }],
  [stackfaq, false, { mrr: 0.89, right: 0.9, answered: 0.36, error: 0.1 }],
  [stackfaq, true, { mrr: 0.95, right: 0.9, answered: 0.5, error: 0.1 }],
];

describe.each(SETS)("a stranger's folder: %s, with other wordings: %s", (file, also, floors) => {
  // Absent where FOOTNOTE_SHARED has no public set; our own are always there.
  const isThere = existsSync(file);

  it.skipIf(!isThere)("is ranked well", () => {
    const { knowledge, asked } = toKnowledge(readBenchSet(file), also);
    const answerer = new Answerer(knowledge);
    const reciprocal = asked.map(({ text, relevant }) => {
      const place = answerer.answer(text).candidates.findIndex(({ entry }) => relevant.includes(entry.id));
      return place < 0 ? 0 : 1 / (place + 1);
    });
    expect(mean(reciprocal)).toBeGreaterThanOrEqual(floors.mrr);
  });

  it.skipIf(!isThere)("is answered rightly where it is answered, and knows how sure it is", () => {
    const seen = ([0, 1] as const).flatMap((half) => {
      const { knowledge, asked, unanswerable } = toKnowledge(readBenchSet(file), also, half);
      const answerer = new Answerer(knowledge);
      return [...asked, ...unanswerable].map(({ text, relevant }) => {
        const { outcome, answers, candidates, passage } = answerer.answer(text);
        return {
          isAnswerable: relevant.length > 0,
          isAnswered: outcome === "answer" && passage === undefined,
          isRight: answers.some(({ entry }) => relevant.includes(entry.id)),
          confidence: candidates[0]?.confidence ?? 0,
          isFirstRight: relevant.includes(candidates[0]?.entry.id),
        };
      });
    });
    const given = seen.filter(({ isAnswered }) => isAnswered);
    const answerable = seen.filter(({ isAnswerable }) => isAnswerable);
    expect(mean(given.map(({ isRight }) => Number(isRight)))).toBeGreaterThanOrEqual(floors.right);
    expect(mean(answerable.map(({ isRight }) => Number(isRight)))).toBeGreaterThanOrEqual(floors.answered);
    expect(calibrationError(seen)).toBeLessThanOrEqual(floors.error);
  });
});

/** Expected calibration error over ten bins (Naeini, Cooper and Hauskrecht, 2015). */
function calibrationError(seen: readonly { confidence: number; isFirstRight: boolean }[]): number {
  const gaps = new Float64Array(10);
  for (const { confidence, isFirstRight } of seen)
    gaps[Math.min(9, Math.floor(confidence * 10))] += confidence - Number(isFirstRight);
  return gaps.reduce((sum, gap) => sum + Math.abs(gap), 0) / seen.length;
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0) / Math.max(1, numbers.length);
}
