import { MessageFlags } from "discord.js";
import { describe, expect } from "vitest";
import { TALK_MS } from "../../src/answer/conversation/conversations.js";
import { Live } from "../../src/live.js";
import { buildUser, type Double } from "../support/double.js";
import { buttonsOf, textsOf } from "./shown.js";
import { HARBOUR, it, unsure } from "./support.js";

const GRACE = buildUser({ username: "grace" });
const ENGINEER = "The engineer Clara Voss built the lighthouse. \\[1\\]";
const TAKEN = "-# Taken as\\: Who built the lighthouse?\n";

describe("a follow-up", () => {
  it("in a direct message is understood, and says how it was read", async ({ connect }) => {
    const { discord } = await connect();
    discord.directMessage({ content: "How tall is the lighthouse?" });
    await discord.nextMessage();
    discord.directMessage({ content: "who built it?" });
    expect(textsOf(await discord.nextMessage())[0]).toBe(TAKEN + ENGINEER);
  });

  it("by mention is understood after /ask in the same channel", async ({ connect }) => {
    const { discord, ask } = await connect();
    await ask("How tall is the lighthouse?");
    discord.mention({ content: "who built it?" });
    expect(textsOf(await discord.nextMessage())[0]).toBe(TAKEN + ENGINEER);
  });

  it("does not mix two people in one channel", async ({ connect }) => {
    const { discord } = await connect();
    discord.mention({ content: "How tall is the lighthouse?" });
    await discord.nextMessage();
    discord.mention({ content: "who built it?", user: GRACE });
    expect(textsOf(await discord.nextMessage())[0]).not.toContain("Taken as");
    discord.mention({ content: "who built it?" });
    expect(textsOf(await discord.nextMessage())[0]).toBe(TAKEN + ENGINEER);
  });

  it("does not carry from a channel to a direct message", async ({ connect }) => {
    const { discord } = await connect();
    discord.mention({ content: "How tall is the lighthouse?" });
    await discord.nextMessage();
    discord.directMessage({ content: "who built it?" });
    expect(textsOf(await discord.nextMessage(discord.directChannel()))[0]).not.toContain("Taken as");
  });

  it("after a pressed button is about what was pressed", async ({ connect }) => {
    const { discord } = await connect();
    discord.directMessage({ content: "hello" });
    const message = await discord.nextMessage();
    const [{ id, label }] = buttonsOf(message);
    expect(label).toBe("1. Who built the lighthouse?");
    await discord.press({ message, customId: id }).response();
    discord.directMessage({ content: "how tall is it?" });
    expect(textsOf(await discord.nextMessage(discord.directChannel()))[0]).toContain("How tall is the lighthouse?");
  });

  it("by number picks from the questions in words", async ({ connect }) => {
    const { discord } = await connect({ context: unsure });
    discord.directMessage({ content: "lighthouse" });
    const [list] = textsOf(await discord.nextMessage());
    expect(list).toContain("\n2. Who built the lighthouse?\n");
    discord.directMessage({ content: "2" });
    const picked = await discord.nextMessage();
    expect(textsOf(picked)[0]).toContain("Taken as\\: Who built the lighthouse?");
  });
});

