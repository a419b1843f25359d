import { command } from "../src/command.js";
import { pickedAnswer, replyOf } from "../src/replies.js";

/** `/ask question:` answers a question; a completion's value is an entry's id, and free text works too. */
export const ask = command({
  name: "ask",
  description: {
    en: "Ask a question; the answer comes with its sources",
    es: "Haz una pregunta; la respuesta viene con sus fuentes",
  },
  options: {
    question: {
      description: { en: "Your question, in your own words", es: "Tu pregunta, con tus palabras" },
      required: true,
      completed: true,
      maxLength: 1000,
    },
  },
  run({ question }, { knowledge, answer, why, pick, preferred }) {
    const picked = knowledge.entryById.get(question.trim());
    if (picked) return pickedAnswer(knowledge, picked, pick(picked, preferred).language);
    const result = answer(question, { preferred });
    return replyOf(knowledge, result, why(result));
  },
  complete: (_option, typed, { suggest, preferred }) =>
    suggest(typed, preferred, 25).map(({ entry, question }) => ({ label: question, value: entry })),
});
