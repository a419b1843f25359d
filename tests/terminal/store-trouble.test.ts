import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { commands } from "../../commands/index.js";
import { command } from "../../src/command.js";
import { StoreTrouble } from "../../src/store-trouble.js";
import { chat } from "../../src/terminal/chat.js";
import { paintFor } from "../../src/terminal/paint.js";
import { villageAnswerer, villageContext } from "../support/village.js";

const answerer = villageAnswerer();

/** A command that asks a port of the context for all that it does. */
const note = command({
  name: "note",
  description: { en: "Write down", es: "Anotar" },
  options: {},
  async run(_options, { draw, preferred: language }) {
    await draw([], { title: "", language });
    return { kind: "notice", language, lines: [], choices: [] };
  },
});

async function typed(failure: Error, preferred: string, ...lines: string[]) {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const warnings: string[] = [];
  const context = {
    ...villageContext(answerer, preferred),
    commands: [...commands, note],
    draw: () => Promise.reject(failure),
  };
  const terminal = {
    input,
    output,
    interactive: false,
    paint: paintFor(false),
    warn: (line: string) => warnings.push(line),
  };
  const done = chat(terminal, context, []);
  input.end(lines.map((line) => `${line}\n`).join(""));
  await done;
  return { shown: output.read()?.toString() ?? "", warnings };
}

describe("a store that cannot be reached", () => {
  const trouble = new StoreTrouble("not written", { cause: new Error("disk full") });

  it.each([
    ["en", "I cannot reach my notebook just now"],
    ["es", "Ahora mismo no alcanzo mi cuaderno"],
  ])("is told of in the terminal (%s), with its cause as a warning, once", async (preferred, words) => {
    const { shown, warnings } = await typed(trouble, preferred, "/note");
    expect(shown).toContain(words);
    expect(warnings).toEqual(["The store cannot be used: Error: disk full"]);
  });

  it("leaves the chat going", async () => {
    const { shown } = await typed(trouble, "en", "/note", "when did the bakery open?");
    expect(shown).toContain("The bakery opened in 1998.");
  });

  it("is all that is taken so lightly: a bug stays one", async () => {
    await expect(typed(new Error("a bug"), "en", "/note")).rejects.toThrow("a bug");
  });
});
