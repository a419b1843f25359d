import {
  type APIDMChannel,
  type APIInteractionGuildMember,
  type APIRole,
  type APITextChannel,
  type APIUser,
  ChannelType,
  GuildMemberFlags,
  OverwriteType,
  PermissionFlagsBits,
  PermissionsBitField,
  RoleFlags,
} from "discord.js";
import type { Fields } from "./measure.js";
import type { Channel, Guild, World } from "./world.js";

/** What a member without any role may usually do, and what the bot may do. */
export const EVERYONE = new PermissionsBitField([
  PermissionFlagsBits.ViewChannel,
  PermissionFlagsBits.SendMessages,
  PermissionFlagsBits.SendMessagesInThreads,
  PermissionFlagsBits.EmbedLinks,
  PermissionFlagsBits.AttachFiles,
  PermissionFlagsBits.ReadMessageHistory,
  PermissionFlagsBits.UseApplicationCommands,
]).bitfield;

const JOINED = "2024-01-01T00:00:00.000000+00:00";

/** A person: `buildUser({ username: "ada" })`. Ids that are not given are made from the name, so they stay the same. */
export function buildUser(fields: Partial<APIUser> = {}): APIUser {
  const username = fields.username ?? "ada";
  return {
    id: idOf(username),
    username,
    discriminator: "0",
    global_name: username.charAt(0).toUpperCase() + username.slice(1),
    avatar: null,
    ...fields,
  };
}

/** A person in a guild, as interactions carry them. */
export function buildMember(user: APIUser, permissions: bigint = EVERYONE): APIInteractionGuildMember {
  return {
    user,
    nick: null,
    avatar: null,
    banner: null,
    roles: [],
    joined_at: JOINED,
    premium_since: null,
    deaf: false,
    mute: false,
    flags: GuildMemberFlags.CompletedOnboarding,
    pending: false,
    communication_disabled_until: null,
    permissions: permissions.toString(),
  };
}

/** The member that a message event carries: without the person, who is the author, and without permissions. */
export function buildMessageMember(user: APIUser): Fields {
  const { user: _, permissions: __, ...member } = buildMember(user);
  return member;
}

/** A role of a guild's: `buildRole("gardeners")`. */
export function buildRole(name: string): APIRole {
  return {
    id: idOf(name),
    name,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    position: 1,
    permissions: "0",
    managed: false,
    mentionable: false,
    flags: RoleFlags.InPrompt,
  };
}

/** A channel as REST gives it. */
export function buildChannel(channel: Channel): APITextChannel | APIDMChannel | Fields {
  const { id, type, name, guildId, recipient, denied = 0n } = channel;
  if (type === ChannelType.GuildText) {
    return {
      id,
      type,
      name,
      guild_id: guildId ?? "0",
      position: 0,
      // The role "everyone" has its guild's id.
      permission_overwrites:
        denied === 0n ? [] : [{ id: guildId ?? "0", type: OverwriteType.Role, allow: "0", deny: denied.toString() }],
      nsfw: false,
      topic: null,
      parent_id: null,
      last_message_id: null,
      rate_limit_per_user: 0,
    } satisfies APITextChannel;
  }
  if (type === ChannelType.PublicThread) return buildThread(channel);
  return { id, type, last_message_id: null, recipients: recipient ? [recipient] : [], flags: 0 };
}

function buildThread({ id, type, name, guildId, parentId }: Channel): Fields {
  return {
    id,
    type,
    name,
    guild_id: guildId,
    parent_id: parentId,
    owner_id: idOf("owner"),
    last_message_id: null,
    message_count: 0,
    member_count: 1,
    rate_limit_per_user: 0,
    thread_metadata: { archived: false, auto_archive_duration: 1440, archive_timestamp: JOINED, locked: false },
  };
}

/** A guild with its channels, as GUILD_CREATE tells of it. */
export function buildGuild(world: World, { id, name, locale }: Guild): Fields {
  const channels = [...world.channels.values()].filter(({ guildId }) => guildId === id);
  return {
    id,
    name,
    icon: null,
    splash: null,
    discovery_splash: null,
    owner_id: idOf("owner"),
    afk_channel_id: null,
    afk_timeout: 300,
    verification_level: 0,
    default_message_notifications: 0,
    explicit_content_filter: 0,
    roles: [everyoneRole(id)],
    emojis: [],
    stickers: [],
    features: [],
    mfa_level: 0,
    application_id: null,
    system_channel_id: null,
    system_channel_flags: 0,
    rules_channel_id: null,
    vanity_url_code: null,
    description: null,
    banner: null,
    premium_tier: 0,
    preferred_locale: locale,
    public_updates_channel_id: null,
    nsfw_level: 0,
    premium_progress_bar_enabled: false,
    safety_alerts_channel_id: null,
    joined_at: JOINED,
    large: false,
    unavailable: false,
    member_count: 2,
    voice_states: [],
    members: [{ ...buildMessageMember(world.bot), user: world.bot }],
    channels: channels.filter(({ parentId }) => parentId === undefined).map(buildChannel),
    threads: channels.filter(({ parentId }) => parentId !== undefined).map(buildChannel),
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

/** The application, as `/applications/@me` gives it. */
export function buildApplication({ applicationId, bot }: World): Fields {
  return {
    id: applicationId,
    name: "Footnote",
    icon: null,
    description: "",
    bot_public: true,
    bot_require_code_grant: false,
    bot,
    verify_key: "0".repeat(64),
    flags: 0,
    owner: buildUser({ username: "owner" }),
    team: null,
  };
}

/** The permissions that the bot has everywhere, as a string of bits. */
export const APP_PERMISSIONS = EVERYONE.toString();

function everyoneRole(id: string): Fields {
  return {
    id,
    name: "@everyone",
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    position: 0,
    permissions: APP_PERMISSIONS,
    managed: false,
    mentionable: false,
    flags: 0,
  };
}

// 18 digits, out of the name.
function idOf(name: string): string {
  const hash = [...name].reduce((sum, letter) => (sum * 31n + BigInt(letter.codePointAt(0) ?? 0)) % 10n ** 15n, 7n);
  return (200n * 10n ** 15n + hash).toString();
}
