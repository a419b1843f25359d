import { MessageFlags } from "discord.js";
import { describe, expect } from "vitest";
import { commands } from "../../commands/index.js";
import { type Command, type Context, command } from "../../src/command.js";
import { StoreTrouble } from "../../src/store-trouble.js";
import { SIGN } from "../support/garden.js";
import { buttonsOf, textsOf } from "./shown.js";
import { choicesOf, it, keptLog, UNHURRIED } from "./support.js";

const PRIVATE = MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral;
const WORDS = /^I cannot reach my notebook just now\\: nothing was written down, and nothing was changed\./;
/** What a store says that nobody is to read but the log. */
const CAUSE = "ECONNREFUSED 10.0.0.7";

/** A port of the context that rejects: what a store does that cannot be reached. */
const unreachable = async (): Promise<never> => {
  throw new StoreTrouble("the settings were not read", { cause: new Error(CAUSE) });
};
const noContext = (usual: Context): Context => ({ ...usual, draw: unreachable });

/** A command that asks the port for all that it does. */
const note: Command = command({
  name: "note",
  description: { en: "Write down", es: "Anotar" },
  options: { text: { kind: "text", description: { en: "What", es: "Qué" }, completed: true } },
  async run({ text }, { draw, preferred: language }) {
    if (text === "form") return { ...SIGN, submit: { command: "note", verb: "write", args: [] } };
    if (text !== "button") await draw([], { title: "", language });
    const actions = [{ label: "Write", command: "note", verb: "write", args: [] }];
    return { kind: "notice", language, lines: ["Well?"], choices: [], actions };
  },
  async complete(_option, _typed, { draw, preferred: language }) {
    await draw([], { title: "", language });
    return [];
  },
  async act(_action, { draw, preferred: language }) {
    await draw([], { title: "", language });
    return undefined;
  },
});

const LIST = [...commands, note];
const setup = { commands: LIST, context: noContext };

describe("a store that cannot be reached", () => {
  it("is told of in private, once, in the person's language", async ({ connect }) => {
    const { discord } = await connect(setup);
    const handle = discord.slash({ command: "note" });
    const message = await handle.reply();
    expect([message.flags, handle.followUps]).toEqual([PRIVATE, []]);
    expect(textsOf(message)[0]).toMatch(WORDS);
    expect(textsOf(await discord.slash({ command: "note", locale: "es-ES" }).reply())[0]).toContain(
      "no alcanzo mi cuaderno",
    );
  });

  it("is told of where a button is pressed, and the message stays", async ({ connect }) => {
    const { discord } = await connect(setup);
    const handle = discord.slash({ command: "note", options: { text: "button" } });
    const message = await handle.reply();
    const told = await discord.press({ message, customId: buttonsOf(message)[0].id }).reply();
    expect([told.flags, handle.message()]).toEqual([PRIVATE, message]);
    expect(textsOf(told)[0]).toMatch(WORDS);
  });

  it("is told of where a form is sent, which can be sent again as it was filled in", async ({ connect }) => {
    const { discord } = await connect(setup);
    const after = discord.slash({ command: "note", options: { text: "form" } });
    await after.response();
    const told = await discord.modal({ after, fields: { name: "Rose" } }).reply();
    expect(textsOf(told).join()).toContain("I cannot reach my notebook just now\\: nothing was written down");
    const again = discord.press({ message: told, customId: buttonsOf(told)[0].id });
    expect(JSON.stringify((await again.response()).data)).toContain("Rose");
  });

  it("leaves what is typed without completions", async ({ connect }) => {
    const { discord } = await connect(setup);
    expect(await choicesOf(discord.autocomplete({ command: "note", focused: "text", value: "" }))).toEqual([]);
  });

  it("is told of after thinking was shown too", async ({ connect }) => {
    let fail: (trouble: Error) => void = () => undefined;
    const waiting = new Promise<never>((_, reject) => {
      fail = reject;
    });
    const { discord } = await connect({
      commands: LIST,
      context: (usual) => ({ ...usual, draw: () => waiting }),
      manners: { pace: UNHURRIED, deferAfterMs: 0 },
    });
    const handle = discord.slash({ command: "note" });
    await handle.response();
    fail(new StoreTrouble("too slow"));
    expect(textsOf(await handle.reply())[0]).toMatch(WORDS);
  });

  it("is logged once, as a warning with the cause, and told to nobody", async ({ connect }) => {
    const { log, lines } = keptLog();
    const { discord, bot } = await connect({ ...setup, log });
    const message = await discord.slash({ command: "note" }).reply();
    await bot.stop();
    expect(JSON.stringify(message)).not.toContain(CAUSE);
    expect(lines.filter(({ level }) => Number(level) >= 40)).toEqual([
      expect.objectContaining({
        level: 40,
        msg: "the store cannot be used",
        cause: expect.stringContaining(`Error: ${CAUSE}`),
      }),
    ]);
  });

  it("keeps nobody from an answer", async ({ connect }) => {
    const { ask } = await connect(setup);
    expect(textsOf(await ask("How tall is the lighthouse?"))[0]).toBe("The lighthouse is 41 metres tall. \\[1\\]");
  });
});
