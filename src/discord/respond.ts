import {
  type BaseInteraction,
  type ChatInputCommandInteraction,
  type MessageComponentInteraction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type ModalMessageModalSubmitInteraction,
  type ModalSubmitInteraction,
  type RepliableInteraction,
} from "discord.js";
import type { Context } from "../command.js";
import { answeredBy } from "../observer.js";
import type { FormReply, Reply, Told } from "../reply.js";
import type { Opening } from "./forms.js";
import { inTime } from "./in-time.js";
import { type Message, toMessage } from "./message.js";
import { toModal } from "./modal.js";
import type { Tools } from "./tools.js";

type CommandInteraction = ChatInputCommandInteraction | MessageContextMenuCommandInteraction;
type AnyInteraction = CommandInteraction | MessageComponentInteraction | ModalSubmitInteraction;

const PRIVATE = MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral;

/** How old an interaction was when it arrived, in milliseconds, 0 or more. */
export type Age = number;

/** What is known of a reply while it is being made. */
interface Making {
  readonly age: Age;
  /** What the command had; the bot's own words have none. */
  readonly context?: Context;
  /** What stands above the reply. */
  readonly leadOf?: (reply: Told) => string | undefined;
}

/** Replies with what is being made; where that takes long, "thinking" is shown first, as private as the reply is expected to be. */
export async function respond(
  tools: Tools,
  interaction: AnyInteraction,
  making: Reply | Promise<Reply>,
  { age, isPrivate, leadOf, context }: Making & { readonly isPrivate: boolean },
): Promise<void> {
  const flags = isPrivate ? { flags: MessageFlags.Ephemeral as const } : {};
  const { value, isLate } = await inTime(making, Math.max(0, tools.manners.deferAfterMs - age), () =>
    interaction.deferReply(flags),
  );
  context?.shown(value);
  const reply = value.kind === "form" ? await ask(tools, interaction, value, { isLate, context }) : value;
  if (!reply) return;
  const hides = isPrivate || reply.onlyForAsker === true;
  const message = messageFor(tools, interaction, reply, { isPrivate: hides, lead: leadOf?.(reply), context });
  if (!isLate) await interaction.reply(hides ? { ...message, flags: PRIVATE } : message);
  else if (hides === isPrivate) await interaction.editReply(message);
  else {
    // Everybody saw "thinking", but the reply is for one person.
    await interaction.deleteReply();
    await interaction.followUp({ ...message, flags: PRIVATE });
  }
}

/** Puts what is being made in the place of the message that the control stands under. */
export async function replace(
  tools: Tools,
  interaction: MessageComponentInteraction | ModalMessageModalSubmitInteraction,
  making: Reply | Promise<Reply>,
  { age, leadOf, context }: Making,
): Promise<void> {
  const { value, isLate } = await inTime(making, Math.max(0, tools.manners.deferAfterMs - age), () =>
    interaction.deferUpdate(),
  );
  context?.shown(value);
  const reply = value.kind === "form" ? await ask(tools, interaction, value, { isLate, context }) : value;
  if (!reply) return;
  const isPrivate = interaction.message.flags.has(MessageFlags.Ephemeral);
  const beside = reply.beside === true || (reply.onlyForAsker === true && !isPrivate);
  const message = messageFor(tools, interaction, reply, {
    isPrivate: isPrivate || beside,
    lead: leadOf?.(reply),
    context,
  });
  // An edit keeps old files unless it lists none.
  const edit = { ...message, attachments: [] };
  if (beside)
    await (isLate
      ? interaction.followUp({ ...message, flags: PRIVATE })
      : interaction.reply({ ...message, flags: PRIVATE }));
  else await (isLate ? interaction.editReply(edit) : interaction.update(edit));
}

/** Asks whoever used an interaction to fill in a form; where it was answered before or is a form itself, gives what offers to. */
export async function ask(
  { forms, people, current }: Tools,
  interaction: AnyInteraction,
  form: FormReply,
  { isLate = false, context }: { isLate?: boolean; context?: Context } = {},
): Promise<Told | undefined> {
  const { version } = context?.knowledge ?? current();
  const opening = openingOf(people, interaction);
  if (isLate || interaction.isModalSubmit()) return forms.later(form, opening, form.lines);
  await interaction.showModal(toModal(form, forms.show(form, opening, version)));
  return undefined;
}

/** Whom an interaction asks, for the forms. */
export function openingOf(people: Tools["people"], { id, user, createdTimestamp }: BaseInteraction): Opening {
  return { id, who: people.of(user.id), at: createdTimestamp };
}

/** Says something of the bot's own to whoever used it, whatever was said to the interaction before. */
export async function tell({ current }: Tools, interaction: RepliableInteraction, reply: Told): Promise<void> {
  const message = { ...toMessage(reply, current()), flags: PRIVATE } as const;
  await (interaction.deferred || interaction.replied ? interaction.followUp(message) : interaction.reply(message));
}

/** A reply as the interaction's person is to see it, with the adapter's own buttons. */
function messageFor(
  { current, own, observer, people }: Tools,
  interaction: AnyInteraction,
  reply: Told,
  { isPrivate, lead, context }: { isPrivate: boolean; lead: string | undefined; context: Context | undefined },
): Message {
  const outcome = answeredBy(reply);
  if (outcome) observer.answered(outcome);
  // Meanwhile another knowledge may have become the current one.
  const { version } = context?.knowledge ?? current();
  const { id: asker } = interaction.user;
  const buttons = own.under(reply, { asked: interaction, asker, who: people.of(asker), isPrivate, version });
  return toMessage(reply, { version, lead, buttons });
}
