import {
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  type APIStringSelectComponent,
  type APITextInputComponent,
  ComponentType,
  TextInputStyle,
} from "discord.js";
import { maxLengthOf } from "../form-field.js";
import type { ChoiceField, FormField, FormReply, WordsField } from "../reply.js";
import { MAX_CUSTOM_ID, MAX_FIELD_DESCRIPTION, MAX_FIELD_LABEL, MAX_MODAL_FIELDS, MAX_MODAL_TITLE } from "./limits.js";
import { optionsOfSelect } from "./options-of-select.js";
import { beginning, cut } from "./text.js";

/** A form as Discord shows it, within its limits. */
export function toModal(form: FormReply, id: string): APIModalInteractionResponseCallbackData {
  const title = cut(form.title, MAX_MODAL_TITLE) || "…";
  const labels = fieldsOf(form).map(labelOf);
  return {
    custom_id: id,
    title,
    // Discord shows no empty form.
    components: labels.length > 0 ? labels : [{ type: ComponentType.TextDisplay, content: title }],
  };
}

/** The fields that a form is shown with. */
export function fieldsOf({ fields }: FormReply): FormField[] {
  return fields
    .filter(({ id }) => id !== "" && id.length <= MAX_CUSTOM_ID && id.isWellFormed())
    .filter(({ id }, i, all) => all.findIndex((other) => other.id === id) === i)
    .filter((field) => field.kind !== "choice" || optionsOfSelect(field.choices).length > 0)
    .slice(0, MAX_MODAL_FIELDS);
}

/** What somebody filled in, as the form asked for it: `value` gives what came for a field's id, whatever it is. */
export function filledIn(form: FormReply, value: (id: string) => string | undefined): Record<string, string> {
  return Object.fromEntries(
    fieldsOf(form).flatMap((field): [string, string][] => {
      const given = value(field.id) ?? "";
      const kept = field.kind === "choice" ? chosen(field, given) : beginning(given, maxLengthOf(field));
      return kept.trim() === "" ? [] : [[field.id, kept]];
    }),
  );
}

function labelOf(field: FormField): APILabelComponent {
  const description = cut(field.description ?? "", MAX_FIELD_DESCRIPTION);
  return {
    type: ComponentType.Label,
    label: cut(field.label, MAX_FIELD_LABEL) || "…",
    ...(description === "" ? {} : { description }),
    component: field.kind === "choice" ? selectOf(field) : inputOf(field),
  };
}

function inputOf(field: WordsField): APITextInputComponent {
  const most = maxLengthOf(field);
  const value = beginning(field.value ?? "", most);
  return {
    type: ComponentType.TextInput,
    custom_id: field.id,
    style: field.kind === "text" ? TextInputStyle.Short : TextInputStyle.Paragraph,
    required: field.required ?? false,
    max_length: most,
    ...(value === "" ? {} : { value }),
  };
}

function selectOf({ id, choices, value, required = false }: ChoiceField): APIStringSelectComponent {
  return {
    type: ComponentType.StringSelect,
    custom_id: id,
    required,
    min_values: required ? 1 : 0,
    options: optionsOfSelect(choices).map((option) => (option.value === value ? { ...option, default: true } : option)),
  };
}

function chosen({ choices }: ChoiceField, given: string): string {
  return optionsOfSelect(choices).find(({ value }) => value === given)?.value ?? "";
}