describe("what was offered last", () => {
  it.for([
    { what: "the number of a thing to select", say: "1" },
    { what: "a number with a sign behind it", say: "1)" },
    { what: "an ordinal", say: "the first one" },
    { what: "the thing's own words", say: "harbour" },
  ])("is picked in a direct message by $what", async ({ say }, { connect }) => {
    const { discord } = await connect();
    const list = await discord.slash({ command: "topics", dm: true }).reply();
    expect(textsOf(list).join("\n")).toContain("1\\. Harbour \\(13 questions");
    discord.directMessage({ content: say });
    expect(textsOf(await discord.nextMessage(discord.directChannel()))[0]).toMatch(/^### Harbour\n/);
  });

  it("is picked by number in the language that it was offered in", async ({ connect }) => {
    const { discord } = await connect();
    await discord.slash({ command: "topics", dm: true, locale: "es-ES" }).reply();
    discord.directMessage({ content: "1" });
    expect(textsOf(await discord.nextMessage(discord.directChannel()))[0]).toContain("13 preguntas");
  });

  it("is picked by number in a mention, by whoever was offered it", async ({ connect }) => {
    const { discord } = await connect();
    await discord.slash({ command: "topics" }).reply();
    discord.mention({ content: "1", user: GRACE });
    expect(textsOf(await discord.nextMessage(discord.channelId))[0]).not.toContain("### Harbour");
    discord.mention({ content: "1" });
    expect(textsOf(await discord.nextMessage(discord.channelId))[0]).toMatch(/^### Harbour\n/);
  });

  it("has no such number: it is said which there are", async ({ connect }) => {
    const { discord } = await connect();
    await discord.slash({ command: "topics", dm: true }).reply();
    discord.directMessage({ content: "17" });
    expect(textsOf(await discord.nextMessage(discord.directChannel()))[0]).toBe("There is only number 1.");
  });

  it.for([
    { what: "ten minutes later", meanwhile: () => undefined, laterMs: 600_000 },
    { what: "after /forget", meanwhile: (d: Double) => d.slash({ command: "forget", dm: true }).reply(), laterMs: 0 },
  ])("is offered no more $what", async ({ meanwhile, laterMs }, { connect }) => {
    let now = Date.now();
    const { discord } = await connect({ manners: { now: () => now } });
    await discord.slash({ command: "topics", dm: true }).reply();
    await meanwhile(discord);
    now += laterMs;
    discord.directMessage({ content: "1" });
    expect(textsOf(await discord.nextMessage(discord.directChannel()))[0]).not.toContain("### Harbour");
  });
});

describe("thanks", () => {
  it.for([
    ["thank you!", "You're welcome"],
    ["muchas gracias", "De nada"],
  ] as const)("%s are answered in a few words", async ([content, words], { connect }) => {
    const { discord } = await connect();
    discord.directMessage({ content });
    const message = await discord.nextMessage();
    expect(textsOf(message)[0]).toContain(words);
    expect(buttonsOf(message)).toEqual([]);
  });
});

describe("a conversation that has ended", () => {
  it("leaves memory by itself", async ({ connect }) => {
    const live = new Live(HARBOUR);
    const { ask } = await connect({ answerer: live, manners: { sweepMs: 20, now: () => Date.now() + TALK_MS } });
    await ask("How tall is the lighthouse?");
    await expect.poll(() => live.current.conversations.size).toBe(0);
  });
});

describe("/forget", () => {
  it("ends the conversation, and says so to the person alone", async ({ connect }) => {
    const { discord, ask } = await connect();
    await ask("How tall is the lighthouse?");
    const handle = discord.slash({ command: "forget" });
    const { data } = await handle.response();
    expect(data.flags).toBe(MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral);
    expect(textsOf(await handle.reply())).toEqual([
      "Forgotten\\: your next question stands alone, wherever you ask it.",
    ]);
    discord.mention({ content: "who built it?" });
    expect(textsOf(await discord.nextMessage())[0]).not.toContain("Taken as");
  });

  it("ends the person's conversations everywhere, with what was offered and the reasons, and nobody else's", async ({
    connect,
  }) => {
    const { discord, ask } = await connect();
    const answer = await ask("How tall is the lighthouse?", { dm: true });
    discord.mention({ content: "How tall is the lighthouse?", user: GRACE });
    await discord.nextMessage();
    discord.directMessage({ content: "hello" });
    await discord.nextMessage(discord.directChannel());
    await discord.slash({ command: "forget" }).reply();
    discord.directMessage({ content: "who built it?" });
    expect(textsOf(await discord.nextMessage(discord.directChannel()))[0]).not.toContain("Taken as");
    const customId = buttonsOf(answer).find(({ id }) => id.startsWith("bot:why:"))?.id ?? "";
    expect(textsOf(await discord.press({ message: answer, customId }).reply())[0]).toContain("these are gone");
    discord.mention({ content: "who built it?", user: GRACE });
    expect(textsOf(await discord.nextMessage())[0]).toBe(TAKEN + ENGINEER);
  });

  it("forgets what was offered elsewhere: a number picks nothing", async ({ connect }) => {
    const { discord } = await connect();
    discord.directMessage({ content: "hello" });
    await discord.nextMessage();
    await discord.slash({ command: "forget" }).reply();
    discord.directMessage({ content: "1" });
    expect(textsOf(await discord.nextMessage(discord.directChannel()))[0]).not.toContain("Clara Voss");
  });

  it("says so where there is nothing to forget, in the person's language", async ({ connect }) => {
    const { discord } = await connect();
    const message = await discord.slash({ command: "forget", locale: "es-ES" }).reply();
    expect(textsOf(message)[0]).toContain("No hay nada que olvidar");
  });
});
