import { wordsOf } from "./answer/text.js";
import { allNamesOf, entitiesOf } from "./entities.js";
import { gistsOf } from "./gist.js";
import type { Entity, Entry, Knowledge } from "./knowledge/model.js";
import { sourceCount, standsAlone } from "./statement.js";
import { byWorth, nearness, newOnes } from "./telling.js";

/** A statement of an entry by its place in the answer, from 0. */
export interface Told {
  readonly entry: Entry;
  readonly at: number;
}

/** What the knowledge tells of an entity. */
export interface Profile {
  /** The entry that says what it is. */
  readonly card?: Entry;
  /** Where it takes part, those that tell most first; none repeats another or the card. */
  readonly told: readonly Told[];
  readonly notStated: readonly Told[];
  /** The sources that tell of it, each with the paragraphs that are cited for it, in order. */
  readonly sources: ReadonlyMap<string, readonly number[]>;
  /** Entities that much is told of together with it, the nearest first. */
  readonly companions: readonly Entity[];
}

/** More than this would be a book about an entity that everything is about. */
const MOST_TOLD = 20;
const MOST_NOT_STATED = 5;

/** What the knowledge tells of an entity: the same in every language. */
export function profileOf(knowledge: Knowledge, entity: Entity): Profile {
  const [gists, entities] = [gistsOf(knowledge), entitiesOf(knowledge)];
  const card = entity.entry === undefined ? undefined : knowledge.entryById.get(entity.entry);
  const isAnothers = (entry: Entry) => (entities.cardOf(entry) ?? entity.id) !== entity.id;
  const others = entities.entriesAbout(entity.id).filter((entry) => entry !== card);
  const closeness = (entry: Entry) => nearness(entry, entity.id);
  const known = card ? gists.answerOf(card) : new Set<string>();
  const placeOf = placesIn(knowledge, entity);
  const stated = others.filter((entry) => !entry.notStated && !isAnothers(entry));
  // What joins several sources sums up what is told elsewhere: it stands in where there is nothing else.
  const plain = stated.filter((entry) => sourceCount(entry) === 1);
  const chosen = (pool: readonly Entry[], limit: number) => {
    const places = new Map(pool.flatMap((entry) => placeOf(entry) ?? []).map((told) => [told.entry, told]));
    const shown = new Map([...places.values()].map(({ entry, at }) => [entry, gists.statementOf(entry, at)]));
    const ranked = byWorth(gists, [...places.keys()], closeness);
    const found = newOnes(gists, ranked, known, limit, (entry) => shown.get(entry) ?? known);
    return found.flatMap(({ entry }) => places.get(entry) ?? []);
  };
  return {
    ...(card ? { card } : {}),
    told: chosen(plain.length > 0 ? plain : stated, MOST_TOLD),
    notStated: chosen(
      others.filter(({ notStated }) => notStated),
      MOST_NOT_STATED,
    ),
    sources: sourcesOf([...(card ? [card] : []), ...others]),
    companions: entities.companions(entity.id),
  };
}

/**
 * Tells for an entry which statement to show: the first that stands alone and names the entity, or the first of all, which says what the
 * entry is about; for a person or an organisation nothing that does not name them.
 */
function placesIn(knowledge: Knowledge, entity: Entity): (entry: Entry) => Told | undefined {
  const names = allNamesOf(entity).map((name) => ` ${wordsOf(name).join(" ")} `);
  const isPlaceOrEvent = entity.kind === "place" || entity.kind === "event";
  return (entry) => {
    const { answer } = entry.texts[knowledge.languages[0]];
    const found = answer.findIndex((text, at) => {
      const folded = ` ${wordsOf(text).join(" ")} `;
      return standsAlone(knowledge, entry, at) && names.some((name) => folded.includes(name));
    });
    if (found >= 0) return { entry, at: found };
    return isPlaceOrEvent && standsAlone(knowledge, entry, 0) ? { entry, at: 0 } : undefined;
  };
}

/** By entries that rest on one source. */
function sourcesOf(entries: readonly Entry[]): Map<string, number[]> {
  const paragraphs = new Map<string, Set<number>>();
  for (const entry of entries) {
    if (entry.notStated || sourceCount(entry) > 1) continue;
    for (const { source, paragraph } of entry.citations.flat()) {
      const known = paragraphs.get(source) ?? new Set();
      paragraphs.set(source, known.add(paragraph));
    }
  }
  return new Map(
    [...paragraphs].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, set]) => [id, [...set].sort((a, b) => a - b)]),
  );
}
