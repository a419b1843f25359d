import { type APIMessage, MessageFlags } from "discord.js";
import { describe, expect } from "vitest";
import type { Command, MessageCommand } from "../../src/command.js";
import type { Double } from "../support/double.js";
import { shelf as wholeShelf } from "../support/toy.js";
import { buttonsOf, textsOf } from "./shown.js";
import { countAnswers, it, keptLog } from "./support.js";

const answer = () => {
  throw new Error("the answerer broke");
};
const PRIVATE = MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral;
/** A shelf whose actions break, and a command on messages that does. */
const shelf: Command = { ...wholeShelf, act: answer };
const failing: MessageCommand = {
  on: "message",
  name: "Answer this",
  description: { en: "Break", es: "Romper" },
  run: answer,
};

describe("an exception in a handler", () => {
  it("is answered privately with a reference that the log has too", async ({ connect }) => {
    const { log, lines } = keptLog();
    const { discord } = await connect({ context: (usual) => ({ ...usual, answer }), log });
    const handle = discord.slash({ command: "ask", options: { question: "How tall is the lighthouse?" } });
    const { data } = await handle.response();
    expect(data.flags).toBe(MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral);
    const logged = lines.find(({ msg }) => msg === "a handler failed");
    expect(logged).toMatchObject({ level: 50, error: expect.stringContaining("the answerer broke") });
    expect(textsOf(await handle.reply())[0]).toContain(`this reference\\: ${String(logged?.reference)}.`);
  });

  it("tells nobody what broke", async ({ connect }) => {
    const { ask } = await connect({ context: (usual) => ({ ...usual, answer }) });
    expect(JSON.stringify(await ask("How tall is the lighthouse?"))).not.toContain("answerer");
  });

  it("speaks Spanish to a Spanish client", async ({ connect }) => {
    const { ask } = await connect({ context: (usual) => ({ ...usual, answer }) });
    const message = await ask("How tall is the lighthouse?", { locale: "es-ES" });
    expect(textsOf(message)[0]).toContain("Algo falló de mi lado");
  });

  it("is answered in a direct message too", async ({ connect }) => {
    const { log, lines } = keptLog();
    const { discord } = await connect({ context: (usual) => ({ ...usual, answer }), log });
    discord.directMessage({ content: "How tall is the lighthouse?" });
    const [text] = textsOf(await discord.nextMessage());
    const logged = lines.find(({ msg }) => msg === "a handler failed");
    expect(text).toContain(`this reference\\: ${String(logged?.reference)}.`);
  });

  it.for([
    ["a button", (d: Double, message: APIMessage) => d.press({ message, customId: buttonsOf(message)[0].id })],
    [
      "a command on a message",
      (d: Double, targetMessage: APIMessage) => d.contextMenu({ command: "Answer this", targetMessage }),
    ],
  ] as const)("is answered in private under %s too, and the message stays", async ([, use], { connect }) => {
    const { discord } = await connect({ commands: [shelf, failing] });
    const handle = discord.slash({ command: "shelf" });
    const message = await handle.reply();
    const told = use(discord, message);
    expect((await told.response()).data.flags).toBe(PRIVATE);
    expect(textsOf(await told.reply())[0]).toContain("this reference\\:");
    expect(handle.message()).toEqual(message);
  });

  it("speaks Spanish in a Spanish guild", async ({ connect }) => {
    const { discord } = await connect({
      discord: { guilds: [{ locale: "es-ES" }] },
      context: (usual) => ({ ...usual, answer }),
    });
    discord.mention({ content: "How tall is the lighthouse?" });
    expect(textsOf(await discord.nextMessage())[0]).toContain("Algo falló de mi lado");
  });

  it("where the context itself breaks is answered all the same", async ({ connect }) => {
    const context = () => {
      throw new Error("no context");
    };
    const { discord } = await connect({ context });
    const [text] = textsOf(await discord.slash({ command: "ask", options: { question: "x" } }).reply());
    expect(text).toContain("Something went wrong");
  });

  it("leaves the bot working", async ({ connect }) => {
    let isBroken = true;
    const { ask } = await connect({ context: (usual) => (isBroken ? { ...usual, answer } : usual) });
    await ask("How tall is the lighthouse?");
    isBroken = false;
    expect(textsOf(await ask("How tall is the lighthouse?"))[0]).toBe("The lighthouse is 41 metres tall. \\[1\\]");
  });
});

describe("the log", () => {
  it("has neither questions nor people", async ({ connect }) => {
    const { log, lines } = keptLog();
    const { discord, bot, ask } = await connect({ log });
    await ask("How tall is the lighthouse?");
    discord.directMessage({ content: "How tall is the lighthouse?" });
    await discord.nextMessage();
    await bot.stop();
    expect(JSON.stringify(lines)).not.toMatch(/lighthouse|ada/i);
    expect(lines.map(({ msg }) => msg)).toEqual(["connected", "stopped"]);
    expect(countAnswers(discord)).toBe(1);
  });
});
