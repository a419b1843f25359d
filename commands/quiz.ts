import { command } from "../src/command.js";
import { newRound, questionReply, type Round, resultReply } from "../src/quiz.js";

/** `/quiz` asks a question from the knowledge with four answers to press, and explains the right one with its source. */
export const quiz = command({
  name: "quiz",
  names: { es: "prueba" },
  description: {
    en: "A question from the sources with four answers: find the right one",
    es: "Una pregunta de las fuentes con cuatro respuestas: encuentre la correcta",
  },
  options: {
    private: {
      kind: "boolean",
      names: { es: "privado" },
      description: { en: "Play alone: show it to you only", es: "Jugar a solas: mostrarla solo a usted" },
    },
  },
  run: ({ private: onlyForAsker = false }, context) => ({
    ...questionReply(newRound(context.seed), context),
    ...(onlyForAsker ? { onlyForAsker } : {}),
  }),
  act({ verb, args }, context) {
    if (verb === "next" && args.length === 4) {
      const round = roundOf(args);
      return round && { ...questionReply(round, context), onlyForAsker: true };
    }
    const [seed, position, check, option, ...score] = args;
    const round = verb === "guess" && args.length === 6 ? roundOf([seed, position, ...score]) : undefined;
    return round && /^[0-3]$/.test(option) ? resultReply(round, Number(option), check, context) : undefined;
  },
});

/** The round that a button carries; undefined where it carries none. */
function roundOf([seed, ...numbers]: readonly string[]): Round | undefined {
  if (!/^[0-9a-z]{6}$/.test(seed) || !numbers.every((one) => /^\d{1,4}$/.test(one))) return undefined;
  const [position, right, asked] = numbers.map(Number);
  return right <= asked ? { seed, position, right, asked } : undefined;
}
