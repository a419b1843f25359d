import { NameIndex } from "./answer/name-index.js";
import { wordsOf } from "./answer/text.js";
import { allNamesOf, entitiesOf, namesIn, titleOf } from "./entities.js";
import { derived } from "./knowledge/derived.js";
import type { Entity, Knowledge, Language, Source } from "./knowledge/model.js";

/** What can be compared with another of its kind: an event or a source; `key` is `"e.havana-meeting"` or `"s.xinhua-2016"`. */
export type Comparable = ComparableEvent | ComparableSource;

/** Two of a kind. */
export type Pair = readonly [Comparable, Comparable];

interface ComparableEvent {
  readonly kind: "event";
  readonly key: string;
  readonly entity: Entity;
}

interface ComparableSource {
  readonly kind: "source";
  readonly key: string;
  readonly source: Source;
  /** The publisher, where entries are about it. */
  readonly publisher?: Entity;
}

/** Where a name is longer than this, an alias that is not stands for it. */
const SHORT = 26;

/** The events and sources of a knowledge, by key and by name; events that most entries are about come first, then sources. */
class Comparables {
  readonly all: readonly Comparable[];
  readonly names: NameIndex<Comparable>;
  private readonly byKey: ReadonlyMap<string, Comparable>;

  constructor(knowledge: Knowledge) {
    const entities = entitiesOf(knowledge);
    const told = (one: ComparableEvent) => entities.entriesAbout(one.entity.id).length;
    const events = [...knowledge.entities.values()]
      .filter(({ kind }) => kind === "event")
      .map((entity): ComparableEvent => ({ kind: "event", key: `e.${entity.id}`, entity }))
      .sort((a, b) => told(b) - told(a));
    const sources = [...knowledge.sources.values()].map((source): ComparableSource => {
      const publisher = publisherOf(knowledge, source);
      return { kind: "source", key: `s.${source.id}`, source, ...(publisher ? { publisher } : {}) };
    });
    this.all = [...events, ...sources];
    this.byKey = new Map(this.all.map((one) => [one.key, one]));
    this.names = new NameIndex(this.all.map((thing) => ({ thing, names: namesOf(thing) })));
  }

  get(key: string): Comparable | undefined {
    return this.byKey.get(key);
  }
}

/** The events and sources of a knowledge, listed once. */
export const comparablesOf = derived((knowledge) => new Comparables(knowledge));

/** The whole name: `"the Havana technical meeting of February 2016"`, `"Xinhua: Cuba, U.S. hold talks on cybercrime"`. */
export function fullName(one: Comparable, language: Language): string {
  return one.kind === "event" ? titleOf(one.entity, language) : `${one.source.publisher}: ${one.source.title}`;
}

/** Names for the two sides of a comparison, short where they stay different: `["Washington meeting", "Havana meeting"]`. */
export function shortNames(two: Pair, language: Language): [string, string] {
  const [one, other] = two.map((each) => shortName(each, language));
  return one === other ? [fullName(two[0], language), fullName(two[1], language)] : [one, other];
}

/** A name that fits a label: `"Havana meeting"`, `"Xinhua"`. */
export function shortName(one: Comparable, language: Language): string {
  if (one.kind === "source") return one.publisher ? titleOf(one.publisher, language) : one.source.publisher;
  const { name, aliases } = namesIn(one.entity, language);
  const short = name.length <= SHORT ? undefined : aliases.find(({ length }) => length <= SHORT);
  return short ?? titleOf(one.entity, language);
}

function namesOf(one: Comparable): string[] {
  if (one.kind === "event") return [...allNamesOf(one.entity)];
  const { id, title, publisher } = one.source;
  return [publisher, title, id, ...(one.publisher ? allNamesOf(one.publisher) : [])];
}

/** The entity that a source's publisher is: `Mincom` under `"Cuban Ministry of Communications (Mincom)"`. */
function publisherOf({ entities }: Knowledge, { publisher }: Source): Entity | undefined {
  const wanted = `${wordsOf(publisher).join(" ")} `;
  const isCalledSo = (entity: Entity) =>
    allNamesOf(entity).some((name) => wanted.startsWith(`${wordsOf(name).join(" ")} `));
  return [...entities.values()].find((entity) => entity.kind === "organisation" && isCalledSo(entity));
}
