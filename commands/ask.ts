import { type Context, command } from "../src/command.js";
import { help, pickedAnswer, quotationsOf, replyOf } from "../src/replies.js";
import type { Reply } from "../src/reply.js";

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
  run: ({ question, private: onlyForAsker = false }, context) => ({ ...answerTo(question, context), onlyForAsker }),
  act({ verb, args }, context) {
    const { knowledge, preferred } = context;
    if (verb === "quotes") return quotationsOf(knowledge, args, preferred);
    return verb === "pick" && args.length === 1 ? picked(args[0], context) : undefined;
  },
  complete: (_option, typed, { suggest, preferred }) =>
    suggest(typed, preferred, 25).map(({ entry, question }) => ({ label: question, value: entry })),
});

/** The answer to words of any kind: a question, a number that picks one, an entry's id, or nothing that could be read. */
export function answerTo(question: string, context: Context): Reply {
  const { knowledge, answer, why, preferred } = context;
  const found = picked(question.trim(), context);
  if (found) return found;
  const result = answer(question, { preferred });
  const isEmpty = result.looks.every(({ words }) => words.length === 0);
  return isEmpty ? help(knowledge, result.language) : replyOf(knowledge, result, why(result));
}

function picked(id: string, { knowledge, pick, preferred }: Context): Reply | undefined {
  const entry = knowledge.entryById.get(id);
  return entry && pickedAnswer(knowledge, entry, pick(entry, preferred).language);
}
