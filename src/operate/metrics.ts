import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Observer } from "../observer.js";

/** What is counted, in Prometheus' text format: https://prometheus.io/docs/instrumenting/exposition_formats/ */
export interface Metrics extends Observer {
  readonly contentType: string;
  readonly text: () => Promise<string>;
}

/** What is asked whenever the figures are read. */
interface Asked {
  readonly isConnected: () => boolean;
  readonly isStoreOpen: () => boolean;
  /** Of commands: another name counts as `other`, so that nobody can make up series. */
  readonly names: readonly string[];
}

/** From what is answered at once to what Discord waits three seconds for, and to what is announced by "thinking". */
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5, 10, 30];

/** Counts what the bot does. No label says who asked or what, and each has few values. */
export function createMetrics({ isConnected, isStoreOpen, names }: Asked): Metrics {
  const register = new Registry();
  const registers = [register];
  const known = new Set(names);
  collectDefaultMetrics({ register });
  const answers = new Counter({
    name: "footnote_answers_total",
    help: "Questions by what came of them: an answer, that the sources do not say, choices, or nothing near",
    labelNames: ["outcome"],
    registers,
  });
  const uses = new Counter({
    name: "footnote_uses_total",
    help: "Commands, buttons, forms, completions and messages that were dealt with, by result",
    labelNames: ["kind", "command", "result"],
    registers,
  });
  const seconds = new Histogram({
    name: "footnote_answer_seconds",
    help: "From when something arrived to when its answer was sent",
    labelNames: ["kind"],
    buckets: SECONDS,
    registers,
  });
  const reloads = new Counter({
    name: "footnote_reloads_total",
    help: "Reloads of the knowledge by what came of them",
    labelNames: ["outcome"],
    registers,
  });
  const reloadSeconds = new Gauge({
    name: "footnote_last_reload_seconds",
    help: "How long the last reload took",
    registers,
  });
  const errors = new Counter({
    name: "footnote_errors_total",
    help: "Errors by where they were noticed",
    labelNames: ["where"],
    registers,
  });
  new Gauge({
    name: "footnote_connected",
    help: "1 where the bot is connected to Discord and takes questions",
    registers,
    collect() {
      this.set(isConnected() ? 1 : 0);
    },
  });
  new Gauge({
    name: "footnote_store_open",
    help: "1 where the store can be used",
    registers,
    collect() {
      this.set(isStoreOpen() ? 1 : 0);
    },
  });
  return {
    contentType: register.contentType,
    text: () => register.metrics(),
    used({ kind, name, result, ms }) {
      uses.inc({ kind, command: name === undefined ? "none" : known.has(name) ? name : "other", result });
      if (result === "done") seconds.observe({ kind }, ms / 1000);
    },
    answered: (outcome) => answers.inc({ outcome }),
    reloaded(outcome, ms) {
      reloads.inc({ outcome });
      reloadSeconds.set(ms / 1000);
    },
    failed: (where) => errors.inc({ where }),
  };
}
