import { parentPort, workerData } from "node:worker_threads";
import { type Order, readAnew } from "./read.js";

// The thread that `readInThread` starts: it reads one folder, and says what came of it.
const read = readAnew(workerData as Order);
parentPort?.postMessage(read);
