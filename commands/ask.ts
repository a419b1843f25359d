import { answerPicked, answerTo } from "../src/answer-to.js";
import { command } from "../src/command.js";
import { voted } from "../src/feedback.js";
import { quotationsOf } from "../src/replies.js";

/** `/ask question:` answers a question; a completion's value is an entry's id, and free text works too. */
export const ask = command({
  name: "ask",
  names: { es: "preguntar" },
  description: {
    en: "Ask a question; the answer comes with its sources",
    es: "Hacer una pregunta; la respuesta viene con sus fuentes",
  },
  options: {
    question: {
      kind: "text",
      names: { es: "pregunta" },
      description: { en: "Your question, in your own words", es: "Su pregunta, con sus palabras" },
      required: true,
      completed: true,
      maxLength: 1000,
    },
    private: {
      kind: "boolean",
      names: { es: "privado" },
      description: { en: "Show the answer to you alone", es: "Mostrar la respuesta solo a usted" },
    },
  },
  run({ question, private: chosen }, context) {
    const usual = context.state?.settings.of(context.place.guild).isPrivate ?? false;
    return { ...answerTo(question, context), onlyForAsker: chosen ?? usual };
  },
  act(action, context) {
    const { verb, args } = action;
    const { knowledge, preferred } = context;
    if (verb === "quotes") return quotationsOf(knowledge, args, preferred);
    if (verb === "pick" && args.length === 1) return answerPicked(args[0], context);
    return voted(action, context);
  },
  complete: (_option, typed, { suggest, preferred }) =>
    suggest(typed, preferred, 25).map(({ entry, question }) => ({ label: question, value: entry })),
});
