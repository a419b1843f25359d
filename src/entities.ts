import { type Named, NameIndex } from "./answer/name-index.js";
import { derived } from "./knowledge/derived.js";
import type { Entity, EntityNames, Entry, Knowledge, Language } from "./knowledge/model.js";
import { sourceCount } from "./statement.js";

/** Which entries are about which entities, and what the entities are called. */
class Entities {
  /** Entities by name; where names decide nothing, those that most entries are about come first. */
  readonly names: NameIndex<Entity>;
  private readonly entriesById = new Map<string, Entry[]>();
  private readonly cards = new Map<string, string>();

  constructor(private readonly knowledge: Knowledge) {
    for (const entry of knowledge.entries) for (const id of new Set(entry.about)) this.note(id, entry);
    for (const { id, entry } of knowledge.entities.values()) if (entry !== undefined) this.cards.set(entry, id);
    const all = [...knowledge.entities.values()];
    const byConnections = all.sort((a, b) => this.entriesAbout(b.id).length - this.entriesAbout(a.id).length);
    this.names = new NameIndex(byConnections.map((entity) => ({ thing: entity, names: allNamesOf(entity) })));
  }

  /** In the order of the entries' ids. */
  entriesAbout(id: string): readonly Entry[] {
    return this.entriesById.get(id) ?? [];
  }

  /** The entity whose card an entry is. */
  cardOf(entry: Entry): string | undefined {
    return this.cards.get(entry.id);
  }

  /** Entities by how much of what is told of the one and the other is told of both, by entries that rest on one source. */
  companions(id: string): Entity[] {
    const shared = new Map<string, number>();
    const own = this.entriesAbout(id);
    for (const entry of own)
      if (!entry.notStated && sourceCount(entry) === 1)
        for (const other of new Set(entry.about)) shared.set(other, (shared.get(other) ?? 0) + 1);
    shared.delete(id);
    const closeness = ([other, count]: [string, number]) =>
      count / Math.sqrt(own.length * this.entriesAbout(other).length);
    return [...shared]
      .sort((a, b) => closeness(b) - closeness(a) || (a[0] < b[0] ? -1 : 1))
      .flatMap(([other]) => this.knowledge.entities.get(other) ?? []);
  }

  private note(id: string, entry: Entry): void {
    const known = this.entriesById.get(id);
    if (known) known.push(entry);
    else this.entriesById.set(id, [entry]);
  }
}

/** The entities of a knowledge, connected once. */
export const entitiesOf = derived((knowledge) => new Entities(knowledge));

/** An entity's names in a language, or in the first one that has any. */
export function namesIn({ names }: Entity, language: Language): EntityNames {
  return names[language] ?? Object.values(names)[0];
}

/** An entity's name as a line begins with it: `"The White House"`. */
export function titleOf(entity: Entity, language: Language): string {
  const [first = "", ...rest] = namesIn(entity, language).name;
  return first.toUpperCase() + rest.join("");
}

/** Everything that an entity is called, in all languages. */
export function allNamesOf({ id, names }: Entity): Named<Entity>["names"] {
  return [...Object.values(names).flatMap(({ name, aliases }) => [name, ...aliases]), id];
}
