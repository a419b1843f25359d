import { MessageFlags } from "discord.js";
import { describe, expect } from "vitest";
import { startBot } from "../../src/discord/connect.js";
import { Live } from "../../src/live.js";
import { buildUser, type Double } from "../support/double.js";
import { bareGateway } from "./bare-gateway.js";
import { textsOf } from "./shown.js";
import { contextOf, HARBOUR, it, UNHURRIED } from "./support.js";

const POST = ["POST", "/channels/:channel/messages"] as const;
const BOT_AUTHOR = buildUser({ username: "machine", bot: true });
const HEIGHT = "The lighthouse is 41 metres tall. \\[1\\]";

/** The body of the bot's last message outside of interactions. */
function lastBody(discord: Double): unknown {
  return discord.requests.findLast(({ method, route }) => method === POST[0] && route === POST[1])?.body;
}

describe("a direct message", () => {
  it("is answered with footnotes", async ({ connect }) => {
    const { discord } = await connect();
    discord.directMessage({ content: "How tall is the lighthouse?" });
    const message = await discord.nextMessage(discord.directChannel());
    expect(message.flags).toBe(MessageFlags.IsComponentsV2);
    expect(textsOf(message)).toEqual([HEIGHT, expect.stringContaining("“41 metres tall”")]);
  });

  it("is answered as a reply that pings nobody", async ({ connect }) => {
    const { discord } = await connect();
    const asked = discord.directMessage({ content: "How tall is the lighthouse?" });
    const message = await discord.nextMessage();
    expect(message.message_reference?.message_id).toBe(asked.id);
    expect(message.mentions).toEqual([]);
    expect(lastBody(discord)).toMatchObject({ allowed_mentions: { parse: [], replied_user: false } });
  });

  it("is answered once where the answer is sent again, by its nonce", async ({ connect }) => {
    const { discord } = await connect();
    const asked = discord.directMessage({ content: "How tall is the lighthouse?" });
    await discord.nextMessage();
    expect(lastBody(discord)).toMatchObject({ nonce: asked.id, enforce_nonce: true });
  });

  it("in Spanish is answered in Spanish", async ({ connect }) => {
    const { discord } = await connect();
    discord.directMessage({ content: "¿Qué altura tiene el faro?" });
    expect(textsOf(await discord.nextMessage())[0]).toBe("El faro mide 41 metros. \\[1\\]");
  });

  it.for(["", "?!", "\u200b", "🐟"])("without a word is answered with help: %j", async (content, { connect }) => {
    const { discord } = await connect();
    discord.directMessage({ content });
    expect(textsOf(await discord.nextMessage())[0]).toContain("The harbour of Port Amber");
  });

  it.for([
    { what: "everybody and a role", content: "@everyone <@&123> How tall is the lighthouse?" },
    { what: "markup", content: "**How** ~~tall~~ is `the` ||lighthouse||?" },
    { what: "colours", content: "\u001b[31mHow tall\u001b[0m is the lighthouse?" },
  ])("with $what is read without it", async ({ content }, { connect }) => {
    const { discord } = await connect();
    discord.directMessage({ content });
    expect(textsOf(await discord.nextMessage())[0]).toBe(HEIGHT);
  });
});

