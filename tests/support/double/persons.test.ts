import { once } from "node:events";
import {
  ActionRowBuilder,
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  type APITextInputComponent,
  type BaseInteraction,
  ComponentType,
  Events,
  InteractionContextType,
  InteractionResponseType,
  type Message,
  MessageFlags,
  PermissionFlagsBits,
  StringSelectMenuBuilder,
  TextInputStyle,
} from "discord.js";
import { describe, expect } from "vitest";
import { buildUser, DEFAULT_GUILD, type Double } from "../double.js";
import { call, it, QUIET, row, type Setup } from "./client.js";
import type { OptionValues } from "./options.js";
import { buildRole } from "./payloads.js";

const ADA = buildUser();
const GRACE = buildUser({ username: "grace" });
const GUILD = DEFAULT_GUILD.id;
const NOTHING: OptionValues = {};
const ROLE = buildRole("gardeners");
const ELSEWHERE = "1200000000000000777";

const put = (discord: Double, command: object) =>
  call(discord, "PUT", `/applications/${discord.applicationId}/commands`, [
    { name: "ask", description: "Ask", ...command },
  ]);

describe("where a person is", () => {
  it.for([
    { where: "in a guild", place: {}, owners: { guildId: GUILD } },
    {
      where: "in a guild, with the app installed too",
      place: { hasInstalled: true },
      owners: { guildId: GUILD, userId: ADA.id },
    },
    { where: "in a guild without the bot", place: { guild: ELSEWHERE }, owners: { userId: ADA.id } },
    { where: "in direct messages", place: { dm: true }, owners: { guildId: "0" } },
    {
      where: "between people",
      place: { context: InteractionContextType.PrivateChannel },
      owners: { userId: ADA.id },
    },
  ])("is told with who has installed the app: $where", async ({ place, owners }, { start, login }) => {
    const discord = await start();
    const arrived = once(await login(discord), Events.InteractionCreate);
    discord.slash({ command: "ask", ...place });
    const [interaction]: BaseInteraction[] = await arrived;
    const { guildId, userId } = interaction?.authorizingIntegrationOwners ?? {};
    expect({ guildId, userId }).toEqual({ guildId: null, userId: null, ...owners });
  });

  it.for([
    { why: "the context is not the command's", command: { contexts: [0] }, place: { dm: true } },
    { why: "people cannot install it", command: { integration_types: [0] }, place: { guild: ELSEWHERE } },
    { why: "only people can install it", command: { integration_types: [1] }, place: {} },
  ])("keeps a command from being shown where $why", async ({ command, place }, { start }) => {
    const discord = await start();
    await put(discord, command);
    expect(() => discord.slash({ command: "ask", ...place })).toThrow("shown");
  });

  it("does not let the bot write where only the person has installed it", async ({ start }) => {
    const discord = await start();
    const message = discord.guildMessage({ content: "x", guild: ELSEWHERE });
    const path = `/channels/${message.channel_id}/messages`;
    expect(await call(discord, "POST", path, { content: "x", ...QUIET })).toMatchObject({ body: { code: 50001 } });
  });
});

describe("what a person types", () => {
  const option = (more: object) => ({ type: 3, name: "question", description: "x", ...more });

  it.for([
    { why: "no required option", more: { required: true }, options: NOTHING },
    { why: "more than is allowed", more: { max_length: 3 }, options: { question: "four" } },
    { why: "less than is allowed", more: { min_length: 5 }, options: { question: "four" } },
    { why: "a number that is too large", more: { type: 4, max_value: 3 }, options: { question: 4 } },
    { why: "none of the choices", more: { choices: [{ name: "a", value: "a" }] }, options: { question: "b" } },
  ])("is kept back by Discord's client: $why", async ({ more, options }, { start }) => {
    const discord = await start();
    await put(discord, { options: [option(more)] });
    expect(() => discord.slash({ command: "ask", options })).toThrow("/ask");
  });

  it("may lack required options while completions are asked for, and be free text", async ({ start, login }) => {
    const discord = await start();
    await login(discord, {
      onInteraction: (interaction) => interaction.isAutocomplete() && interaction.respond([]),
    });
    const options = [option({ required: true, autocomplete: true }), { ...option({ required: true }), name: "other" }];
    await put(discord, { options });
    const handle = discord.autocomplete({ command: "ask", focused: "question", value: "anything at all" });
    expect((await handle.response()).data.choices).toEqual([]);
  });
});

