import {
  type APIAttachment,
  type APIRole,
  type APIUser,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  PermissionFlagsBits,
  PermissionsBitField,
} from "discord.js";
import { type Fields, fieldsOf, listOf, textOf } from "./measure.js";
import { APP_PERMISSIONS, buildChannel, buildMessageMember } from "./payloads.js";
import { contextOf, type Place } from "./places.js";
import type { Channel, World } from "./world.js";

/** What a person fills into an option of a command. */
type OptionValue =
  | string
  | number
  | boolean
  | { readonly user: APIUser }
  | { readonly channel: string }
  | { readonly role: APIRole }
  | { readonly attachment: APIAttachment };

/** The options of a command by name. */
export type OptionValues = Readonly<Record<string, OptionValue>>;

/** The registered command of this name and type that is seen in a channel; undefined where none was registered. */
export function registered(
  world: World,
  name: string,
  type: ApplicationCommandType,
  channel: Channel,
): Fields | undefined {
  const scopes = [channel.guildId, "global"].flatMap((scope) => world.commands.get(scope ?? "") ?? []);
  return scopes.find((command) => command.name === name && command.type === type);
}

/** Throws where Discord would not have shown a registered command to this person in this place. */
export function assertVisible(command: Fields | undefined, place: Place, channel: Channel): void {
  if (!command) return;
  const { contexts, integration_types, default_member_permissions: needed } = command;
  if (Array.isArray(contexts) && !contexts.includes(contextOf(channel))) {
    throw new Error(`/${textOf(command.name)} is not shown in the context ${contextOf(channel)}`);
  }
  if (!channel.known && Array.isArray(integration_types) && !integration_types.includes(1)) {
    throw new Error(`/${textOf(command.name)} cannot be installed by people, so it is not shown here`);
  }
  if (channel.known && !place.hasInstalled && Array.isArray(integration_types) && !integration_types.includes(0)) {
    throw new Error(`/${textOf(command.name)} is shown only to people who have installed it`);
  }
  const owned = new PermissionsBitField(place.permissions ?? BigInt(APP_PERMISSIONS));
  // "0" is no permission that anybody could have: only administrators see such a command.
  const isSeen = (bits: string) => owned.has(bits === "0" ? PermissionFlagsBits.Administrator : BigInt(bits));
  if (channel.guildId && typeof needed === "string" && !isSeen(needed)) {
    throw new Error(`/${textOf(command.name)} is not shown to people without the permissions ${needed}`);
  }
}

/**
 * The data of a slash command, from words such as "settings language". Where the command is registered, options must
 * be among its own, and required ones must be there unless the person is still typing (`focused`).
 */
