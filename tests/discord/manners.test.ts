import { InteractionResponseType, MessageFlags } from "discord.js";
import { describe, expect } from "vitest";
import { commands } from "../../commands/index.js";
import type { Command } from "../../src/command.js";
import { buildUser } from "../support/double.js";
import { slowCommand } from "../support/toy.js";
import { buttonsOf, textsOf } from "./shown.js";
import { countAnswers, it, keptLog } from "./support.js";

const GRACE = buildUser({ username: "grace" });
const PRIVATE = MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral;
const QUESTION = { command: "ask", options: { question: "How tall is the lighthouse?" } };
const HEIGHT = "The lighthouse is 41 metres tall. \\[1\\]";
const SLOW_DOWN = /^One after the other, please\\: ask me again in (a second|\d+ s)\.$/;
const { DeferredChannelMessageWithSource, DeferredMessageUpdate } = InteractionResponseType;
const ONCE = { pace: { questions: 1, seconds: 60 } };

describe("who asks too fast", () => {
  it("is told so in private, and how long to wait", async ({ connect }) => {
    const { discord, ask } = await connect({ manners: ONCE });
    await ask(QUESTION.options.question);
    const handle = discord.slash(QUESTION);
    expect((await handle.response()).data.flags).toBe(PRIVATE);
    expect(textsOf(await handle.reply())[0]).toMatch(SLOW_DOWN);
  });

  it.for([
    ["a command", 0],
    ["a message", 1],
    ["a button", 2],
    ["a command on a message", 3],
  ] as const)("is told the same on every surface: %s", async ([, surface], { connect }) => {
    const { discord, ask } = await connect({ manners: ONCE });
    const message = await ask(QUESTION.options.question);
    const told = [
      () => discord.slash(QUESTION).reply(),
      () => {
        discord.mention({ content: "How tall is the lighthouse?" });
        return discord.nextMessage();
      },
      () => discord.press({ message, customId: buttonsOf(message)[0].id }).reply(),
      () => discord.contextMenu({ command: "Answer this", targetMessage: message }).reply(),
    ][surface];
    const texts = textsOf(await told());
    expect(texts.at(-1)).toMatch(SLOW_DOWN);
  });

  it("in messages is told so once, not each time", async ({ connect }) => {
    const { discord, bot } = await connect({ manners: ONCE });
    discord.directMessage({ content: "How tall is the lighthouse?" });
    expect(textsOf(await discord.nextMessage())[0]).toBe(HEIGHT);
    for (let i = 0; i < 4; i++) discord.directMessage({ content: "How tall is the lighthouse?" });
    expect(textsOf(await discord.nextMessage())[0]).toMatch(SLOW_DOWN);
    discord.mention({ content: "How tall is the lighthouse?", user: GRACE });
    await discord.nextMessage(discord.channelId);
    await bot.stop();
    expect(discord.messages).toHaveLength(3);
  });

  it("is answered again after the time", async ({ connect }) => {
    let late = 0;
    const now = () => Date.now() + late;
    const { ask } = await connect({ discord: { now }, manners: { ...ONCE, now } });
    await ask(QUESTION.options.question);
    expect(textsOf(await ask(QUESTION.options.question))[0]).toMatch(SLOW_DOWN);
    late = 60_000;
    expect(textsOf(await ask(QUESTION.options.question))[0]).toBe(HEIGHT);
  });

  it("holds nobody else up, and completions not at all", async ({ connect }) => {
    const { discord, ask } = await connect({ manners: ONCE });
    await ask(QUESTION.options.question);
    expect(textsOf(await ask(QUESTION.options.question, { user: GRACE }))[0]).toBe(HEIGHT);
    const { data } = await discord.autocomplete({ command: "ask", focused: "question", value: "how" }).response();
    expect(data.choices).not.toEqual([]);
  });

  it("is told so in Spanish in a Spanish client", async ({ connect }) => {
    const { ask } = await connect({ manners: ONCE });
    await ask(QUESTION.options.question);
    expect(textsOf(await ask("hola", { locale: "es-ES" }))[0]).toMatch(/^De una en una, por favor/);
  });
});

