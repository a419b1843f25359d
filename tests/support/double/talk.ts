import { type APIMessage, type APIUser, GatewayDispatchEvents, MessageReferenceType, MessageType } from "discord.js";
import { messageEvent } from "./events.js";
import type { Gateway } from "./gateway.js";
import { addMessage, deleteMessage, draftMessage } from "./messages.js";
import { buildUser } from "./payloads.js";
import { channelOf, type Place } from "./places.js";
import type { StoredMessage, World } from "./world.js";

/** A message of a person's. */
interface Say extends Pick<Place, "user" | "guild" | "channel"> {
  readonly content: string;
  /** The message that it replies to, which pings that message's author unless `ping` is false. */
  readonly replyTo?: APIMessage;
  readonly ping?: boolean;
  /** People whom it mentions. */
  readonly mentions?: readonly APIUser[];
  /** Whether a webhook wrote it, under the person's name. */
  readonly byWebhook?: boolean;
}

/** What people do with messages. */
export interface Talk {
  directMessage(say: Omit<Say, "guild" | "channel">): APIMessage;
  mention(say: Say): APIMessage;
  guildMessage(say: Say): APIMessage;
  editMessage(edit: { readonly message: APIMessage; readonly content: string }): APIMessage;
  deleteMessage(message: Pick<APIMessage, "id">): void;
}

/** People who write where the bot of this world can read. */
export function createTalk(world: World, gateway: Gateway): Talk {
  return {
    directMessage: (said) => say({ ...said, dm: true }),
    mention: (said) => {
      const ping = `<@${world.bot.id}>`;
      const content = said.content.includes(ping) ? said.content : `${ping} ${said.content}`;
      return say({ ...said, content, mentions: [world.bot, ...(said.mentions ?? [])] });
    },
    guildMessage: say,
    editMessage: ({ message, content }) => {
      const stored = standing(message);
      stored.message = { ...stored.message, content, edited_timestamp: new Date(world.now()).toISOString() };
      gateway.dispatch(messageEvent(world, GatewayDispatchEvents.MessageUpdate, stored.message));
      return stored.message;
    },
    deleteMessage: (message) => deleteMessage(world, gateway, standing(message).message),
  };

  function standing({ id }: Pick<APIMessage, "id">): StoredMessage {
    const stored = world.messages.get(id);
    if (!stored) throw new Error(`The message ${id} does not stand any more`);
    return stored;
  }

  function say({
    content,
    user = buildUser(),
    replyTo,
    ping = true,
    mentions = [],
    byWebhook = false,
    ...place
  }: Say & Place): APIMessage {
    const channel = channelOf(world, { ...place, user });
    const mentioned = [...mentions, ...(replyTo && ping ? [replyTo.author] : [])];
    const message = draftMessage(world, {
      channelId: channel.id,
      body: { content },
      files: [],
      extra: {
        author: user,
        mentions: mentioned.filter(({ id }, index) => mentioned.findIndex((other) => other.id === id) === index),
        ...(byWebhook ? { webhook_id: user.id } : {}),
        ...(replyTo ? replyFields(replyTo) : {}),
      },
    });
    return addMessage(world, gateway, message).message;
  }
}

function replyFields(original: APIMessage): Partial<APIMessage> {
  const { id: message_id, channel_id } = original;
  return {
    type: MessageType.Reply,
    message_reference: { type: MessageReferenceType.Default, channel_id, message_id },
    referenced_message: original,
  };
}
