import { at, checkCount, checkText, type Fields, fieldsOf, listOf, type Problem, textOf } from "./measure.js";

// https://docs.discord.com/developers/resources/message#embed-object-embed-limits
const EMBEDS = 10;
const TITLE = 256;
const DESCRIPTION = 4096;
const FIELDS = 25;
const FIELD_NAME = 256;
const FIELD_VALUE = 1024;
const FOOTER = 2048;
const AUTHOR = 256;
const ALL_EMBEDS = 6000;

/** The limits of a message's embeds, each alone and all together. */
export function checkEmbeds(message: Fields): Problem[] {
  const embeds = listOf(message.embeds);
  const total = embeds.flatMap(textsOf).join("").length;
  return [
    ...checkCount(message.embeds, "embeds", { max: EMBEDS }),
    ...embeds.flatMap((embed, index) => checkEmbed(embed, at("embeds", index))),
    ...(total > ALL_EMBEDS
      ? [{ path: "embeds", problem: `all texts together must be at most ${ALL_EMBEDS}, are ${total}` }]
      : []),
  ];
}

function checkEmbed(embed: Fields, path: string): Problem[] {
  return [
    ...checkText(embed.title, at(path, "title"), { max: TITLE }),
    ...checkText(embed.description, at(path, "description"), { max: DESCRIPTION }),
    ...checkText(fieldsOf(embed.footer).text, at(path, "footer.text"), { max: FOOTER }),
    ...checkText(fieldsOf(embed.author).name, at(path, "author.name"), { max: AUTHOR }),
    ...checkCount(embed.fields, at(path, "fields"), { max: FIELDS }),
    ...listOf(embed.fields).flatMap((field, index) => [
      ...checkText(field.name, at(path, "fields", index, "name"), { min: 1, max: FIELD_NAME, required: true }),
      ...checkText(field.value, at(path, "fields", index, "value"), { min: 1, max: FIELD_VALUE, required: true }),
    ]),
  ];
}

function textsOf(embed: Fields): string[] {
  const fields = listOf(embed.fields).flatMap((field) => [field.name, field.value]);
  return [embed.title, embed.description, fieldsOf(embed.footer).text, fieldsOf(embed.author).name, ...fields].map(
    textOf,
  );
}
