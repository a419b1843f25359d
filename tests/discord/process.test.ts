import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { it as base, describe, expect } from "vitest";
import { type Double, startDouble } from "../support/double.js";
import { harbourFiles } from "./harbour.js";
import { textsOf } from "./shown.js";

const PROJECT = fileURLToPath(new URL("../..", import.meta.url));
/** Starting takes a second; a machine under load may need more. */
const PATIENCE = { timeoutMs: 20_000 };

interface Started {
  readonly child: ChildProcess;
  /** What it wrote so far. */
  readonly written: { out: string; err: string };
  /** Its exit code, and the signal that ended it. */
  readonly ended: Promise<unknown[]>;
}

const it = base.extend<{ discord: Double; start: (token: string, action?: string) => Started }>({
  discord: async ({ onTestFinished }, use) => {
    const discord = await startDouble();
    onTestFinished(async () => {
      await discord.stop();
      discord.assertClean();
    });
    await use(discord);
  },
  start: ({ discord, onTestFinished }, use) =>
    use((token, action = "start") => {
      if (!existsSync(join(PROJECT, "dist/src/main.js")))
        throw new Error("dist/ is missing: npm run prepare builds it");
      const dir = mkdtempSync(join(tmpdir(), "footnote-"));
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
      };
      const child = spawn(process.execPath, ["bin/footnote.mjs", action], { cwd: PROJECT, env });
      onTestFinished(() => {
        child.kill("SIGKILL");
        rmSync(dir, { recursive: true });
      });
      const written = { out: "", err: "" };
      child.stdout.on("data", (data) => {
        written.out += String(data);
      });
      child.stderr.on("data", (data) => {
        written.err += String(data);
      });
      return { child, written, ended: once(child, "close") };
    }),
});

describe("npm start with a token", { timeout: 30_000 }, () => {
  it("answers, and ends with 0 on SIGTERM", async ({ discord, start }) => {
    const { child, written, ended } = start(discord.token);
    await discord.ready(1, PATIENCE);
    const asked = discord.slash({ command: "ask", options: { question: "How tall is the lighthouse?" } });
    expect(textsOf(await asked.reply(PATIENCE))[0]).toBe("The lighthouse is 41 metres tall. \\[1\\]");
    const signalled = performance.now();
    child.kill("SIGTERM");
    expect(await ended).toEqual([0, null]);
    expect(performance.now() - signalled).toBeLessThan(5000);
    expect(written.out).toContain('"msg":"connected"');
    expect(written.out).toContain('"msg":"stopped"');
    expect(written.out + written.err).not.toContain(discord.token);
  });

  it("ends with 1 and a sentence where the token is wrong, and never shows it", async ({ start }) => {
    const { written, ended } = start("MTIzNDU2.wrong.c2VjcmV0");
    expect(await ended).toEqual([1, null]);
    expect(written.err).toContain("Discord refused the token: copy the bot's token anew");
    expect(written.err).not.toMatch(/^\s+at |Error:/m);
    expect(written.out + written.err).not.toMatch(/MTIzNDU2|c2VjcmV0/);
  });
});

describe("npm run register", { timeout: 60_000 }, () => {
  it("twice sends the list once, and says where to invite the bot both times", async ({ discord, start }) => {
    const first = start(discord.token, "register");
    expect(await first.ended).toEqual([0, null]);
    const second = start(discord.token, "register");
    expect(await second.ended).toEqual([0, null]);
    expect(discord.count("PUT", "/applications/:application/commands")).toBe(1);
    expect(first.written.out).toMatch(/^Registered: \/ask/);
    expect(second.written.out).toContain("Nothing was sent.");
    for (const { written } of [first, second]) {
      expect(written.out).toContain(`https://discord.com/oauth2/authorize?client_id=${discord.applicationId}`);
      expect(written.out + written.err).not.toContain(discord.token);
    }
  });
});
