import type { Localised, Translated } from "./phrases.js";

/** An option of a command: a text, yes or no, a whole number, one of a few fixed choices, a role or a channel of the server. */
export type OptionDeclaration = TextOption | BooleanOption | WholeOption | ChoiceOption | RoleOption | ChannelOption;
export type OptionDeclarations = Readonly<Record<string, OptionDeclaration>>;

interface AnyOption {
  readonly description: Localised;
  /** Its names in other languages, `{ es: "pregunta" }`; the terminal takes them too. */
  readonly names?: Translated;
  /** Default false. */
  readonly required?: boolean;
}

/** A text; `completed` where the command offers completions while it is typed. */
export interface TextOption extends AnyOption {
  readonly kind: "text";
  readonly completed?: boolean;
  readonly maxLength?: number;
}

export interface BooleanOption extends AnyOption {
  readonly kind: "boolean";
}

export interface WholeOption extends AnyOption {
  readonly kind: "whole";
  readonly min?: number;
  readonly max?: number;
}

/** One of at most 25 choices, `[{ value: "person", label: { en: "a person", es: "una persona" } }]`. */
export interface ChoiceOption extends AnyOption {
  readonly kind: "choice";
  readonly choices: readonly { readonly value: string; readonly label: Localised }[];
}

/** A role of the server; the value is its id, `"1200000000000000001"`. */
export interface RoleOption extends AnyOption {
  readonly kind: "role";
}

/** A channel of the server that messages are written in; the value is its id. */
export interface ChannelOption extends AnyOption {
  readonly kind: "channel";
}

export type OptionValue = string | boolean | number;

type ValueOf<Option extends OptionDeclaration> = Option extends ChoiceOption
  ? Option["choices"][number]["value"]
  : Option extends BooleanOption
    ? boolean
    : Option extends WholeOption
      ? number
      : string;

/** The values of declared options: a required one is there, another one may be missing. */
export type OptionValues<Options extends OptionDeclarations> = {
  readonly [Name in keyof Options]: Options[Name] extends { readonly required: true }
    ? ValueOf<Options[Name]>
    : ValueOf<Options[Name]> | undefined;
};
