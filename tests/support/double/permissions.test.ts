import { once } from "node:events";
import { ChannelType, Events, PermissionFlagsBits } from "discord.js";
import { describe, expect } from "vitest";
import { DEFAULT_GUILD } from "../double.js";
import { call, it, QUIET } from "./client.js";

const { ViewChannel, SendMessages, EmbedLinks, AttachFiles, ReadMessageHistory } = PermissionFlagsBits;
const withDenied = (denied: bigint) => ({
  guilds: [{ ...DEFAULT_GUILD, channels: [{ ...DEFAULT_GUILD.channels[0], denied }] }],
});

describe("a channel where the bot may not do everything", () => {
  it.for([
    { why: "does not see it", denied: ViewChannel, body: {}, status: 403, code: 50001 },
    { why: "may not write", denied: SendMessages, body: {}, status: 403, code: 50013 },
    { why: "may not embed", denied: EmbedLinks, body: { embeds: [{ title: "x" }] }, status: 403, code: 50013 },
    {
      why: "may not read what it replies to",
      denied: ReadMessageHistory,
      body: { message_reference: { message_id: "1" } },
      status: 400,
      code: 160002,
    },
  ])("refuses its message where it $why", async ({ denied, body, status, code }, { start }) => {
    const discord = await start(withDenied(denied));
    const path = `/channels/${discord.channelId}/messages`;
    expect(await call(discord, "POST", path, { content: "x", ...body, ...QUIET })).toMatchObject({
      status,
      body: { code },
    });
    expect(discord.messages).toEqual([]);
  });

  it("refuses its file", async ({ start, login }) => {
    const discord = await start(withDenied(AttachFiles));
    const client = await login(discord);
    const channel = client.channels.cache.get(discord.channelId);
    if (!channel?.isSendable()) throw new Error("not sendable");
    await expect(channel.send({ files: [Buffer.from("x")] })).rejects.toMatchObject({ status: 403, code: 50013 });
    await expect(channel.send("words alone")).resolves.toMatchObject({ content: "words alone" });
  });

  it("refuses its typing hint", async ({ start }) => {
    const discord = await start(withDenied(SendMessages));
    expect(await call(discord, "POST", `/channels/${discord.channelId}/typing`)).toMatchObject({
      body: { code: 50013 },
    });
    expect(discord.typing).toEqual([]);
  });

  it("tells the client so, in the guild and in every interaction", async ({ start, login }) => {
    const discord = await start(withDenied(SendMessages));
    const client = await login(discord);
    const channel = client.channels.cache.get(discord.channelId);
    if (channel?.type !== ChannelType.GuildText) throw new Error("no text channel");
    expect(channel.permissionsFor(discord.botId)?.has(SendMessages)).toBe(false);
    expect(channel.permissionsFor(discord.botId)?.has(ViewChannel)).toBe(true);
    const arrived = once(client, Events.InteractionCreate);
    discord.slash({ command: "ask" });
    expect((await arrived)[0].appPermissions.has(SendMessages)).toBe(false);
  });

  it("still takes answers to interactions", async ({ start, login }) => {
    const discord = await start(withDenied(ViewChannel | SendMessages));
    await login(discord, { onInteraction: (interaction) => interaction.isRepliable() && interaction.reply("here") });
    await expect(discord.slash({ command: "ask" }).reply()).resolves.toMatchObject({ content: "here" });
  });

  it("sends no messages to a bot that does not see it", async ({ start, login }) => {
    const discord = await start(withDenied(ViewChannel));
    const seen: string[] = [];
    await login(discord, { onMessage: ({ content }) => seen.push(content) });
    discord.mention({ content: "unseen" });
    discord.directMessage({ content: "seen" });
    await expect.poll(() => seen).toEqual(["seen"]);
  });

  it("can become one, and stop being one, while a client is there", async ({ start, login }) => {
    const discord = await start();
    const client = await login(discord);
    const updated = once(client, Events.ChannelUpdate);
    discord.deny(discord.channelId, SendMessages);
    await updated;
    const channel = client.channels.cache.get(discord.channelId);
    if (!channel?.isSendable()) throw new Error("not sendable");
    await expect(channel.send("x")).rejects.toMatchObject({ code: 50013 });
    discord.deny(discord.channelId, 0n);
    await expect(channel.send("x")).resolves.toMatchObject({ content: "x" });
  });
});
