import { command } from "../src/command.js";
import { entitiesOf } from "../src/entities.js";
import { cardOf } from "../src/who-card.js";
import { labelled, nameReply } from "../src/who-names.js";

/** `/who name:` shows the card of a person, an organisation, a place or an event; a completion's value is its id. */
export const who = command({
  name: "who",
  names: { es: "quién" },
  description: { en: "Who or what is it, and what is known of it?", es: "¿Quién o qué es y qué se sabe de ello?" },
  options: {
    name: {
      kind: "text",
      names: { es: "nombre" },
      description: {
        en: "A person, organisation, place or event",
        es: "Una persona, organización, lugar o acto",
      },
      required: true,
      completed: true,
      maxLength: 200,
    },
  },
  run: ({ name }, { knowledge, preferred }) => nameReply(knowledge, name, preferred),
  act({ verb, args, values }, { knowledge, preferred }) {
    const [id, page = "1", ...more] = [...values.slice(0, 1), ...args];
    const entity = knowledge.entities.get(id ?? "");
    if (verb !== "card" || !entity || more.length > 0 || !/^\d{1,3}$/.test(page)) return undefined;
    return cardOf(knowledge, entity, Number(page), preferred);
  },
  complete: (_option, typed, { knowledge, preferred }) =>
    labelled(entitiesOf(knowledge).names.completions(typed, 25), preferred).map(({ entity, label }) => ({
      label,
      value: entity.id,
    })),
});
