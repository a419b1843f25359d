import type { ModalMessageModalSubmitInteraction, ModalSubmitInteraction } from "discord.js";
import { actOn } from "../act-on.js";
import { controls } from "../control-phrases.js";
import { formWords } from "../form-phrases.js";
import type { FormReply, Reply } from "../reply.js";
import { StoreTrouble } from "../store-trouble.js";
import { isAsker } from "./asker.js";
import { readCustomId } from "./custom-id.js";
import { fieldsOf, filledIn } from "./modal.js";
import { type Age, openingOf, replace, respond } from "./respond.js";
import { beginning } from "./text.js";
import { notice, type Tools } from "./tools.js";
import { storeTroubleWords } from "./trouble.js";
import { useOfInteraction } from "./use.js";

/** So much of each text is given back where its form is gone. */
const MAX_GIVEN_BACK = 1000;

/** Does what a form that somebody sent is for; what the form did not ask for is dropped, a form that is not theirs refused in words. */
export async function submitForm(
  tools: Tools,
  interaction: ModalSubmitInteraction,
  preferred: string,
  age: Age,
): Promise<void> {
  const control = readCustomId(interaction.customId);
  const opening = openingOf(tools.people, interaction);
  const form = control && tools.forms.verbOf(control) === "form" ? tools.forms.find(control, opening) : undefined;
  if (!form) return respond(tools, interaction, gone(interaction, preferred), { age, isPrivate: true });
  const fields = filledIn(form, (id) => givenFor(interaction, id));
  const missing = fieldsOf(form).find(({ id, required }) => required && fields[id] === undefined);
  if (missing) {
    const again = tools.forms.later(filled(form, fields), opening, [formWords(form.language).needed(missing.label)]);
    return respond(tools, interaction, again, { age, isPrivate: true });
  }
  const context = tools.contextFor(useOfInteraction(tools, interaction, preferred));
  const { command, verb, args } = form.submit;
  const orGone = (reply: Reply | undefined): Reply =>
    reply ?? { ...notice(preferred, controls(preferred).noSuchAction), beside: true };
  const made = actOn(command, { verb, args, values: [], fields }, context);
  const orAgain = (error: unknown): Reply => {
    if (!(error instanceof StoreTrouble)) throw error;
    const words = storeTroubleWords(tools, error, { cause: interaction, language: preferred });
    return tools.forms.later(filled(form, fields), opening, [words]);
  };
  const making = made instanceof Promise ? made.then(orGone).catch(orAgain) : orGone(made);
  await (isUnderTheirs(interaction)
    ? replace(tools, interaction, making, { age, context })
    : respond(tools, interaction, making, { age, isPrivate: interaction.isFromMessage(), context }));
}

/** Words that a form is gone, and what was filled in: nobody has to type it again. */
function gone({ fields }: ModalSubmitInteraction, preferred: string): Reply {
  const given = [...fields.fields.values()].flatMap((field) =>
    "value" in field && typeof field.value === "string" ? [field.value] : [],
  );
  const lines = [formWords(preferred).gone, ...given.map((one) => beginning(one, MAX_GIVEN_BACK))];
  return { kind: "notice", language: preferred, lines, choices: [], onlyForAsker: true, beside: true };
}

/** What came for a field: a text, or the first thing chosen. */
function givenFor({ fields }: ModalSubmitInteraction, id: string): string | undefined {
  const field = fields.fields.get(id);
  const value: unknown = field && ("value" in field ? field.value : field.values[0]);
  return typeof value === "string" ? value : undefined;
}

/** A form with what was filled in; a text that was emptied stays empty. */
function filled(form: FormReply, values: Readonly<Record<string, string>>): FormReply {
  const fields = form.fields.map((field) =>
    field.kind === "choice"
      ? { ...field, value: values[field.id] ?? field.value }
      : { ...field, value: values[field.id] },
  );
  return { ...form, fields };
}

/** Whether a form was opened under an answer to whoever filled it in, which what comes of it may replace. */
function isUnderTheirs(interaction: ModalSubmitInteraction): interaction is ModalMessageModalSubmitInteraction {
  return interaction.isFromMessage() && isAsker(interaction);
}
