import { type APIUser, ChannelType, InteractionContextType } from "discord.js";
import type { Fields } from "./measure.js";
import { APP_PERMISSIONS, buildChannel, buildMember, buildUser } from "./payloads.js";
import { permissionsIn } from "./permissions.js";
import { type Channel, type Guild, snowflake, type World } from "./world.js";

/** Who does something and where. Without anything it is Ada in the first channel of the first guild. */
export interface Place {
  readonly user?: APIUser;
  /** The id of a guild; one that the bot is not in makes the interaction that of a user-installed app. */
  readonly guild?: string;
  /** The id of a channel. */
  readonly channel?: string;
  /** In the direct messages with the bot. */
  readonly dm?: boolean;
  /** `PrivateChannel` is a conversation between people, where the bot was installed by one of them. */
  readonly context?: InteractionContextType;
  /** What the person may do in the guild, such as `PermissionFlagsBits.ManageGuild`; default what everybody may. */
  readonly permissions?: bigint;
  /** Whether the person has installed the bot too; always so where the bot itself is not a member. Default false. */
  readonly hasInstalled?: boolean;
  /** The language of the person's Discord; default "en-US". */
  readonly locale?: string;
}

/** A text channel as `startDouble` takes it. */
interface ChannelOptions {
  readonly id: string;
  readonly name: string;
  /** What the bot may not do here, such as `PermissionFlagsBits.SendMessages`; default nothing. */
  readonly denied?: bigint;
  /** The id of the channel that it is a thread of. */
  readonly threadOf?: string;
}

/** A guild as `startDouble` takes it. */
export interface GuildOptions {
  readonly id?: string;
  readonly name?: string;
  /** Default "en-US". */
  readonly locale?: string;
  /** Its text channels, some only by name; default one, "general". */
  readonly channels?: readonly (string | ChannelOptions)[];
}

/** Adds a guild with its channels to the world. */
export function addGuild(world: World, options: GuildOptions, known = true): Guild {
  const { id = snowflake(world.now), name = "Library", locale = "en-US", channels = ["general"] } = options;
  const guild: Guild = { id, name, locale, known };
  world.guilds.set(id, guild);
  for (const one of channels) {
    const channel: ChannelOptions = typeof one === "string" ? { id: snowflake(world.now), name: one } : one;
    const { threadOf: parentId, ...rest } = channel;
    const type = parentId === undefined ? ChannelType.GuildText : ChannelType.PublicThread;
    world.channels.set(channel.id, { ...rest, type, parentId, guildId: id, known });
  }
  return guild;
}

/** The conversation of a person with the bot; always the same one. */
export function directChannel(world: World, user: APIUser): Channel {
  return meet(world, user, ChannelType.DM, true);
}

/** The channel where something happens. */
export function channelOf(world: World, { user = buildUser(), guild, channel, dm, context }: Place): Channel {
  world.users.set(user.id, user);
  if (channel !== undefined) {
    const known = world.channels.get(channel);
    if (!known) throw new Error(`The double has no channel ${channel}`);
    return known;
  }
  if (context === InteractionContextType.PrivateChannel) return meet(world, user, ChannelType.GroupDM, false);
  if (dm || context === InteractionContextType.BotDM) return directChannel(world, user);
  const first = [...world.guilds.keys()][0];
  if (guild === undefined && first === undefined) return directChannel(world, user);
  const guildId = guild ?? first ?? "";
  if (!world.guilds.has(guildId)) addGuild(world, { id: guildId, name: "Elsewhere" }, false);
  const found = [...world.channels.values()].find((one) => one.guildId === guildId);
  if (!found) throw new Error(`The guild ${guildId} has no channel`);
  return found;
}

/** What an interaction says about its place and its person. */
export function placeFields(world: World, place: Place, channel: Channel): Fields {
  const { user = buildUser(), locale = "en-US", permissions, hasInstalled = false } = place;
  const guild = world.guilds.get(channel.guildId ?? "");
  const about: Fields = {
    channel_id: channel.id,
    channel: { ...buildChannel(channel), permissions: APP_PERMISSIONS },
    locale,
    app_permissions: permissionsIn(channel).toString(),
    context: contextOf(channel),
    authorizing_integration_owners: ownersOf(channel, user, hasInstalled),
  };
  if (!guild) return { ...about, user };
  return {
    ...about,
    guild_id: guild.id,
    guild: { id: guild.id, locale: guild.locale, features: [] },
    guild_locale: guild.locale,
    member: buildMember(user, permissions),
  };
}

/** In which context an interaction in a channel stands. */
export function contextOf({ type, guildId }: Channel): InteractionContextType {
  if (guildId !== undefined) return InteractionContextType.Guild;
  return type === ChannelType.DM ? InteractionContextType.BotDM : InteractionContextType.PrivateChannel;
}

// Who installed the app that is used here: the guild ("0" in the bot's own direct messages) or the person.
function ownersOf({ known, guildId }: Channel, user: APIUser, hasInstalled: boolean): Fields {
  return { ...(known ? { "0": guildId ?? "0" } : {}), ...(hasInstalled || !known ? { "1": user.id } : {}) };
}

function meet(world: World, user: APIUser, type: ChannelType.DM | ChannelType.GroupDM, known: boolean): Channel {
  world.users.set(user.id, user);
  const found = [...world.channels.values()].find((one) => one.type === type && one.recipient?.id === user.id);
  if (found) return found;
  const channel: Channel = { id: snowflake(world.now), type, name: user.username, recipient: user, known };
  world.channels.set(channel.id, channel);
  return channel;
}
