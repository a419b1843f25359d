import type { CommandInteractionOption, Interaction, Message } from "discord.js";

/** What a person did, by which an error may have come. */
export type Cause = Interaction | Message;

/** Words of a question that are shorter say nothing of it. */
const SHORTEST = 4;

/**
 * An error as the log may have it: its name, message and stack, but in the message no id, none of the person's names, and no word of
 * what they wrote: `"Error: no entry for […] […]"`.
 */
export function failureFor(error: unknown, cause?: Cause): string {
  if (!(error instanceof Error)) return reasonFor(error, cause);
  const { message, stack = "" } = error;
  const at = stack.indexOf(message);
  return reasonFor(error, cause) + (at < 0 ? "" : stack.slice(at + message.length));
}

/** The same without the stack, for what is no bug: `"Error: connect ECONNREFUSED"`. */
export function reasonFor(error: unknown, cause?: Cause): string {
  return error instanceof Error ? `${error.name}: ${scrubbed(error.message, cause)}` : scrubbed(String(error), cause);
}

function scrubbed(message: string, cause: Cause | undefined): string {
  const personal = new Set(cause === undefined ? [] : wordsOf(cause));
  return message
    .replace(/\d{15,21}/g, HIDDEN)
    .replace(WORD, (word) => (personal.has(word.toLowerCase()) ? HIDDEN : word));
}

const HIDDEN = "[…]";
const WORD = /[\p{L}\p{N}_-]+/gu;

/** The words, in lower case, that would tell who a person is or what they wrote. */
function wordsOf(cause: Cause): string[] {
  const author = "author" in cause ? cause.author : cause.user;
  const nickname = cause.member && "nickname" in cause.member ? cause.member.nickname : undefined;
  const names = [author.id, author.username, author.globalName, nickname];
  const token = "token" in cause ? cause.token : undefined;
  const written = "author" in cause ? [cause.content] : writtenIn(cause);
  return [
    ...[...names, token].flatMap((text) => wordsIn(text ?? "")),
    ...written.flatMap(wordsIn).filter((word) => word.length >= SHORTEST),
  ];
}

function wordsIn(text: string): string[] {
  return text.toLowerCase().match(WORD) ?? [];
}

/** What a person typed into an interaction, or chose. */
function writtenIn(interaction: Exclude<Cause, Message>): string[] {
  if (interaction.isChatInputCommand() || interaction.isAutocomplete())
    return interaction.options.data.flatMap(valuesOf);
  if (interaction.isMessageContextMenuCommand()) return [interaction.targetMessage.content];
  if (interaction.isModalSubmit()) {
    return [...interaction.fields.fields.values()].flatMap((field) =>
      "value" in field && typeof field.value === "string" ? [field.value] : [],
    );
  }
  return interaction.isAnySelectMenu() ? interaction.values : [];
}

function valuesOf({ value, options = [] }: CommandInteractionOption): string[] {
  return [...(value === undefined ? [] : [String(value)]), ...options.flatMap(valuesOf)];
}
