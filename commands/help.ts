import { aboutWords } from "../src/about-phrases.js";
import { isFor } from "../src/audience.js";
import { type Context, command, isGroup, isOnMessage, type Listed } from "../src/command.js";
import { helpWords } from "../src/help-phrases.js";
import { headingOf } from "../src/knowledge/model.js";
import { nameIn, phrases, speechOf } from "../src/phrases.js";
import { help as helpReply } from "../src/replies.js";

/** `/help` says what can be asked, by example, how, and what each command does. */
export const help = command({
  name: "help",
  names: { es: "ayuda" },
  description: { en: "What can I ask, and how?", es: "¿Qué puedo preguntar y cómo?" },
  options: {},
  run(_options, context) {
    const { knowledge, preferred: language, commands } = context;
    const { title, offering } = helpWords(language);
    const { hello, everyAnswerIsCited } = phrases(language);
    return {
      kind: "list",
      language,
      title,
      lines: [hello(headingOf(knowledge, language).title), everyAnswerIsCited, ...aboutWords(language).ways],
      items: commands
        .filter((one) => isOnMessage(one) || isFor(one, context))
        .map((one) => ({ label: nameOf(one, language), text: aboutOf(one, context), marks: [] })),
      footnotes: [],
      choices: helpReply(knowledge, language).choices,
      offering,
    };
  },
});

/** `"/ask"`, `"/preguntar"`; a command on a message is found under its own name. */
function nameOf(listed: Listed, language: string): string {
  return isOnMessage(listed) ? `“${nameIn(listed, language)}”` : `/${nameIn(listed, language)}`;
}

/** What it does, and a group's parts that are for whoever asks: `"News by itself: subscribe, stop"`. */
function aboutOf(listed: Listed, context: Context): string {
  const about = listed.description[speechOf(context.preferred)];
  if (!isGroup(listed)) return about;
  const parts = listed.parts.filter((part) => isFor(part, context));
  return `${about}: ${parts.map((part) => nameIn(part, context.preferred)).join(", ")}`;
}
