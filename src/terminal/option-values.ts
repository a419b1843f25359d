import type { Command } from "../command.js";
import { controls } from "../control-phrases.js";
import type { OptionDeclaration, OptionValue, TextOption } from "../option.js";
import { nameIn, phrases, speechOf } from "../phrases.js";

/** The values of typed options, or what is wrong with them in one line. */
export type ReadOptions =
  | { readonly ok: true; readonly options: Readonly<Record<string, OptionValue>> }
  | { readonly ok: false; readonly problem: string };

const YES = /^(yes|y|true|1|on|s[ií])$/i;
const NO = /^(no|n|false|0|off)$/i;
/** An id, or the mention that Discord makes of it: `"123"`, `"<#123>"`, `"<@&123>"`. */
const ID = /^(?:<(?:#|@&))?(\d{1,20})>?$/;

/** Reads what was typed behind each option as what the command declares it to be. */
export function readOptions(command: Command, typed: Readonly<Record<string, string>>, language: string): ReadOptions {
  const options: Record<string, OptionValue> = {};
  for (const [name, option] of Object.entries(command.options)) {
    const text = typed[name] ?? "";
    if (text === "" && !option.required) continue;
    if (text === "") return { ok: false, problem: missing(command, name, option, language) };
    if (option.kind === "text") options[name] = text;
    else {
      const value = readValue(option, text);
      if (value === undefined) return { ok: false, problem: problemOf(name, option, language) };
      options[name] = value;
    }
  }
  return { ok: true, options };
}

function readValue(option: Exclude<OptionDeclaration, TextOption>, text: string): OptionValue | undefined {
  switch (option.kind) {
    case "boolean":
      return YES.test(text) ? true : NO.test(text) ? false : undefined;
    case "whole": {
      const number = Number(text);
      const { min = -Infinity, max = Infinity } = option;
      return Number.isSafeInteger(number) && number >= min && number <= max ? number : undefined;
    }
    case "role":
    case "channel":
      return ID.exec(text)?.[1];
    case "choice": {
      const wanted = text.toLowerCase();
      return option.choices.find(({ value, label }) =>
        [value, ...Object.values(label)].some((one) => one.toLowerCase() === wanted),
      )?.value;
    }
  }
}

function missing(command: Command, name: string, option: OptionDeclaration, language: string): string {
  const about = option.description[speechOf(language)];
  return phrases(language).missingOption(nameIn(command, language), nameIn({ ...option, name }, language), about);
}

function problemOf(declared: string, option: Exclude<OptionDeclaration, TextOption>, language: string): string {
  const name = nameIn({ ...option, name: declared }, language);
  const words = controls(language);
  if (option.kind === "choice")
    return words.notAChoice(name, option.choices.map(({ label }) => label[speechOf(language)]).join(", "));
  return words.notAKind(name, option.kind);
}
