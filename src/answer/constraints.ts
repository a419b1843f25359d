import type { Entry } from "../knowledge/model.js";
import { areDistinct } from "./aspect.js";
import { EVENT, PERSON, PLACE } from "./concept-kinds.js";
import type { Features } from "./match.js";
import type { Query } from "./query.js";
import type { SearchIndex } from "./search-index.js";
import { CONCEPT, CONTENT } from "./word-class.js";

/** Whether a question names a year that the entry has nowhere: not in its wordings, its answer, its date or its events' names. */
export function lacksYear({ years, units }: Query, { hits }: Pick<Features, "hits">): boolean {
  return years.some((year) => !units.some(({ term }, u) => term === year && hits[u] > 0));
}

/** So many words that had to be guessed say as much as one that was typed right. */
const GUESSES = 3;

/** Whether a question says too little to be answered: no word with meaning but numbers and a guess or two, and no name. */
export function isThin({ units }: Query, isName: (term: number) => boolean): boolean {
  const meant = units.filter(({ wordClass, typed }) => wordClass === CONTENT && !/^\d+$/.test(typed));
  const isTyped = meant.some(({ repaired }) => repaired === undefined);
  return (
    !isTyped && meant.length < GUESSES && !units.some(({ wordClass, term }) => wordClass === CONCEPT && isName(term))
  );
}

/** What a question names and an entry has another one of. */
export type Contradiction = "event" | "person" | "country";

/**
 * What of a question an entry contradicts: `"event"` where it is about other events than those that the question names, `"person"` where
 * it is about other people or has none of those named, `"country"` where it is about other countries. What an entry is about is what its
 * curator wrote under `about`: another wording may well name what it is not about. A place that an event is named after goes with the event,
 * and where somebody asks for a place the countries named are only the occasion.
 */
export function contradiction(
  index: SearchIndex,
  { units, asked }: Query,
  e: number,
  hits: readonly number[],
): Contradiction | undefined {
  const { kinds } = index;
  let [events, people, peopleHit, countries] = [0, 0, 0, 0];
  for (let u = 0; u < units.length; u++) {
    const kind = kinds[units[u].term];
    if (kind === EVENT) events++;
    else if (kind === PLACE && !isPartOfName(index, units, u)) countries++;
    else if (kind === PERSON) {
      people++;
      if (hits[u] > 0) peopleHit++;
    }
  }
  if (events > 0 && isAboutOthers(index, units, e, EVENT)) return "event";
  if (people > 0 && (peopleHit === 0 || isAboutOthers(index, units, e, PERSON))) return "person";
  if (countries > 0 && asked !== "where" && isAboutOthers(index, units, e, PLACE)) return "country";
  return undefined;
}

/** Whether a place is named only within a longer name: "the Chinese agency" names no country. */
function isPartOfName({ kinds }: SearchIndex, units: Query["units"], place: number): boolean {
  const { members } = units[place];
  return units.some(
    ({ term, members: whole }) =>
      kinds[term] !== 0 &&
      kinds[term] !== PLACE &&
      whole.length > members.length &&
      members.every((member) => whole.includes(member)),
  );
}

/** Whether an entry is about concepts of a kind, and about none of those that the question names. */
function isAboutOthers({ kinds, about }: SearchIndex, units: Query["units"], e: number, kind: number): boolean {
  let others = false;
  for (let i = about.from[e]; i < about.from[e + 1]; i++) {
    const concept = about.items[i];
    if (kinds[concept] !== kind) continue;
    if (units.some(({ term }) => term === concept)) return false;
    others = true;
  }
  return others;
}

/** Whether a question asks for another kind of thing than the entry tells: who, where it tells when. */
export function asksForAnother({ asked }: Query, { aspect }: Entry): boolean {
  return asked !== undefined && aspect !== undefined && areDistinct(asked, aspect);
}
