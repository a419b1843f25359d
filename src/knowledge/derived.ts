import type { Knowledge } from "./model.js";

/** Works something out once for each loaded knowledge: `const gistsOf = derived((knowledge) => new Gists(knowledge))`. */
export function derived<Value>(make: (knowledge: Knowledge) => Value): (knowledge: Knowledge) => Value {
  const made = new WeakMap<Knowledge, { readonly value: Value }>();
  return (knowledge) => {
    const known = made.get(knowledge) ?? { value: make(knowledge) };
    made.set(knowledge, known);
    return known.value;
  };
}
