import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { it as base } from "vitest";
import { projectDir } from "../../src/config.js";
import { type Double, startDouble } from "../support/double.js";
import { harbourFiles } from "./harbour.js";

/** Starting takes a second; a machine under load may need more. */
export const PATIENCE = { timeoutMs: 20_000 };

/** A process of the bot's, over a folder of its own. */
interface Started {
  readonly child: ChildProcess;
  /** Its knowledge folder, the harbour's. */
  readonly dir: string;
  /** Where it keeps its state. */
  readonly dataDir: string;
  /** What it wrote so far. */
  readonly written: { out: string; err: string };
  /** Its exit code, and the signal that ended it. */
  readonly ended: Promise<unknown[]>;
}

/** What is to be otherwise: what `bin/footnote.mjs` is to do, and more variables. */
interface Wanted {
  readonly action?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** `it` with a double, and the bot of dist/ as operators start it. */
export const it = base.extend<{ discord: Double; start: (token: string, wanted?: Wanted) => Started }>({
  discord: async ({ onTestFinished }, use) => {
    const discord = await startDouble();
    onTestFinished(async () => {
      await discord.stop();
      discord.assertClean();
    });
    await use(discord);
  },
  start: ({ discord, onTestFinished }, use) =>
    use((token, { action = "start", env: more = {} } = {}) => {
      if (!existsSync(join(projectDir(), "dist/src/main.js")))
        throw new Error("dist/ is missing: npm run prepare builds it");
      const dir = mkdtempSync(join(tmpdir(), "footnote-"));
      const dataDir = mkdtempSync(join(tmpdir(), "footnote-data-"));
      for (const [path, content] of harbourFiles()) {
        mkdirSync(dirname(join(dir, path)), { recursive: true });
        writeFileSync(join(dir, path), content);
      }
      const env = {
        PATH: process.env.PATH,
        DISCORD_TOKEN: token,
        DISCORD_API: discord.api,
        LOG_LEVEL: "trace",
        KNOWLEDGE_DIR: dir,
        DATA_DIR: dataDir,
        ...more,
      };
      const child = spawn(process.execPath, ["bin/footnote.mjs", action], { cwd: projectDir(), env });
      onTestFinished(() => {
        child.kill("SIGKILL");
        rmSync(dir, { recursive: true });
        rmSync(dataDir, { recursive: true, force: true });
      });
      const written = { out: "", err: "" };
      child.stdout.on("data", (data) => {
        written.out += String(data);
      });
      child.stderr.on("data", (data) => {
        written.err += String(data);
      });
      return { child, dir, dataDir, written, ended: once(child, "close") };
    }),
});
