import { languageData } from "../answer/languages/language.js";
import { wordsOf } from "../answer/text.js";
import type { Entity, Entry, Knowledge, Language } from "../knowledge/model.js";

/** A name of an entity in a text: from the word at `at` on, `length` words. */
interface Named {
  readonly entity: Entity;
  readonly at: number;
  readonly length: number;
}

/** Words after which an answer names whom it is about: `was led by …`, `fue …`. */
const NAMING: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: new Set(["is", "was", "by"]),
  es: new Set(["es", "fue", "por"]),
};

/** Words before the place where something was: `was held in …`, `se celebró en …`. */
const PLACING: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: new Set(["in", "at"]),
  es: new Set(["en"]),
};

/** Finds the entities that texts of a language name. */
export class Naming {
  /** The names, as folded words, by their first word; the longest first. */
  private readonly byFirst = new Map<string, { readonly words: readonly string[]; readonly entity: Entity }[]>();
  /** Cards are looked at again and again. */
  private readonly byEntry = new Map<Entry, ReadonlySet<string>>();

  constructor(
    { entities }: Knowledge,
    private readonly language: Language,
  ) {
    for (const entity of entities.values()) {
      for (const { name, aliases } of Object.values(entity.names)) {
        for (const words of [name, ...aliases].map(wordsOf).filter(({ length }) => length > 0)) {
          const known = this.byFirst.get(words[0]) ?? [];
          this.byFirst.set(words[0], [...known, { words, entity }]);
        }
      }
    }
    for (const names of this.byFirst.values()) names.sort((a, b) => b.words.length - a.words.length);
  }

  /** The ids of whom and what an entry names in its question and its answer, in any language. */
  by(entry: Entry): ReadonlySet<string> {
    const known = this.byEntry.get(entry);
    if (known) return known;
    const texts = Object.values(entry.texts).flatMap(({ question, answer }) => [question, ...answer]);
    const ids = new Set(texts.flatMap((text) => [...this.in(text)].map(({ id }) => id)));
    this.byEntry.set(entry, ids);
    return ids;
  }

  /** The entities that a text names; of names inside each other the longest counts. */
  in(text: string): Set<Entity> {
    return new Set(this.all(wordsOf(text)).map(({ entity }) => entity));
  }

  /**
   * Whom or what a statement gives as the answer to a question: named at its beginning, or right after a word such as "by", and not
   * by the question itself. `"The tour was led by Ann Lee, a guide at City Hall."` gives Ann Lee for `"Who led the tour?"`.
   */
  answerIn(statement: string, question: string): Entity | undefined {
    return this.answersIn(statement, question, NAMING).at(0)?.entity;
  }

  /**
   * The place that a statement gives as the answer to where something was: named right after a word such as "in", alone or with
   * what it lies in. `"The fair was held in Old Town, Lowland."` gives Old Town; one that names two places apart gives none.
   */
  placeIn(statement: string, question: string): Entity | undefined {
    const places = this.answersIn(statement, question, PLACING).filter(({ entity }) => entity.kind === "place");
    const [first] = places;
    if (!first) return undefined;
    const inQuestion = this.in(question);
    const others = this.all(wordsOf(statement)).filter(
      ({ entity, at }) =>
        entity.kind === "place" && entity !== first.entity && !inQuestion.has(entity) && at !== first.at + first.length,
    );
    return others.length === 0 ? first.entity : undefined;
  }

  private answersIn(
    statement: string,
    question: string,
    before: Readonly<Record<Language, ReadonlySet<string>>>,
  ): Named[] {
    const words = wordsOf(statement);
    const asked = new Set(wordsOf(question));
    const inQuestion = this.in(question);
    const { stopWords } = languageData(this.language);
    const isEmpty = (word: string) => ARTICLES.has(word) || (asked.has(word) && !stopWords.has(word));
    const named = this.all(words);
    const inName = new Set(named.flatMap(({ at, length }) => Array.from({ length }, (_, i) => at + i)));
    return named.filter(({ entity, at }) => {
      if (inQuestion.has(entity)) return false;
      const earlier = words.slice(0, at);
      const opens = earlier.every((word, i) => isEmpty(word) || inName.has(i));
      const last = earlier.findLastIndex((word) => !ARTICLES.has(word));
      return opens || (last >= 0 && (before[this.language]?.has(words[last]) ?? false) && !inName.has(last));
    });
  }

  private all(words: readonly string[]): Named[] {
    const found: Named[] = [];
    for (let at = 0; at < words.length; ) {
      const name = this.byFirst.get(words[at])?.find((one) => one.words.every((word, i) => words[at + i] === word));
      if (name) found.push({ entity: name.entity, at, length: name.words.length });
      at += name?.words.length ?? 1;
    }
    return found;
  }
}

const ARTICLES: ReadonlySet<string> = new Set(["the", "a", "an", "el", "la", "los", "las", "un", "una"]);
