import {
  type APIMessage,
  ChannelType,
  MessageFlags,
  MessageReferenceType,
  MessageType,
  PermissionFlagsBits,
} from "discord.js";
import type { Answer, Call, Route } from "./answer.js";
import { NOTHING, ok, refuse, refuseBody, refuseShape, unknownThing } from "./answer.js";
import { changedMessage, directMessages, newMessage } from "./bodies.js";
import type { Gateway } from "./gateway.js";
import { type Fields, fieldsOf, numberOf, textOf } from "./measure.js";
import {
  addMessage,
  deleteMessage,
  draftMessage,
  editMessage,
  refuseEdit,
  refuseMessage,
  warningsOf,
} from "./messages.js";
import { buildChannel } from "./payloads.js";
import { refuseContent, refuseIn } from "./permissions.js";
import { directChannel } from "./places.js";
import type { Channel, StoredMessage, World } from "./world.js";

// "The past few minutes", says Discord.
const NONCE_WINDOW_MS = 5 * 60_000;

const FORBIDDEN: Readonly<Record<number, string>> = {
  50001: "Missing Access",
  50007: "Cannot send messages to this user",
  50008: "Cannot send messages in a non-text channel",
  50013: "Missing Permissions",
};

/** Channels, direct messages and the messages in them. */
export function messageRoutes(world: World, gateway: Gateway): Route[] {
  return [
    {
      method: "GET",
      pattern: "/channels/:channel",
      run: inChannel(({ channel }) => ok(buildChannel(channel)), [50001]),
    },
    {
      method: "POST",
      pattern: "/channels/:channel/typing",
      shape: undefined,
      run: inChannel(type, [50001, 50007, 50013], PermissionFlagsBits.SendMessages),
    },
    {
      method: "POST",
      pattern: "/channels/:channel/messages",
      shape: newMessage,
      run: inChannel(post, [50001, 50007, 50008, 50013], PermissionFlagsBits.SendMessages),
    },
    {
      method: "GET",
      pattern: "/channels/:channel/messages/:message",
      run: onMessage(({ stored }) => ok(stored.message)),
    },
    { method: "PATCH", pattern: "/channels/:channel/messages/:message", shape: changedMessage, run: onMessage(patch) },
    { method: "DELETE", pattern: "/channels/:channel/messages/:message", run: onMessage(remove) },
    { method: "POST", pattern: "/users/@me/channels", shape: directMessages, run: openDirect },
  ];

  /** Wraps what happens in a channel: it is refused for these reasons of `forbid`, and where a permission is missing. */
  function inChannel(run: (at: { call: Call; channel: Channel }) => Answer, codes: readonly number[], needed = 0n) {
    return (call: Call): Answer => {
      const channel = world.channels.get(call.param("channel"));
      if (!channel) return unknownThing(10003, "Channel");
      const code = world.forbidden.get(channel.id);
      if (code !== undefined && codes.includes(code)) return refuse(403, code, FORBIDDEN[code] ?? "Forbidden");
      if (!channel.known) return refuse(403, 50001, "Missing Access");
      return refuseIn(channel, needed) ?? run({ call, channel });
    };
  }

  function onMessage(run: (at: { call: Call; stored: StoredMessage; isOwn: boolean }) => Answer) {
    return inChannel(
      ({ call, channel }) => {
        const stored = world.messages.get(call.param("message"));
        const isHere = stored?.message.channel_id === channel.id;
        // What only one person sees is out of reach here, even for the bot.
        if (!stored || !isHere || isEphemeral(stored.message)) return unknownThing(10008, "Message");
        return run({ call, stored, isOwn: stored.message.author.id === world.bot.id });
      },
      [50001],
    );
  }

  function type({ channel }: { channel: Channel }): Answer {
    world.typing.push({ channelId: channel.id, at: world.now() });
    return NOTHING;
  }

  function post({ call, channel }: { call: Call; channel: Channel }): Answer {
    const body = fieldsOf(call.body);
    const refused =
      refuseContent(channel, body, call.files) ??
      refuseMessage(body, call.files) ??
      refuseReference(body) ??
      refuseShape(call);
    if (refused) return refused;
    const earlier = body.enforce_nonce === true ? sameNonce(channel, body) : undefined;
    if (earlier) return ok(earlier.message);
    const message = draftMessage(world, { channelId: channel.id, body, files: call.files, extra: replyOf(body) });
    const isHidden = isEphemeral(message);
    const stored = addMessage(world, gateway, { ...message, flags: numberOf(message.flags) & ~MessageFlags.Ephemeral });
    world.sentIds.push(stored.message.id);
    world.watch.changed();
    const hidden = isHidden ? ["flags: EPHEMERAL works only in answers to interactions, everybody sees this"] : [];
    return ok(stored.message, [...warningsOf(body, call.files), ...hidden]);
  }

  function sameNonce({ id }: Channel, { nonce }: Fields): StoredMessage | undefined {
    if (nonce === undefined || nonce === null) return undefined;
    return [...world.messages.values()].find(
      ({ message, sentAt }) =>
        message.channel_id === id &&
        message.author.id === world.bot.id &&
        String(message.nonce) === String(nonce) &&
        world.now() - sentAt <= NONCE_WINDOW_MS,
    );
  }

  function refuseReference(body: Fields): Answer | undefined {
    const reference = fieldsOf(body.message_reference);
    const isGone = reference.message_id !== undefined && !world.messages.has(textOf(reference.message_id));
    if (!isGone || reference.fail_if_not_exists === false) return undefined;
    return { ...refuseBody([{ path: "message_reference", problem: "Unknown message" }]), violations: [] };
  }

  function replyOf(body: Fields): Partial<APIMessage> {
    const original = world.messages.get(textOf(fieldsOf(body.message_reference).message_id))?.message;
    if (!original) return {};
    return {
      type: MessageType.Reply,
      message_reference: {
        type: MessageReferenceType.Default,
        channel_id: original.channel_id,
        message_id: original.id,
      },
      referenced_message: original,
      mentions: fieldsOf(body.allowed_mentions).replied_user === true ? [original.author] : [],
    };
  }

  function patch({ call, stored, isOwn }: { call: Call; stored: StoredMessage; isOwn: boolean }): Answer {
    if (!isOwn) return refuse(403, 50005, "Cannot edit a message authored by another user");
    const body = fieldsOf(call.body);
    const refused = refuseEdit(stored, body, call.files) ?? refuseShape(call);
    if (refused) return refused;
    editMessage(world, gateway, stored, { body, files: call.files });
    return ok(stored.message, warningsOf(body, call.files));
  }

  function remove({ stored, isOwn }: { stored: StoredMessage; isOwn: boolean }): Answer {
    if (!isOwn) return refuse(403, 50013, "Missing Permissions");
    deleteMessage(world, gateway, stored.message);
    return NOTHING;
  }

  function openDirect(call: Call): Answer {
    const refused = refuseShape(call);
    if (refused) return refused;
    const user = world.users.get(textOf(fieldsOf(call.body).recipient_id));
    if (!user || user.bot) return refuse(400, 50033, "Invalid Recipient(s)");
    const channel = directChannel(world, user);
    return ok({ ...buildChannel(channel), type: ChannelType.DM });
  }
}

function isEphemeral({ flags }: APIMessage): boolean {
  return (numberOf(flags) & MessageFlags.Ephemeral) !== 0;
}
