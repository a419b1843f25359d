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

/** The selects of a message in order: their ids and the labels and values of what can be chosen. */
export function selectsOf(message: { readonly components?: readonly APIMessageTopLevelComponent[] }) {
  const rows = (message.components ?? []).flatMap((one) => (one.type === ComponentType.ActionRow ? [one] : []));
  return rows
    .flatMap(({ components }) => components)
    .flatMap((one) => (one.type === ComponentType.StringSelect ? [{ id: one.custom_id, options: one.options }] : []));
}

/** The pictures of a message: where each is, and what it shows in words. */
export function picturesOf(message: { readonly components?: readonly APIMessageTopLevelComponent[] }) {
  return (message.components ?? []).flatMap((one) =>
    one.type === ComponentType.MediaGallery
      ? one.items.map(({ media, description }) => ({ url: media.url, description }))
      : [],
  );
}
