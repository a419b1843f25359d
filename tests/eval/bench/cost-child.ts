// Measures one engine on one folder for cost.ts, and writes its figures to standard output as one line of JSON.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { loadKnowledge } from "../../../src/knowledge/load.js";
import type { Asked } from "../bench-sets.js";
import type { Cost, Order } from "./cost.js";
import { engineOf } from "./engines/all.js";
import type { Corpus, Searcher } from "./engines/engine.js";
import { hitAtOne, placeOf, timesOf } from "./metrics.js";
import { warmUp } from "./ranking.js";

/** An entry as the benchmark writes it. */
interface WrittenEntry {
  readonly id: string;
  readonly question: string;
  readonly also: readonly string[];
  readonly answer: readonly { readonly text: string }[];
}

/** A run shorter than this says nothing, a longer one so often what it is at. */
const PROGRESS_MS = 5000;

const order = JSON.parse(process.argv[2]) as Order;
let said = performance.now();
try {
  process.stdout.write(JSON.stringify(measure()));
} catch (error) {
  process.stdout.write(JSON.stringify(String(error)));
  process.exitCode = 1;
}

function measure(): Cost {
  const [corpus, loadMs] = timed(() => load(order));
  say("read the entries");
  const before = memoryBytes();
  const [searcher, buildMs] = timed(() => engineOf(order.engine).build(corpus));
  const heapMb = (memoryBytes() - before + (searcher.outsideBytes?.() ?? 0)) / 1e6;
  say("built the index");
  const asking = order.questions ? { asking: ask(searcher, order.questions) } : {};
  // The entries are in memory before and after, so that what they take is nobody's cost.
  if (corpus.docs.length + (corpus.knowledge?.entries.length ?? 0) === 0)
    throw new Error(`${order.dir} has no entries`);
  return { loadMs, buildMs, heapMb, ...asking };
}

function load({ engine, dir, language }: Order): Corpus {
  if (engine === "footnote") {
    const loaded = loadKnowledge(dir);
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems[0]));
    return { language, docs: [], knowledge: loaded.knowledge };
  }
  const entries = JSON.parse(readFileSync(join(dir, "entries", "set.json"), "utf8")) as WrittenEntry[];
  const docs = entries.map(({ id, question, also, answer }) => ({
    id,
    question,
    also,
    answer: answer.map(({ text }) => text).join(" "),
  }));
  return { language, docs };
}

function ask({ search }: Searcher, { file, budgetMs }: NonNullable<Order["questions"]>): NonNullable<Cost["asking"]> {
  const asked = JSON.parse(readFileSync(file, "utf8")) as Asked[];
  warmUp(search, asked);
  const ms: number[] = [];
  const places: number[] = [];
  let spentMs = 0;
  for (const { text, relevant } of asked) {
    if (spentMs > budgetMs) break;
    const [found, took] = timed(() => search(text));
    ms.push(took);
    places.push(placeOf(found, relevant));
    spentMs += took;
    say(`asked ${places.length} of ${asked.length} questions`);
  }
  return { asked: places.length, hit1: hitAtOne(places), times: timesOf(ms) };
}

function say(what: string): void {
  if (performance.now() - said < PROGRESS_MS) return;
  said = performance.now();
  console.error(`  ${order.engine}: ${what}`);
}

function timed<Value>(run: () => Value): [Value, number] {
  const start = performance.now();
  const value = run();
  return [value, performance.now() - start];
}

function memoryBytes(): number {
  if (!globalThis.gc) throw new Error("cost-child.ts needs node --expose-gc");
  // A second collection takes what the first one's finalizers let go.
  globalThis.gc();
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