export function commandData(
  world: World,
  {
    command,
    options,
    focused,
    place,
    channel,
  }: {
    command: string;
    options: OptionValues;
    focused?: string;
    place: Place;
    channel: Channel;
  },
): Fields {
  const [name = "", ...inner] = command.replace(/^\//, "").split(" ");
  const known = registered(world, name, ApplicationCommandType.ChatInput, channel);
  assertVisible(known, place, channel);
  const leaf = inner.reduce<Fields | undefined>((at, word) => at && optionNamed(at, word, command), known);
  if (leaf) assertKinds(world, leaf, options, command);
  if (leaf && focused === undefined) assertComplete(leaf, options, command);
  const filled: Fields[] = Object.entries(options).map(([key, value]) => ({
    name: key,
    ...typed(value, leaf && optionNamed(leaf, key, command)),
    ...(key === focused ? { focused: true } : {}),
  }));
  const nested = inner.reduceRight<Fields[]>((within, word, index) => {
    const isInnermost = index === inner.length - 1;
    const { Subcommand, SubcommandGroup } = ApplicationCommandOptionType;
    return [{ name: word, type: isInnermost ? Subcommand : SubcommandGroup, options: within }];
  }, filled);
  return {
    id: known?.id ?? "1",
    name,
    type: ApplicationCommandType.ChatInput,
    ...(known?.guild_id ? { guild_id: known.guild_id } : {}),
    ...(nested.length > 0 ? { options: nested } : {}),
    ...resolvedOf(world, Object.values(options), channel),
  };
}

function optionNamed(command: Fields, name: string, whole: string): Fields {
  const found = listOf(command.options).find((option) => option.name === name);
  if (!found) throw new Error(`/${whole} has no option ${name}`);
  return found;
}

function assertComplete(command: Fields, options: OptionValues, whole: string): void {
  for (const option of listOf(command.options)) {
    const { name, required, choices } = option;
    const value = options[textOf(name)];
    if (value !== undefined) assertFits(option, value, whole);
    if (required === true && value === undefined) throw new Error(`/${whole} needs the option ${textOf(name)}`);
    const allowed = listOf(choices).map((choice) => choice.value);
    if (value !== undefined && allowed.length > 0 && !allowed.includes(value)) {
      throw new Error(`/${whole} has no choice ${JSON.stringify(value)} for the option ${textOf(name)}`);
    }
  }
}

// Discord's clients let nobody use a command that has others in it, nor give an option what it is not for.
function assertKinds(world: World, command: Fields, options: OptionValues, whole: string): void {
  const { Subcommand, SubcommandGroup, Role, User, Channel, Mentionable } = ApplicationCommandOptionType;
  const inner = listOf(command.options).find(({ type }) => type === Subcommand || type === SubcommandGroup);
  if (inner) throw new Error(`/${whole} needs a subcommand, such as ${textOf(inner.name)}`);
  const named: readonly unknown[] = [Role, User, Channel, Mentionable];
  for (const { name, type, channel_types } of listOf(command.options)) {
    const value = options[textOf(name)];
    if (value === undefined) continue;
    const given = typed(value, undefined).type;
    const isNamed = named.includes(type) || named.includes(given);
    if (isNamed && type !== given && type !== Mentionable)
      throw new Error(`/${whole} takes something else for the option ${textOf(name)}`);
    const channel = typeof value === "object" && "channel" in value ? world.channels.get(value.channel) : undefined;
    if (channel && Array.isArray(channel_types) && !channel_types.includes(channel.type))
      throw new Error(`/${whole} takes no channel of type ${channel.type} for the option ${textOf(name)}`);
  }
}

// Discord's clients let nobody send a text or a number beyond what the option allows.
function assertFits({ name, min_length, max_length, min_value, max_value }: Fields, value: OptionValue, whole: string) {
  const [size, min, max] =
    typeof value === "string" ? [value.length, min_length, max_length] : [value, min_value, max_value];
  if (typeof size !== "number") return;
  if ((typeof min === "number" && size < min) || (typeof max === "number" && size > max)) {
    throw new Error(`/${whole} takes ${min ?? "any"} to ${max ?? "any"} for the option ${textOf(name)}, not ${size}`);
  }
}

function typed(value: OptionValue, known: Fields | undefined): Fields {
  const {
    String: Text,
    Integer,
    Number: Decimal,
    Boolean: Truth,
    User,
    Channel,
    Role,
    Attachment,
  } = ApplicationCommandOptionType;
  if (typeof value === "string") return { type: known?.type ?? Text, value };
  if (typeof value === "number") return { type: known?.type ?? (Number.isInteger(value) ? Integer : Decimal), value };
  if (typeof value === "boolean") return { type: known?.type ?? Truth, value };
  if ("user" in value) return { type: known?.type ?? User, value: value.user.id };
  if ("channel" in value) return { type: known?.type ?? Channel, value: value.channel };
  if ("role" in value) return { type: known?.type ?? Role, value: value.role.id };
  return { type: known?.type ?? Attachment, value: value.attachment.id };
}

// Users, channels, roles and files that the options name, in full.
function resolvedOf(world: World, values: readonly OptionValue[], { guildId }: Channel): Fields {
  const resolved: Fields = {};
  const put = (kind: string, id: string, value: unknown) => {
    resolved[kind] = { ...fieldsOf(resolved[kind]), [id]: value };
  };
  for (const value of values) {
    if (typeof value !== "object") continue;
    if ("user" in value) {
      put("users", value.user.id, value.user);
      if (guildId) put("members", value.user.id, { ...buildMessageMember(value.user), permissions: APP_PERMISSIONS });
    }
    if ("role" in value) put("roles", value.role.id, value.role);
    if ("attachment" in value) put("attachments", value.attachment.id, value.attachment);
    if ("channel" in value) {
      const channel = world.channels.get(value.channel);
      if (!channel) throw new Error(`The double has no channel ${value.channel}`);
      put("channels", channel.id, { ...buildChannel(channel), permissions: APP_PERMISSIONS });
    }
  }
  return Object.keys(resolved).length > 0 ? { resolved } : {};
}
