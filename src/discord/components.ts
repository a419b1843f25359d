import { type MessageComponentInteraction, MessageFlags } from "discord.js";
import { actOn } from "../act-on.js";
import { controls } from "../control-phrases.js";
import { formWords } from "../form-phrases.js";
import { phrases } from "../phrases.js";
import type { Reply, Told } from "../reply.js";
import { isAsker } from "./asker.js";
import { type Control, readCustomId } from "./custom-id.js";
import { type Age, ask, openingOf, replace, respond } from "./respond.js";
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
  const say = (reply: Reply) => respond(tools, interaction, reply, { age, isPrivate: true });
  const refuse = (line: string) => say(notice(preferred, line));
  if (!control) return refuse(controls(preferred).noSuchAction);
  if (tools.forms.verbOf(control) === "open") {
    const form = tools.forms.find(control, openingOf(tools.people, interaction));
    if (!form) return refuse(formWords(preferred).gone);
    await ask(tools, interaction, form);
    return;
  }
  const own = tools.own.verbOf(control);
  if (own === "why") return say(tools.own.reasons(control, interaction, preferred, tools.current().version));
  const isTheirs = isAsker(interaction) || (own === "delete" && control.args[0] === interaction.user.id);
  if (!isTheirs && (own || control.onlyForAsker)) return refuse(controls(preferred).notYours);
  if (own === "share") return share(tools, interaction, control, preferred);
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
  const isChanged = version !== context.knowledge.version;
  const gone: Reply = {
    ...notice(preferred, isChanged ? phrases(preferred).noSuchEntry : controls(preferred).noSuchAction),
    beside: true,
  };
  const made = actOn(command, { verb, args, values }, context);
  const orGone = (reply: Reply | undefined): Reply => reply ?? gone;
  const making = made instanceof Promise ? made.then(orGone) : orGone(made);
  const leadOf = (reply: Told) => (isChanged && reply.kind !== "notice" ? controls(preferred).changed : undefined);
  await (isTheirs
    ? replace(tools, interaction, making, { age, leadOf, context })
    : respond(tools, interaction, making, { age, isPrivate: true, leadOf, context }));
}

/** Posts a public copy of a private message, once, and takes the button away that did it. */
async function share(
  { own, shared }: Tools,
  interaction: MessageComponentInteraction,
  { version }: Control,
  preferred: string,
): Promise<void> {
  const { message, user } = interaction;
  const copy = copyOf(message, user.displayName, preferred, own.delete(preferred, user.id, version));
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
