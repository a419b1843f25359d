import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { Exported } from "../knowledge/edit/plan.js";
import type { ExportOutcome } from "../knowledge/export.js";

/** Stands beside this file once it is built. */
const FILE = new URL("./export-worker.js", import.meta.url);

/** Writes into a folder in a thread of its own, so that nobody's answer waits for that; rejects where the thread fails. */
export async function exportInThread(
  dir: string,
  drafts: readonly Exported[],
  isTrial: boolean,
  file = FILE,
): Promise<ExportOutcome> {
  const worker = new Worker(file, { workerData: { dir, drafts, isTrial } });
  // A thread that fails rejects this with its error.
  const [outcome] = await once(worker, "message");
  return outcome as ExportOutcome;
}
