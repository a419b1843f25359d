import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { commands } from "../../commands/index.js";
import type { Asker, Context } from "../../src/command.js";
import { plainText } from "../../src/reply-text.js";
import { chat, replyTo } from "../../src/terminal/chat.js";
import { parseCommandLine } from "../../src/terminal/command-line.js";
import { paintFor, showReply } from "../../src/terminal/paint.js";
import { garden, key, shed } from "../support/garden.js";
import { villageAnswerer, villageContext } from "../support/village.js";

const answerer = villageAnswerer();
const LIST = [...commands, garden, shed, key];
const NOBODY: Asker = { key: "k", isManager: false, isOwner: false, roles: [] };

function contextOf(more: Partial<Context> = {}): Context {
  return { ...villageContext(answerer, more.preferred ?? "en"), commands: LIST, ...more };
}

describe("parseCommandLine", () => {
  it.each<[string, string | undefined, string]>([
    ["/garden plant", undefined, "the declared names"],
    ["/jardín plantar", "es", "the names in Spanish"],
    ["/JARDIN Plantar", "es", "without accents, in capitals"],
    ["/garden plantar", "es", "one of the two"],
    ["/nobody", undefined, "no name"],
  ])("tells the language of %j: %j (%s)", (line, language) => {
    expect(parseCommandLine(line, LIST).language).toBe(language);
  });

  it.each<[string, string, string | undefined, Record<string, string>, string]>([
    ["/garden plant channel: 123", "garden", "plant", { channel: "123" }, "a part and its option"],
    [
      "/garden plant 123 seed: red rose",
      "garden",
      "plant",
      { channel: "123", seed: "red rose" },
      "the first needs no name",
    ],
    ["/jardín plantar canal: 123 semilla: rosa", "garden", "plant", { channel: "123", seed: "rosa" }, "in Spanish"],
    ["/GARDEN Plant 123", "garden", "plant", { channel: "123" }, "in capitals"],
    ["/garden", "garden", undefined, {}, "no part"],
    ["/garden dig 123", "garden", undefined, {}, "an unknown part"],
    ["/garden  sign  now", "garden", "sign", {}, "a part without options ignores what follows"],
  ])("reads %j (%s)", (line, name, part, options) => {
    const { language: _, ...read } = parseCommandLine(line, LIST);
    expect(read).toEqual({ name, ...(part === undefined ? {} : { part }), options });
  });
});

describe("a group in the terminal", () => {
  it.each([
    ["/garden plant channel: 123", "Planted: 123 undefined undefined", "an id"],
    ["/garden plant <#123> role: <@&45> seed: rose", "Planted: 123 45 rose", "mentions, as Discord writes them"],
    ["/garden plant here", "channel needs the id of a channel.", "no id of a channel"],
    ["/garden plant 123 role: gardeners", "role needs the id of a role.", "no id of a role"],
    ["/garden plant", "/garden plant needs channel", "a missing option"],
    ["/key", "Here it is", "at a terminal sits the owner"],
    ["/shed look", "This works in a server only.", "there is no server"],
    ["/shed", "This works in a server only.", "of a group for servers"],
  ])("answers %j with %j (%s)", async (line, expected) => {
    expect(plainText(await replyTo(line, contextOf()))).toContain(expected);
  });

  it("lists its parts, those that are for the person, where none of them is named", async () => {
    const shown = (reply: Awaited<ReturnType<typeof replyTo>>) => showReply(reply, paintFor(false));
    const parts = "A garden\n- /garden plant Plant a seed\n- /garden sign Make a sign";
    for (const line of ["/garden", "/garden dig"]) expect(shown(await replyTo(line, contextOf()))).toBe(parts);
    const inServer = { place: { guild: "1" } };
    expect(shown(await replyTo("/garden", contextOf(inServer)))).toBe(`${parts}\n- /garden prune Cut a branch`);
    expect(shown(await replyTo("/jardín", contextOf({ preferred: "es" })))).toBe(
      "Un jardín\n- /jardín plantar Plantar una semilla\n- /jardín rotular Hacer un rótulo",
    );
  });

  it.each(["/key", "/shed look", "/shed"])("refuses %s in words to whom it is not for", async (line) => {
    const context = contextOf({ asker: NOBODY, place: { guild: "1" } });
    expect(plainText(await replyTo(line, context))).toMatch(/^This is for those/);
  });

  it("says in help what its parts are, and nothing of what is for others", async () => {
    const text = (asker: Asker, preferred = "en") =>
      replyTo("/help", contextOf({ asker, place: { guild: "1" }, preferred })).then((reply) =>
        showReply(reply, paintFor(false)),
      );
    const member = await text(NOBODY);
    expect(member).toContain("/garden A garden: plant, sign");
    expect(member).not.toMatch(/\/shed|\/key|prune/);
    expect(await text({ ...NOBODY, isManager: true }, "es")).toContain("/jardín Un jardín: plantar, rotular, prune");
  });
});

