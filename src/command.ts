import type { Admin } from "./admin.js";
import type { Asking, Result } from "./answer/answerer.js";
import type { Heard } from "./answer/conversation/understand.js";
import { fold } from "./answer/text.js";
import type { Why } from "./answer/why.js";
import type { ExportPort } from "./exporter.js";
import type { Entry, Knowledge, Language } from "./knowledge/model.js";
import type { OptionDeclarations, OptionValue, OptionValues } from "./option.js";
import type { Localised, Translated } from "./phrases.js";
import type { Choice, Picture, Reply } from "./reply.js";
import type { State } from "./state.js";
import type { DatedText } from "./timeline/facts.js";

/** What a command may use; everything else is out of its reach. */
export interface Context {
  readonly knowledge: Knowledge;
  /** The language of the person's client, such as `"es"`, unless the server or the person has chosen another. */
  readonly preferred: Language;
  readonly commands: readonly Listed[];
  readonly asker: Asker;
  readonly place: Place;
  /** What lasts; undefined where nothing is kept, as in a terminal. */
  readonly state?: State;
  /** The time in milliseconds since 1970. */
  readonly now: () => number;
  /** What stands in for chance: the same for the same use of a command, another for the next; such as `"1300000000000000001"`. */
  readonly seed: string;
  /** Why a question was answered as it was. */
  readonly why: (result: Result) => Why;
  /** Answers within the person's conversation. */
  readonly answer: (question: string, asking: Asking) => Heard;
  /** Answers a question that was picked from those offered. */
  readonly pick: (entry: Entry, language: Language) => Heard;
  /** Forgets what is in memory of the person, wherever it was said; false where there was no conversation. */
  readonly forget: () => boolean;
  /** Remembers what the person was shown to pick from. */
  readonly shown: (reply: Reply) => void;
  /** The timeline of a few facts as a picture; undefined where it cannot be drawn now. */
  readonly draw: (facts: readonly DatedText[], about: Drawable) => Promise<Omit<Picture, "fileName"> | undefined>;
  /** The entry that has a wording already. */
  readonly written: (wording: string, language: Language) => Entry | undefined;
  /** Writes drafts into the knowledge's files; undefined where nothing is kept. */
  readonly exporter?: ExportPort;
  /** Questions for what was typed so far, best first. */
  readonly suggest: (typed: string, preferred: Language, limit: number) => Choice[];
  /** What the bot's owners may do; undefined where the bot cannot be changed while it runs. */
  readonly admin?: Admin;
}

/** Who uses a command. */
export interface Asker {
  /** Tells the person from all others without saying who they are: a keyed hash of their id, such as `"mXf0…"`. */
  readonly key: string;
  /** They may change how the bot behaves in this server. */
  readonly isManager: boolean;
  /** The bot is theirs, or their team's. */
  readonly isOwner: boolean;
  /** The ids of their roles in this server. */
  readonly roles: readonly string[];
}

/** Where a command is used: in a server, or without one in a direct message, a private channel or a terminal. */
export interface Place {
  /** The server's id. */
  readonly guild?: string;
  readonly channel?: string;
  /** The language of the server, such as `"es-ES"`. */
  readonly locale?: string;
  /** The name of a channel of the server, such as `"general"`; undefined where it is not known. */
  readonly nameOf?: (channel: string) => string | undefined;
}

/** What stands above a picture, and the language of its own words. */
export interface Drawable {
  readonly title: string;
  readonly language: Language;
}

/** A choice offered while an option is typed. */
export interface Completion {
  readonly label: string;
  readonly value: string;
}

/**
 * What somebody did with a reply: `{ verb: "topic", args: ["talks-2016"], values: [] }`. Everything in it is a stranger's text:
 * look it up, never trust it.
 */
export interface Action {
  readonly verb: string;
  readonly args: readonly string[];
  /** What was chosen from a select; empty for a button. */
  readonly values: readonly string[];
  /** What was filled into a form, by its fields' ids, `{ reason: "It is wrong" }`; left empty is left out. Undefined for all else. */
  readonly fields?: Readonly<Partial<Record<string, string>>>;
}

/** For whom a command is: for everybody, for those who may manage the server, for those whose the bot is. */
export type Audience = "everyone" | "managers" | "owners";

/** Where a command can be used. */
export type Where = "anywhere" | "servers";

