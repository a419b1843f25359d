import type { Command } from "../command.js";

/** A command typed in a terminal: `"/sources id: xinhua-2016"` gives `{ name: "sources", options: { id: "xinhua-2016" } }`. */
export interface TypedCommand {
  readonly name: string;
  readonly options: Readonly<Record<string, string>>;
}

/** Reads a typed command; what stands before any `option:` belongs to the command's first option. */
export function parseCommandLine(line: string, commands: readonly Command[]): TypedCommand {
  const [, name = "", rest = ""] = /^\/(\S*)\s*([\s\S]*)$/.exec(line) ?? [];
  const declared = Object.keys(commands.find((command) => command.name === name)?.options ?? {});
  if (declared.length === 0) return { name, options: {} };
  const parts = rest.split(new RegExp(`(?:^|\\s)(${declared.join("|")}):\\s*`));
  const options: Record<string, string> = {};
  if (parts[0].trim() !== "") options[declared[0]] = parts[0].trim();
  for (let i = 1; i < parts.length; i += 2) options[parts[i]] = parts[i + 1].trim();
  return { name, options };
}
