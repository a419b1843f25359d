import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
  PermissionFlagsBits,
} from "discord.js";
import { type Audience, type Command, isGroup, isOnMessage, type Listed } from "../command.js";
import type { OptionDeclaration } from "../option.js";
import type { Localised, Translated } from "../phrases.js";

/** The permission that members need to see a command: null none, though a server's own settings may still narrow it; "0" one that nobody has. */
const PERMISSIONS: Readonly<Record<Audience, string | null>> = {
  everyone: null,
  managers: String(PermissionFlagsBits.ManageGuild),
  owners: "0",
};

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

/** A command as Discord takes it; a group's parts are its options. */
export function commandBody(listed: Listed) {
  if (isOnMessage(listed)) return { type: ApplicationCommandType.Message, ...named(listed), ...offered({}) };
  return {
    type: ApplicationCommandType.ChatInput,
    ...named(listed),
    ...described(listed.description),
    ...offered(listed),
    options: isGroup(listed) ? listed.parts.map(partBody) : optionBodies(listed),
  };
}

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
