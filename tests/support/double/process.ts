import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { APIMessage, InteractionResponseType } from "discord.js";
import type { Double, DoubleOptions } from "../double.js";

/** What a double in a process of its own can be set up with: everything but a clock. */
export type RemoteOptions = Omit<DoubleOptions, "now">;

/** Interactions to send, evenly paced. */
export interface Load {
  readonly perSecond: number;
  /** In order: `[{ kind: "slash", command: "ask", options: { question: "Who?" }, user }]`. */
  readonly actions: readonly Action[];
  /** How long to wait after the last one for answers that are missing, in milliseconds; default 3000. */
  readonly patienceMs?: number;
}

/** One interaction. */
export type Action =
  | ({ readonly kind: "slash" } & Parameters<Double["slash"]>[0])
  | ({ readonly kind: "autocomplete" } & Parameters<Double["autocomplete"]>[0]);

/** What became of one interaction, in the order of the actions. */
export interface Outcome {
  /** From sending it to the first answer, in milliseconds; NaN where none came. */
  readonly latencyMs: number;
  /** The same to what the person reads, which after a deferral comes later. */
  readonly replyMs: number;
  readonly type: InteractionResponseType | undefined;
  /** The message that the person reads. */
  readonly message: APIMessage | undefined;
  readonly edits: number;
  readonly followUps: number;
}

/** What became of a load. */
export interface LoadReport {
  readonly outcomes: readonly Outcome[];
  /** How long sending took, in milliseconds; about actions / perSecond where the double kept up. */
  readonly sendingMs: number;
}

/** What the child does when it is told to. */
export interface Orders {
  start(options: RemoteOptions): Promise<Pick<Double, "api" | "token" | "applicationId" | "guildId" | "channelId">>;
  ready(sessions: number, timeoutMs: number): Promise<void>;
  run(load: Load): Promise<LoadReport>;
  violations(): Promise<readonly string[]>;
}

/** A double in a process of its own. */
export interface RemoteDouble extends Omit<Orders, "start">, Awaited<ReturnType<Orders["start"]>> {
  stop(): Promise<void>;
}

/** Over IPC to the child. */
export interface Order {
  readonly id: number;
  readonly name: keyof Orders;
  readonly args: readonly unknown[];
}

/** Over IPC back. */
export type Done = { readonly id: number } & ({ readonly value: unknown } | { readonly error: string });

const CHILD = fileURLToPath(new URL("./process-child.ts", import.meta.url));

/**
 * Starts a double in a process of its own, so that its work is not the bot's:
 * `const { outcomes } = await discord.run({ perSecond: 200, actions })`.
 */
export async function startDoubleProcess(options: RemoteOptions = {}): Promise<RemoteDouble> {
  // Advanced: permissions are bigints, and NaN stays NaN.
  const child = fork(CHILD, { execArgv: ["--import", "tsx"], serialization: "advanced" });
  const tell = teller(child);
  const about = (await tell("start", options)) as Awaited<ReturnType<Orders["start"]>>;
  return {
    ...about,
    ready: async (sessions, timeoutMs) => {
      await tell("ready", sessions, timeoutMs);
    },
    run: async (load) => (await tell("run", load)) as LoadReport,
    violations: async () => (await tell("violations")) as string[],
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, "exit");
      child.kill();
      await ended;
    },
  };
}

// Sends an order and resolves with what the child answers to it.
function teller(child: ChildProcess) {
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let count = 0;
  child.on("message", (done: Done) => {
    const one = waiting.get(done.id);
    waiting.delete(done.id);
    if ("error" in done) one?.reject(new Error(done.error));
    else one?.resolve(done.value);
  });
  child.on("exit", (code, signal) => {
    for (const { reject } of waiting.values()) reject(new Error(`The double's process ended with ${code ?? signal}`));
    waiting.clear();
  });
  return (name: keyof Orders, ...args: readonly unknown[]) =>
    new Promise<unknown>((resolve, reject) => {
      count += 1;
      waiting.set(count, { resolve, reject });
      child.send({ id: count, name, args } satisfies Order);
    });
}
