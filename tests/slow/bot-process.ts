import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectDir } from "../../src/config.js";

/** What a bot's process uses: memory after a collection of garbage, and the time that it has worked. */
export interface Usage {
  readonly heapMb: number;
  readonly rssMb: number;
  readonly cpuMs: number;
}

/** A bot as operators run it, `node bin/footnote.mjs start`, in a process that can be asked what it uses. */
export interface BotProcess {
  usage(): Promise<Usage>;
  /** Asks it to end, and gives its exit code. */
  stop(): Promise<number | null>;
}

/** Starts the bot of dist/ on the shipped knowledge, with the usual cooldown and a store of its own. */
export function startBotProcess({ api, token }: { readonly api: string; readonly token: string }): BotProcess {
  if (!existsSync(join(projectDir(), "dist/src/main.js")))
    throw new Error("dist/ is missing: npm run prepare builds it");
  const args = ["--expose-gc", "--import", "./tests/slow/probe.mjs", "bin/footnote.mjs", "start"];
  const dataDir = mkdtempSync(join(tmpdir(), "footnote-bot-"));
  const env = {
    PATH: process.env.PATH,
    DISCORD_TOKEN: token,
    DISCORD_API: api,
    LOG_LEVEL: "warn",
    DATA_DIR: dataDir,
  };
  const child = spawn(process.execPath, args, {
    cwd: projectDir(),
    env,
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const ended = once(child, "exit");
  return {
    usage: async () => {
      child.send("usage");
      // The probe sends nothing else.
      const [usage] = (await once(child, "message")) as [Usage];
      return usage;
    },
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) child.kill("SIGTERM");
      // What Node passes to "exit".
      const [code] = (await ended) as [number | null];
      rmSync(dataDir, { recursive: true, force: true });
      return code;
    },
  };
}
