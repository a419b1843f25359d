import type { Comparable } from "./comparables.js";
import { entitiesOf } from "./entities.js";
import { gistsOf } from "./gist.js";
import type { Entry, Knowledge } from "./knowledge/model.js";
import { sourceCount, standsAlone } from "./statement.js";
import { byWorth, nearness, type Telling } from "./telling.js";

/** What is told of one side alone, and what is said not to be told, those that tell most first. */
export interface Side {
  readonly stated: readonly Near[];
  /** Where nothing else is stated of an aspect. */
  readonly cards: readonly Near[];
  readonly absent: readonly Near[];
}

/** `isNear` where an event is what the entry is about first. */
export interface Near extends Telling {
  readonly isNear: boolean;
}

/** What the knowledge tells of an event or a source, and of no other. */
export function sideOf(knowledge: Knowledge, one: Comparable): Side {
  const entities = entitiesOf(knowledge);
  const own = one.kind === "event" ? one.entity : one.publisher;
  const all = one.kind === "event" ? ofEvent(knowledge, one.entity.id) : ofSource(knowledge, one.source.id);
  const usable = all.filter((entry) => standsAlone(knowledge, entry, 0));
  const plain = usable.filter((entry) => entities.cardOf(entry) === undefined);
  const cards = usable.filter((entry) => own !== undefined && entities.cardOf(entry) === own.id);
  const centres = [own?.id, one.kind === "source" ? mainEvent(knowledge, plain) : undefined];
  const closeness = (entry: Entry) => Math.max(...centres.map((id) => (id === undefined ? 0 : nearness(entry, id))));
  const rank = (pool: readonly Entry[]) =>
    byWorth(gistsOf(knowledge), pool, closeness).map((told) => ({
      ...told,
      isNear: one.kind === "source" || closeness(told.entry) === 1,
    }));
  // A card says in one what the rows say by aspect; one that says when is a dated fact like others.
  const isRow = ({ aspect, notStated }: Entry) => !notStated && one.kind === "event" && aspect !== "what";
  return {
    stated: rank([...plain.filter(({ notStated }) => !notStated), ...cards.filter(isRow)]),
    cards: rank(cards.filter((entry) => !isRow(entry))),
    absent: rank(plain.filter(({ notStated }) => notStated)),
  };
}

/** Entries about an event and no other one, which rest on the sources that tell of it. */
function ofEvent(knowledge: Knowledge, id: string): Entry[] {
  const card = knowledge.entities.get(id)?.entry;
  const isOther = (about: string) => about !== id && knowledge.entities.get(about)?.kind === "event";
  const own = entitiesOf(knowledge)
    .entriesAbout(id)
    .filter(({ id: entry, about }) => entry === card || !about.some(isOther));
  const homes = new Set(
    own
      .filter((entry) => entry.id === card || (!entry.notStated && sourceCount(entry) === 1 && entry.about[0] === id))
      .flatMap(({ citations }) => citations.flat().map(({ source }) => source)),
  );
  return own.filter(({ citations }) => citations.flat().every(({ source }) => homes.has(source)));
}

/** Entries that rest on a source alone, and on more than its record. */
function ofSource({ entries }: Knowledge, id: string): Entry[] {
  return entries.filter(({ citations }) => {
    const cited = citations.flat();
    return cited.every(({ source }) => source === id) && cited.some(({ paragraph }) => paragraph > 0);
  });
}

/** The event that most of the entries are about. */
function mainEvent({ entities }: Knowledge, pool: readonly Entry[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { about } of pool)
    for (const id of about) if (entities.get(id)?.kind === "event") counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0];
}
