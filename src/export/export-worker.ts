import { parentPort, workerData } from "node:worker_threads";
import type { Exported } from "../knowledge/edit/plan.js";
import { exportInto } from "../knowledge/export.js";

// The thread that `exportInThread` starts: it writes into one folder, and says what came of it.
const { dir, drafts, isTrial } = workerData as {
  readonly dir: string;
  readonly drafts: readonly Exported[];
  readonly isTrial: boolean;
};
parentPort?.postMessage(exportInto(dir, drafts, isTrial));
