import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, onTestFinished } from "vitest";
import { commands } from "../commands/index.js";
import type { Command, Listed } from "../src/command.js";
import { projectDir } from "../src/config.js";
import { registerCommands } from "../src/discord/register.js";
import { plainText } from "../src/reply-text.js";
import { replyTo } from "../src/terminal/chat.js";
import { textsOf } from "./discord/shown.js";
import { HARBOUR, it } from "./discord/support.js";
import { villageAnswerer, villageContext } from "./support/village.js";

const [, path = "", code = ""] =
  /## A command of your own\n```ts\n(?:\/\/ (commands\/[\w-]+\.ts)\n)([\s\S]*?)```/.exec(
    readFileSync(join(projectDir(), "CONTRIBUTING.md"), "utf8"),
  ) ?? [];
const { version } = HARBOUR.knowledge;

/** A copy of the project in which the example stands where it says; all else is the project's own. */
function copyWithExample(): string {
  const dir = mkdtempSync(join(tmpdir(), "footnote-"));
  onTestFinished(() => rmSync(dir, { recursive: true }));
  for (const name of ["src", "node_modules", "package.json"]) symlinkSync(join(projectDir(), name), join(dir, name));
  mkdirSync(join(dir, "commands"));
  writeFileSync(join(dir, path), code);
  return dir;
}

/** The list with the example's command in it. */
async function listWithExample(): Promise<Listed[]> {
  const exported: Record<string, Command> = await import(join(copyWithExample(), path));
  return [...commands, ...Object.values(exported)];
}

describe("CONTRIBUTING's example of a command", () => {
  it("is one file of at most fifteen lines and one line in the list", async () => {
    expect(path).not.toBe("");
    expect(code.trim().split("\n").length).toBeLessThanOrEqual(15);
    expect(await listWithExample()).toHaveLength(commands.length + 1);
  });

  it("has the right types", () => {
    const dir = copyWithExample();
    // Links count as what they are called here, so that all of it lies in one folder.
    const compilerOptions = { rootDir: ".", preserveSymlinks: true };
    const config = { extends: join(projectDir(), "tsconfig.json"), compilerOptions, include: [path, "src/**/*.d.ts"] };
    writeFileSync(join(dir, "tsconfig.json"), JSON.stringify(config));
    const compiler = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin", "tsc");
    const { status, stdout } = spawnSync(process.execPath, [compiler, "-p", dir], { encoding: "utf8" });
    expect([stdout, status]).toEqual(["", 0]);
  });

  it("works in the terminal, by its name in either language", async () => {
    const context = { ...villageContext(villageAnswerer()), commands: await listWithExample() };
    for (const line of ["/version", "/versión"])
      expect(plainText(await replyTo(line, context))).toBe(context.knowledge.version);
  });

  it("works in Discord, registered with the others", async ({ connect }) => {
    const list = await listWithExample();
    const { discord } = await connect({ commands: list });
    const config = { discordApi: discord.api, discordToken: discord.token };
    expect(await registerCommands(config, list)).toMatchObject({ ok: true });
    expect(textsOf(await discord.slash({ command: "version" }).reply())).toEqual([version]);
  });
});