/** A command that is typed with its options, as the adapters see it. */
export interface Command {
  /** Lower case, such as `"ask"`. */
  readonly name: string;
  /** Its names in other languages, `{ es: "preguntar" }`; the terminal takes them too, also without accents, and answers in theirs. */
  readonly names?: Translated;
  readonly description: Localised;
  readonly options: OptionDeclarations;
  /** Whoever else uses it is refused, also the buttons and forms of its replies. Default everyone. */
  readonly audience?: Audience;
  /** Default anywhere. */
  readonly where?: Where;
  run(options: Readonly<Record<string, OptionValue | undefined>>, context: Context): Reply | Promise<Reply>;
  /** Completions for an option, best first. */
  complete?(option: string, typed: string, context: Context): Completion[] | Promise<Completion[]>;
  /** What an action leads to that one of the command's replies offered; undefined where there is no such action. */
  act?(action: Action, context: Context): Reply | undefined | Promise<Reply | undefined>;
}

/** A command that somebody uses on another one's message: `run` gets that message's text. */
export interface MessageCommand {
  readonly on: "message";
  /** As people read it, such as `"Answer this"`. */
  readonly name: string;
  readonly names?: Translated;
  readonly description: Localised;
  run(text: string, context: Context): Reply | Promise<Reply>;
}

/** Commands under one name, typed as `/digest subscribe`, as the adapters see it: each part has the group's audience and place too. */
export interface Group {
  readonly name: string;
  readonly names?: Translated;
  readonly description: Localised;
  readonly audience?: Audience;
  readonly where?: Where;
  /** At most 25. */
  readonly parts: readonly Command[];
  /** What an action leads to that was addressed to the group's name. */
  act(action: Action, context: Context): ReturnType<NonNullable<Command["act"]>>;
}

/** What stands in the list of commands. */
export type Listed = Command | Group | MessageCommand;

/**
 * Declares a command; the types of the values that `run` gets follow from the declared options, and from `act` on everything is
 * plain data:
 *
 * ```ts
 * export const dice = command({
 *   name: "dice",
 *   names: { es: "dado" },
 *   description: { en: "Throw a dice", es: "Lanza un dado" },
 *   options: { sides: { kind: "whole", description: { en: "How many sides", es: "Cuántas caras" }, min: 2, max: 100 } },
 *   run: ({ sides = 6 }, context) => thrown(sides, context),
 *   act: ({ verb, args }, context) => (verb === "again" ? thrown(Number(args[0]) || 6, context) : undefined),
 * });
 * ```
 */
export function command<const Options extends OptionDeclarations>(declaration: {
  name: string;
  names?: Translated;
  description: Localised;
  options: Options;
  audience?: Audience;
  where?: Where;
  run: (options: OptionValues<Options>, context: Context) => Reply | Promise<Reply>;
  complete?: Command["complete"];
  act?: Command["act"];
}): Command {
  // Adapters hand in what the declaration asks for: required options are there and of their kind, or they refuse before `run`.
  return { ...declaration, run: (options, context) => declaration.run(options as OptionValues<Options>, context) };
}

/** Whether a listed command is typed with its options, and has no parts. */
export function isTyped(listed: Listed): listed is Command {
  return !isOnMessage(listed) && !isGroup(listed);
}

/** Whether a listed command is a group of others. */
export function isGroup(listed: Listed): listed is Group {
  return "parts" in listed;
}

/** Whether a listed command is used on a message. */
export function isOnMessage(listed: Listed): listed is MessageCommand {
  return "on" in listed;
}

/** The typed command of a name, or of one of its names in other languages; of a group, its part of a name. */
export function commandNamed(commands: readonly Listed[], name: string, part?: string): Command | undefined {
  if (part === undefined) return named(commands.filter(isTyped), name);
  const group = groupNamed(commands, name);
  return group && named(group.parts, part);
}

/** The group of a name, or of one of its names in other languages. */
export function groupNamed(commands: readonly Listed[], name: string): Group | undefined {
  return named(commands.filter(isGroup), name);
}

/** The command on messages of a name. */
export function commandOnMessage(commands: readonly Listed[], name: string): MessageCommand | undefined {
  return commands.filter(isOnMessage).find((one) => one.name === name);
}

/** The language in which a command is called by a name: `"es"` for `"cronologia"`; undefined for its own name. */
export function languageCalled({ name, names }: Pick<Command, "name" | "names">, typed: string): Language | undefined {
  const wanted = typed.toLowerCase();
  const others = Object.entries(names ?? {});
  if (wanted === name) return undefined;
  const exact = others.find(([, other]) => other === wanted);
  if (exact || fold(wanted) === fold(name)) return exact?.[0];
  return others.find(([, other]) => fold(other) === fold(wanted))?.[0];
}

/** By its name or another language's, without regard to capitals and, where no name is so exactly, to accents. */
function named<One extends Pick<Command, "name" | "names">>(all: readonly One[], name: string): One | undefined {
  const wanted = name.toLowerCase();
  const others = ({ names }: One) => Object.values(names ?? {});
  return (
    all.find((one) => one.name === wanted) ??
    all.find((one) => others(one).includes(wanted)) ??
    all.find((one) => [one.name, ...others(one)].some((other) => fold(other) === fold(wanted)))
  );
}
