import { type BenchSet, toFiles, toKnowledge } from "../bench-sets.js";
import { type Cost, medianCost } from "./cost.js";
import { type Engine, toDocs } from "./engines/engine.js";
import { withFolder } from "./folder.js";
import { type Ranking, rankAll } from "./ranking.js";

/** An engine's figures on a set: its ranking, and its cost where it could be measured. */
export interface SetRow extends Ranking {
  readonly cost: Cost | string;
}

/** A set in one mode, with every engine's figures. */
export interface SetFigures {
  readonly set: string;
  readonly mode: "question alone" | "with other wordings";
  readonly entries: number;
  readonly questions: number;
  readonly rows: readonly SetRow[];
}

/** How a set is measured. */
export interface SetOptions {
  /** How many of its questions are asked at most. */
  readonly sample: number;
  readonly budgetMs: number;
  /** Told what is going on, a line at a time. */
  readonly say: (line: string) => void;
}

const PROGRESS_MS = 5000;
/** Building is measured so often, each time in a new process; the middle one counts. */
const BUILDS = 3;

/** Measures the engines on a set: first each one's cost on its own, then the ranking of all side by side. */
export function measureSet(
  set: BenchSet,
  also: boolean,
  engines: readonly Engine[],
  { sample, budgetMs, say }: SetOptions,
): SetFigures {
  const mode = also ? "with other wordings" : "question alone";
  const language = set.language ?? "en";
  const costs = withFolder(toFiles(set, also).files, (dir) =>
    engines.map(({ name }) => {
      say(`${set.name}, ${mode}: building ${name}`);
      return medianCost({ engine: name, dir, language }, BUILDS);
    }),
  );
  const { knowledge, asked } = toKnowledge(set, also);
  const chosen = asked.slice(0, sample);
  let said = performance.now();
  const progress = (done: number, of: number) => {
    if (performance.now() - said < PROGRESS_MS) return;
    said = performance.now();
    say(`${set.name}, ${mode}: ${done} of ${of} questions`);
  };
  const rankings = rankAll(engines, { language, docs: toDocs(knowledge), knowledge }, chosen, { budgetMs, progress });
  return {
    set: set.name,
    mode,
    entries: knowledge.entries.length,
    questions: chosen.length,
    rows: rankings.map((ranking, i) => ({ ...ranking, cost: costs[i] })),
  };
}
