import { type APIMessageTopLevelComponent, ComponentType } from "discord.js";

/** The texts of a message, one for each text display. */
export function textsOf(message: { readonly components?: readonly APIMessageTopLevelComponent[] }): string[] {
  return (message.components ?? []).flatMap((one) => (one.type === ComponentType.TextDisplay ? [one.content] : []));
}

/** The buttons of a message in order. */
export function buttonsOf(message: { readonly components?: readonly APIMessageTopLevelComponent[] }) {
  const rows = (message.components ?? []).flatMap((one) => (one.type === ComponentType.ActionRow ? [one] : []));
  return rows
    .flatMap(({ components }) => components)
    .flatMap((one) =>
      one.type === ComponentType.Button && "custom_id" in one ? [{ label: one.label ?? "", id: one.custom_id }] : [],
    );
}