describe("a reply that takes long", () => {
  const manners = { deferAfterMs: 10 };

  it("is announced, and follows in the same place", async ({ connect }) => {
    const { slow, release } = slowCommand("slow");
    const { discord } = await connect({ commands: [...commands, slow], manners });
    const handle = discord.slash({ command: "slow" });
    const { type, data } = await handle.response();
    expect([type, data.flags ?? 0]).toEqual([DeferredChannelMessageWithSource, 0]);
    release();
    const message = await handle.reply();
    expect(textsOf(message)).toEqual(["At last"]);
    expect(message.flags).toBe(MessageFlags.IsComponentsV2);
    expect(handle.edits).toHaveLength(1);
  });

  it("is announced in private where it is to be private", async ({ connect }) => {
    const { slow, release } = slowCommand("slow", { onlyForAsker: true });
    const { discord } = await connect({ commands: [...commands, slow], manners });
    const handle = discord.slash({ command: "slow", options: { private: true } });
    expect((await handle.response()).data.flags).toBe(MessageFlags.Ephemeral);
    release();
    expect((await handle.reply()).flags).toBe(PRIVATE);
  });

  it("is private all the same where only its making showed that", async ({ connect }) => {
    const { slow, release } = slowCommand("slow", { onlyForAsker: true });
    const { discord } = await connect({ commands: [...commands, slow], manners });
    const handle = discord.slash({ command: "slow" });
    await handle.response();
    release();
    await expect.poll(() => handle.followUps.length).toBe(1);
    expect(handle.followUps[0].flags).toBe(PRIVATE);
    expect(handle.message()).toBeUndefined();
  });

  it("to a button takes the message's place in the end", async ({ connect }) => {
    const fast = slowCommand("slow");
    fast.release();
    const first = await connect({ commands: [...commands, fast.slow] });
    const message = await first.discord.slash({ command: "slow" }).reply();
    await first.bot.stop();
    const { slow, release } = slowCommand("slow", { lines: ["Again"] });
    const { discord } = await connect({ discord: first.discord, commands: [...commands, slow], manners });
    const handle = discord.press({ message, customId: buttonsOf(message)[0].id });
    expect((await handle.response()).type).toBe(DeferredMessageUpdate);
    release();
    await expect.poll(() => textsOf(handle.message() ?? {})).toEqual(["Again"]);
  });

  it("and then fails is told so with a reference", async ({ connect }) => {
    const { slow, release } = slowCommand("slow");
    const failing: Command = {
      ...slow,
      run: async (options, context) => {
        await slow.run(options, context);
        throw new Error("it broke");
      },
    };
    const { discord } = await connect({ commands: [...commands, failing], manners });
    const handle = discord.slash({ command: "slow" });
    await handle.response();
    release();
    expect(textsOf(await handle.reply())[0]).toContain("this reference\\:");
  });

  it("is not announced where it comes at once", async ({ connect }) => {
    const { slow, release } = slowCommand("slow");
    release();
    const { discord } = await connect({ commands: [...commands, slow], manners: { deferAfterMs: 1000 } });
    expect((await discord.slash({ command: "slow" }).response()).type).toBe(
      InteractionResponseType.ChannelMessageWithSource,
    );
  });
});

describe("typing dots", () => {
  it("show where an answer takes longer than a blink", async ({ connect }) => {
    const { slow, release } = slowCommand("ask");
    const { discord } = await connect({ commands: [slow], manners: { typingAfterMs: 10 } });
    discord.directMessage({ content: "How tall is the lighthouse?" });
    await expect.poll(() => discord.typing.length).toBe(1);
    release();
    expect(textsOf(await discord.nextMessage())).toEqual(["At last"]);
  });

  it("do not show where it comes at once, even if it is a promise", async ({ connect }) => {
    const { slow, release } = slowCommand("ask");
    release();
    const { discord } = await connect({ commands: [slow] });
    discord.directMessage({ content: "How tall is the lighthouse?" });
    await discord.nextMessage();
    expect(discord.typing).toEqual([]);
  });
});

