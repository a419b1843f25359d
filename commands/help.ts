import { aboutWords } from "../src/about-phrases.js";
import { command, isTyped, type Listed } from "../src/command.js";
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
  run(_options, { knowledge, preferred: language, commands }) {
    const { title, offering } = helpWords(language);
    const { hello, everyAnswerIsCited } = phrases(language);
    return {
      kind: "list",
      language,
      title,
      lines: [hello(headingOf(knowledge, language).title), everyAnswerIsCited, ...aboutWords(language).ways],
      items: commands.map((one) => ({
        label: nameOf(one, language),
        text: one.description[speechOf(language)],
        marks: [],
      })),
      footnotes: [],
      choices: helpReply(knowledge, language).choices,
      offering,
    };
  },
});

/** `"/ask"`, `"/preguntar"`; a command on a message is found under its own name. */
function nameOf(listed: Listed, language: string): string {
  const name = nameIn(listed, language);
  return isTyped(listed) ? `/${name}` : `“${name}”`;
}
