import {
  InteractionContextType,
  type MessageComponentInteraction,
  MessageFlags,
  type ModalMessageModalSubmitInteraction,
} from "discord.js";

/** Whether a message is an answer to whoever uses its control, or the form that one opened. */
export function isAsker({
  context,
  message,
  user,
}: MessageComponentInteraction | ModalMessageModalSubmitInteraction): boolean {
  const { interactionMetadata, mentions, flags } = message;
  if (context === InteractionContextType.BotDM || flags.has(MessageFlags.Ephemeral)) return true;
  return (interactionMetadata?.user ?? mentions.repliedUser)?.id === user.id;
}
