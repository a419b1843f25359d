import type { Entity, Entry, Knowledge, Language } from "../../knowledge/model.js";
import { languageData } from "../languages/language.js";
import { wordsOf } from "../text.js";

/** A word as it was typed, and folded for comparing: `{ text: "Cuba's", key: "cuba" }`. */
export interface Token {
  readonly text: string;
  readonly key: string;
}

/** An entity that a text names, and where: tokens `from` up to, without, `to`. */
export interface Mention {
  readonly entity: Entity;
  readonly from: number;
  readonly to: number;
}

/** A text's words without the signs around them: `"¿y en La Habana?"` gives y, en, La, Habana. */
export function tokensOf(text: string): Token[] {
  return text.split(/[\s\-–—/]+/).flatMap((typed) => {
    const bare = typed.replace(/^[^\p{L}\p{N}]+/u, "").replace(/[^\p{L}\p{N}.]+$/u, "");
    const word = /\..*\./.test(bare) ? bare : bare.replace(/\.$/, "");
    const key = wordsOf(word).join(" ");
    return key === "" ? [] : [{ text: word, key }];
  });
}

/** Tokens with what the index takes mistyped words for. */
export function repaired(tokens: readonly Token[], repairs: ReadonlyMap<string, string>): Token[] {
  return tokens.map((token) => {
    const to = repairs.get(token.key);
    return to === undefined ? token : { text: to, key: to };
  });
}

/** The words of tokens as a text. */
export function textOf(tokens: readonly Token[]): string {
  return tokens.map(({ text }) => text).join(" ");
}

interface Name {
  readonly keys: readonly string[];
  readonly entity: Entity;
}

/** Finds the entities that texts name, under all their names in every language. */
export class Mentions {
  private readonly byFirst = new Map<string, Name[]>();
  private readonly cards: ReadonlySet<string>;
  /** Words without a meaning of their own; a name that looks like one (UN, US) counts in capitals only. */
  private readonly small: ReadonlySet<string>;

  constructor(private readonly knowledge: Knowledge) {
    this.small = new Set(knowledge.languages.flatMap((code) => [...languageData(code).stopWords]));
    this.cards = new Set([...knowledge.entities.values()].flatMap(({ entry }) => entry ?? []));
    for (const entity of knowledge.entities.values()) {
      for (const name of namesOf(entity)) this.add(this.withoutArticle(tokensOf(name).map(({ key }) => key)), entity);
    }
  }

  /** The names in a text, in their order; where they overlap the longest stands. */
  in(tokens: readonly Token[]): Mention[] {
    const found: Mention[] = [];
    for (let from = 0; from < tokens.length; from++) {
      const { key } = tokens[from];
      const longest = (this.byFirst.get(key) ?? this.byFirst.get(key.replace(/s$/, "")) ?? [])
        .filter((name) => this.isAt(name, tokens, from))
        .reduce<Name | undefined>(
          (best, name) => (best && best.keys.length >= name.keys.length ? best : name),
          undefined,
        );
      if (!longest) continue;
      found.push({ entity: longest.entity, from, to: from + longest.keys.length });
      from += longest.keys.length - 1;
    }
    return found;
  }

  /** The entities that a text names, each once. */
  named(text: string): Entity[] {
    return [...new Set(this.in(tokensOf(text)).map(({ entity }) => entity))];
  }

  /** The entities that an entry is about, in the curator's order. */
  of(entry: Entry): Entity[] {
    return entry.about.flatMap((id) => this.knowledge.entities.get(id) ?? []);
  }

  /** An entity's name in a language. */
  name({ names }: Entity, language: Language): string {
    return (names[language] ?? names[this.knowledge.languages[0]] ?? Object.values(names)[0]).name;
  }

  /** Whether an entry says what some entity is. */
  isCard({ id }: Entry): boolean {
    return this.cards.has(id);
  }

  /** The entities of a kind, in the order of their ids. */
  ofKind(kind: Entity["kind"]): Entity[] {
    return [...this.knowledge.entities.values()].filter((entity) => entity.kind === kind);
  }

  private add(keys: readonly string[], entity: Entity): void {
    if (keys.length === 0) return;
    const known = this.byFirst.get(keys[0]);
    if (known) known.push({ keys, entity });
    else this.byFirst.set(keys[0], [{ keys, entity }]);
  }

  private withoutArticle(keys: readonly string[]): readonly string[] {
    return keys.length > 1 && this.small.has(keys[0]) ? keys.slice(1) : keys;
  }

  private isAt({ keys }: Name, tokens: readonly Token[], from: number): boolean {
    if (keys.length === 1 && this.small.has(keys[0]) && !/^[\p{Lu}.]{2,}$/u.test(tokens[from].text)) return false;
    return keys.every((key, i) => {
      const typed = tokens[from + i]?.key;
      // "krutskikhs": whose it is, in a hurry.
      return typed === key || (key.length >= 4 && typed === `${key}s`);
    });
  }
}

/** Every name of an entity in every language. */
export function namesOf({ names }: Entity): string[] {
  return Object.values(names).flatMap(({ name, aliases }) => [name, ...aliases]);
}
