import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
  OAuth2Scopes,
  PermissionFlagsBits,
  PermissionsBitField,
  REST,
  Routes,
} from "discord.js";
import { type Audience, type Command, isGroup, isOnMessage, type Listed } from "../command.js";
import type { Config } from "../config.js";
import type { OptionDeclaration } from "../option.js";
import type { Localised, Translated } from "../phrases.js";

/** What registering did, in lines for the operator; or what keeps it from doing anything. */
export type Registered = { ok: true; lines: string[] } | { ok: false; problem: string };

/** Tells Discord the list of commands; where it knows the same list already, nothing is sent. */
export async function registerCommands(
  config: Pick<Config, "discordApi" | "discordApplicationId"> & { discordToken: string },
  commands: readonly Listed[],
): Promise<Registered> {
  const rest = new REST({
    version: "10",
    ...(config.discordApi === undefined ? {} : { api: config.discordApi }),
  }).setToken(config.discordToken);
  const wanted = commands.map(commandBody);
  try {
    const application = config.discordApplicationId ?? (await ownApplication(rest));
    const route = Routes.applicationCommands(application);
    const known = await rest.get(route, { query: new URLSearchParams({ with_localizations: "true" }) });
    const names = commands.map((one) => (isOnMessage(one) ? `“${one.name}”` : `/${one.name}`)).join(", ");
    const isKnown = Array.isArray(known) && isSameList(known, wanted);
    if (!isKnown) await rest.put(route, { body: wanted });
    const line = isKnown
      ? `Discord knows these commands already: ${names}. Nothing was sent.`
      : `Registered: ${names}. Members may have to restart their client to see a change.`;
    return { ok: true, lines: [line, ...inviteLines(application)] };
  } catch (error) {
    return { ok: false, problem: problemOf(error) };
  }
}

async function ownApplication(rest: REST): Promise<string> {
  const application = await rest.get(Routes.currentApplication());
  if (
    typeof application === "object" &&
    application !== null &&
    "id" in application &&
    typeof application.id === "string"
  )
    return application.id;
  throw new Error("Discord did not name the application; set DISCORD_APPLICATION_ID");
}

/** The permission that members need to see a command: null none, though a server's own settings may still narrow it; "0" one that nobody has. */
const PERMISSIONS: Readonly<Record<Audience, string | null>> = {
  everyone: null,
  managers: String(PermissionFlagsBits.ManageGuild),
  owners: "0",
};

/** Where a command can be used, by whom, and who has to have installed the bot for it. */
function offered({ audience = "everyone", where = "anywhere" }: Pick<Command, "audience" | "where">) {
  const { Guild, BotDM, PrivateChannel } = InteractionContextType;
  const { GuildInstall, UserInstall } = ApplicationIntegrationType;
  return {
    contexts: where === "servers" ? [Guild] : [Guild, BotDM, PrivateChannel],
    integration_types: where === "servers" ? [GuildInstall] : [GuildInstall, UserInstall],
    default_member_permissions: PERMISSIONS[audience],
  };
}

/** A command as Discord takes it; a group's parts are its options. */
function commandBody(listed: Listed) {
  if (isOnMessage(listed)) return { type: ApplicationCommandType.Message, ...named(listed), ...offered({}) };
  return {
    type: ApplicationCommandType.ChatInput,
    ...named(listed),
    ...described(listed.description),
    ...offered(listed),
    options: isGroup(listed) ? listed.parts.map(partBody) : optionBodies(listed),
  };
}

function partBody(part: Command) {
  return {
    type: ApplicationCommandOptionType.Subcommand,
    ...named(part),
    ...described(part.description),
    options: optionBodies(part),
  };
}

function optionBodies({ options }: Command) {
  return Object.entries(options)
    .toSorted(([, a], [, b]) => Number(b.required ?? false) - Number(a.required ?? false))
    .map(optionBody);
}

