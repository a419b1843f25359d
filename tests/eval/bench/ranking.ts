import type { Asked } from "../bench-sets.js";
import { mistype } from "../questions.js";
import type { Corpus, Engine } from "./engines/engine.js";
import { hitAtOne, mrrAtTen, placeOf, type Times, timesOf } from "./metrics.js";

/** How often a question is mistyped before it is asked. */
export const TYPOS = [0, 1, 2];

/** How well and how fast an engine answers a set. */
export interface Ranking {
  readonly engine: string;
  /** How many questions it was asked, each with every number of typos; fewer than the others got where its time ran out. */
  readonly asked: number;
  /** By the number of typos, question by question: the place of the first right entry, Infinity where none was found. */
  readonly places: readonly (readonly number[])[];
  /** With the question as it was written. */
  readonly hit1: number;
  /** By the number of typos: 0, 1, 2. */
  readonly mrr: readonly number[];
  /** Over the questions with any number of typos, in milliseconds. */
  readonly times: Times;
}

/** What a ranking needs beside the engines. */
export interface RankingOptions {
  /** How long one engine may search in all; it is asked no more after that. */
  readonly budgetMs: number;
  /** Told how many of the questions are done. */
  readonly progress: (done: number, of: number) => void;
}

const WARM_UP_QUESTIONS = 60;
const WARM_UP_MS = 3000;

/** Asks every engine the same questions, one question after the other, so that the machine's noise hits all alike. */
export function rankAll(
  engines: readonly Engine[],
  corpus: Corpus,
  asked: readonly Asked[],
  { budgetMs, progress }: RankingOptions,
): Ranking[] {
  const runs = engines.map((engine) => {
    const searcher = engine.build(corpus);
    return { engine: engine.name, searcher, places: TYPOS.map((): number[] => []), ms: [] as number[], spentMs: 0 };
  });
  for (const { searcher } of runs) warmUp(searcher.search, asked);
  asked.forEach(({ text, relevant }, i) => {
    const typed = TYPOS.map((typos) => withTypos(text, typos));
    for (const run of orderOf(runs.length, i).map((place) => runs[place])) {
      if (run.spentMs > budgetMs) continue;
      typed.forEach((question, typos) => {
        const start = performance.now();
        const found = run.searcher.search(question);
        const took = performance.now() - start;
        run.places[typos].push(placeOf(found, relevant));
        run.ms.push(took);
        run.spentMs += took;
      });
    }
    progress(i + 1, asked.length);
  });
  return runs.map(({ engine, places, ms }) => ({
    engine,
    asked: places[0].length,
    places,
    hit1: hitAtOne(places[0]),
    mrr: places.map(mrrAtTen),
    times: timesOf(ms),
  }));
}

/** A question with so many typos, the same ones every time. */
export function withTypos(text: string, typos: number): string {
  let typed = text;
  for (let k = 0; k < typos; k++) typed = mistype(typed, k);
  return typed;
}

/** Searches until the compiler has seen it all, for a few seconds at most. */
export function warmUp(search: (question: string) => unknown, asked: readonly Asked[]): void {
  const start = performance.now();
  for (let i = 0; i < WARM_UP_QUESTIONS && performance.now() - start < WARM_UP_MS; i++) {
    if (asked.length > 0) search(withTypos(asked[i % asked.length].text, i % 2));
  }
}

/**
 * The order in which the engines are asked question `i`, as their places: over 2n questions each is asked next after each other one equally
 * often, so that nobody always follows the engine that leaves the most garbage and the coldest caches (Williams, "Experimental designs
 * balanced for the estimation of residual effects of treatments", 1949).
 */
export function orderOf(count: number, i: number): number[] {
  // 0, 1, n-1, 2, n-2 …: each step between neighbours is there once.
  const first = Array.from({ length: count }, (_, k) => (k % 2 === 1 ? (k + 1) / 2 : (count - k / 2) % count));
  const row = first.map((place) => (place + i) % count);
  return Math.floor(i / count) % 2 === 0 ? row : row.reverse();
}
