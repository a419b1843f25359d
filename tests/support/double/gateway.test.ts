import { once } from "node:events";
import { type Client, Events, GatewayDispatchEvents, GatewayIntentBits } from "discord.js";
import { describe } from "vitest";
import { WebSocket } from "ws";
import { DEFAULT_GUILD } from "../double.js";
import { it } from "./client.js";

describe.concurrent("the gateway", () => {
  it("makes a client ready within two seconds", async ({ start, login, expect }) => {
    const discord = await start();
    const began = performance.now();
    const client = await login(discord);
    expect(performance.now() - began).toBeLessThan(2000);
    expect(client.user?.id).toBe(discord.botId);
    expect(client.guilds.cache.get(discord.guildId)?.channels.cache.get(discord.channelId)?.name).toBe("general");
  });

  it("tells of no guild without the intent for guilds", async ({ start, login, expect }) => {
    const client = await login(await start(), { intents: [] });
    expect(client.guilds.cache.get(DEFAULT_GUILD.id)?.available).toBe(false);
  });

  it("refuses a wrong token", async ({ start, login, expect }) => {
    const discord = await start();
    await expect(login(discord, { token: `${discord.token}x` })).rejects.toMatchObject({ code: "TokenInvalid" });
  });

  it("closes on an intent that was not granted", async ({ start, login, expect }) => {
    const discord = await start();
    await expect(login(discord, { intents: [GatewayIntentBits.MessageContent] })).rejects.toThrow("disallowed intents");
  });

  it("takes an intent that was granted", async ({ start, login, expect }) => {
    const discord = await start({ privilegedIntents: [GatewayIntentBits.MessageContent] });
    await login(discord, { intents: [GatewayIntentBits.MessageContent] });
    expect(discord.identifies).toMatchObject([{ intents: GatewayIntentBits.MessageContent, shard: [0, 1] }]);
  });

  it.for([
    { why: "a wrong token", d: { token: "wrong", intents: 0 }, code: 4004 },
    { why: "a shard that does not exist", d: { intents: 0, shard: [1, 1] }, code: 4010 },
    { why: "an unknown intent", d: { intents: 1 << 30 }, code: 4013 },
  ])("closes with $code on $why", async ({ d, code }, { start, expect }) => {
    const discord = await start();
    const socket = new WebSocket(`${discord.api.replace(/^http(.*).api$/, "ws$1")}/?v=10&encoding=json`);
    await once(socket, "open");
    socket.send(JSON.stringify({ op: 2, d: { token: discord.token, ...d } }));
    expect((await once(socket, "close"))[0]).toBe(code);
  });

  it("says when a client is connected", async ({ start, login, expect }) => {
    const discord = await start();
    await expect(discord.ready(1, { timeoutMs: 10 })).rejects.toThrow("0 of 1 sessions are connected");
    const ready = discord.ready();
    await login(discord);
    await expect(ready).resolves.toBeUndefined();
  });

  it("acknowledges heartbeats", async ({ start, login, expect }) => {
    const discord = await start({ heartbeatIntervalMs: 20 });
    const client = await login(discord);
    await expect.poll(() => client.ws.ping).toBeGreaterThanOrEqual(0);
    expect(discord.heartbeats).toBeGreaterThan(0);
  });

  it("replays to a resumed session what it missed", async ({ start, login, expect }) => {
    const discord = await start();
    await login(discord, { onMessage: (message) => message.author.bot || message.reply("heard") });
    discord.dropConnection();
    discord.directMessage({ content: "missed" });
    await expect(discord.resumed()).resolves.toMatchObject({ replayed: 1, path: "/resume" });
    await expect(discord.nextMessage()).resolves.toMatchObject({ content: "heard" });
    expect(discord.identifies).toHaveLength(1);
  });

  it("makes a client resume when it asks for a reconnect", async ({ start, login, expect }) => {
    const discord = await start();
    await login(discord);
    discord.requestReconnect();
    await expect(discord.resumed()).resolves.toMatchObject({ replayed: 0 });
  });

  it("makes a client identify anew when the session is invalid", { timeout: 10_000 }, async ({
    start,
    login,
    expect,
  }) => {
    const discord = await start();
    const client = await login(discord);
    const readyAgain = once(client, Events.ShardReady);
    discord.invalidateSession();
    await expect.poll(() => discord.identifies.length, { timeout: 9000 }).toBe(2);
    // A client that is taken down while it connects may wait for ever.
    await readyAgain;
    expect(discord.resumes).toHaveLength(0);
  });

  it("sends direct messages to shard 0 and a guild's events to the guild's shard", async ({ start, login, expect }) => {
    const guilds = [0n, 1n].map((shard) => ({ id: String((shard << 22n) + 1n) }));
    const discord = await start({ guilds });
    const seen: [string | null, number | undefined][] = [];
    const raw = (client: Client) =>
      client.ws.on(GatewayDispatchEvents.InteractionCreate, (data, shard) => seen.push([data.guild_id ?? null, shard]));
    raw(await login(discord, { shards: [0, 1], shardCount: 2 }));
    discord.slash({ command: "ask", dm: true });
    for (const { id } of guilds) discord.slash({ command: "ask", guild: id });
    await expect.poll(() => seen.length).toBe(3);
    expect(new Map(seen)).toEqual(
      new Map([
        [null, 0],
        ["1", 0],
        ["4194305", 1],
      ]),
    );
  });
});
