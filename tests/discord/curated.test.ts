import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { PermissionFlagsBits } from "discord.js";
import { describe, expect } from "vitest";
import { projectDir } from "../../src/config.js";
import { buildUser } from "../support/double.js";
import { textsOf } from "./shown.js";
import { it, PATIENCE } from "./started.js";

const GRACE = buildUser({ username: "grace_hopperton" });
const MANAGER = { user: GRACE, permissions: PermissionFlagsBits.ManageGuild };
const POLL = { timeout: 30_000, interval: 100 };
const VAIN = "beacon headroom in yards";
const HEIGHT = "The lighthouse is 41 metres tall.";

describe("an export at a terminal", { timeout: 120_000 }, () => {
  it("has what a curator drafted in Discord answered by the running bot, which is told to reload", async ({
    discord,
    start,
  }) => {
    const { dir, dataDir, child, ended, written } = start(discord.token, { env: { RELOAD_ON_CHANGE: "0" } });
    const ask = async () =>
      textsOf(await discord.slash({ command: "ask", options: { question: VAIN }, user: GRACE }).reply(PATIENCE)).join();
    const curate = async (part: string, options = {}) =>
      textsOf(await discord.slash({ command: `curate ${part}`, options, ...MANAGER }).reply(PATIENCE)).join();
    // A process of its own over the same folder and state.
    const atTerminal = async (...args: string[]) => {
      const env = { PATH: process.env.PATH, KNOWLEDGE_DIR: dir, DATA_DIR: dataDir };
      const run = promisify(execFile)(process.execPath, ["bin/footnote.mjs", "curate", ...args], {
        cwd: projectDir(),
        env,
      });
      return (await run).stdout;
    };
    await discord.ready(1, PATIENCE);
    expect(await ask()).not.toContain(HEIGHT);
    await expect.poll(() => curate("queue"), POLL).toContain(VAIN);
    expect(await atTerminal("queue")).toMatch(
      /beacon headroom in yards\n {2}asked once[\s\S]*\n {2}server-[0-9a-f]{6}\n/,
    );
    expect(await curate("add", { entry: "lighthouse-height", wording: VAIN })).toContain("Drafted");
    expect(await atTerminal("export", "--apply")).toContain("1 draft written into entries/harbour.json.");
    expect(readFileSync(join(dir, "entries/harbour.json"), "utf8")).toContain(VAIN);
    await expect.poll(ask, POLL).toContain(HEIGHT);
    child.kill("SIGTERM");
    expect(await ended).toEqual([0, null]);
    expect(written.err).toBe("");
  });
});
