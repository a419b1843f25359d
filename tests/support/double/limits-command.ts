import { ApplicationCommandOptionType, ApplicationCommandType, Locale } from "discord.js";
import {
  at,
  checkCount,
  checkText,
  checkUnique,
  type Fields,
  fieldsOf,
  listOf,
  numberOf,
  type Problem,
  textOf,
} from "./measure.js";

// https://docs.discord.com/developers/interactions/application-commands
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const DESCRIPTION = 100;
const OPTIONS = 25;
const CHOICES = 25;
const CHOICE_NAME = 100;
const CHOICE_VALUE = 100;
const CHARACTERS = 8000;
const OF_TYPE: Readonly<Record<number, number>> = {
  [ApplicationCommandType.ChatInput]: 100,
  [ApplicationCommandType.User]: 15,
  [ApplicationCommandType.Message]: 15,
};

const COMPLETED: readonly number[] = [
  ApplicationCommandOptionType.String,
  ApplicationCommandOptionType.Integer,
  ApplicationCommandOptionType.Number,
];

const LOCALES: readonly string[] = Object.values(Locale);

/** One command of any type, as it is registered. */
export function checkCommand(command: Fields): Problem[] {
  const permissions = command.default_member_permissions;
  const size = charactersOf(command);
  return [
    ...(typeOf(command) === ApplicationCommandType.ChatInput ? checkChatInput(command) : checkContextMenu(command)),
    ...(permissions === undefined || permissions === null || /^\d+$/.test(textOf(permissions))
      ? []
      : [{ path: "default_member_permissions", problem: "must be a string of digits or null" }]),
    ...(size > CHARACTERS ? [{ path: "", problem: `at most ${CHARACTERS} characters in all, are ${size}` }] : []),
  ];
}

/** A whole list, as PUT overwrites it: each command, how many of a type, and that names are unique within a type. */
export function checkCommandList(commands: readonly Fields[]): Problem[] {
  const keys = commands.map((command, index) => ({ path: at("", index, "name"), value: commandKey(command) }));
  return [
    ...commands.flatMap((command, index) => checkCommand(command).map((found) => below(found, index))),
    ...Object.entries(OF_TYPE)
      .map(([type, max]) => ({ type, max, count: commands.filter((one) => typeOf(one) === Number(type)).length }))
      .filter(({ count, max }) => count > max)
      .map(({ type, count, max }) => ({ path: "", problem: `at most ${max} commands of type ${type}, are ${count}` })),
    ...checkUnique(keys, "a command's type and name"),
  ];
}

/** The choices that an autocomplete answers with. */
export function checkAutocomplete({ choices }: Fields): Problem[] {
  return [
    ...checkCount(choices, "choices", { max: CHOICES, required: true }),
    ...listOf(choices).flatMap((choice, index) => checkChoice(choice, at("choices", index))),
  ];
}

/** What a command is known by within its scope, such as "1 ask". */
export function commandKey(command: Fields): string {
  return `${typeOf(command)} ${textOf(command.name)}`;
}

function checkChatInput(command: Fields): Problem[] {
  return [...checkNamed(command, ""), ...checkOptions(command.options, "options")];
}

function checkContextMenu({ name, description, options }: Fields): Problem[] {
  return [
    ...checkText(name, "name", { min: 1, max: 32, required: true }),
    ...(description ? [{ path: "description", problem: "a context menu command has none" }] : []),
    ...(listOf(options).length > 0 ? [{ path: "options", problem: "a context menu command has none" }] : []),
  ];
}

function checkOptions(options: unknown, path: string): Problem[] {
  const list = listOf(options);
  const subcommands = list.filter(isSubcommand);
  const firstOptional = list.findIndex((option) => option.required !== true && !isSubcommand(option));
  return [
    ...checkCount(options, path, { max: OPTIONS }),
    ...(subcommands.length > 0 && subcommands.length < list.length
      ? [{ path, problem: "subcommands stand beside no other options" }]
      : []),
    ...list.flatMap((option, index) => checkOption(option, at(path, index))),
    ...list.flatMap((option, index) =>
      option.required === true && firstOptional !== -1 && index > firstOptional
        ? [{ path: at(path, index), problem: "required options must come first" }]
        : [],
    ),
    ...checkUnique(
      list.map(({ name }, index) => ({ path: at(path, index, "name"), value: name })),
      "an option's name",
    ),
  ];
}

