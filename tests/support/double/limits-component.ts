import { ButtonStyle, ComponentType } from "discord.js";
import {
  at,
  checkCount,
  checkText,
  checkUnique,
  checkWhole,
  type Fields,
  fieldsOf,
  isFields,
  listOf,
  numberOf,
  type Problem,
} from "./measure.js";

// https://docs.discord.com/developers/components/reference
const BUTTONS_IN_ROW = 5;
const SELECT_OPTIONS = 25;
const CUSTOM_ID = 100;
const LABEL = 80;
const OPTION_TEXT = 100;
const PLACEHOLDER = 150;
const LINK = 512;
const TEXT_INPUT = 4000;
const TEXT_INPUT_LABEL = 45;
const TEXT_INPUT_PLACEHOLDER = 100;
const SECTION_TEXTS = 3;
const GALLERY_ITEMS = 10;

/** A component and where it stands, such as `components.0.components.1`. */
export interface Placed {
  readonly component: Fields;
  readonly path: string;
}

const SELECTS: readonly number[] = [
  ComponentType.StringSelect,
  ComponentType.UserSelect,
  ComponentType.RoleSelect,
  ComponentType.MentionableSelect,
  ComponentType.ChannelSelect,
];

const IN_LABEL: readonly number[] = [
  ComponentType.TextInput,
  ComponentType.FileUpload,
  ComponentType.RadioGroup,
  ComponentType.CheckboxGroup,
  ComponentType.Checkbox,
  ...SELECTS,
];

/** What one component of a type must keep to; types that are not listed have nothing to check. */
const RULES: Readonly<Record<number, (component: Fields, path: string) => Problem[]>> = {
  [ComponentType.ActionRow]: checkRow,
  [ComponentType.Button]: checkButton,
  [ComponentType.StringSelect]: checkSelect,
  [ComponentType.UserSelect]: checkSelect,
  [ComponentType.RoleSelect]: checkSelect,
  [ComponentType.MentionableSelect]: checkSelect,
  [ComponentType.ChannelSelect]: checkSelect,
  [ComponentType.TextInput]: checkTextInput,
  [ComponentType.TextDisplay]: ({ content }, path) =>
    checkText(content, at(path, "content"), { min: 1, max: Number.MAX_SAFE_INTEGER, required: true }),
  [ComponentType.Section]: ({ components, accessory }, path) => [
    ...checkCount(components, at(path, "components"), { min: 1, max: SECTION_TEXTS, required: true }),
    ...(isFields(accessory) ? [] : [{ path: at(path, "accessory"), problem: "is required" }]),
  ],
  [ComponentType.MediaGallery]: ({ items }, path) =>
    checkCount(items, at(path, "items"), { min: 1, max: GALLERY_ITEMS, required: true }),
  [ComponentType.Label]: ({ label, description, component }, path) => [
    ...(IN_LABEL.includes(numberOf(fieldsOf(component).type))
      ? []
      : [{ path: at(path, "component"), problem: "must be something to fill in" }]),
    ...checkText(label, at(path, "label"), { min: 1, max: TEXT_INPUT_LABEL, required: true }),
    ...checkText(description, at(path, "description"), { max: OPTION_TEXT }),
  ],
};

/** Every component of a tree, outer before inner, in the order in which they are shown. */
export function everyComponent(components: unknown, path = "components"): Placed[] {
  return listOf(components).flatMap((component, index) => withInner(component, at(path, index)));
}

/** Each component by itself, and that no two share a custom_id. */
export function checkComponents(components: unknown): Problem[] {
  const all = everyComponent(components);
  const ids = all
    .map(({ component, path }) => ({ path: at(path, "custom_id"), value: component.custom_id }))
    .filter(({ value }) => typeof value === "string");
  return [
    ...all.flatMap(({ component, path }) => RULES[numberOf(component.type)]?.(component, path) ?? []),
    ...checkUnique(ids, "a custom_id"),
  ];
}

/** A problem for every component of the top level that is not of these types. */
export function checkTopLevel(components: unknown, types: readonly number[], where: string): Problem[] {
  return listOf(components)
    .map((component, index) => ({ type: numberOf(component.type), path: at("components", index, "type") }))
    .filter(({ type }) => !types.includes(type))
    .map(({ type, path }) => ({ path, problem: `${ComponentType[type] ?? type} cannot stand ${where}` }));
}

/** What a form's components must keep to besides: no buttons, selects in labels only and never disabled. */
export function checkInForm(components: unknown): Problem[] {
  return everyComponent(components).flatMap(({ component, path }) => {
    const type = numberOf(component.type);
    const rowed = type === ComponentType.ActionRow ? listOf(component.components) : [];
    return [
      ...rowed
        .filter((inner) => inner.type !== ComponentType.TextInput)
        .map(() => ({ path, problem: "a row of a form holds a text input alone" })),
      ...(SELECTS.includes(type) && component.disabled === true
        ? [{ path: at(path, "disabled"), problem: "nothing is disabled in a form" }]
        : []),
      ...(SELECTS.includes(type) && component.required === true && component.min_values === 0
        ? [{ path: at(path, "min_values"), problem: "must be 1 or more where it is required" }]
        : []),
    ];
  });
}