describe("a command with others in it", () => {
  const inner = { type: 1, name: "plant", description: "x" };
  const role = { type: 8, name: "role", description: "x" };
  const channel = { type: 7, name: "channel", description: "x", channel_types: [5] };
  const garden = (...options: object[]) => ({ name: "garden", options: [{ ...inner, options }] });

  it.for<{ why: string; command: string; options: OptionValues; says: string }>([
    { why: "it is used without one of them", command: "garden", options: NOTHING, says: "needs a subcommand" },
    { why: "it has no such one", command: "garden dig", options: NOTHING, says: "has no option dig" },
    { why: "a role is wanted, not words", command: "garden plant", options: { role: "x" }, says: "something else" },
    {
      why: "a role is wanted, not a person",
      command: "garden plant",
      options: { role: { user: ADA } },
      says: "something else",
    },
    {
      why: "a channel is of another type",
      command: "garden plant",
      options: { channel: { channel: DEFAULT_GUILD.channels[0].id } },
      says: "no channel of type 0",
    },
  ])("is kept back by Discord's client where $why", async ({ command, options, says }, { start }) => {
    const discord = await start();
    await put(discord, garden(role, channel));
    expect(() => discord.slash({ command, options })).toThrow(says);
  });

  it("comes with the channels and roles that were picked", async ({ start, login }) => {
    const discord = await start();
    await put(discord, garden(role, { ...channel, channel_types: [0] }));
    await login(discord, {
      onInteraction: async (interaction) => {
        if (!interaction.isChatInputCommand()) return;
        const { options } = interaction;
        await interaction.reply(
          `${options.getSubcommand()} ${options.getChannel("channel")?.id} ${options.getRole("role")?.id}`,
        );
      },
    });
    const options = { role: { role: ROLE }, channel: { channel: discord.channelId } };
    const message = await discord.slash({ command: "garden plant", options }).reply();
    expect(message.content).toBe(`plant ${discord.channelId} ${ROLE.id}`);
  });
});

describe("a command for nobody's permission", () => {
  it("is shown to administrators alone", async ({ start }) => {
    const discord = await start();
    await put(discord, { default_member_permissions: "0" });
    for (const permissions of [undefined, PermissionFlagsBits.ManageGuild])
      expect(() => discord.slash({ command: "ask", permissions })).toThrow("not shown");
    expect(() => discord.slash({ command: "ask", permissions: PermissionFlagsBits.Administrator })).not.toThrow();
  });
});

describe("a select", () => {
  const menu = new StringSelectMenuBuilder()
    .setCustomId("topic")
    .setMaxValues(2)
    .addOptions([..."abc"].map((value) => ({ label: value, value })));

  it("carries what was chosen", async ({ start, login }) => {
    const discord = await start();
    await login(discord, {
      onInteraction: async (interaction) => {
        const components = [new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(menu)];
        if (interaction.isChatInputCommand()) await interaction.reply({ components });
        if (interaction.isStringSelectMenu()) await interaction.update(interaction.values.join());
      },
    });
    const shown = discord.slash({ command: "topics" });
    const message = await shown.reply();
    await discord.press({ message, customId: "topic", values: ["a", "c"] }).response();
    expect(shown.message()?.content).toBe("a,c");
    discord.assertClean();
  });

  it.for([
    { why: "nothing", values: undefined },
    { why: "too much", values: ["a", "b", "c"] },
    { why: "what it does not offer", values: ["d"] },
  ])("lets nobody choose $why", async ({ values }, { start }) => {
    const discord = await start();
    const { body } = await call(discord, "POST", `/channels/${discord.channelId}/messages`, {
      components: [row(menu.toJSON())],
      ...QUIET,
    });
    expect(() => discord.press({ message: body, customId: "topic", values })).toThrow("The select topic");
  });
});

