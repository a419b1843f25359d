import type { Entity, EntityKind, Entry, Knowledge, Language } from "../../knowledge/model.js";
import type { FollowUpWords } from "../languages/follow-up-words.js";
import { type LanguageData, languageData } from "../languages/language.js";
import { type Mention, type Mentions, namesOf, type Token, textOf, tokensOf } from "./mentions.js";

/** What was asked, in full, and what answered it. */
export interface Turn {
  readonly question: string;
  readonly language: Language;
  /** The entries that answered; none where nothing did. */
  readonly entries: readonly Entry[];
}

/** Something that was spoken of: an entity, or where the knowledge names none, words such as `"the lighthouse"`. */
export interface Thing {
  readonly text: string;
  readonly entity?: Entity;
}

/** A question that can be looked back at, in the language of the one that follows. */
export interface Base {
  readonly tokens: readonly Token[];
  readonly mentions: readonly Mention[];
  readonly entries: readonly Entry[];
}

/** What has been said in a conversation, newest first, as a question in one language looks back at it. */
export class Spoken {
  readonly data: LanguageData;

  constructor(
    readonly words: FollowUpWords,
    readonly language: Language,
    readonly turns: readonly Turn[],
    readonly mentions: Mentions,
    readonly knowledge: Knowledge,
  ) {
    this.data = languageData(language);
  }

  /** The last question to look back at. */
  get bases(): Base[] {
    return this.basesOf(this.turns[0]);
  }

  /** A question as it was asked, and as its entry asks it; only the latter where it was asked in another language. */
  basesOf(last: Turn): Base[] {
    const own = last.language === this.language ? [last.question] : [];
    const curated = last.entries.flatMap(({ texts }) => texts[this.language]?.question ?? []);
    return [...new Set([...own, ...curated.slice(0, 1)])].map((question) => this.baseOf(question, last.entries));
  }

  private baseOf(question: string, entries: readonly Entry[]): Base {
    const tokens = tokensOf(question);
    return { tokens, mentions: this.mentions.in(tokens), entries };
  }

  /** The entities of a kind that a turn's question names, as it was asked or as its entry asks it. */
  namedIn({ question, entries }: Turn, kind: EntityKind): Entity[] {
    const isKind = (entity: Entity) => entity.kind === kind;
    const named = this.mentions.named(question).filter(isKind);
    return named.length > 0 ? named : [...new Set(entries.flatMap((entry) => this.askedOf(entry)).filter(isKind))];
  }

  /** The entities of a kind that a turn's answer is about. */
  aboutIn({ entries }: Turn, kind: EntityKind): Entity[] {
    return [...new Set(entries.flatMap((entry) => this.mentions.of(entry)))].filter((entity) => entity.kind === kind);
  }

  /** What a turn's question names of a kind; where it names none, what its answer is about. */
  entities(turn: Turn, kind: EntityKind): Entity[] {
    const named = this.namedIn(turn, kind);
    return named.length > 0 ? named : this.aboutIn(turn, kind);
  }

  private askedOf({ texts }: Entry): Entity[] {
    return this.mentions.named((texts[this.language] ?? Object.values(texts)[0]).question);
  }

  /** The entities of a kind that the last answers are about or name. */
  inAnswers(kind: EntityKind): Entity[] {
    const entries = this.turns.flatMap((turn) => turn.entries);
    const named = entries
      .flatMap(({ texts }) => Object.values(texts).flatMap(({ answer }) => answer))
      .flatMap((text) => this.mentions.named(text));
    return [...new Set([...entries.flatMap((entry) => this.mentions.of(entry)), ...named])].filter(
      (entity) => entity.kind === kind,
    );
  }

  thing(entity: Entity): Thing {
    return { text: this.mentions.name(entity, this.language), entity };
  }

  /** Words with meaning of a turn's question with their article, the last ones first: `"the lighthouse"`; names alone are none. */
  phrases(turn: Turn): Thing[] {
    if (turn.language !== this.language) return [];
    const tokens = tokensOf(turn.question);
    const mentions = this.mentions.in(tokens);
    const isName = ({ from, to }: { from: number; to: number }) =>
      mentions.some((mention) => mention.from <= from + 1 && mention.to >= to);
    return this.phrasesIn(tokens)
      .filter((phrase) => !isName(phrase))
      .map(({ from, to }) => ({ text: textOf(tokens.slice(from, to)) }));
  }

