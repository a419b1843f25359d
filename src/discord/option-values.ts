import type { ChatInputCommandInteraction } from "discord.js";
import type { Command } from "../command.js";
import type { OptionDeclaration, OptionValue } from "../option.js";

/** The values of a slash command's options, as the command declares them. */
export function optionValues(
  { options: declared }: Command,
  { options }: ChatInputCommandInteraction,
): Record<string, OptionValue | undefined> {
  return Object.fromEntries(Object.entries(declared).map(([name, option]) => [name, readValue(name, option, options)]));
}

function readValue(
  name: string,
  option: OptionDeclaration,
  options: ChatInputCommandInteraction["options"],
): OptionValue | undefined {
  switch (option.kind) {
    case "text":
      return options.getString(name) ?? undefined;
    case "choice": {
      const value = options.getString(name);
      return option.choices.some((choice) => choice.value === value) ? (value ?? undefined) : undefined;
    }
    case "boolean":
      return options.getBoolean(name) ?? undefined;
    case "whole":
      return options.getInteger(name) ?? undefined;
    case "role":
      return options.getRole(name)?.id;
    case "channel":
      return options.getChannel(name)?.id;
  }
}