describe("a form in the terminal", () => {
  /** What a chat shows for each line. */
  async function typed(...lines: string[]): Promise<string[]> {
    const [input, output] = [new PassThrough(), new PassThrough()];
    const shown: string[] = [];
    output.on("data", (chunk: Buffer) => shown.push(chunk.toString().trimEnd()));
    const context = contextOf();
    const done = chat({ input, output, interactive: false, paint: paintFor(false) }, () => context, []);
    for (const line of lines) input.write(`${line}\n`);
    input.end();
    await done;
    return shown.slice(2);
  }
  const CARE = "Care (an empty line keeps “Water it.”):";
  const COLOUR = "Colour (may stay empty):\n  1. Dark red\n  2. White";

  it("is asked line by line", async () => {
    expect(await typed("/garden sign", "Rose", "Cut it.", "2")).toEqual([
      "Sign for a bed\nOne line for each; an empty line leaves it as it is, /cancel or Ctrl-C leaves the form.\nName:\nAs the seed bag says",
      CARE,
      COLOUR,
      "Signed: 7 Rose | Cut it. | white",
    ]);
  });

  it.each([
    [["Rose", "", ""], "Signed: 7 Rose | Water it. | undefined", "empty lines keep what stands there, or leave it out"],
    [["Rose", "", "white"], "Signed: 7 Rose | Water it. | white", "a choice by its value"],
    [["Rose", "", "DARK RED"], "Signed: 7 Rose | Water it. | red", "a choice by its words"],
    [["/cancel"], "Left, and nothing was done.", "left at once"],
    [["Rose", "/cancel"], "Left, and nothing was done.", "left later"],
    [["Rose", "/cancelar"], "Left, and nothing was done.", "left in Spanish"],
    [["", "Rose", "", ""], "Signed: 7 Rose | Water it. | undefined", "what is needed is asked for again"],
    [["x".repeat(21), "Rose", "", ""], "Signed: 7 Rose | Water it. | undefined", "what is too long too"],
    [["Rose", "", "3", "0", "blue", "1"], "Signed: 7 Rose | Water it. | red", "and what is no choice"],
    [["/help", "", ""], "Signed: 7 /help | Water it. | undefined", "a command is words here"],
  ])("filled in with %j ends with %j (%s)", async (lines, last) => {
    expect((await typed("/garden sign", ...lines)).at(-1)).toBe(last);
  });

  it.each([
    [[""], "Nothing was done yet: Name must be filled in.\nName:\nAs the seed bag says"],
    [["x".repeat(21)], "That is too long: at most 20 characters.\nName:\nAs the seed bag says"],
    [["Rose", "", "3"], `Choose a number from 1 to 2.\n${COLOUR}`],
  ])("says after %j what is wrong, and asks again", async (lines, last) => {
    expect((await typed("/garden sign", ...lines)).at(-1)).toBe(last);
  });

  it("does nothing where the input ends in the middle of it", async () => {
    expect((await typed("/garden sign", "Rose")).at(-1)).toBe(CARE);
  });

  it("is over when it is over: the next line is a question again", async () => {
    expect((await typed("/garden sign", "/cancel", "when did the bakery open?")).at(-1)).toContain("in 1998");
  });

  it("is left with Ctrl-C, and the chat with the next", async () => {
    const [input, output] = [new PassThrough(), new PassThrough()];
    const context = contextOf();
    const done = chat({ input, output, interactive: true, paint: paintFor(false) }, () => context, []);
    let shown = "";
    const saw = (words: string) =>
      new Promise<void>((resolve) => {
        const look = () => {
          if (shown.includes(words)) resolve();
        };
        output.on("data", look);
        look();
      });
    output.on("data", (chunk: Buffer) => {
      shown += chunk.toString();
    });
    input.write("/garden sign\n");
    await saw("As the seed bag says");
    input.write("\u0003");
    await saw("Left, and nothing was done.");
    input.write("/garden plant 5\n");
    await saw("Planted: 5");
    input.write("\u0003");
    await done;
    expect(shown).not.toContain("Signed");
  });

  it("is shown by its title and labels where nobody can be asked", async () => {
    const reply = await replyTo("/garden sign", contextOf());
    expect(showReply(reply, paintFor(false))).toBe("Sign for a bed\n- Name\n- Care\n- Colour");
    expect(plainText(reply)).toBe("Sign for a bed Name Care Colour");
  });
});