function checkOption(option: Fields, path: string): Problem[] {
  const choices = listOf(option.choices);
  const both = option.autocomplete === true && choices.length > 0;
  return [
    ...checkNamed(option, path),
    ...checkNesting(option, at(path, "options")),
    ...checkOptions(option.options, at(path, "options")),
    ...(option.autocomplete === true && !COMPLETED.includes(numberOf(option.type))
      ? [{ path: at(path, "autocomplete"), problem: "is for texts and numbers only" }]
      : []),
    ...checkCount(option.choices, at(path, "choices"), { max: CHOICES }),
    ...choices.flatMap((choice, index) => checkChoice(choice, at(path, "choices", index))),
    ...(both ? [{ path: at(path, "choices"), problem: "autocomplete and choices exclude each other" }] : []),
  ];
}

// A subcommand holds plain options, a group of subcommands holds those, and nothing else holds any.
function checkNesting({ type, options }: Fields, path: string): Problem[] {
  const { Subcommand, SubcommandGroup } = ApplicationCommandOptionType;
  const isAllowed = (inner: Fields) =>
    type === SubcommandGroup ? inner.type === Subcommand : type === Subcommand && !isSubcommand(inner);
  return listOf(options)
    .filter((inner) => !isAllowed(inner))
    .map((inner) => ({ path, problem: `type ${numberOf(inner.type)} cannot stand in type ${numberOf(type)}` }));
}

function checkChoice({ name, value }: Fields, path: string): Problem[] {
  return [
    ...checkText(name, at(path, "name"), { min: 1, max: CHOICE_NAME, required: true }),
    ...(typeof value === "number" ? [] : checkText(value, at(path, "value"), { max: CHOICE_VALUE, required: true })),
  ];
}

function checkNamed(named: Fields, path: string): Problem[] {
  const names = withLocalized(named.name, named.name_localizations);
  const descriptions = withLocalized(named.description, named.description_localizations);
  const range = { min: 1, max: DESCRIPTION, required: true };
  return [
    ...names.flatMap(([locale, name]) => checkName(name, at(path, locale ? "name_localizations" : "name", locale))),
    ...descriptions.flatMap(([locale, text]) =>
      checkText(text, at(path, locale ? "description_localizations" : "description", locale), range),
    ),
    ...[...names, ...descriptions]
      .filter(([locale]) => locale !== "" && !LOCALES.includes(locale))
      .map(([locale]) => ({ path, problem: `${locale} is no locale of Discord's` })),
  ];
}

// [locale, text], the text without a locale first; null takes a localisation away.
function withLocalized(text: unknown, others: unknown): [string, unknown][] {
  return [["", text], ...Object.entries(fieldsOf(others)).filter(([, localized]) => localized !== null)];
}

function checkName(name: unknown, path: string): Problem[] {
  if (NAME.test(textOf(name)) && textOf(name) === textOf(name).toLowerCase()) return [];
  return [{ path, problem: `must be lower case and match ${NAME.source}, is ${JSON.stringify(name)}` }];
}

// Name, description and value of a command, its options and choices; of a localised text only the longest counts.
function charactersOf(part: Fields): number {
  const longest = (text: unknown, others: unknown) =>
    Math.max(...[text, ...Object.values(fieldsOf(others))].map((one) => textOf(one).length));
  return (
    longest(part.name, part.name_localizations) +
    longest(part.description, part.description_localizations) +
    textOf(part.value).length +
    [...listOf(part.options), ...listOf(part.choices)].reduce((sum, inner) => sum + charactersOf(inner), 0)
  );
}

function typeOf({ type }: Fields): number {
  return numberOf(type) || ApplicationCommandType.ChatInput;
}

function isSubcommand({ type }: Fields): boolean {
  return type === ApplicationCommandOptionType.Subcommand || type === ApplicationCommandOptionType.SubcommandGroup;
}

function below({ path, problem }: Problem, index: number): Problem {
  return { path: at("", index, path), problem };
}