describe("one reply for each interaction", () => {
  it("however often it arrives", async ({ connect }) => {
    const { discord, bot } = await connect();
    const handle = discord.slash(QUESTION);
    discord.redeliver(handle);
    await handle.reply();
    discord.redeliver(handle);
    await bot.stop();
    expect(countAnswers(discord)).toBe(1);
  });

  it("and none to one that Discord has given up on, whose refusal is noted", async ({ connect }) => {
    const { log, lines } = keptLog();
    let late = 0;
    const now = () => Date.now() + late;
    const violations = [expect.stringContaining("too late")];
    const { discord, bot } = await connect({ discord: { now }, log, violations });
    discord.dropConnection();
    const handle = discord.slash(QUESTION);
    late = 4000;
    await discord.resumed();
    await expect.poll(() => lines).toContainEqual(expect.objectContaining({ code: 10062 }));
    await bot.stop();
    expect(handle.answered).toBeUndefined();
    expect(countAnswers(discord)).toBe(1);
    expect(lines.filter(({ level }) => Number(level) > 40)).toEqual([]);
  });
});

describe("a machine's clock that is wrong", () => {
  const hour = 3_600_000;

  it.for([
    ["an hour ahead", () => Date.now() + hour],
    ["five seconds ahead", () => Date.now() + 5000],
    ["an hour behind", () => Date.now() - hour],
  ] as const)("keeps no answer back: %s", async ([, now], { connect }) => {
    const { discord, ask } = await connect({ manners: { now } });
    const message = await ask(QUESTION.options.question);
    expect(textsOf(message)[0]).toBe(HEIGHT);
    const quotations = await discord.press({ message, customId: buttonsOf(message)[0].id }).reply();
    expect(textsOf(quotations)[0]).toMatch(/^### Quotations/);
    const { data } = await discord.autocomplete({ command: "ask", focused: "question", value: "how" }).response();
    expect(data.choices).not.toEqual([]);
    discord.directMessage({ content: "How tall is the lighthouse?" });
    expect(textsOf(await discord.nextMessage())[0]).toBe(HEIGHT);
  });

  it("that is behind announces a reply that takes long no later than a right one", async ({ connect }) => {
    const { slow, release } = slowCommand("slow");
    const manners = { deferAfterMs: 10, now: () => Date.now() - hour };
    const { discord } = await connect({ commands: [...commands, slow], manners });
    const handle = discord.slash({ command: "slow" });
    expect((await handle.response()).type).toBe(DeferredChannelMessageWithSource);
    release();
    expect(textsOf(await handle.reply())).toEqual(["At last"]);
  });

  it("that jumps back slows nobody down for longer than the time says", async ({ connect }) => {
    let late = hour;
    const now = () => Date.now() + late;
    const { ask } = await connect({ manners: { pace: { questions: 1, seconds: 20 }, now } });
    await ask(QUESTION.options.question);
    late = 0;
    expect(textsOf(await ask(QUESTION.options.question))[0]).toMatch(/again in (19|20) s/);
  });
});

describe("an edited message", () => {
  it("is not answered twice", async ({ connect }) => {
    const { discord, bot } = await connect();
    const message = discord.directMessage({ content: "How tall is the lighthouse?" });
    await discord.nextMessage();
    discord.editMessage({ message, content: "Who built the lighthouse?" });
    discord.mention({ content: "How tall is the lighthouse?" });
    await discord.nextMessage(discord.channelId);
    await bot.stop();
    expect(discord.messages).toHaveLength(2);
  });
});

describe("a long question", () => {
  it.for([
    ["with the question first", `How tall is the lighthouse? ${"I walked there yesterday with my dog. ".repeat(100)}`],
    ["of one word again and again", "lighthouse ".repeat(360)],
    ["of four thousand letters", "x".repeat(4000)],
    ["of signs alone", "?!. ".repeat(1000)],
  ] as const)("is answered within a second: %s", async ([, content], { connect }) => {
    const { discord } = await connect();
    const start = performance.now();
    discord.directMessage({ content: content.slice(0, 4000) });
    expect(textsOf(await discord.nextMessage())[0]).not.toBe("");
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
