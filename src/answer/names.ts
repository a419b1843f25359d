import Fuse from "fuse.js";
import type { Entity, Knowledge, Language } from "../knowledge/model.js";
import { wordsOf } from "./text.js";

/** A name or alias of an entity, as `findNames` gives it. */
export interface NameMatch {
  readonly entity: Entity;
  /** The name in the language asked for. */
  readonly name: string;
}

/** Past this many names a look-up would cost more than an answer may. */
const MAX_NAMES = 2000;
/** Fuse's score from 0 (the same) to 1 (nothing alike) up to which a word counts as a mistyped name. */
const NEAR = 0.34;

/** Looks names and aliases up in spite of typos: whole names for `/who`-like look-ups, single words inside questions. */
export class Names {
  private readonly whole: Fuse<{ name: string; entity: Entity }>;
  private readonly words: Fuse<string>;
  private readonly isEmpty: boolean;

  constructor(knowledge: Knowledge) {
    const all = [...knowledge.entities.values()]
      .slice(0, MAX_NAMES)
      .flatMap((entity) =>
        Object.values(entity.names).flatMap(({ name, aliases }) =>
          [name, ...aliases].map((each) => ({ name: each, entity })),
        ),
      );
    const people = all.filter(({ entity }) => entity.kind === "person");
    const words = new Set(people.flatMap(({ name }) => wordsOf(name)).filter((word) => word.length >= 5));
    this.isEmpty = words.size === 0;
    this.whole = new Fuse(all, {
      keys: ["name"],
      ignoreLocation: true,
      ignoreDiacritics: true,
      threshold: 0.4,
      includeScore: true,
    });
    this.words = new Fuse([...words].sort(), { threshold: NEAR, includeScore: true, ignoreDiacritics: true });
  }

  /** The entities whose names are like what was typed, best first, each once. */
  find(typed: string, language: Language, limit: number): NameMatch[] {
    const found = new Map<string, NameMatch>();
    for (const { item } of this.whole.search(typed.slice(0, 100))) {
      const names = item.entity.names[language] ?? Object.values(item.entity.names)[0];
      if (!found.has(item.entity.id)) found.set(item.entity.id, { entity: item.entity, name: names.name });
      if (found.size === limit) break;
    }
    return [...found.values()];
  }

  /** The word of a person's name that a word of a question is most like: `"kroutskikh"` gives `"krutskikh"`. */
  nearestWord(typed: string): string | undefined {
    if (this.isEmpty || typed.length < 5 || typed.length > 32) return undefined;
    const [best] = this.words.search(typed, { limit: 1 });
    return best && Math.abs(best.item.length - typed.length) <= 3 && best.item[0] === typed[0] ? best.item : undefined;
  }
}
