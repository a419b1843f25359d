import { ChannelType, GatewayDispatchEvents, GatewayIntentBits, PermissionFlagsBits } from "discord.js";
import { type Answer, refuse } from "./answer.js";
import type { Gateway } from "./gateway.js";
import type { SentFile } from "./limits-files.js";
import { type Fields, fieldsOf, listOf } from "./measure.js";
import { buildChannel, EVERYONE } from "./payloads.js";
import type { Channel, World } from "./world.js";

/** What the bot may do in a channel. */
export function permissionsIn({ denied }: Channel): bigint {
  return EVERYONE & ~(denied ?? 0n);
}

/** Whether the bot sees a channel, and so hears of its messages. */
export function seesChannel(channel: Channel): boolean {
  return has(channel, PermissionFlagsBits.ViewChannel);
}

/** An answer that refuses a request in a channel that the bot does not see, or may not write in. */
export function refuseIn(channel: Channel, needed: bigint): Answer | undefined {
  if (!seesChannel(channel)) return refuse(403, 50001, "Missing Access");
  return has(channel, needed) ? undefined : refuse(403, 50013, "Missing Permissions");
}

/** The same for a new message: embeds, files and replies each need a permission of their own. */
export function refuseContent(channel: Channel, body: Fields, files: readonly SentFile[]): Answer | undefined {
  const { EmbedLinks, AttachFiles, ReadMessageHistory } = PermissionFlagsBits;
  const needed = (listOf(body.embeds).length > 0 ? EmbedLinks : 0n) | (files.length > 0 ? AttachFiles : 0n);
  const isReply = fieldsOf(body.message_reference).message_id !== undefined;
  if (isReply && !has(channel, ReadMessageHistory)) {
    return refuse(400, 160002, "Cannot reply without permission to read message history");
  }
  return refuseIn(channel, needed);
}

/** Takes permissions from the bot in a channel from now on (0n gives all back) and tells the sessions of it. */
export function denyIn(world: World, gateway: Gateway, channelId: string, denied: bigint): void {
  const channel = world.channels.get(channelId);
  if (channel?.type !== ChannelType.GuildText) throw new Error(`The double has no channel ${channelId} in a guild`);
  const changed: Channel = { ...channel, denied };
  world.channels.set(channelId, changed);
  gateway.dispatch({
    name: GatewayDispatchEvents.ChannelUpdate,
    guildId: channel.guildId,
    intent: GatewayIntentBits.Guilds,
    dataFor: () => buildChannel(changed),
  });
}

/** Deletes a channel of a guild, and tells the sessions of it. */
export function removeIn(world: World, gateway: Gateway, channelId: string): void {
  const channel = world.channels.get(channelId);
  if (channel?.guildId === undefined) throw new Error(`The double has no channel ${channelId} in a guild`);
  world.channels.delete(channelId);
  gateway.dispatch({
    name: GatewayDispatchEvents.ChannelDelete,
    guildId: channel.guildId,
    intent: GatewayIntentBits.Guilds,
    dataFor: () => buildChannel(channel),
  });
}

function has(channel: Channel, needed: bigint): boolean {
  const { SendMessages, SendMessagesInThreads } = PermissionFlagsBits;
  const isThread = channel.type === ChannelType.PublicThread;
  const asked = isThread && (needed & SendMessages) !== 0n ? (needed & ~SendMessages) | SendMessagesInThreads : needed;
  return channel.guildId === undefined || (permissionsIn(channel) & asked) === asked;
}