/** The type of each kind of option. */
const TYPES: Readonly<Record<OptionDeclaration["kind"], ApplicationCommandOptionType>> = {
  text: ApplicationCommandOptionType.String,
  choice: ApplicationCommandOptionType.String,
  boolean: ApplicationCommandOptionType.Boolean,
  whole: ApplicationCommandOptionType.Integer,
  role: ApplicationCommandOptionType.Role,
  channel: ApplicationCommandOptionType.Channel,
};

/** The channels that messages are written in. */
const WRITTEN_IN = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
];

/** An option as Discord takes it; every key is always there, so that what was taken away differs from Discord's list. */
function optionBody([name, option]: [string, OptionDeclaration]) {
  return {
    type: TYPES[option.kind],
    ...named({ name, names: option.names }),
    ...described(option.description),
    required: option.required ?? false,
    autocomplete: option.kind === "text" && (option.completed ?? false),
    max_length: option.kind === "text" ? option.maxLength : undefined,
    min_value: option.kind === "whole" ? option.min : undefined,
    max_value: option.kind === "whole" ? option.max : undefined,
    channel_types: option.kind === "channel" ? WRITTEN_IN : undefined,
    choices:
      option.kind === "choice"
        ? option.choices.map(({ value, label: { en, es } }) => ({ value, name: en, name_localizations: spanish(es) }))
        : undefined,
  };
}

function named({ name, names }: Pick<Command, "name" | "names">) {
  return { name, name_localizations: names === undefined ? undefined : spanish(names.es) };
}

function described({ en, es }: Localised) {
  return { description: en, description_localizations: spanish(es) };
}

function spanish(text: Translated["es"]) {
  return { "es-ES": text, "es-419": text };
}

/** The links that add the bot: to a server with what it needs there, or to one's own account. */
function inviteLines(application: string): string[] {
  const link = (query: Record<string, string>) =>
    `https://discord.com/oauth2/authorize?${new URLSearchParams({ client_id: application, ...query })}`;
  const scopes = [OAuth2Scopes.Bot, OAuth2Scopes.ApplicationsCommands].join(" ");
  const permissions = String(new PermissionsBitField(NEEDED).bitfield);
  return [
    `Add it to a server: ${link({ scope: scopes, permissions, integration_type: "0" })}`,
    `Add it to your own account: ${link({ scope: OAuth2Scopes.ApplicationsCommands, integration_type: "1" })}`,
  ];
}

/** What the bot does in a server where it is mentioned. */
const NEEDED = [
  PermissionFlagsBits.ViewChannel,
  PermissionFlagsBits.SendMessages,
  PermissionFlagsBits.SendMessagesInThreads,
  PermissionFlagsBits.AttachFiles,
  PermissionFlagsBits.ReadMessageHistory,
];

/** Whether Discord's list says what ours says; what Discord adds of its own, and what it leaves out as false or empty, does not count. */
function isSameList(known: readonly unknown[], wanted: readonly { type: number; name: string }[]): boolean {
  if (known.length !== wanted.length) return false;
  return wanted.every((command) =>
    known.some(
      (one) => fieldOf(one, "name") === command.name && fieldOf(one, "type") === command.type && says(one, command),
    ),
  );
}

function says(known: unknown, wanted: unknown): boolean {
  if (Array.isArray(wanted)) {
    const list: readonly unknown[] = Array.isArray(known) ? known : [];
    return list.length === wanted.length && wanted.every((item, i) => says(list[i], item));
  }
  if (typeof wanted === "object" && wanted !== null) {
    const fields: object = typeof known === "object" && known !== null ? known : {};
    return Object.entries(wanted).every(([key, value]) =>
      says(key in fields ? fields[key as keyof typeof fields] : undefined, value),
    );
  }
  const isNothing = (value: unknown) => value === undefined || value === null || value === false;
  return known === wanted || (isNothing(known) && isNothing(wanted));
}

function fieldOf(value: unknown, field: "name" | "type"): unknown {
  return typeof value === "object" && value !== null && field in value ? value[field as keyof typeof value] : undefined;
}

function problemOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  if (/401|unauthorized/i.test(message)) {
    return "Discord refused the token: copy the bot's token anew from the developer portal (Bot, Reset Token) into DISCORD_TOKEN.";
  }
  return `Registering the commands failed: ${message}`;
}
