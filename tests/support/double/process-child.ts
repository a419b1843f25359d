// The child of process.ts: a double that is told over IPC what people do.
import { setTimeout as sleep } from "node:timers/promises";
import { type Double, type Handle, startDouble } from "../double.js";
import type { Action, Done, Load, LoadReport, Order, Orders, Outcome } from "./process.js";

const TICK_MS = 2;

let double: Double | undefined;

const orders: Orders = {
  start: async (options) => {
    double = await startDouble(options);
    const { api, token, applicationId, guildId, channelId } = double;
    return { api, token, applicationId, guildId, channelId };
  },
  ready: (sessions, timeoutMs) => discord().ready(sessions, { timeoutMs }),
  run,
  violations: async () => discord().violations,
};

process.on("message", async ({ id, name, args }: Order) => {
  process.send?.(await done(id, name, args));
});
process.on("disconnect", () => process.exit());

async function done(id: number, name: keyof Orders, args: readonly unknown[]): Promise<Done> {
  try {
    // What came is what the parent's types let it send.
    return { id, value: await (orders[name] as (...given: readonly unknown[]) => unknown)(...args) };
  } catch (error) {
    return { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

async function run({ perSecond, actions, patienceMs = 3000 }: Load): Promise<LoadReport> {
  const handles: Handle[] = [];
  const began = performance.now();
  while (handles.length < actions.length) {
    const due = Math.min(actions.length, Math.floor(((performance.now() - began) / 1000) * perSecond) + 1);
    for (const action of actions.slice(handles.length, due)) handles.push(send(action));
    if (handles.length < actions.length) await sleep(TICK_MS);
  }
  const sendingMs = performance.now() - began;
  const until = performance.now() + patienceMs;
  while (performance.now() < until && handles.some(({ replyMs }) => Number.isNaN(replyMs))) await sleep(TICK_MS);
  return { sendingMs, outcomes: handles.map(outcomeOf) };
}

function send(action: Action): Handle {
  return action.kind === "slash" ? discord().slash(action) : discord().autocomplete(action);
}

function outcomeOf(handle: Handle): Outcome {
  const { latencyMs, replyMs, answered, edits, followUps } = handle;
  return {
    latencyMs,
    replyMs,
    type: answered?.type,
    message: handle.message(),
    edits: edits.length,
    followUps: followUps.length,
  };
}

function discord(): Double {
  if (!double) throw new Error("The double was not started");
  return double;
}
