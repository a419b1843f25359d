import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { projectDir } from "../../src/config.js";
import type { Whereabouts } from "../../src/store/open.js";
import { harbourFiles } from "../discord/harbour.js";
import type { Double } from "../support/double.js";

/** The bot of dist/ in a process of a test's own. */
export interface OwnBot {
  readonly child: ChildProcess;
  /** What it has written to both outputs so far. */
  readonly written: () => string;
  /** Ends it with a signal; resolves with its exit code when it is gone. */
  end(signal: "SIGTERM" | "SIGKILL"): Promise<number | null>;
  /** The same, where all processes that it has started get the signal too, as systemd and a terminal do it. */
  endAll(signal: "SIGTERM" | "SIGINT"): Promise<number | null>;
}

/** The harbour's knowledge in a folder that is taken away with the test. */
export function harbourFolder(): string {
  const dir = mkdtempSync(join(tmpdir(), "footnote-harbour-"));
  for (const [path, content] of harbourFiles()) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), content);
  }
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

/** Starts the bot on a state and a knowledge folder, with more variables where there are some; nobody is told to slow down. */
export function startOwnBot(
  discord: Double,
  { dataDir, databaseUrl }: Pick<Whereabouts, "dataDir" | "databaseUrl">,
  knowledgeDir: string,
  more: Readonly<Record<string, string>> = {},
): OwnBot {
  const env = {
    PATH: process.env.PATH,
    DISCORD_TOKEN: discord.token,
    DISCORD_API: discord.api,
    LOG_LEVEL: "warn",
    PACE_QUESTIONS: "0",
    RELOAD_ON_CHANGE: "0",
    KNOWLEDGE_DIR: knowledgeDir,
    HASH_SECRET: "a secret of this test's, known to all",
    ...(databaseUrl === undefined ? { DATA_DIR: dataDir } : { DATABASE_URL: databaseUrl }),
    ...more,
  };
  const child = spawn(process.execPath, ["bin/footnote.mjs", "start"], { cwd: projectDir(), env, detached: true });
  let written = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (data) => {
      written += String(data);
    });
  const ended = once(child, "close");
  onTestFinished(() => void child.kill("SIGKILL"));
  const code = async () => {
    // What Node passes to "close".
    const [code] = (await ended) as [number | null];
    return code;
  };
  return {
    child,
    written: () => written,
    end: (signal) => {
      child.kill(signal);
      return code();
    },
    endAll: (signal) => {
      // A group has its first process' id.
      if (child.pid !== undefined) process.kill(-child.pid, signal);
      return code();
    },
  };
}
