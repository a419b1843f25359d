import { command } from "../src/command.js";
import { forgetting } from "../src/forgetting.js";

/** `/forget` ends the person's conversations, and deletes what is kept of them anywhere. */
export const forget = command({
  name: "forget",
  names: { es: "olvidar" },
  description: {
    en: "Forget what we talked about, and delete what I keep about you anywhere",
    es: "Olvidar lo que hemos hablado y borrar lo que guardo de usted en todas partes",
  },
  options: {},
  run: (_options, context) => forgetting(context),
});
