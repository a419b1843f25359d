import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { type Cost, costOf, PROJECT } from "./cost.js";
import type { Engine } from "./engines/engine.js";
import { withFolder } from "./folder.js";
import { syntheticFolder } from "./synthetic.js";

/** An engine's figures at one size; a text says why it was left out. */
export interface ScaleRow {
  readonly engine: string;
  readonly cost: Cost | string;
}

/** A made-up folder of one size, with every engine's figures. */
export interface ScaleFigures {
  readonly entries: number;
  readonly questions: number;
  readonly rows: readonly ScaleRow[];
  /** A single `npm run ask` on the folder from start to end, in milliseconds: what an operator waits for. Absent where Footnote was not measured. */
  readonly firstAnswerMs?: number;
}

/** How the sizes are measured. */
export interface ScaleOptions {
  readonly questions: number;
  readonly budgetMs: number;
  readonly say: (line: string) => void;
  /** Given each size's figures as soon as they are there. */
  readonly show: (figures: ScaleFigures) => void;
}

/** An engine with a slower median than this is left out of the next, ten times larger size. */
const TOO_SLOW_MS = 40;
const TIMEOUT_MS = 900_000;

/** Measures the engines on made-up folders of growing sizes, each engine in a process of its own. */
export function measureScale(
  sizes: readonly number[],
  engines: readonly Engine[],
  options: ScaleOptions,
): ScaleFigures[] {
  const leftOut = new Map<string, string>();
  return sizes.map((entries) => {
    options.say(`${entries} entries: making them up`);
    const { files, asked } = syntheticFolder(entries, options.questions);
    const withQuestions = new Map([...files, ["questions.json", JSON.stringify(asked)]]);
    return withFolder(withQuestions, (dir) => {
      const rows = engines.map(({ name }): ScaleRow => {
        const reason = leftOut.get(name);
        if (reason !== undefined) return { engine: name, cost: reason };
        options.say(`${entries} entries: ${name}`);
        // Footnote is asked everything: its longest answer is looked for.
        const budgetMs = name === "footnote" ? TIMEOUT_MS : options.budgetMs;
        const cost = measureOne(name, dir, budgetMs);
        const why = reasonToLeaveOut(entries, cost);
        if (why !== undefined) leftOut.set(name, why);
        return { engine: name, cost };
      });
      const isAsked = engines.some(({ name }) => name === "footnote");
      if (isAsked) options.say(`${entries} entries: the first answer of npm run ask`);
      const firstAnswerMs = isAsked ? firstAnswer(dir, asked[0].text) : undefined;
      const figures = { entries, questions: asked.length, rows, firstAnswerMs };
      options.show(figures);
      return figures;
    });
  });
}

function measureOne(engine: string, dir: string, budgetMs: number): Cost | string {
  const questions = { file: join(dir, "questions.json"), budgetMs };
  return costOf({ engine, dir, language: "en", questions }, TIMEOUT_MS);
}

function reasonToLeaveOut(entries: number, cost: Cost | string): string | undefined {
  if (typeof cost === "string") return `${cost} at ${entries} entries`;
  const median = cost.asking?.times.p50 ?? 0;
  return median > TOO_SLOW_MS ? `${Math.round(median)} ms a question at ${entries} entries already` : undefined;
}

function firstAnswer(dir: string, question: string): number {
  const start = performance.now();
  const run = spawnSync("npm", ["run", "--silent", "ask", "--", "--knowledge", dir, "--json", question], {
    cwd: PROJECT,
    encoding: "utf8",
  });
  if (run.status !== 0) throw new Error(`npm run ask stopped with ${run.status}: ${run.stderr}`);
  return performance.now() - start;
}
