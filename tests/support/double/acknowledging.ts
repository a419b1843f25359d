import { type APIMessage, InteractionResponseType, InteractionType, MessageFlags, MessageType } from "discord.js";
import { type Fields, fieldsOf, isFields, numberOf } from "./measure.js";
import { isLoading } from "./messages.js";
import type { InteractionRecord } from "./world.js";

const { ApplicationCommandAutocompleteResult, ChannelMessageWithSource, DeferredChannelMessageWithSource } =
  InteractionResponseType;
const { DeferredMessageUpdate, Modal, UpdateMessage } = InteractionResponseType;

/** A second acknowledgement, in words. */
export function doubled({ name, callback }: InteractionRecord): string {
  return `${name} was acknowledged a second time, after ${InteractionResponseType[callback?.type ?? 0]}`;
}

/** The types of answers that an interaction can be given. */
export function allowedTypes({ type, payload }: InteractionRecord): number[] {
  if (type === InteractionType.ApplicationCommandAutocomplete) return [ApplicationCommandAutocompleteResult];
  const replies = [ChannelMessageWithSource, DeferredChannelMessageWithSource];
  const updates = isFields(payload.message) ? [UpdateMessage, DeferredMessageUpdate] : [];
  return [...replies, ...updates, ...(type === InteractionType.ModalSubmit ? [] : [Modal])];
}

/** The type of the message that answers an interaction. */
export function messageTypeOf({ type, payload }: InteractionRecord): MessageType {
  if (type !== InteractionType.ApplicationCommand)
    return isFields(payload.message) ? MessageType.Reply : MessageType.Default;
  return fieldsOf(payload.data).type === 1 ? MessageType.ChatInputCommand : MessageType.ContextMenuCommand;
}

/** What that message says about the interaction. */
export function metadataOf({ id, type, user, payload }: InteractionRecord): APIMessage["interaction_metadata"] {
  const owners = fieldsOf(payload.authorizing_integration_owners);
  // Its type depends on the kind of interaction; clients read no more of it than this.
  return { id, type, user, authorizing_integration_owners: owners } as APIMessage["interaction_metadata"];
}

/** The body of a callback `with_response`. */
export function responseOf({ id, type, callback }: InteractionRecord, message: APIMessage | undefined): Fields {
  const about = message && {
    response_message_id: message.id,
    response_message_loading: isLoading(message),
    response_message_ephemeral: (numberOf(message.flags) & MessageFlags.Ephemeral) !== 0,
  };
  return { interaction: { id, type, ...about }, resource: { type: callback?.type, ...(message ? { message } : {}) } };
}
