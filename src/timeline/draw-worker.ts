import { parentPort } from "node:worker_threads";
import { drawTimeline } from "./draw.js";
import type { Drawing, Drawn } from "./drawing.js";

// The thread that an Artist starts: it draws what it is told to, and says what came of it.
parentPort?.on("message", async ({ id, facts, title, language }: Drawing) => {
  parentPort?.postMessage(await drawn(id, () => drawTimeline(facts, { title, language })));
});

async function drawn(id: number, draw: () => Promise<NonNullable<Drawn["picture"]>>): Promise<Drawn> {
  try {
    return { id, picture: await draw() };
  } catch (error) {
    return { id, problem: error instanceof Error ? error.message : String(error) };
  }
}
