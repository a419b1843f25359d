import { maxLengthOf } from "../form-field.js";
import { formWords } from "../form-phrases.js";
import type { ChoiceField, FormField, FormReply } from "../reply.js";
import type { Paint } from "./paint.js";

/** What a line leads to: more to ask, or an end, with what was filled in or, where the form was left, without. */
export type Filled =
  | { readonly isOver: false; readonly text: string }
  | { readonly isOver: true; readonly fields: Readonly<Record<string, string>> | undefined };

const CANCEL = /^\/(cancel|cancelar)$/i;

/** A form that is asked line by line. */
export class Filling {
  private readonly fields: Record<string, string> = {};
  private at = 0;

  constructor(
    readonly form: FormReply,
    private readonly paint: Paint,
  ) {}

  /** The title, how to fill it in, and the first question. */
  opening(): string {
    const { title, language, lines = [] } = this.form;
    return [this.paint.strong(title), ...lines, this.paint.faint(formWords(language).oneByOne), this.question()].join(
      "\n",
    );
  }

  /** Takes a line as the answer to what was asked last. */
  take(line: string): Filled {
    const field = this.form.fields.at(this.at);
    if (!field || CANCEL.test(line.trim())) return { isOver: true, fields: undefined };
    const text = line.trim() === "" ? (field.value ?? "") : line.trim();
    const read = text === "" ? text : field.kind === "choice" ? chosen(field, text) : text;
    const problem = this.problemOf(field, read);
    if (problem !== undefined) return { isOver: false, text: [problem, this.question()].join("\n") };
    if (read) this.fields[field.id] = read;
    this.at += 1;
    if (this.at < this.form.fields.length) return { isOver: false, text: this.question() };
    return { isOver: true, fields: this.fields };
  }

  private problemOf(field: FormField, read: string | undefined): string | undefined {
    const { needed, tooLong, noChoice } = formWords(this.form.language);
    if (read === "") return field.required ? needed(field.label) : undefined;
    if (field.kind === "choice") return read === undefined ? noChoice(field.choices.length) : undefined;
    const most = maxLengthOf(field);
    return (read ?? "").length > most ? tooLong(most) : undefined;
  }

  private question(): string {
    const field = this.form.fields[this.at];
    const { optional, kept } = formWords(this.form.language);
    const value = field.kind === "choice" ? labelOf(field, field.value) : field.value;
    const empty = value ? kept(value) : field.required ? undefined : optional;
    return [
      `${this.paint.strong(field.label)}${empty === undefined ? "" : ` (${empty})`}:`,
      ...(field.description === undefined ? [] : [this.paint.faint(field.description)]),
      ...(field.kind === "choice" ? field.choices.map(({ label }, i) => `  ${i + 1}. ${label}`) : []),
    ].join("\n");
  }
}

function chosen({ choices }: ChoiceField, text: string): string | undefined {
  const wanted = text.toLowerCase();
  const named = choices.find(({ value, label }) => value.toLowerCase() === wanted || label.toLowerCase() === wanted);
  return (named ?? choices[Number(text) - 1])?.value;
}

function labelOf({ choices }: ChoiceField, value: string | undefined): string | undefined {
  return choices.find((choice) => choice.value === value)?.label;
}
