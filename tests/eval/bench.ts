// npm run bench -- [SET.json ...] [--scale]: Footnote and its peers side by side, as tables on standard output; progress goes to standard error.
import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { PROJECT } from "./bench/cost.js";
import { ENGINES, engineOf } from "./bench/engines/all.js";
import { scaleReport, setReport } from "./bench/report.js";
import { measureScale, type ScaleFigures } from "./bench/scale.js";
import { measureSet } from "./bench/sets.js";
import { readBenchSet } from "./bench-sets.js";

const HELP = `npm run bench -- [SET.json ...] [options]
Without a set: every one in tests/eval/sets/, and stackfaq-dev.json in FOOTNOTE_SHARED/bench (default ../shared).
  --scale           made-up folders of 1,000, 10,000 and 100,000 entries instead (with SET.json: as well)
  --sizes N,N       other sizes for --scale
  --only NAME,NAME  these engines alone: ${ENGINES.map(({ name }) => name).join(", ")}
  --sample N        at most N questions of a set, or N questions for --scale (default: all of a set, 10000)
  --budget SECONDS  how long one engine may search in a table (default 60)
  --json FILE       the figures as JSON too`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    scale: { type: "boolean", default: false },
    sizes: { type: "string", default: "1000,10000,100000" },
    only: { type: "string" },
    sample: { type: "string" },
    budget: { type: "string", default: "60" },
    json: { type: "string" },
    help: { type: "boolean", default: false },
  },
});
if (values.help) console.log(HELP);
else run();

function run(): void {
  const engines = values.only === undefined ? ENGINES : values.only.split(",").map((name) => engineOf(name.trim()));
  const sample = values.sample === undefined ? undefined : wholeNumber("--sample", values.sample);
  const budgetMs = wholeNumber("--budget", values.budget) * 1000;
  const started = performance.now();
  const say = (line: string) => console.error(`[${Math.round((performance.now() - started) / 1000)} s] ${line}`);
  // npm runs scripts in the project's folder, and remembers where it was called.
  const from = process.env.INIT_CWD ?? process.cwd();
  const files = positionals.length > 0 ? positionals.map((file) => resolve(from, file)) : values.scale ? [] : ownSets();
  const sets = files.flatMap((file) => {
    const set = readBenchSet(file);
    return [false, true].map((also) => {
      const figures = measureSet(set, also, engines, { sample: sample ?? Number.POSITIVE_INFINITY, budgetMs, say });
      console.log(`${setReport(figures)}\n`);
      return figures;
    });
  });
  const sizes = values.sizes.split(",").map((size) => wholeNumber("--sizes", size));
  const show = (figures: ScaleFigures) => console.log(`${scaleReport(figures)}\n`);
  const scale = values.scale ? measureScale(sizes, engines, { questions: sample ?? 10_000, budgetMs, say, show }) : [];
  if (values.json !== undefined) {
    const machine = { node: process.version, cpu: cpus()[0]?.model, cpus: cpus().length };
    writeFileSync(resolve(from, values.json), `${JSON.stringify({ machine, sets, scale }, null, 2)}\n`);
  }
}

/** The project's own sets, and the public one that may lie beside the project. */
function ownSets(): string[] {
  const dir = join(PROJECT, "tests", "eval", "sets");
  const own = existsSync(dir) ? readdirSync(dir).filter((name) => name.endsWith(".json")) : [];
  const shared = resolve(PROJECT, process.env.FOOTNOTE_SHARED ?? "../shared", "bench", "stackfaq-dev.json");
  if (!existsSync(shared)) console.error(`stackfaq-dev is skipped: ${shared} is not there.`);
  return [...own.sort().map((name) => join(dir, name)), ...(existsSync(shared) ? [shared] : [])];
}

function wholeNumber(name: string, text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new Error(`${name} is ${text}: give a whole number from 1 on`);
  return number;
}
