import { InteractionResponseType } from "discord.js";
import {
  ApplicationCommandAutocompleteCallbackRequestSchema,
  ApplicationCommandCreateRequestSchema,
  ApplicationCommandPatchRequestPartialSchema,
  ApplicationCommandUpdateRequestSchema,
  CreateMessageInteractionCallbackRequestSchema,
  CreatePrivateChannelRequestSchema,
  IncomingWebhookRequestPartialSchema,
  IncomingWebhookUpdateRequestPartialSchema,
  MessageCreateRequestSchema,
  MessageEditRequestPartialSchema,
  ModalInteractionCallbackRequestSchema,
  UpdateMessageInteractionCallbackRequestSchema,
} from "discord-api-spec/zod";
import type { ZodMiniType } from "zod/mini";
import { fieldsOf, isFields, numberOf } from "./measure.js";
import { type BodyShape, FITS, listShape, shapeOf } from "./schema.js";

/** Messages of a channel. */
export const newMessage = shapeOf(MessageCreateRequestSchema);
export const changedMessage = shapeOf(MessageEditRequestPartialSchema);

/** Messages in answer to an interaction. */
export const followUpMessage = shapeOf(IncomingWebhookRequestPartialSchema);
export const changedReply = shapeOf(IncomingWebhookUpdateRequestPartialSchema);

/** The first answer to an interaction; what an unknown type is refused for is not the body's shape. */
export const callback: BodyShape = (body) => {
  const schema = CALLBACKS[numberOf(fieldsOf(body).type)];
  return schema ? shapeOf(schema)(body) : FITS;
};

/** Opening direct messages. */
export const directMessages = shapeOf(CreatePrivateChannelRequestSchema);

/** Commands: a new one, a changed one, and the list that overwrites all. */
export const newCommand = commandShape(ApplicationCommandCreateRequestSchema);
export const changedCommand = commandShape(ApplicationCommandPatchRequestPartialSchema);
export const commandList = listShape(commandShape(ApplicationCommandUpdateRequestSchema));

const CALLBACKS: Readonly<Record<number, ZodMiniType>> = {
  [InteractionResponseType.ChannelMessageWithSource]: CreateMessageInteractionCallbackRequestSchema,
  [InteractionResponseType.DeferredChannelMessageWithSource]: CreateMessageInteractionCallbackRequestSchema,
  [InteractionResponseType.DeferredMessageUpdate]: UpdateMessageInteractionCallbackRequestSchema,
  [InteractionResponseType.UpdateMessage]: UpdateMessageInteractionCallbackRequestSchema,
  [InteractionResponseType.ApplicationCommandAutocompleteResult]: ApplicationCommandAutocompleteCallbackRequestSchema,
  [InteractionResponseType.Modal]: ModalInteractionCallbackRequestSchema,
};

// The description wants permissions as a number, Discord and its documentation a string; and it lacks `nsfw`.
function commandShape(schema: ZodMiniType): BodyShape {
  const shape = shapeOf(schema, ["nsfw"]);
  return (command) => {
    if (!isFields(command)) return shape(command);
    const { default_member_permissions: permissions } = command;
    return shape(
      typeof permissions === "string" ? { ...command, default_member_permissions: Number(permissions) } : command,
    );
  };
}
