import { Answerer } from "../../src/answer/answerer.js";
import { loadKnowledge } from "../../src/knowledge/load.js";
import { Live } from "../../src/live.js";
import { readAnew } from "../../src/reload/read.js";
import { type ReadAnew, Reloader } from "../../src/reload/reloader.js";

/** What is current of a folder. */
export function liveFrom(dir: string): Live {
  const loaded = loadKnowledge(dir);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return new Live(new Answerer(loaded.knowledge));
}

/** Reads a folder in this thread. */
export function readingHere(dir: string): ReadAnew {
  return async (version) => readAnew({ dir, version });
}

/** A reloader of a folder that does its work in this thread, and what it holds. */
export function reloaderOf(dir: string, read = readingHere(dir)) {
  const live = liveFrom(dir);
  return { live, reloader: new Reloader(live, read) };
}
