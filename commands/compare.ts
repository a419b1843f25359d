import { command } from "../src/command.js";
import { comparablesOf } from "../src/comparables.js";
import { comparableCompletions, compareReply, pairReply } from "../src/compare-names.js";

/** `/compare first: second:` sets two events or two sources side by side; a completion's value is a key. */
export const compare = command({
  name: "compare",
  names: { es: "comparar" },
  description: { en: "Two events or two articles, side by side", es: "Dos actos o dos artículos, lado a lado" },
  options: {
    first: {
      kind: "text",
      names: { es: "primero" },
      description: { en: "An event or an article", es: "Un acto o un artículo" },
      required: true,
      completed: true,
      maxLength: 200,
    },
    second: {
      kind: "text",
      names: { es: "segundo" },
      description: { en: "What to compare it with", es: "Con qué compararlo" },
      required: true,
      completed: true,
      maxLength: 200,
    },
  },
  run: ({ first, second }, { knowledge, preferred }) => compareReply(knowledge, first, second, preferred),
  act({ verb, args }, { knowledge, preferred }) {
    const [one, other] = args.slice(0, 2).map((key) => comparablesOf(knowledge).get(key));
    const page = args[2] ?? "1";
    if (verb !== "pair" || !one || !other || args.length > 3 || !/^\d{1,3}$/.test(page)) return undefined;
    return pairReply(knowledge, one, other, preferred, Number(page));
  },
  complete: (_option, typed, { knowledge, preferred }) => comparableCompletions(knowledge, typed, preferred),
});
