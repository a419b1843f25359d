import type { Asking, Result } from "./answer/answerer.js";
import type { Heard } from "./answer/conversation/understand.js";
import type { Why } from "./answer/why.js";
import type { Entry, Knowledge, Language } from "./knowledge/model.js";
import type { Speech } from "./phrases.js";
import type { Choice, Reply } from "./reply.js";

/** A text in every language that the bot speaks. */
export type Localised = Readonly<Record<Speech, string>>;

/** An option of a command: a text; `completed` where the command offers completions while it is typed. */
export interface OptionDeclaration {
  readonly description: Localised;
  readonly required: boolean;
  readonly completed?: boolean;
  readonly maxLength?: number;
}
export type OptionDeclarations = Readonly<Record<string, OptionDeclaration>>;

/** The values of declared options: a required one is a text, another one may be missing. */
export type OptionValues<Options extends OptionDeclarations> = {
  readonly [Name in keyof Options]: Options[Name] extends { required: true } ? string : string | undefined;
};

/** What a command may use; everything else is out of its reach. */
export interface Context {
  readonly knowledge: Knowledge;
  /** The language of the person's client, such as `"es"`. */
  readonly preferred: Language;
  readonly commands: readonly Command[];
  /** Why a question was answered as it was. */
  readonly why: (result: Result) => Why;
  /** Answers within the person's conversation. */
  readonly answer: (question: string, asking: Asking) => Heard;
  /** Answers a question that was picked from those offered. */
  readonly pick: (entry: Entry, language: Language) => Heard;
  /** Forgets the person's conversation here; false where there was none. */
  readonly forget: () => boolean;
  /** Remembers what the person was shown to pick from. */
  readonly shown: (reply: Reply) => void;
  /** Questions for what was typed so far, best first. */
  readonly suggest: (typed: string, preferred: Language, limit: number) => Choice[];
}

/** A choice offered while an option is typed. */
export interface Completion {
  readonly label: string;
  readonly value: string;
}

/** A command as the adapters see it, whatever its options. */
export interface Command {
  readonly name: string;
  readonly description: Localised;
  readonly options: OptionDeclarations;
  run(options: Readonly<Record<string, string | undefined>>, context: Context): Reply;
  /** Completions for an option, best first. */
  complete?(option: string, typed: string, context: Context): Completion[];
}

/** Declares a command; the types of the values that `run` gets follow from the declared options. */
export function command<const Options extends OptionDeclarations>(declaration: {
  name: string;
  description: Localised;
  options: Options;
  run: (options: OptionValues<Options>, context: Context) => Reply;
  complete?: (option: string, typed: string, context: Context) => Completion[];
}): Command {
  // Adapters hand in what the declaration asks for: required options are there, or they refuse before `run`.
  return { ...declaration, run: (options, context) => declaration.run(options as OptionValues<Options>, context) };
}