/** The same the other way round: what is for forms alone cannot stand in a message. */
export function checkInMessage(components: unknown): Problem[] {
  return everyComponent(components)
    .filter(({ component }) => component.type === ComponentType.TextInput)
    .map(({ path }) => ({ path, problem: "TextInput cannot stand in a message" }));
}

/** The custom_id of what a person can use: 1 to 100 characters. */
function checkCustomId(value: unknown, path: string): Problem[] {
  return checkText(value, at(path, "custom_id"), { min: 1, max: CUSTOM_ID, required: true });
}

function withInner(component: Fields, path: string): Placed[] {
  const single = ["accessory", "component"].filter((key) => isFields(component[key]));
  return [
    { component, path },
    ...everyComponent(component.components, at(path, "components")),
    ...single.flatMap((key) =>
      everyComponent([component[key]], at(path, key)).map((inner) => unlisted(inner, path, key)),
    ),
  ];
}

// A single inner component was walked as a list of one: take the list's index out of its path again.
function unlisted({ component, path }: Placed, outer: string, key: string): Placed {
  return { component, path: path.replace(at(outer, key, 0), at(outer, key)) };
}

function checkRow({ components }: Fields, path: string): Problem[] {
  const types = listOf(components).map(({ type }) => numberOf(type));
  const allowed = [ComponentType.Button, ComponentType.TextInput, ...SELECTS];
  const strangers = types.filter((type) => !allowed.includes(type));
  const wide = types.some((type) => type !== ComponentType.Button);
  return [
    ...checkCount(components, at(path, "components"), { min: 1, max: wide ? 1 : BUTTONS_IN_ROW, required: true }),
    ...strangers.map((type) => ({ path, problem: `${ComponentType[type] ?? type} cannot stand in an action row` })),
  ];
}

function checkButton({ style, custom_id, url, label, emoji, sku_id }: Fields, path: string): Problem[] {
  const hasFace = Boolean(label) || isFields(emoji) || style === ButtonStyle.Premium;
  return [
    ...checkWhole(style, at(path, "style"), { min: 1, max: 6, required: true }),
    ...checkText(label, at(path, "label"), { max: LABEL }),
    ...(hasFace ? [] : [{ path: at(path, "label"), problem: "or an emoji is required" }]),
    ...(style === ButtonStyle.Link ? checkText(url, at(path, "url"), { min: 1, max: LINK, required: true }) : []),
    ...(style !== ButtonStyle.Link && url ? [{ path: at(path, "url"), problem: "is for link buttons only" }] : []),
    ...(style === ButtonStyle.Link || sku_id ? [] : checkCustomId(custom_id, path)),
    ...(style === ButtonStyle.Link && custom_id ? [{ path: at(path, "custom_id"), problem: "a link has none" }] : []),
  ];
}

function checkSelect(
  { type, custom_id, placeholder, options, min_values, max_values = 1 }: Fields,
  path: string,
): Problem[] {
  const chosen = listOf(options).filter((option) => option.default === true).length;
  const choices = type === ComponentType.StringSelect ? listOf(options) : [];
  const range = { min: 1, max: OPTION_TEXT, required: true };
  return [
    ...checkCustomId(custom_id, path),
    ...checkText(placeholder, at(path, "placeholder"), { max: PLACEHOLDER }),
    ...checkWhole(min_values, at(path, "min_values"), { min: 0, max: SELECT_OPTIONS }),
    ...checkWhole(max_values, at(path, "max_values"), { min: 1, max: SELECT_OPTIONS }),
    ...(chosen > numberOf(max_values)
      ? [{ path: at(path, "options"), problem: `at most ${numberOf(max_values)} chosen before, are ${chosen}` }]
      : []),
    ...(type === ComponentType.StringSelect
      ? checkCount(options, at(path, "options"), { min: 1, max: SELECT_OPTIONS, required: true })
      : []),
    ...choices.flatMap((choice, index) => [
      ...checkText(choice.label, at(path, "options", index, "label"), range),
      ...checkText(choice.value, at(path, "options", index, "value"), range),
      ...checkText(choice.description, at(path, "options", index, "description"), { max: OPTION_TEXT }),
    ]),
    ...checkUnique(
      choices.map(({ value }, index) => ({ path: at(path, "options", index, "value"), value })),
      "an option's value",
    ),
  ];
}

function checkTextInput(
  { custom_id, label, placeholder, value, min_length, max_length }: Fields,
  path: string,
): Problem[] {
  const most = typeof max_length === "number" ? Math.min(TEXT_INPUT, max_length) : TEXT_INPUT;
  return [
    ...checkCustomId(custom_id, path),
    ...checkText(label, at(path, "label"), { min: 1, max: TEXT_INPUT_LABEL }),
    ...checkText(placeholder, at(path, "placeholder"), { max: TEXT_INPUT_PLACEHOLDER }),
    ...checkText(value, at(path, "value"), { max: most }),
    ...checkWhole(min_length, at(path, "min_length"), { min: 0, max: most }),
    ...checkWhole(max_length, at(path, "max_length"), { min: 1, max: TEXT_INPUT }),
  ];
}
