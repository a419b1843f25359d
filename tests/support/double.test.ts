import { once } from "node:events";
import {
  ActionRowBuilder,
  ApplicationCommandType,
  AttachmentBuilder,
  type BaseInteraction,
  ButtonBuilder,
  ButtonStyle,
  Client,
  type ClientOptions,
  ComponentType,
  Events,
  GatewayDispatchEvents,
  GatewayIntentBits,
  InteractionContextType,
  InteractionResponseType,
  type Message,
  MessageFlags,
  ModalBuilder,
  Partials,
  PermissionFlagsBits,
  TextInputBuilder,
  TextInputStyle,
} from "discord.js";
import { it as base, describe, expect } from "vitest";
import { WebSocket } from "ws";
import { buildUser, DEFAULT_GUILD, type Double, type DoubleOptions, type Handle, startDouble } from "./double.js";

type Setup = Partial<ClientOptions> & {
  readonly token?: string;
  readonly onInteraction?: (interaction: BaseInteraction) => unknown;
  readonly onMessage?: (message: Message) => unknown;
};

interface Fixtures {
  start: (options?: DoubleOptions) => Promise<Double>;
  /** A real client that is ready. */
  login: (discord: Double, setup?: Setup) => Promise<Client>;
}

const it = base.extend<Fixtures>({
  start: ({ onTestFinished }, use) =>
    use(async (options) => {
      const discord = await startDouble(options);
      onTestFinished(() => discord.stop());
      return discord;
    }),
  login: ({ onTestFinished }, use) =>
    use(async (discord, setup = {}) => {
      const { token = discord.token, onInteraction, onMessage, ...options } = setup;
      const client = new Client({
        intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
        partials: [Partials.Channel],
        allowedMentions: { parse: [] },
        rest: { api: discord.api },
        ...options,
      });
      onTestFinished(() => client.destroy());
      if (onInteraction) client.on(Events.InteractionCreate, onInteraction);
      if (onMessage) client.on(Events.MessageCreate, onMessage);
      const ready = once(client, Events.ClientReady);
      await client.login(token);
      await ready;
      return client;
    }),
});

