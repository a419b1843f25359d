import {
  type BaseInteraction,
  GuildMember,
  type Message,
  PermissionFlagsBits,
  type PermissionsBitField,
} from "discord.js";
import type { Asker, Place } from "../command.js";
import type { Use } from "../context.js";
import type { Tools } from "./tools.js";

/** What an interaction is as a use of the bot. */
export function useOfInteraction(tools: Tools, interaction: BaseInteraction, preferred: string): Use {
  const { id, user, member, memberPermissions, channelId } = interaction;
  const roles = member instanceof GuildMember ? [...member.roles.cache.keys()] : (member?.roles ?? []);
  return {
    preferred,
    seed: id,
    talk: tools.people.in(channelId, user.id),
    asker: askerOf(tools, user.id, roles, memberPermissions),
    place: { ...placeOf(interaction), ...(interaction.guildLocale ? { locale: interaction.guildLocale } : {}) },
  };
}

/** What a message is as a use of the bot. */
export function useOfMessage(tools: Tools, message: Message, preferred: string): Use {
  const { id, author, member, channelId } = message;
  return {
    preferred,
    seed: id,
    talk: tools.people.in(channelId, author.id),
    asker: askerOf(tools, author.id, [...(member?.roles.cache.keys() ?? [])], member?.permissions),
    place: placeOf(message),
  };
}

function askerOf(
  { people, owners }: Tools,
  id: string,
  roles: readonly string[],
  permissions: Readonly<PermissionsBitField> | null | undefined,
): Asker {
  const isManager = permissions?.has(PermissionFlagsBits.ManageGuild) ?? false;
  return { key: people.of(id), isManager, isOwner: owners.has(id), roles };
}

function placeOf({ guild, guildId, channelId }: Pick<BaseInteraction, "guild" | "guildId" | "channelId">): Place {
  return {
    ...(guildId === null ? {} : { guild: guildId }),
    ...(channelId === null ? {} : { channel: channelId }),
    ...(guild === null ? {} : { nameOf: (channel) => guild.channels.cache.get(channel)?.name }),
  };
}
