import { Worker } from "node:worker_threads";
import type { TimelinePicture } from "./draw.js";
import type { Drawing, Drawn } from "./drawing.js";
import type { DatedText } from "./facts.js";

/** What is usually left out. */
interface Habits {
  /** A drawing that takes longer is given up, and the thread with it. */
  readonly timeoutMs?: number;
  /** A thread that had nothing to draw for so long is ended, for the fonts and the renderer take memory. */
  readonly idleMs?: number;
  /** No more drawings than this wait at a time; further ones get no picture. */
  readonly mostWaiting?: number;
  /** Hears why a picture was not drawn. */
  readonly report?: (problem: string) => void;
  /** The thread's file. */
  readonly file?: URL;
}

interface Waiting {
  readonly settle: (picture: TimelinePicture | undefined) => void;
  readonly timer: NodeJS.Timeout;
}

/** Stands beside this file once it is built. */
const FILE = new URL("./draw-worker.js", import.meta.url);

/** Draws timelines in a thread of its own, so that nobody's answer waits for a picture; the thread is made for the first. */
export class Artist {
  private worker: Worker | undefined;
  private idle: NodeJS.Timeout | undefined;
  private count = 0;
  private readonly waiting = new Map<number, Waiting>();
  private readonly habits: Required<Habits>;

  constructor(habits: Habits = {}) {
    this.habits = { timeoutMs: 8000, idleMs: 60_000, mostWaiting: 16, report: () => {}, file: FILE, ...habits };
  }

  /** The picture of at most `FACTS_PER_PICTURE` facts; undefined where it cannot be drawn, or not in time. */
  readonly draw = (
    facts: readonly DatedText[],
    { title, language }: { readonly title: string; readonly language: string },
  ): Promise<TimelinePicture | undefined> => {
    const { timeoutMs, mostWaiting, report } = this.habits;
    if (this.waiting.size >= mostWaiting) {
      report("too many pictures are being drawn");
      return Promise.resolve(undefined);
    }
    clearTimeout(this.idle);
    const worker = this.thread();
    worker.ref();
    this.count += 1;
    const id = this.count;
    return new Promise((settle) => {
      const timer = setTimeout(() => this.giveUp(worker, `a picture took longer than ${timeoutMs} ms`), timeoutMs);
      this.waiting.set(id, { settle, timer });
      // An entry has more than the picture shows, and it would all be copied.
      const texts = facts.map(({ when, date, text, language: own }) => ({ when, date, text, language: own }));
      worker.postMessage({ id, facts: texts, title, language } satisfies Drawing);
    });
  };

  /** Ends the thread; what is being drawn gets no picture. */
  async end(): Promise<void> {
    clearTimeout(this.idle);
    const { worker } = this;
    this.drop();
    await worker?.terminate();
  }

  private thread(): Worker {
    if (this.worker) return this.worker;
    const worker = new Worker(this.habits.file);
    worker.on("message", (drawn: Drawn) => this.heard(drawn));
    worker.on("error", (error) => this.giveUp(worker, error instanceof Error ? error.message : String(error)));
    worker.on("exit", () => this.giveUp(worker, "the drawing thread ended"));
    this.worker = worker;
    return worker;
  }

  private heard({ id, picture, problem }: Drawn): void {
    const waiting = this.waiting.get(id);
    if (!waiting) return;
    if (problem !== undefined) this.habits.report(problem);
    clearTimeout(waiting.timer);
    this.waiting.delete(id);
    waiting.settle(picture);
    if (this.waiting.size > 0) return;
    this.worker?.unref();
    this.idle = setTimeout(() => void this.end(), this.habits.idleMs).unref();
  }

  /** A thread that failed is not used again; the next picture gets a new one. */
  private giveUp(worker: Worker, problem: string): void {
    if (this.worker !== worker) return;
    this.habits.report(problem);
    this.drop();
    void worker.terminate();
  }

  private drop(): void {
    this.worker = undefined;
    for (const { settle, timer } of this.waiting.values()) {
      clearTimeout(timer);
      settle(undefined);
    }
    this.waiting.clear();
  }
}