/** A request without any client. */
async function call(discord: Double, method: string, path: string, body?: unknown, token = discord.token) {
  const response = await fetch(`${discord.api}/v10${path}`, {
    method,
    headers: { authorization: `Bot ${token}`, ...(body === undefined ? {} : { "content-type": "application/json" }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text === "" ? undefined : JSON.parse(text) };
}

const QUIET = { allowed_mentions: { parse: [] } };
const answerWith = (content: string) => ({
  type: InteractionResponseType.ChannelMessageWithSource,
  data: { content, ...QUIET },
});
const callbackOf = ({ id, token }: Handle) => `/interactions/${id}/${token}/callback`;
const button = (custom_id: string) => ({
  type: ComponentType.Button,
  style: ButtonStyle.Primary,
  label: "Go",
  custom_id,
});
const row = (...components: unknown[]) => ({ type: ComponentType.ActionRow, components });
const text = (length: number) => ({ type: ComponentType.TextDisplay, content: "x".repeat(length) });

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
    await login(discord);
    discord.invalidateSession();
    await expect.poll(() => discord.identifies.length, { timeout: 9000 }).toBe(2);
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

describe("an interaction", () => {
  it("gets its reply and says how long that took", async ({ start, login }) => {
    const discord = await start();
    await login(discord, {
      onInteraction: (interaction) =>
        interaction.isChatInputCommand() &&
        interaction.reply(`you asked: ${interaction.options.getString("question")}`),
    });
    const handle = discord.slash({ command: "ask", options: { question: "who?" } });
    const { type, data } = await handle.response();
    expect(type).toBe(InteractionResponseType.ChannelMessageWithSource);
    expect(data.content).toBe("you asked: who?");
    expect(handle.latencyMs).toBeLessThan(1000);
    discord.assertClean();
  });

  it("can be deferred and edited", async ({ start, login }) => {
    const discord = await start();
    await login(discord, {
      onInteraction: async (interaction) => {
        if (!interaction.isChatInputCommand()) return;
        await interaction.deferReply({ flags: MessageFlags.Ephemeral });
        await interaction.editReply("done");
      },
    });
    const handle = discord.slash({ command: "ask", dm: true });
    const { type, data } = await handle.response();
    expect([type, data.flags]).toEqual([
      InteractionResponseType.DeferredChannelMessageWithSource,
      MessageFlags.Ephemeral,
    ]);
    await expect(handle.reply()).resolves.toMatchObject({ content: "done", flags: MessageFlags.Ephemeral });
    expect(handle.edits).toMatchObject([{ content: "done" }]);
    discord.assertClean();
  });

  it("keeps what was followed up", async ({ start, login }) => {
    const discord = await start();
    await login(discord, {
      onInteraction: async (interaction) => {
        if (!interaction.isChatInputCommand()) return;
        await interaction.reply("first");
        await interaction.followUp({ content: "second", flags: MessageFlags.Ephemeral });
        await interaction.deleteReply();
      },
    });
    const handle = discord.slash({ command: "ask" });
    await expect.poll(() => handle.message() === undefined && handle.followUps.length).toBe(1);
    expect(handle.followUps).toMatchObject([{ content: "second", flags: MessageFlags.Ephemeral }]);
  });

  it("lets a follow-up take the place of a deferred reply", async ({ start, login }) => {
    const discord = await start();
    await login(discord, {
      onInteraction: async (interaction) => {
        if (!interaction.isChatInputCommand()) return;
        await interaction.deferReply();
        await interaction.followUp({ content: "secret", flags: MessageFlags.Ephemeral });
      },
    });
    const handle = discord.slash({ command: "ask" });
    await expect(handle.reply()).resolves.toMatchObject({ content: "secret", flags: 0 });
    expect(handle.followUps).toEqual([]);
  });

  it("gives the message back to a client that asks for it", async ({ start, login }) => {
    const discord = await start();
    const replied: unknown[] = [];
    await login(discord, {
      onInteraction: async (interaction) => {
        if (!interaction.isChatInputCommand()) return;
        const { resource } = await interaction.reply({ content: "here", withResponse: true });
        replied.push(resource?.message?.content);
      },
    });
    discord.slash({ command: "ask" });
    await expect.poll(() => replied).toEqual(["here"]);
  });

  it("of autocomplete gets its choices", async ({ start, login }) => {
    const discord = await start();
    await login(discord, {
      onInteraction: (interaction) =>
        interaction.isAutocomplete() &&
        interaction.respond([{ name: `${interaction.options.getFocused()}...`, value: "v" }]),
    });
    const handle = discord.autocomplete({ command: "ask", focused: "question", value: "wh" });
    expect((await handle.response()).data.choices).toEqual([{ name: "wh...", value: "v" }]);
  });

  it("of a button updates the message that the button stands under", async ({ start, login }) => {
    const discord = await start();
    const next = new ButtonBuilder().setCustomId("next").setLabel("Next").setStyle(ButtonStyle.Primary);
    const components = [new ActionRowBuilder<ButtonBuilder>().addComponents(next)];
    await login(discord, {
      onInteraction: async (interaction) => {
        if (interaction.isChatInputCommand()) await interaction.reply({ content: "page 1", components });
        if (interaction.isButton()) await interaction.update({ content: "page 2" });
      },
    });
    const handle = discord.slash({ command: "list" });
    const pressed = discord.press({
      message: await handle.reply(),
      customId: "next",
      user: buildUser({ username: "grace" }),
    });
    expect((await pressed.response()).type).toBe(InteractionResponseType.UpdateMessage);
    expect(handle.message()?.content).toBe("page 2");
    expect(handle.message()?.components).toHaveLength(1);
    discord.assertClean();
  });

  it("of a form carries what was filled in", async ({ start, login }) => {
    const discord = await start();
    const input = new TextInputBuilder().setCustomId("words").setLabel("Words").setStyle(TextInputStyle.Short);
    const form = new ModalBuilder()
      .setCustomId("form")
      .setTitle("Form")
      .addComponents(new ActionRowBuilder<TextInputBuilder>().addComponents(input));
    await login(discord, {
      onInteraction: async (interaction) => {
        if (interaction.isChatInputCommand()) await interaction.showModal(form);
        if (interaction.isModalSubmit()) await interaction.reply(interaction.fields.getTextInputValue("words"));
      },
    });
    const after = discord.slash({ command: "suggest" });
    await after.response();
    const submitted = discord.modal({ after, fields: { words: "a suggestion" } });
    await expect(submitted.reply()).resolves.toMatchObject({ content: "a suggestion" });
  });

  it("of a message command carries that message in full", async ({ start, login }) => {
    const discord = await start();
    await login(discord, {
      onInteraction: (interaction) =>
        interaction.isMessageContextMenuCommand() && interaction.reply(`about: ${interaction.targetMessage.content}`),
    });
    const targetMessage = discord.guildMessage({ content: "no mention in here" });
    const handle = discord.contextMenu({ command: "Check", targetMessage });
    await expect(handle.reply()).resolves.toMatchObject({ content: "about: no mention in here" });
  });

  it.for([
    { where: "in a guild", place: {}, context: InteractionContextType.Guild, cached: true },
    { where: "in direct messages", place: { dm: true }, context: InteractionContextType.BotDM, cached: false },
    { where: "between people", place: { context: 2 }, context: InteractionContextType.PrivateChannel, cached: false },
    {
      where: "in a guild without the bot",
      place: { guild: "1" },
      context: InteractionContextType.Guild,
      cached: false,
    },
  ])("says where it happens: $where", async ({ place, context, cached }, { start, login }) => {
    const discord = await start();
    const client = await login(discord);
    const arrived = once(client, Events.InteractionCreate);
    discord.slash({ command: "ask", locale: "es-ES", ...place });
    const [interaction]: BaseInteraction[] = await arrived;
    expect(interaction).toMatchObject({ context, locale: "es-ES", user: { username: "ada" } });
    expect(interaction?.inCachedGuild()).toBe(cached);
  });

  it("reaches a subcommand with the options that were filled in", async ({ start, login }) => {
    const discord = await start();
    await login(discord, {
      onInteraction: (interaction) =>
        interaction.isChatInputCommand() &&
        interaction.reply(
          [interaction.options.getSubcommand(), interaction.options.getUser("who")?.username].join(" "),
        ),
    });
    const handle = discord.slash({
      command: "settings curator",
      options: { who: { user: buildUser({ username: "grace" }) } },
    });
    await expect(handle.reply()).resolves.toMatchObject({ content: "curator grace" });
  });

  it("delivered twice is acknowledged a second time with 40060", async ({ start, login }) => {
    const discord = await start();
    const codes: unknown[] = [];
    const onInteraction = (interaction: BaseInteraction) => {
      if (interaction.isChatInputCommand()) interaction.reply("hi").catch(({ code }) => codes.push(code));
    };
    await login(discord, { onInteraction });
    const handle = discord.slash({ command: "ask" });
    await handle.response();
    discord.redeliver(handle);
    await expect.poll(() => codes).toEqual([40060]);
    expect(() => discord.assertClean()).toThrow("/ask was acknowledged a second time, after ChannelMessageWithSource");
  });

  it("is not shown to people without the permissions that it needs", async ({ start }) => {
    const discord = await start();
    const settings = {
      name: "settings",
      description: "x",
      default_member_permissions: String(PermissionFlagsBits.ManageGuild),
    };
    await call(discord, "PUT", `/applications/${discord.applicationId}/commands`, [settings]);
    expect(() => discord.slash({ command: "settings" })).toThrow("not shown to people without the permissions 32");
    expect(discord.slash({ command: "settings", permissions: PermissionFlagsBits.ManageGuild }).deliveredTo).toBe(0);
  });

  it("is refused after three seconds, the edit of its answer after fifteen minutes", async ({ start }) => {
    let now = Date.now();
    const discord = await start({ now: () => now });
    const late = discord.slash({ command: "late" });
    const answered = discord.slash({ command: "answered" });
    await call(discord, "POST", callbackOf(answered), answerWith("hi"));
    now += 3001;
    await expect(call(discord, "POST", callbackOf(late), answerWith("hi"))).resolves.toMatchObject({
      status: 404,
      body: { code: 10062 },
    });
    now += 15 * 60_000;
    const path = `/webhooks/${discord.applicationId}/${answered.token}/messages/%40original`;
    await expect(call(discord, "PATCH", path, { content: "x", ...QUIET })).resolves.toMatchObject({
      status: 401,
      body: { code: 50027 },
    });
    expect(discord.violations).toEqual([
      expect.stringContaining("/late was answered after 3001 ms, too late"),
      expect.stringContaining("the token of /answered was used after 903001 ms"),
    ]);
  });

  it("has no message before it was acknowledged", async ({ start }) => {
    const discord = await start();
    const { token } = discord.slash({ command: "ask" });
    const answer = await call(discord, "POST", `/webhooks/${discord.applicationId}/${token}`, {
      content: "x",
      ...QUIET,
    });
    expect(answer).toMatchObject({ status: 404, body: { code: 10015 } });
    expect(discord.violations).toEqual([expect.stringContaining("was not acknowledged before")]);
  });
});

describe("channels", () => {
  it("keep what the bot sends, edits and deletes", async ({ start, login }) => {
    const discord = await start();
    const client = await login(discord);
    const channel = await client.channels.fetch(discord.channelId, { force: true });
    if (!channel?.isSendable()) throw new Error("not sendable");
    await channel.sendTyping();
    const message = await channel.send("one");
    await message.edit("two");
    expect(discord.typing).toMatchObject([{ channelId: discord.channelId }]);
    expect(discord.messages).toMatchObject([{ content: "two" }]);
    await message.delete();
    expect(discord.messages).toEqual([]);
    discord.assertClean();
  });

  it("take files and serve them", async ({ start, login }) => {
    const discord = await start();
    const client = await login(discord);
    const user = discord.directMessage({ content: "hi" }).author;
    const sent = await client.users.send(user.id, {
      files: [new AttachmentBuilder(Buffer.from("data"), { name: "a.txt" })],
    });
    const attachment = sent.attachments.first();
    expect(attachment?.name).toBe("a.txt");
    await expect(fetch(attachment?.url ?? "").then((response) => response.text())).resolves.toBe("data");
    expect(discord.file(attachment?.id ?? "")).toEqual(new Uint8Array(Buffer.from("data")));
  });

  it.for([50001, 50007, 50013])("that are forbidden answer with %i", async (code, { start, login }) => {
    const discord = await start({ forbid: { [DEFAULT_GUILD.channels[0].id]: code } });
    const client = await login(discord);
    const channel = client.channels.cache.get(discord.channelId);
    if (!channel?.isSendable()) throw new Error("not sendable");
    await expect(channel.send("hi")).rejects.toMatchObject({ status: 403, code });
    discord.assertClean();
  });

  it("answer a repeated nonce with the earlier message, for some minutes", async ({ start }) => {
    let now = Date.now();
    const discord = await start({ now: () => now });
    const send = async () =>
      (
        await call(discord, "POST", `/channels/${discord.channelId}/messages`, {
          content: "x",
          nonce: "n",
          enforce_nonce: true,
          ...QUIET,
        })
      ).body.id;
    const first = await send();
    expect(await send()).toBe(first);
    now += 6 * 60_000;
    expect(await send()).not.toBe(first);
    expect(discord.messages).toHaveLength(2);
  });
});

describe("commands", () => {
  const ask = {
    name: "ask",
    description: "Ask",
    options: [{ type: 3, name: "question", description: "Q", required: false }],
  };

  it("are stored and given back as Discord does: with defaults, without what is false", async ({ start, login }) => {
    const discord = await start();
    const client = await login(discord);
    await client.application?.commands.set([ask]);
    expect(discord.commands()).toMatchObject([{ name: "ask", type: 1, nsfw: false, integration_types: [0] }]);
    expect(discord.commands()).toMatchObject([{ options: [{ type: 3, name: "question", description: "Q" }] }]);
    expect(JSON.stringify(discord.commands())).not.toContain("required");
    expect((await client.application?.commands.fetch())?.map(({ name }) => name)).toEqual(["ask"]);
  });

  it("count how often they were overwritten", async ({ start, login }) => {
    const discord = await start();
    const client = await login(discord);
    await client.application?.commands.set([ask]);
    await client.application?.commands.set([ask], discord.guildId);
    expect(discord.count("PUT", "/applications/:application/commands")).toBe(1);
    expect(discord.commands(discord.guildId)).toHaveLength(1);
  });

  it("can be made, changed and deleted one by one", async ({ start, login }) => {
    const discord = await start();
    const client = await login(discord);
    const made = await client.application?.commands.create(ask);
    await made?.edit({ description: "Ask something" });
    expect(discord.commands()).toMatchObject([{ id: made?.id, description: "Ask something" }]);
    await made?.delete();
    expect(discord.commands()).toEqual([]);
  });

  it("must have the options that people fill in", async ({ start }) => {
    const discord = await start();
    await call(discord, "PUT", `/applications/${discord.applicationId}/commands`, [ask]);
    expect(() => discord.slash({ command: "ask", options: { questoin: "x" } })).toThrow("/ask has no option questoin");
  });
});

describe("violations", () => {
  it("name an unknown route", async ({ start }) => {
    const discord = await start();
    expect(await call(discord, "GET", "/guilds/1/audit-logs")).toMatchObject({ status: 404 });
    expect(() => discord.assertClean()).toThrow("GET /guilds/1/audit-logs: unknown route");
  });

  it("do not count a wrong token, which is answered 401", async ({ start }) => {
    const discord = await start();
    expect(await call(discord, "GET", "/users/@me", undefined, "wrong")).toMatchObject({ status: 401 });
    discord.assertClean();
  });

  it("name mentions that were left on, though Discord takes the message", async ({ start, login }) => {
    const discord = await start();
    await login(discord, {
      allowedMentions: {},
      onInteraction: (interaction) => interaction.isRepliable() && interaction.reply("@everyone"),
    });
    await discord.slash({ command: "ask" }).response();
    expect(discord.violations).toEqual([expect.stringContaining("allowed_mentions must be set, with parse: []")]);
  });

  it("name a message that was meant for one person but went to all", async ({ start }) => {
    const discord = await start();
    await call(discord, "POST", `/channels/${discord.channelId}/messages`, { content: "x", flags: 64, ...QUIET });
    expect(discord.violations).toEqual([expect.stringContaining("EPHEMERAL works only in answers to interactions")]);
  });

  it("name an answer of a kind that the interaction cannot take", async ({ start }) => {
    const discord = await start();
    const handle = discord.autocomplete({ command: "ask", focused: "question", value: "" });
    expect(await call(discord, "POST", callbackOf(handle), answerWith("hi"))).toMatchObject({ body: { code: 50035 } });
    expect(discord.violations).toEqual([expect.stringContaining("cannot answer autocomplete of /ask")]);
  });
});

describe("a message is refused", () => {
  const V2 = { flags: MessageFlags.IsComponentsV2 };
  const link = { type: ComponentType.Button, style: ButtonStyle.Link, label: "Go", url: "https://example.org" };
  const embeds = (embed: object) => ({ embeds: [embed] });
  const select = (options: unknown[]) => row({ type: ComponentType.StringSelect, custom_id: "s", options });
  const option = (value: number) => ({ label: "x", value: String(value) });

  it.for([
    { why: "content over 2000", body: { content: "x".repeat(2001) }, path: "content" },
    { why: "a nonce over 25", body: { content: "x", nonce: "n".repeat(26) }, path: "nonce" },
    { why: "more than 10 embeds", body: { embeds: Array(11).fill({ title: "x" }) }, path: "embeds" },
    { why: "an embed's title over 256", body: embeds({ title: "x".repeat(257) }), path: "embeds.0.title" },
    {
      why: "an embed's description over 4096",
      body: embeds({ description: "x".repeat(4097) }),
      path: "embeds.0.description",
    },
    {
      why: "more than 25 fields",
      body: embeds({ fields: Array(26).fill({ name: "n", value: "v" }) }),
      path: "embeds.0.fields",
    },
    {
      why: "a field's name over 256",
      body: embeds({ fields: [{ name: "n".repeat(257), value: "v" }] }),
      path: "embeds.0.fields.0.name",
    },
    {
      why: "a field's value over 1024",
      body: embeds({ fields: [{ name: "n", value: "v".repeat(1025) }] }),
      path: "embeds.0.fields.0.value",
    },
    { why: "a footer over 2048", body: embeds({ footer: { text: "x".repeat(2049) } }), path: "embeds.0.footer.text" },
    { why: "an author over 256", body: embeds({ author: { name: "x".repeat(257) } }), path: "embeds.0.author.name" },
    {
      why: "6000 characters over all embeds",
      body: { embeds: Array(2).fill({ description: "x".repeat(3001) }) },
      path: "embeds",
    },
    { why: "more than 40 components", body: { ...V2, components: Array(41).fill(text(1)) }, path: "components" },
    { why: "more than 4000 of text in all", body: { ...V2, components: [text(2001), text(2000)] }, path: "components" },
    { why: "content beside Components V2", body: { ...V2, content: "x", components: [text(1)] }, path: "content" },
    {
      why: "embeds beside Components V2",
      body: { ...V2, embeds: [{ title: "x" }], components: [text(1)] },
      path: "embeds",
    },
    { why: "text displays without Components V2", body: { components: [text(1)] }, path: "components.0.type" },
    { why: "no custom_id", body: { components: [row(button(""))] }, path: "components.0.components.0.custom_id" },
    {
      why: "a custom_id over 100",
      body: { components: [row(button("x".repeat(101)))] },
      path: "components.0.components.0.custom_id",
    },
    {
      why: "a custom_id twice",
      body: { components: [row(button("a")), row(button("a"))] },
      path: "components.1.components.0.custom_id",
    },
    {
      why: "6 buttons in a row",
      body: { components: [row(...[..."abcdef"].map(button))] },
      path: "components.0.components",
    },
    {
      why: "a label over 80",
      body: { components: [row({ ...button("a"), label: "x".repeat(81) })] },
      path: "components.0.components.0.label",
    },
    {
      why: "a link over 512",
      body: { components: [row({ ...link, url: `https://${"x".repeat(512)}` })] },
      path: "components.0.components.0.url",
    },
    {
      why: "a select beside a button",
      body: { components: [row(button("a"), select([option(1)]).components[0])] },
      path: "components.0.components",
    },
    {
      why: "26 options",
      body: { components: [select(Array.from({ length: 26 }, (_, n) => option(n)))] },
      path: "components.0.components.0.options",
    },
    {
      why: "a section's accessory, like everything nested",
      body: { ...V2, components: [{ type: 9, components: [text(1)], accessory: button("") }] },
      path: "components.0.accessory.custom_id",
    },
  ])("for $why", async ({ body, path }, { start }) => {
    const discord = await start();
    const answer = await call(discord, "POST", `/channels/${discord.channelId}/messages`, { ...body, ...QUIET });
    expect(answer).toMatchObject({ status: 400, body: { code: 50035 } });
    expect(discord.violations.map((violation) => violation.split(": ")[1])).toContain(path);
    expect(discord.messages).toEqual([]);
  });

  it("when it is empty", async ({ start }) => {
    const discord = await start();
    const answer = await call(discord, "POST", `/channels/${discord.channelId}/messages`, { content: "" });
    expect(answer).toMatchObject({ status: 400, body: { code: 50006 } });
  });

  it("as an answer and as an edit too", async ({ start }) => {
    const discord = await start();
    const handle = discord.slash({ command: "ask" });
    expect(await call(discord, "POST", callbackOf(handle), answerWith("x".repeat(2001)))).toMatchObject({
      status: 400,
    });
    expect(await call(discord, "POST", callbackOf(handle), answerWith("x"))).toMatchObject({ status: 204 });
    const path = `/webhooks/${discord.applicationId}/${handle.token}/messages/@original`;
    expect(await call(discord, "PATCH", path, { content: "x".repeat(2001), ...QUIET })).toMatchObject({ status: 400 });
    expect(discord.violations.map((violation) => violation.split(": ")[1])).toEqual(["data.content", "content"]);
  });

  it("when an edit would leave content beside Components V2", async ({ start }) => {
    const discord = await start();
    const path = `/channels/${discord.channelId}/messages`;
    const { body } = await call(discord, "POST", path, { content: "x", ...QUIET });
    const edit = { ...V2, components: [text(1)], ...QUIET };
    expect(await call(discord, "PATCH", `${path}/${body.id}`, edit)).toMatchObject({ status: 400 });
    expect(await call(discord, "PATCH", `${path}/${body.id}`, { ...edit, content: null })).toMatchObject({
      status: 200,
    });
  });
});

describe("an answer is refused", () => {
  const {
    ApplicationCommandAutocompleteResult: Choices,
    Modal,
    DeferredChannelMessageWithSource,
  } = InteractionResponseType;
  const input = { type: ComponentType.TextInput, custom_id: "i", style: 1, label: "L" };

  it.for([
    {
      why: "26 choices",
      type: Choices,
      data: { choices: Array(26).fill({ name: "n", value: "v" }) },
      path: "data.choices",
    },
    {
      why: "a choice without a name",
      type: Choices,
      data: { choices: [{ name: "", value: "v" }] },
      path: "data.choices.0.name",
    },
    {
      why: "a choice's name over 100",
      type: Choices,
      data: { choices: [{ name: "n".repeat(101), value: "v" }] },
      path: "data.choices.0.name",
    },
    {
      why: "a choice's value over 100",
      type: Choices,
      data: { choices: [{ name: "n", value: "v".repeat(101) }] },
      path: "data.choices.0.value",
    },
    {
      why: "a form's title over 45",
      type: Modal,
      data: { title: "t".repeat(46), custom_id: "f", components: [row(input)] },
      path: "data.title",
    },
    {
      why: "an input over 4000",
      type: Modal,
      data: { title: "t", custom_id: "f", components: [row({ ...input, max_length: 4001 })] },
      path: "data.components.0.components.0.max_length",
    },
    {
      why: "Components V2 in a deferral",
      type: DeferredChannelMessageWithSource,
      data: { flags: MessageFlags.IsComponentsV2 },
      path: "data.flags",
    },
  ])("for $why", async ({ type, data, path }, { start }) => {
    const discord = await start();
    const handle =
      type === Choices
        ? discord.autocomplete({ command: "ask", focused: "question", value: "" })
        : discord.slash({ command: "ask" });
    expect(await call(discord, "POST", callbackOf(handle), { type, data })).toMatchObject({
      status: 400,
      body: { code: 50035 },
    });
    expect(discord.violations.map((violation) => violation.split(": ")[1])).toEqual([path]);
  });
});

describe("a list of commands is refused", () => {
  const named = (name: string) => ({ name, description: "x" });
  const withOptions = (...options: object[]) => ({ ...named("ask"), options });
  const option = (name: string, more: object = {}) => ({ type: 3, ...named(name), ...more });
  const choice = { name: "n", value: "v" };

  it.for([
    { why: "upper case", commands: [named("Ask")], path: "0.name" },
    { why: "a space in a name", commands: [named("ask me")], path: "0.name" },
    { why: "no description", commands: [{ name: "ask" }], path: "0.description" },
    {
      why: "upper case in another language",
      commands: [{ ...named("ask"), name_localizations: { "es-ES": "Preguntar" } }],
      path: "0.name_localizations.es-ES",
    },
    { why: "an unknown language", commands: [{ ...named("ask"), name_localizations: { es: "preguntar" } }], path: "0" },
    {
      why: "a required option after an optional one",
      commands: [withOptions(option("a"), option("b", { required: true }))],
      path: "0.options.1",
    },
    {
      why: "autocomplete beside choices",
      commands: [withOptions(option("a", { autocomplete: true, choices: [choice] }))],
      path: "0.options.0.choices",
    },
    { why: "an option twice", commands: [withOptions(option("a"), option("a"))], path: "0.options.1.name" },
    { why: "a name twice", commands: [named("ask"), named("ask")], path: "1.name" },
    { why: "101 slash commands", commands: Array.from({ length: 101 }, (_, n) => named(`c${n}`)), path: "body" },
    {
      why: "16 message commands",
      commands: Array.from({ length: 16 }, (_, n) => ({ name: `C ${n}`, type: ApplicationCommandType.Message })),
      path: "body",
    },
    {
      why: "over 8000 characters in one command",
      commands: [
        withOptions(
          ...Array.from({ length: 25 }, (_, n) =>
            option(`o${n}`, {
              choices: Array.from({ length: 4 }, (_, m) => ({ name: `${m}`.repeat(50), value: `${m}`.repeat(50) })),
            }),
          ),
        ),
      ],
      path: "0",
    },
    {
      why: "permissions that are a number",
      commands: [{ ...named("ask"), default_member_permissions: 32 }],
      path: "0.default_member_permissions",
    },
  ])("for $why", async ({ commands, path }, { start }) => {
    const discord = await start();
    const answer = await call(discord, "PUT", `/applications/${discord.applicationId}/commands`, commands);
    expect(answer).toMatchObject({ status: 400, body: { code: 50035 } });
    expect(discord.violations.map((violation) => violation.split(": ")[1])).toEqual([path]);
    expect(discord.commands()).toEqual([]);
  });

  it("for contexts in a guild", async ({ start }) => {
    const discord = await start();
    const path = `/applications/${discord.applicationId}/guilds/${discord.guildId}/commands`;
    expect(await call(discord, "PUT", path, [{ ...named("ask"), contexts: [0] }])).toMatchObject({ status: 400 });
  });
});

function own({ messages: [first] }: Double) {
  if (!first) throw new Error("the bot has sent nothing yet");
  return first;
}
