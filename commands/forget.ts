import { command } from "../src/command.js";
import { phrases } from "../src/phrases.js";

/** `/forget` ends the person's conversation here: the next question stands alone. */
export const forget = command({
  name: "forget",
  names: { es: "olvidar" },
  description: { en: "Forget what we talked about here", es: "Olvidar lo que hemos hablado aquí" },
  options: {},
  run(_options, { forget: end, preferred }) {
    const { forgotten, nothingToForget } = phrases(preferred);
    const lines = [end() ? forgotten : nothingToForget];
    return { kind: "notice", language: preferred, lines, choices: [], onlyForAsker: true };
  },
});
