import type { APISelectMenuOption } from "discord.js";
import type { SelectOption } from "../reply.js";
import { MAX_SELECT_OPTIONS, MAX_SELECT_TEXT, MAX_SELECT_VALUE } from "./limits.js";
import { cut } from "./text.js";

/** Things to choose from as a select takes them; what could not be chosen is left out, and no value stands twice. */
export function optionsOfSelect(options: readonly SelectOption[]): APISelectMenuOption[] {
  return options
    .map(({ label, description, value }) => ({
      label: cut(label, MAX_SELECT_TEXT),
      description: cut(description ?? "", MAX_SELECT_TEXT),
      value,
    }))
    .filter(
      ({ label, value }) => label !== "" && value !== "" && value.length <= MAX_SELECT_VALUE && value.isWellFormed(),
    )
    .filter(({ value }, i, all) => all.findIndex((other) => other.value === value) === i)
    .slice(0, MAX_SELECT_OPTIONS)
    .map(({ description, ...option }) => (description === "" ? option : { ...option, description }));
}
