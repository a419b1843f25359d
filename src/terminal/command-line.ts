import { fold } from "../answer/text.js";
import {
  type Command,
  commandNamed,
  type Group,
  groupNamed,
  isOnMessage,
  type Listed,
  languageCalled,
  type MessageCommand,
} from "../command.js";
import type { Language } from "../knowledge/model.js";

/** A command typed in a terminal: `"/sources id: xinhua-2016"` gives `{ name: "sources", options: { id: "xinhua-2016" } }`. */
export interface TypedCommand {
  /** As the command or group declares it, where there is such a one. */
  readonly name: string;
  /** Which of a group's commands, as it declares it; undefined where none of them was named. */
  readonly part?: string;
  /** By the declared names. */
  readonly options: Readonly<Record<string, string>>;
  /** Whose name of the command was typed: `"es"` for `"/temas"`; undefined for the declared one. */
  readonly language?: Language;
}

/** Reads a typed command, in any of the bot's languages; what stands before any `option:` belongs to the command's first option. */
export function parseCommandLine(line: string, commands: readonly Listed[]): TypedCommand {
  const [name, rest] = firstWord(line.replace(/^\//, ""));
  const group = groupNamed(commands, name);
  if (!group) {
    const command = commandNamed(commands, name);
    const options = typedOptions(command, rest);
    return command ? { name: command.name, options, language: languageCalled(command, name) } : { name, options };
  }
  const [typedPart, partRest] = firstWord(rest);
  const part = commandNamed(commands, name, typedPart);
  const language = languageCalled(group, name) ?? (part && languageCalled(part, typedPart));
  return { name: group.name, ...(part ? { part: part.name } : {}), options: typedOptions(part, partRest), language };
}

/** A group's command under its whole name, `"digest subscribe"`. */
export function partOf({ name, names }: Group, part: Command): Command {
  const es = `${names?.es ?? name} ${part.names?.es ?? part.name}`;
  return { ...part, name: `${name} ${part.name}`, names: { es } };
}

function firstWord(text: string): [string, string] {
  const [, word = "", rest = ""] = /^(\S*)\s*([\s\S]*)$/.exec(text) ?? [];
  return [word, rest];
}

function typedOptions(command: Command | undefined, rest: string): Record<string, string> {
  const [first] = Object.keys(command?.options ?? {});
  if (command === undefined || first === undefined) return {};
  const names = optionNames(command);
  const parts = rest.split(new RegExp(`(?:^|\\s)(${[...names.keys()].join("|")}):\\s*`));
  const options: Record<string, string> = {};
  if (parts[0].trim() !== "") options[first] = parts[0].trim();
  for (let i = 1; i < parts.length; i += 2) options[names.get(parts[i]) ?? parts[i]] = parts[i + 1].trim();
  return options;
}

/** A command on a message, typed with the message's text: `"/answer this who is it?"`; undefined where the line is none. */
export function parseOnMessage(
  line: string,
  commands: readonly Listed[],
): { command: MessageCommand; text: string; language?: Language } | undefined {
  for (const command of commands.filter(isOnMessage)) {
    const names: [Language | undefined, string][] = [[undefined, command.name], ...Object.entries(command.names ?? {})];
    for (const [language, name] of names) {
      const start = line.slice(0, name.length + 1);
      const rest = line.slice(name.length + 1);
      if (fold(start) === fold(`/${name}`) && /^(\s|$)/.test(rest)) return { command, text: rest.trim(), language };
    }
  }
  return undefined;
}

/** Every name of every option, and the declared name that it stands for. */
function optionNames({ options }: Command): Map<string, string> {
  return new Map(
    Object.entries(options).flatMap(([name, { names }]) =>
      [name, ...Object.values(names ?? {})].map((one): [string, string] => [one, name]),
    ),
  );
}
