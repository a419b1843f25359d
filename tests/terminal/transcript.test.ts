import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { commands } from "../../commands/index.js";
import { Answerer } from "../../src/answer/answerer.js";
import { isTyped } from "../../src/command.js";
import { loadKnowledge } from "../../src/knowledge/load.js";
import { replayChat } from "./transcript.js";

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const loaded = loadKnowledge(path("../../knowledge"));
if (!loaded.ok) throw new Error("the shipped knowledge does not load");
const shipped = new Answerer(loaded.knowledge);

describe("all commands in the terminal, over the shipped knowledge", { timeout: 120_000 }, () => {
  // To bring the files up to date: npx vitest run tests/terminal/transcript.test.ts -u, then read what has changed.
  it.each(["en", "es"])("go as the transcript says (%s)", async (language) => {
    const file = path(`commands.${language}.txt`);
    await expect(await replayChat(shipped, readFileSync(file, "utf8"), language)).toMatchFileSnapshot(file);
  });

  it.each(["en", "es"])("are in the transcript, each of them (%s)", (language) => {
    const transcript = readFileSync(path(`commands.${language}.txt`), "utf8").toLowerCase();
    const missing = commands.filter(({ name, names }) => {
      const own = (language === "es" ? names?.es : undefined) ?? name;
      return !transcript.includes(`\n> /${own.toLowerCase()}`);
    });
    expect(missing.map(({ name }) => name)).toEqual([]);
    expect(commands.filter(isTyped).length).toBeGreaterThan(5);
  });
});
