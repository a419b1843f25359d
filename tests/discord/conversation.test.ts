import { MessageFlags } from "discord.js";
import { describe, expect } from "vitest";
import { buildUser } from "../support/double.js";
import { buttonsOf, textsOf } from "./shown.js";
import { it, unsure } from "./support.js";

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

describe("/forget", () => {
  it("ends the conversation, and says so to the person alone", async ({ connect }) => {
    const { discord, ask } = await connect();
    await ask("How tall is the lighthouse?");
    const handle = discord.slash({ command: "forget" });
    const { data } = await handle.response();
    expect(data.flags).toBe(MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral);
    expect(textsOf(await handle.reply())).toEqual(["Forgotten\\: your next question here stands alone."]);
    discord.mention({ content: "who built it?" });
    expect(textsOf(await discord.nextMessage())[0]).not.toContain("Taken as");
  });

  it("says so where there is nothing to forget, in the person's language", async ({ connect }) => {
    const { discord } = await connect();
    const message = await discord.slash({ command: "forget", locale: "es-ES" }).reply();
    expect(textsOf(message)[0]).toContain("No hay nada que olvidar");
  });
});
