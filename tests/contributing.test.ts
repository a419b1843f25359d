import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, onTestFinished } from "vitest";
import { commands } from "../commands/index.js";
import type { Listed } from "../src/command.js";
import { projectDir } from "../src/config.js";
import { registerCommands } from "../src/discord/register.js";
import { plainText } from "../src/reply-text.js";
import { replyTo } from "../src/terminal/chat.js";
import { textsOf } from "./discord/shown.js";
import { HARBOUR, it } from "./discord/support.js";
import { villageAnswerer, villageContext } from "./support/village.js";

/** The examples that stand in CONTRIBUTING, and where each says that it lies. */
const EXAMPLES = [
  ...readFileSync(join(projectDir(), "CONTRIBUTING.md"), "utf8").matchAll(
    /```ts\n\/\/ (commands\/[\w-]+\.ts)\n([\s\S]*?)```/g,
  ),
].map(([, path = "", code = ""]) => ({ path, code }));
const { version } = HARBOUR.knowledge;

/** A copy of the project in which the examples stand where they say; all else is the project's own. */
function copyWithExamples(): string {
  const dir = mkdtempSync(join(tmpdir(), "footnote-"));
  onTestFinished(() => rmSync(dir, { recursive: true }));
  for (const name of ["src", "node_modules", "package.json"]) symlinkSync(join(projectDir(), name), join(dir, name));
  mkdirSync(join(dir, "commands"));
  for (const { path, code } of EXAMPLES) writeFileSync(join(dir, path), code);
  return dir;
}

/** The list with the examples' commands in it. */
async function listWithExamples(): Promise<Listed[]> {
  const dir = copyWithExamples();
  const exported: Record<string, Listed>[] = await Promise.all(EXAMPLES.map(({ path }) => import(join(dir, path))));
  return [...commands, ...exported.flatMap((one) => Object.values(one))];
}

describe("CONTRIBUTING's examples", () => {
  it("are one file each, of at most fifteen lines and of forty, and one line in the list", async () => {
    const lengths = EXAMPLES.map(({ code }) => code.trim().split("\n").length);
    expect(lengths.map((length, i) => length <= (i === 0 ? 15 : 40))).toEqual([true, true]);
    expect(await listWithExamples()).toHaveLength(commands.length + EXAMPLES.length);
  });

  it("have the right types", () => {
    const dir = copyWithExamples();
    // Links count as what they are called here, so that all of it lies in one folder.
    const compilerOptions = { rootDir: ".", preserveSymlinks: true };
    const config = {
      extends: join(projectDir(), "tsconfig.json"),
      compilerOptions,
      include: [...EXAMPLES.map(({ path }) => path), "src/**/*.d.ts"],
    };
    writeFileSync(join(dir, "tsconfig.json"), JSON.stringify(config));
    const compiler = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin", "tsc");
    const { status, stdout } = spawnSync(process.execPath, [compiler, "-p", dir], { encoding: "utf8" });
    expect([stdout, status]).toEqual(["", 0]);
  });

  it("of a command works in the terminal, by its name in either language", async () => {
    const context = { ...villageContext(villageAnswerer()), commands: await listWithExamples() };
    for (const line of ["/version", "/versión"])
      expect(plainText(await replyTo(line, context))).toBe(context.knowledge.version);
  });

  it("of a command works in Discord, registered with the others", async ({ connect }) => {
    const list = await listWithExamples();
    const { discord } = await connect({ commands: list });
    const config = { discordApi: discord.api, discordToken: discord.token };
    expect(await registerCommands(config, list)).toMatchObject({ ok: true });
    expect(textsOf(await discord.slash({ command: "version" }).reply())).toEqual([version]);
  });

  it("of a group and a form works in Discord: what was filled in is said back", async ({ connect }) => {
    const list = await listWithExamples();
    const { discord } = await connect({ commands: list });
    await registerCommands({ discordApi: discord.api, discordToken: discord.token }, list);
    const after = discord.slash({ command: "wish make", locale: "es-ES" });
    await after.response();
    const submitted = discord.modal({ after, fields: { wish: "Lluvia" }, locale: "es-ES" });
    expect(textsOf(await submitted.reply())).toEqual(["Usted desea\\: Lluvia"]);
  });
});