  /**
   * Where a text has an article and words with meaning behind it, the last such place first. At the end of a question a verb may
   * stand behind the noun ("the chess club founded"): then the words before it come next. Behind "did", or of what "was founded", they come first.
   */
  phrasesIn(tokens: readonly Token[]): { from: number; to: number }[] {
    const starts = tokens.flatMap(({ key }, from) => (this.words.determiners.has(key) ? [from] : [])).toReversed();
    return starts.flatMap((from) => {
      const small = tokens.findIndex((token, i) => i > from && !this.isMeaningful(token));
      const to = small < 0 ? tokens.length : small;
      if (to === from + 1) return [];
      const before = tokens[from - 1]?.key ?? "";
      const isPassive = this.words.auxiliaries.has(before) && this.words.participles.test(tokens[to - 1].key);
      const isSubject = isPassive || this.words.splitters.has(before);
      if ((to < tokens.length && !isSubject) || to === from + 2) return [{ from, to }];
      const shorter = Array.from({ length: to - from - 2 }, (_, i) => ({ from, to: to - 1 - i }));
      return isSubject ? [...shorter, { from, to }] : [{ from, to }, ...shorter];
    });
  }

  /** Whether a text has a word that asks. */
  asks(tokens: readonly Token[]): boolean {
    const { firstAsks, prepositions } = this.words;
    const first = tokens.find(({ key }) => !prepositions.has(key));
    return (
      tokens.some((token) => this.isAsking(token) || (firstAsks.has(token.key) && isAccented(token))) ||
      (first !== undefined && firstAsks.has(this.plain(first.key)))
    );
  }

  /** Whether a word asks wherever it stands. */
  isAsking({ key }: Token): boolean {
    return this.data.questionWords.has(this.plain(key));
  }

  isMeaningful({ key }: Token): boolean {
    const { stopWords, questionWords, chatWords } = this.data;
    const word = this.plain(key);
    return !stopWords.has(word) && !questionWords.has(word) && !chatWords.has(word);
  }

  /** Whether the rules read a word by its letters: `"other"`, `"meeting"`, `"it"`. */
  isFixed(key: string): boolean {
    const { fixed, kinds, months, pronouns, latePronouns, possessives } = this.words;
    return fixed.has(key) || [kinds, months, pronouns, latePronouns, possessives].some((words) => words.has(key));
  }

  plain(key: string): string {
    return this.data.variants.get(key) ?? key;
  }

  /** Whether one of an entity's names has a word. */
  isNamedWith(entity: Entity, word: string): boolean {
    return namesOf(entity).some((name) => tokensOf(name).some(({ key }) => key === word));
  }

  /** Whether several events or organisations are named with a word. */
  isShared(word: string): boolean {
    const named = [...this.mentions.ofKind("event"), ...this.mentions.ofKind("organisation")];
    return named.filter((entity) => this.isNamedWith(entity, word)).length > 1;
  }

  /** Whether an event is named as one that is held, as a meeting is. */
  isHeld(event: Entity): boolean {
    const keys = namesOf(event)
      .flatMap(tokensOf)
      .map(({ key }) => key);
    return keys.some((key) => this.words.kinds.get(key) === "event");
  }

  /** Whether two entities are named with a word in common, as two meetings are. */
  isAlike(one: Entity, other: Entity): boolean {
    return namesOf(one)
      .flatMap(tokensOf)
      .some(
        (token) => this.isMeaningful(token) && this.words.kinds.has(token.key) && this.isNamedWith(other, token.key),
      );
  }

  /** Whether an event takes place where, when or under what another name says: its own names have it. */
  belongsTo(event: Entity, keys: readonly string[]): boolean {
    return event.kind === "event" && keys.length > 0 && keys.every((key) => this.isNamedWith(event, key));
  }
}

/** Whether a word was typed with an accent: "qué" asks wherever it stands, "que" does not. */
function isAccented({ text }: Token): boolean {
  return /\p{M}/u.test(text.normalize("NFD"));
}