describe("a form", () => {
  const words: APITextInputComponent = {
    type: ComponentType.TextInput,
    custom_id: "words",
    style: TextInputStyle.Paragraph,
    min_length: 2,
    max_length: 5,
  };
  const form: APIModalInteractionResponseCallbackData = {
    title: "Suggest",
    custom_id: "suggest",
    components: [{ type: ComponentType.Label, label: "Words", component: words }],
  };
  const open: Setup = {
    onInteraction: async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.showModal(form);
      if (interaction.isModalSubmit()) {
        await interaction.reply(`${interaction.customId}: ${interaction.fields.getTextInputValue("words")}`);
      }
    },
  };

  it("comes back as it was filled in", async ({ start, login }) => {
    const discord = await start();
    await login(discord, open);
    const after = discord.slash({ command: "suggest", dm: true });
    expect(await after.response()).toMatchObject({ type: InteractionResponseType.Modal, data: form });
    const sent = discord.modal({ after, fields: { words: "four" } });
    await expect(sent.reply()).resolves.toMatchObject({ content: "suggest: four" });
    discord.assertClean();
  });

  const colour: APILabelComponent = {
    type: ComponentType.Label,
    label: "Colour",
    component: {
      type: ComponentType.StringSelect,
      custom_id: "colour",
      options: ["red", "white"].map((value) => ({ label: value, value, default: value === "red" })),
    },
  };

  it.for<{ fields: Record<string, string | string[]>; value: string; why: string }>([
    { fields: { colour: ["white"] }, value: "white", why: "what was chosen" },
    { fields: {}, value: "red", why: "what was chosen before" },
  ])("with a select brings $value: $why", async ({ fields, value }, { start, login }) => {
    const discord = await start();
    await login(discord, {
      onInteraction: async (interaction) => {
        if (interaction.isChatInputCommand())
          await interaction.showModal({ title: "t", custom_id: "f", components: [colour] });
        if (interaction.isModalSubmit())
          await interaction.reply(interaction.fields.getStringSelectValues("colour").join());
      },
    });
    const after = discord.slash({ command: "suggest" });
    await after.response();
    await expect(discord.modal({ after, fields }).reply()).resolves.toMatchObject({ content: value });
    expect(() => discord.modal({ after, fields: { colour: ["blue"] } })).toThrow("does not offer blue");
    expect(() => discord.modal({ after, fields: { colour: [] } })).toThrow("takes 1 to 1 values");
    discord.assertClean();
  });

  it.for<{ why: string; fields: Record<string, string>; says: string }>([
    { why: "it lacks a field", fields: {}, says: "needs the field words" },
    { why: "it has no such field", fields: { words: "four", other: "x" }, says: "has no field other" },
    { why: "a text is too long", fields: { words: "sixsix" }, says: "takes 2 to 5 characters, not 6" },
    { why: "a text is too short", fields: { words: "x" }, says: "takes 2 to 5 characters, not 1" },
  ])("is kept back by Discord's client where $why", async ({ fields, says }, { start, login }) => {
    const discord = await start();
    await login(discord, open);
    const after = discord.slash({ command: "suggest" });
    await after.response();
    expect(() => discord.modal({ after, fields })).toThrow(says);
  });
});

describe("a message of a person's", () => {
  it("can be deleted, which the bot is told", async ({ start, login }) => {
    const discord = await start();
    const client = await login(discord);
    const message = discord.directMessage({ content: "x" });
    await once(client, Events.MessageCreate);
    const deleted = once(client, Events.MessageDelete);
    discord.deleteMessage(message);
    expect((await deleted)[0].id).toBe(message.id);
    expect(() => discord.editMessage({ message, content: "y" })).toThrow("does not stand any more");
    expect(() => discord.contextMenu({ command: "Answer this", targetMessage: message })).toThrow("does not stand");
  });

  it("can be a webhook's", async ({ start, login }) => {
    const discord = await start();
    const arrived = new Promise<Message>((resolve) => login(discord, { onMessage: resolve }));
    await discord.ready();
    discord.mention({ content: "x", byWebhook: true });
    expect((await arrived).webhookId).toBe(ADA.id);
  });

  it("is shown to a message command as it stands now", async ({ start, login }) => {
    const discord = await start();
    await login(discord, {
      onInteraction: (interaction) =>
        interaction.isMessageContextMenuCommand() && interaction.reply(`about: ${interaction.targetMessage.content}`),
    });
    const message = discord.guildMessage({ content: "before" });
    discord.editMessage({ message, content: "after" });
    const handle = discord.contextMenu({ command: "Answer this", targetMessage: message, user: GRACE });
    await expect(handle.reply()).resolves.toMatchObject({ content: "about: after" });
  });
});

describe("a private reply", () => {
  it("can be used only by the person who sees it", async ({ start, login }) => {
    const discord = await start();
    await login(discord, {
      onInteraction: async (interaction) => {
        const components = [row({ type: 2, style: 1, label: "Go", custom_id: "go" })];
        if (interaction.isChatInputCommand()) {
          await interaction.reply({ components, flags: MessageFlags.Ephemeral });
        }
        if (interaction.isButton()) await interaction.update("used");
      },
    });
    const shown = discord.slash({ command: "ask", user: ADA });
    const message = await shown.reply();
    expect(() => discord.press({ message, customId: "go", user: GRACE })).toThrow("is seen by ada alone");
    await discord.press({ message, customId: "go", user: ADA }).response();
    expect(shown.message()?.content).toBe("used");
  });

  it("can be followed by what everybody sees, and deleted by the bot", async ({ start, login }) => {
    const discord = await start();
    await login(discord, {
      onInteraction: async (interaction) => {
        if (!interaction.isChatInputCommand()) return;
        await interaction.reply({ content: "private", flags: MessageFlags.Ephemeral });
        const copy = await interaction.followUp("for all");
        await interaction.editReply({ content: "shared" });
        await interaction.webhook.editMessage(copy, "for all, edited");
        await interaction.deleteReply();
      },
    });
    const handle = discord.slash({ command: "ask", permissions: PermissionFlagsBits.UseApplicationCommands });
    await expect
      .poll(() => handle.message() === undefined && handle.followUps.map(({ content }) => content))
      .toEqual(["for all, edited"]);
    expect(handle.followUps[0]?.flags).toBe(0);
    discord.assertClean();
  });
});
