import { once } from "node:events";
import { Events, GatewayIntentBits, type Message } from "discord.js";
import { describe, expect } from "vitest";
import type { Double } from "../double.js";
import { call, it, QUIET, type Setup } from "./client.js";

describe("messages of people", () => {
  const echo: Setup = { onMessage: (message) => message.author.bot || message.reply(`heard: ${message.content}`) };

  it("reach the bot in direct messages", async ({ start, login }) => {
    const discord = await start();
    await login(discord, echo);
    discord.directMessage({ content: "hello" });
    await expect(discord.nextMessage(discord.directChannel())).resolves.toMatchObject({ content: "heard: hello" });
  });

  it("are dropped by a client without Partials.Channel", async ({ start, login }) => {
    const discord = await start();
    await login(discord, { ...echo, partials: [] });
    discord.directMessage({ content: "hello" });
    await expect(discord.nextMessage(undefined, { timeoutMs: 150 })).rejects.toThrow("no message");
  });

  it("are not sent without the intent for them", async ({ start, login }) => {
    const discord = await start();
    const events: string[] = [];
    const client = await login(discord, {
      ...echo,
      intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages],
    });
    client.on(Events.Raw, ({ t }: { t: string }) => events.push(t));
    discord.directMessage({ content: "hello" });
    discord.mention({ content: "hello" });
    await discord.nextMessage();
    expect(events.filter((name) => name === "MESSAGE_CREATE")).not.toHaveLength(0);
    expect(discord.messages.map(({ channel_id }) => channel_id)).toEqual([discord.channelId]);
  });

  it.for([
    {
      who: "a message that mentions the bot",
      say: (d: Double) => d.mention({ content: "hi" }),
      seen: "<@1100000000000000001> hi",
    },
    { who: "any other message", say: (d: Double) => d.guildMessage({ content: "hi" }), seen: "" },
    {
      who: "a reply that pings the bot",
      say: (d: Double) => d.guildMessage({ content: "hi", replyTo: own(d) }),
      seen: "hi",
    },
    {
      who: "a reply that does not",
      say: (d: Double) => d.guildMessage({ content: "hi", replyTo: own(d), ping: false }),
      seen: "",
    },
  ])("arrive with the right content in a guild: $who", async ({ say, seen }, { start, login }) => {
    const discord = await start();
    const client = await login(discord);
    await call(discord, "POST", `/channels/${discord.channelId}/messages`, { content: "first", ...QUIET });
    const arrived = new Promise<Message>((resolve) => {
      client.on(Events.MessageCreate, (message) => message.author.bot || resolve(message));
    });
    say(discord);
    expect((await arrived).content).toBe(seen);
  });

  it("arrive with their content where the intent for it was granted", async ({ start, login }) => {
    const discord = await start({ privilegedIntents: [GatewayIntentBits.MessageContent] });
    const intents = [GatewayIntentBits.GuildMessages, GatewayIntentBits.Guilds, GatewayIntentBits.MessageContent];
    const client = await login(discord, { intents });
    const arrived = once(client, Events.MessageCreate);
    discord.guildMessage({ content: "hi" });
    expect((await arrived)[0]).toMatchObject({ content: "hi" });
  });

  it("tell of their edits", async ({ start, login }) => {
    const discord = await start();
    const client = await login(discord);
    const message = discord.directMessage({ content: "helo" });
    await once(client, Events.MessageCreate);
    const updated = once(client, Events.MessageUpdate);
    discord.editMessage({ message, content: "hello" });
    expect((await updated).map(({ content }) => content)).toEqual(["helo", "hello"]);
  });
});

function own({ messages: [first] }: Double) {
  if (!first) throw new Error("the bot has sent nothing yet");
  return first;
}
