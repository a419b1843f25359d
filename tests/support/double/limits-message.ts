import { ComponentType, MessageFlags } from "discord.js";
import { checkComponents, checkInForm, checkInMessage, checkTopLevel, everyComponent } from "./limits-component.js";
import {
  checkCount,
  checkText,
  type Fields,
  fieldsOf,
  isFields,
  listOf,
  numberOf,
  type Problem,
  textOf,
} from "./measure.js";

// https://docs.discord.com/developers/resources/message#create-message
const CONTENT = 2000;
const NONCE = 25;
const ROWS = 5;
// https://docs.discord.com/developers/components/reference#component-object
const COMPONENTS = 40;
const ALL_TEXT_DISPLAYS = 4000;
// https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object-modal
const MODAL_TITLE = 45;
const MODAL_COMPONENTS = 5;

const IN_MESSAGE: readonly number[] = [ComponentType.ActionRow];
const IN_V2_MESSAGE: readonly number[] = [
  ComponentType.ActionRow,
  ComponentType.Section,
  ComponentType.TextDisplay,
  ComponentType.MediaGallery,
  ComponentType.File,
  ComponentType.Separator,
  ComponentType.Container,
];
const IN_MODAL: readonly number[] = [ComponentType.ActionRow, ComponentType.TextDisplay, ComponentType.Label];

/** Content and nonce. */
export function checkTexts({ content, nonce }: Fields): Problem[] {
  return [
    ...checkText(content, "content", { max: CONTENT }),
    ...checkText(typeof nonce === "number" ? String(nonce) : nonce, "nonce", { max: NONCE }),
  ];
}

/** A message's components, by the rules of Components V2 where its flag is set. */
export function checkMessageComponents({ components, flags }: Fields): Problem[] {
  const isV2 = hasV2(flags);
  const all = everyComponent(components);
  const displayed = all
    .filter(({ component }) => component.type === ComponentType.TextDisplay)
    .reduce((sum, { component }) => sum + textOf(component.content).length, 0);
  return [
    ...checkCount(components, "components", { max: isV2 ? COMPONENTS : ROWS }),
    ...checkTopLevel(components, isV2 ? IN_V2_MESSAGE : IN_MESSAGE, isV2 ? "in a message" : "without Components V2"),
    ...checkComponents(components),
    ...checkInMessage(components),
    ...(all.length > COMPONENTS
      ? [{ path: "components", problem: `at most ${COMPONENTS} in all, are ${all.length}` }]
      : []),
    ...(displayed > ALL_TEXT_DISPLAYS
      ? [{ path: "components", problem: `texts together at most ${ALL_TEXT_DISPLAYS} long, are ${displayed}` }]
      : []),
  ];
}

/** Components V2 excludes content, embeds, polls and stickers. */
export function checkV2Alone(message: Fields): Problem[] {
  if (!hasV2(message.flags)) return [];
  const present = [
    message.content ? "content" : undefined,
    listOf(message.embeds).length > 0 ? "embeds" : undefined,
    isFields(message.poll) ? "poll" : undefined,
    Array.isArray(message.sticker_ids) && message.sticker_ids.length > 0 ? "sticker_ids" : undefined,
  ];
  return present
    .filter((path) => path !== undefined)
    .map((path) => ({ path, problem: "cannot be used with the flag IS_COMPONENTS_V2" }));
}

/** A form: its title, what it may hold, and the inputs. */
export function checkModal({ title, custom_id, components }: Fields): Problem[] {
  return [
    ...checkText(title, "title", { min: 1, max: MODAL_TITLE, required: true }),
    ...checkText(custom_id, "custom_id", { min: 1, max: 100, required: true }),
    ...checkCount(components, "components", { min: 1, max: MODAL_COMPONENTS, required: true }),
    ...checkTopLevel(components, IN_MODAL, "in a modal"),
    ...checkInForm(components),
    ...checkComponents(components),
  ];
}

/** A deferred reply may carry the ephemeral flag and nothing else. */
export function checkDeferral({ flags }: Fields): Problem[] {
  return (numberOf(flags) & ~MessageFlags.Ephemeral) === 0
    ? []
    : [{ path: "flags", problem: "a deferred reply may carry only EPHEMERAL" }];
}

/** Whatever else a deferred reply brings along is lost: `["data.content: a deferral drops it"]`. */
export function lostInDeferral(body: Fields): string[] {
  return Object.keys(body)
    .filter((key) => key !== "flags")
    .map((key) => `data.${key}: a deferral drops it`);
}

/**
 * What is wrong with a body's `allowed_mentions`: nothing, or a sentence. Discord takes such a body, and then whatever
 * the text quotes can ping; so it is a violation of ours, not a refusal of Discord's.
 */
export function mentionsProblem(body: Fields): string | undefined {
  if (!body.content && listOf(body.components).length === 0) return undefined;
  const { parse } = fieldsOf(body.allowed_mentions);
  return Array.isArray(parse) && parse.length === 0 ? undefined : "allowed_mentions must be set, with parse: []";
}

/** Whether flags have Components V2 set. */
export function hasV2(flags: unknown): boolean {
  return (numberOf(flags) & MessageFlags.IsComponentsV2) !== 0;
}
