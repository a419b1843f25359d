import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Language } from "../../../src/knowledge/model.js";
import type { Times } from "./metrics.js";

/** What it costs to have an engine ready, measured in a process of its own. */
export interface Cost {
  /** Reading the entries: Footnote loads and checks the folder, a peer parses the entries' JSON. */
  readonly loadMs: number;
  /** The index; Footnote calibrates too. */
  readonly buildMs: number;
  /** What the index adds to memory after a collection: JavaScript's heap, array buffers, SQLite's pages. */
  readonly heapMb: number;
  /** Where questions were asked. */
  readonly asking?: { readonly asked: number; readonly hit1: number; readonly times: Times };
}

/** What the process is told, as its one argument in JSON. */
export interface Order {
  readonly engine: string;
  readonly dir: string;
  readonly language: Language;
  /** A file with the questions to ask, and how long that may take. */
  readonly questions?: { readonly file: string; readonly budgetMs: number };
}

/** The project's folder. */
export const PROJECT = fileURLToPath(new URL("../../../", import.meta.url));

const CHILD = fileURLToPath(new URL("./cost-child.ts", import.meta.url));

/** Compiled code that is thrown away between the two looks at the memory would make a small index smaller than nothing. */
const NODE_OPTIONS = ["--expose-gc", "--no-flush-bytecode", "--import", "tsx"];

/** Measures an engine on a knowledge folder in a fresh process; a text says why there are no figures. */
export function costOf(order: Order, timeoutMs = 120_000): Cost | string {
  const run = spawnSync(process.execPath, [...NODE_OPTIONS, CHILD, JSON.stringify(order)], {
    cwd: PROJECT,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
    timeout: timeoutMs,
    maxBuffer: 1 << 26,
  });
  if (run.error && "code" in run.error && run.error.code === "ETIMEDOUT") {
    return `not done within ${Math.round(timeoutMs / 1000)} s`;
  }
  // The process writes its figures, or in words what went wrong; nothing where memory ran out.
  return run.stdout === "" ? `stopped with ${run.signal ?? run.status}` : (JSON.parse(run.stdout) as Cost | string);
}

/** The middle one of several measurements by its building time; the first that failed, where one did. */
export function medianCost(order: Order, times: number): Cost | string {
  const costs: Cost[] = [];
  for (let i = 0; i < times; i++) {
    const cost = costOf(order);
    if (typeof cost === "string") return cost;
    costs.push(cost);
  }
  return costs.sort((a, b) => a.buildMs - b.buildMs)[Math.floor(times / 2)];
}
