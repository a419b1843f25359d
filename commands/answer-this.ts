import { answerTo } from "../src/answer-to.js";
import type { MessageCommand } from "../src/command.js";
import { controls } from "../src/control-phrases.js";

/** "Answer this" on somebody's message answers its text to whoever used it, and to nobody else. */
export const answerThis: MessageCommand = {
  on: "message",
  name: "Answer this",
  names: { es: "Responder a esto" },
  description: {
    en: "On a message: its question, answered to you alone",
    es: "En un mensaje: su pregunta, respondida solo a usted",
  },
  run: (text, context) => {
    const { preferred: language } = context;
    if (!/[\p{L}\p{N}]/u.test(text))
      return { kind: "notice", language, lines: [controls(language).noText], choices: [], onlyForAsker: true };
    return { ...answerTo(text, context), onlyForAsker: true };
  },
};
