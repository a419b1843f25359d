import { once } from "node:events";
import {
  ActionRowBuilder,
  type BaseInteraction,
  ButtonBuilder,
  ButtonStyle,
  Events,
  InteractionContextType,
  InteractionResponseType,
  MessageFlags,
  ModalBuilder,
  PermissionFlagsBits,
  TextInputBuilder,
  TextInputStyle,
} from "discord.js";
import { describe, expect } from "vitest";
import { buildUser } from "../double.js";
import { answerWith, call, callbackOf, it, QUIET } from "./client.js";

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
