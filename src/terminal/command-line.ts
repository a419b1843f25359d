import { type Command, commandNamed, isTyped, type Listed, type MessageCommand } from "../command.js";

/** A command typed in a terminal: `"/sources id: xinhua-2016"` gives `{ name: "sources", options: { id: "xinhua-2016" } }`. */
export interface TypedCommand {
  /** As the command declares it, where there is such a command. */
  readonly name: string;
  /** By the declared names. */
  readonly options: Readonly<Record<string, string>>;
}

/** Reads a typed command, in any of the bot's languages; what stands before any `option:` belongs to the command's first option. */
export function parseCommandLine(line: string, commands: readonly Listed[]): TypedCommand {
  const [, typed = "", rest = ""] = /^\/(\S*)\s*([\s\S]*)$/.exec(line) ?? [];
  const command = commandNamed(commands, typed);
  const name = command?.name ?? typed;
  const [first] = Object.keys(command?.options ?? {});
  if (command === undefined || first === undefined) return { name, options: {} };
  const names = optionNames(command);
  const parts = rest.split(new RegExp(`(?:^|\\s)(${[...names.keys()].join("|")}):\\s*`));
  const options: Record<string, string> = {};
  if (parts[0].trim() !== "") options[first] = parts[0].trim();
  for (let i = 1; i < parts.length; i += 2) options[names.get(parts[i]) ?? parts[i]] = parts[i + 1].trim();
  return { name, options };
}

/** A command on a message, typed with the message's text: `"/answer this who is it?"`; undefined where the line is none. */
export function parseOnMessage(
  line: string,
  commands: readonly Listed[],
): { command: MessageCommand; text: string } | undefined {
  for (const command of commands) {
    if (isTyped(command)) continue;
    for (const name of [command.name, ...Object.values(command.names ?? {})]) {
      const start = line.slice(0, name.length + 1).toLowerCase();
      const rest = line.slice(name.length + 1);
      if (start === `/${name.toLowerCase()}` && /^(\s|$)/.test(rest)) return { command, text: rest.trim() };
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
