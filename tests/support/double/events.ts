import { type APIMessage, GatewayDispatchEvents, GatewayIntentBits, MessageFlags } from "discord.js";
import { type Fields, numberOf } from "./measure.js";
import { buildGuild, buildMessageMember } from "./payloads.js";
import { seesChannel } from "./permissions.js";
import type { Guild, World } from "./world.js";

/** Something that happened, before it is known who hears of it. */
export interface GatewayEvent {
  readonly name: GatewayDispatchEvents;
  /** The guild it happened in; direct messages have none and go to shard 0. */
  readonly guildId?: string;
  /** The intent that a session must have asked for; undefined: everybody hears of it. */
  readonly intent?: GatewayIntentBits;
  /** What a session with these intents gets to see. */
  readonly dataFor: (intents: number) => unknown;
}

/** An interaction needs no intent. */
export function interactionEvent(payload: Fields, guildId: string | undefined): GatewayEvent {
  return { name: GatewayDispatchEvents.InteractionCreate, guildId, dataFor: () => payload };
}

/** A guild that became available. */
export function guildEvent(world: World, guild: Guild): GatewayEvent {
  return {
    name: GatewayDispatchEvents.GuildCreate,
    guildId: guild.id,
    intent: GatewayIntentBits.Guilds,
    dataFor: () => buildGuild(world, guild),
  };
}

/** A message that was sent or edited; undefined in places that the bot does not belong to, and where only one person sees it. */
export function messageEvent(
  world: World,
  name: GatewayDispatchEvents.MessageCreate | GatewayDispatchEvents.MessageUpdate,
  message: APIMessage,
): GatewayEvent | undefined {
  const place = publicPlace(world, message);
  if (!place) return undefined;
  const extra = place.guildId
    ? { guild_id: place.guildId, member: buildMessageMember(message.author) }
    : { channel_type: place.type };
  return {
    ...place,
    name,
    dataFor: (intents) => ({ ...asSeen(world, message, intents), ...extra }),
  };
}

/** A message that was deleted; undefined like `messageEvent`. */
export function deletionEvent(world: World, message: APIMessage): GatewayEvent | undefined {
  const place = publicPlace(world, message);
  if (!place) return undefined;
  const data = {
    id: message.id,
    channel_id: message.channel_id,
    ...(place.guildId ? { guild_id: place.guildId } : {}),
  };
  return { ...place, name: GatewayDispatchEvents.MessageDelete, dataFor: () => data };
}

/** Whether a session that asked for these intents, as this shard, hears of an event. */
export function hears(event: GatewayEvent, intents: number, [shard, count]: readonly [number, number]): boolean {
  if (event.intent !== undefined && (intents & event.intent) === 0) return false;
  return shardOf(event.guildId, count) === shard;
}

/** The shard that a guild belongs to; everything outside of guilds belongs to shard 0. */
export function shardOf(guildId: string | undefined, count: number): number {
  return guildId === undefined ? 0 : Number((BigInt(guildId) >> 22n) % BigInt(count));
}

// Without the intent for message content, Discord blanks what is not addressed to the bot.
function asSeen(world: World, message: APIMessage, intents: number): APIMessage {
  const isDirect = world.channels.get(message.channel_id)?.guildId === undefined;
  const isOwn = message.author.id === world.bot.id;
  const isAddressed = message.mentions.some(({ id }) => id === world.bot.id);
  const { referenced_message: reference } = message;
  const seen = { ...message, ...(reference ? { referenced_message: asSeen(world, reference, intents) } : {}) };
  if ((intents & GatewayIntentBits.MessageContent) !== 0 || isDirect || isOwn || isAddressed) return seen;
  return { ...seen, content: "", embeds: [], attachments: [], components: [] };
}

function publicPlace(world: World, { channel_id, flags }: APIMessage) {
  const channel = world.channels.get(channel_id);
  if (!channel?.known || !seesChannel(channel) || (numberOf(flags) & MessageFlags.Ephemeral) !== 0) return undefined;
  const intent = channel.guildId ? GatewayIntentBits.GuildMessages : GatewayIntentBits.DirectMessages;
  return { guildId: channel.guildId, type: channel.type, intent };
}