describe("a mention in a channel", () => {
  it("is answered there; the mention itself is no part of the question", async ({ connect }) => {
    const { discord } = await connect();
    discord.mention({ content: "How tall is the lighthouse?" });
    expect(textsOf(await discord.nextMessage(discord.channelId))[0]).toBe(HEIGHT);
  });

  it("alone is answered with help", async ({ connect }) => {
    const { discord } = await connect();
    discord.mention({ content: "" });
    expect(textsOf(await discord.nextMessage())[0]).toContain("The harbour of Port Amber");
  });

  it("at the end of the question works as well", async ({ connect }) => {
    const { discord } = await connect();
    discord.mention({ content: `How tall is the lighthouse, <@${discord.botId}>?` });
    expect(textsOf(await discord.nextMessage())[0]).toBe(HEIGHT);
  });

  it("is answered as a reply that pings nobody", async ({ connect }) => {
    const { discord } = await connect();
    const asked = discord.mention({ content: "How tall is the lighthouse?" });
    const message = await discord.nextMessage();
    expect(message.message_reference?.message_id).toBe(asked.id);
    expect(message.mentions).toEqual([]);
    expect(lastBody(discord)).toMatchObject({ allowed_mentions: { parse: [], replied_user: false } });
  });

  it("is helped in the guild's language where it has no words", async ({ connect }) => {
    const { discord } = await connect({ discord: { guilds: [{ locale: "es-ES" }] } });
    discord.mention({ content: "" });
    expect(textsOf(await discord.nextMessage())[0]).toContain("Respondo preguntas");
  });

  it("in a reply to the bot's answer is answered", async ({ connect }) => {
    const { discord } = await connect();
    discord.mention({ content: "How tall is the lighthouse?" });
    const replyTo = await discord.nextMessage();
    discord.guildMessage({ content: "Who built the lighthouse?", replyTo });
    expect(textsOf(await discord.nextMessage())[0]).toBe("The engineer Clara Voss built the lighthouse. \\[1\\]");
  });

  it.for([50001, 50013])(
    "is answered in private, once, where the bot may not write (%i)",
    async (code, { connect }) => {
      const { discord, bot } = await connect();
      discord.forbid(discord.channelId, code);
      discord.mention({ content: "How tall is the lighthouse?" });
      const message = await discord.nextMessage(discord.directChannel());
      expect(textsOf(message).slice(0, 2)).toEqual([
        "-# I may not reply in \\#general, so here is my answer to you.",
        HEIGHT,
      ]);
      await bot.stop();
      expect(discord.messages).toHaveLength(1);
    },
  );

  it("does no harm where nobody can be told", async ({ connect }) => {
    const { discord, bot } = await connect();
    discord.forbid(discord.channelId, 50013);
    discord.forbid(discord.directChannel(), 50007);
    discord.mention({ content: "How tall is the lighthouse?" });
    await discord.slash({ command: "help" }).reply();
    await bot.stop();
    expect(discord.messages).toHaveLength(0);
  });
});

describe("messages that are none of the bot's business", () => {
  it.for([
    {
      what: "a guild message without a mention",
      say: (d: Double) => d.guildMessage({ content: "How tall is the lighthouse?" }),
    },
    {
      what: "a mention of somebody else",
      say: (d: Double) =>
        d.guildMessage({ content: "How tall is the lighthouse?", mentions: [buildUser({ username: "grace" })] }),
    },
    {
      what: "another bot's mention",
      say: (d: Double) => d.mention({ content: "How tall is the lighthouse?", user: BOT_AUTHOR }),
    },
    {
      what: "another bot's direct message",
      say: (d: Double) => d.directMessage({ content: "hello", user: BOT_AUTHOR }),
    },
  ])("are ignored: $what", async ({ say }, { connect }) => {
    const { discord, bot } = await connect();
    say(discord);
    discord.directMessage({ content: "How tall is the lighthouse?" });
    await discord.nextMessage();
    await bot.stop();
    expect(discord.messages).toHaveLength(1);
  });

  it("are ignored: a webhook's mention, and a message that comes a second time", async ({ onTestFinished }) => {
    const person = { id: "31", mentions: ["bot"] as const, content: "How tall is the lighthouse?" };
    const discord = await bareGateway({
      messages: [{ ...person, id: "30", webhookId: "900" }, person, person, { ...person, id: "32" }],
    });
    const config = { discordApi: discord.api, discordToken: "token", logLevel: "silent" as const, pace: UNHURRIED };
    const bot = await startBot(config, new Live(HARBOUR), ({ preferred }) => contextOf(HARBOUR, preferred));
    if (typeof bot === "string") throw new Error(bot);
    onTestFinished(() => discord.stop());
    await discord.posted(2);
    await bot.stop();
    expect(discord.answered()).toEqual(["31", "32"]);
  });
});
