import { command, isTyped, type Listed } from "../src/command.js";
import { phrases, speechOf } from "../src/phrases.js";
import { help as helpReply } from "../src/replies.js";

/** `/help` says what can be asked, and how, by example. */
export const help = command({
  name: "help",
  names: { es: "ayuda" },
  description: { en: "What can I ask, and how?", es: "¿Qué puedo preguntar y cómo?" },
  options: {},
  run(_options, { knowledge, preferred, commands }) {
    const { lines, choices } = helpReply(knowledge, preferred);
    const list = commands.map((one) => `${nameOf(one)}: ${one.description[speechOf(preferred)]}`);
    const { commandsHere } = phrases(preferred);
    const [hello, cited, how, ...rest] = lines;
    return { kind: "notice", language: preferred, lines: [hello, cited, how, commandsHere, ...list, ...rest], choices };
  },
});

/** `"/ask"`; a command on a message is found under its own name. */
function nameOf(listed: Listed): string {
  return isTyped(listed) ? `/${listed.name}` : `“${listed.name}”`;
}
