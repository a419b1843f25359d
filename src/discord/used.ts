import type { Interaction } from "discord.js";
import type { Used } from "../observer.js";
import { readCustomId } from "./custom-id.js";

/** What an interaction is a use of: `{ kind: "command", name: "ask" }`. */
export function usedBy(interaction: Interaction): Pick<Used, "kind" | "name"> {
  if (interaction.isAutocomplete()) return { kind: "completion", name: interaction.commandName };
  if (interaction.isModalSubmit()) return { kind: "form" };
  if (interaction.isMessageComponent()) return { kind: "control", name: readCustomId(interaction.customId)?.command };
  return { kind: interaction.isContextMenuCommand() ? "on-message" : "command", name: interaction.commandName };
}
