import Fuse from "fuse.js";
import type { Knowledge } from "../knowledge/model.js";
import { wordsOf } from "./text.js";

/** Past this many names a look-up would cost more than an answer may. */
const MAX_NAMES = 2000;
/** Fuse's score from 0 (the same) to 1 (nothing alike) up to which a word counts as a mistyped name. */
const NEAR = 0.34;

/** Looks single words of people's names up inside questions, in spite of typos; whole names are `NameIndex`'s. */
export class Names {
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
    this.words = new Fuse([...words].sort(), { threshold: NEAR, includeScore: true, ignoreDiacritics: true });
  }

  /** The word of a person's name that a word of a question is most like: `"kroutskikh"` gives `"krutskikh"`. */
  nearestWord(typed: string): string | undefined {
    if (this.isEmpty || typed.length < 5 || typed.length > 32) return undefined;
    const [best] = this.words.search(typed, { limit: 1 });
    return best && Math.abs(best.item.length - typed.length) <= 3 && best.item[0] === typed[0] ? best.item : undefined;
  }
}
