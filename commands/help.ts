import { command } from "../src/command.js";
import { phrases, speechOf } from "../src/phrases.js";
import { help as helpReply } from "../src/replies.js";

/** `/help` says what can be asked, and how, by example. */
export const help = command({
  name: "help",
  description: { en: "What can I ask, and how?", es: "¿Qué puedo preguntar y cómo?" },
  options: {},
  run(_options, { knowledge, preferred, commands }) {
    const { lines, choices } = helpReply(knowledge, preferred);
    const list = commands.map(({ name, description }) => `/${name}: ${description[speechOf(preferred)]}`);
    const { commandsHere } = phrases(preferred);
    const [hello, cited, how, ...rest] = lines;
    return { kind: "notice", language: preferred, lines: [hello, cited, how, commandsHere, ...list, ...rest], choices };
  },
});
