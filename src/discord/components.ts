import { InteractionContextType, type MessageComponentInteraction, MessageFlags } from "discord.js";
import { commandNamed } from "../command.js";
import { controls } from "../control-phrases.js";
import { phrases } from "../phrases.js";
import type { Reply } from "../reply.js";
import { type Control, readCustomId } from "./custom-id.js";
import { type Age, replace, respond } from "./respond.js";
import { copyOf, withoutShare } from "./share.js";
import { contextOf, notice, type Tools } from "./tools.js";
import { useOfInteraction } from "./use.js";

/** Does what a button or a select of the bot's is for; an id that the bot would not make is refused in words. */
export async function useControl(
  tools: Tools,
  interaction: MessageComponentInteraction,
  preferred: string,
  age: Age,
): Promise<void> {
  const control = readCustomId(interaction.customId);
  const refuse = (line: string) => respond(tools, interaction, notice(preferred, line), { age, isPrivate: true });
  if (!control) return refuse(controls(preferred).noSuchAction);
  const own = tools.own.verbOf(control);
  if (own === "why") {
    const reasons = tools.own.reasons(control, interaction, preferred);
    return respond(tools, interaction, reasons, { age, isPrivate: true });
  }
  const isTheirs = isAsker(interaction) || (own === "delete" && control.args[0] === interaction.user.id);
  if (!isTheirs && (own || control.onlyForAsker)) return refuse(controls(preferred).notYours);
  if (own === "share") return share(tools, interaction, preferred);
  if (own === "delete") return remove(interaction);
  return act(tools, interaction, control, { preferred, age, isTheirs });
}

async function act(
  tools: Tools,
  interaction: MessageComponentInteraction,
  control: Control,
  { preferred, age, isTheirs }: { preferred: string; age: Age; isTheirs: boolean },
): Promise<void> {
  const context = contextOf(tools, useOfInteraction(tools, interaction, preferred));
  const { command, verb, args, version } = control;
  const values = interaction.isAnySelectMenu() ? interaction.values : [];
  const isChanged = version !== tools.knowledge.version;
  const gone: Reply = {
    ...notice(preferred, isChanged ? phrases(preferred).noSuchEntry : controls(preferred).noSuchAction),
    beside: true,
  };
  const made = commandNamed(context.commands, command)?.act?.({ verb, args, values }, context);
  const shown = (reply: Reply | undefined): Reply => {
    if (!reply) return gone;
    context.shown(reply);
    return reply;
  };
  const making = made instanceof Promise ? made.then(shown) : shown(made);
  const leadOf = (reply: Reply) => (isChanged && reply !== gone ? controls(preferred).changed : undefined);
  await (isTheirs
    ? replace(tools, interaction, making, { age, leadOf })
    : respond(tools, interaction, making, { age, isPrivate: true, leadOf }));
}

/** Posts a public copy of a private message, once, and takes the button away that did it. */
async function share(
  { own, shared }: Tools,
  interaction: MessageComponentInteraction,
  preferred: string,
): Promise<void> {
  const { message, user } = interaction;
  const copy = copyOf(message, user.displayName, preferred, own.delete(preferred, user.id));
  await interaction.update({
    flags: MessageFlags.IsComponentsV2,
    components: withoutShare(message),
    allowedMentions: copy.allowedMentions,
  });
  if (shared.isNew(message.id)) await interaction.followUp(copy);
}

async function remove(interaction: MessageComponentInteraction): Promise<void> {
  await interaction.deferUpdate();
  await interaction.deleteReply();
}

/** Whether the message is an answer to whoever uses its control. */
function isAsker({ context, message, user }: MessageComponentInteraction): boolean {
  const { interactionMetadata, mentions, flags } = message;
  if (context === InteractionContextType.BotDM || flags.has(MessageFlags.Ephemeral)) return true;
  return (interactionMetadata?.user ?? mentions.repliedUser)?.id === user.id;
}
