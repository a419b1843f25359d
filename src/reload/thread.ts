import { Worker } from "node:worker_threads";
import type { Order, Read } from "./read.js";

/** What is usually left out. */
interface Habits {
  /** A thread that takes longer is given up. */
  readonly timeoutMs?: number;
  /** The thread's file. */
  readonly file?: URL;
}

/** Stands beside this file once it is built. */
const FILE = new URL("./read-worker.js", import.meta.url);
/** A hundred thousand entries take half a minute. */
const TIMEOUT_MS = 600_000;

/** Reads a folder in a thread of its own, so that nobody's answer waits for that; rejects where the thread fails or is stopped. */
export async function readInThread(
  order: Order,
  stop: AbortSignal,
  { timeoutMs = TIMEOUT_MS, file = FILE }: Habits = {},
): Promise<Read> {
  stop.throwIfAborted();
  const worker = new Worker(file, { workerData: order });
  let onAbort = () => {};
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<Read>((resolve, reject) => {
      worker.once("message", resolve);
      worker.once("error", reject);
      worker.once("exit", () => reject(new Error("the reading thread ended")));
      timer = setTimeout(() => reject(new Error(`it took longer than ${timeoutMs / 1000} s`)), timeoutMs);
      onAbort = () => reject(new Error("the bot is stopping"));
      stop.addEventListener("abort", onAbort);
    });
  } finally {
    clearTimeout(timer);
    stop.removeEventListener("abort", onAbort);
    await worker.terminate();
  }
}
