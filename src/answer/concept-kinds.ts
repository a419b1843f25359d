import type { EntityKind, Knowledge } from "../knowledge/model.js";
import type { Lexicon } from "./lexicon.js";
import { wordsOf } from "./text.js";

/** The kinds of concepts in `SearchIndex.kinds`. */
export const PERSON = 1;
const ORGANISATION = 2;
export const PLACE = 3;
export const EVENT = 4;
const SCENE = 5;
const KINDS: Readonly<Record<EntityKind, number>> = {
  person: PERSON,
  organisation: ORGANISATION,
  place: PLACE,
  event: EVENT,
};

/** The kind of each of a lexicon's terms; 0 for one that is no entity. */
export function kindsOf(lexicon: Lexicon, { entities }: Knowledge): Uint8Array {
  const kinds = Uint8Array.from(lexicon.stems, (stem) => {
    const entity = stem.startsWith("@") ? entities.get(stem.slice(1)) : undefined;
    return entity ? KINDS[entity.kind] : 0;
  });
  const scenes = new Set<number>();
  for (const { kind, names } of entities.values()) {
    if (kind !== "event") continue;
    for (const name of Object.values(names).flatMap(({ name, aliases }) => [name, ...aliases])) {
      const places = lexicon.conceptsIn(lexicon.encode(wordsOf(name))).filter((concept) => kinds[concept] === PLACE);
      // An event between two countries takes place in neither of its names' places.
      if (places.length === 1) scenes.add(places[0]);
    }
  }
  for (const place of scenes) kinds[place] = SCENE;
  return kinds;
}
