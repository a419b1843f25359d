import type { Aspect, EntityKind } from "../../knowledge/model.js";

/** What a pronoun may stand for: `thing` anything but a person, `group` those who took part, `when` a time. */
export type Stands = "thing" | "person" | "group" | "where" | "when";

/** What a language says in questions that lean on what came before. Words are folded; patterns read folded words joined by spaces. */
export interface FollowUpWords {
  /** What such a question begins with: `"and"`, `"what about"`, `"no, I meant"`. */
  readonly opening: RegExp;
  /** An opening that asks for anything about what follows: `"what about"`. */
  readonly about: RegExp;
  /** Words that stand for something spoken of wherever they are. */
  readonly pronouns: ReadonlyMap<string, Stands>;
  /** The same, but only at the end or behind one of `leads`: `"when was that held"`, not `"who said that it was"`. */
  readonly latePronouns: ReadonlyMap<string, Stands>;
  readonly leads: ReadonlySet<string>;
  /** Words that stand for whose something is: `"his"`. */
  readonly possessives: ReadonlyMap<string, Stands>;
  /** Objects that stand between a question word and the verb: `"quién la dirigió"`. */
  readonly clitics: ReadonlySet<string>;
  /** `"the other one"`; its first group is the noun, where it has one. */
  readonly other: RegExp;
  /** Words that only the patterns read, such as `"other"`; they are right as they were typed. */
  readonly fixed: ReadonlySet<string>;
  /** Words before a noun that was spoken of: `"the"`, `"that"`. */
  readonly determiners: ReadonlySet<string>;
  readonly prepositions: ReadonlySet<string>;
  /** Those that say where or when: what stands behind one takes the place of what stood behind it. */
  readonly locatives: ReadonlySet<string>;
  /** Words that ask where a question begins with them, beside the language's question words. */
  readonly firstAsks: ReadonlySet<string>;
  /** Words that begin a question to be answered by yes or no. */
  readonly auxiliaries: ReadonlySet<string>;
  readonly months: ReadonlySet<string>;
  /** What a noun is a kind of: `"meeting"` an event. */
  readonly kinds: ReadonlyMap<string, EntityKind>;
  /** `"who said so"`, whole. */
  readonly whoSaid: RegExp;
  /** What asks for others than those of the answer, whole: `"anyone else"`; and the word for it behind who: `"else"`. */
  readonly whoElse: readonly [RegExp, string];
  /** `"which ones"`, whole. */
  readonly which: RegExp;
  /** The words that count at the head of a question, and those that ask which instead: `"how many"`, `"which"`. */
  readonly counts: RegExp;
  readonly whichOf: string;
  /** What asks for more without saying of what, whole: `"anything else"`. */
  readonly more: RegExp;
  readonly thanks: RegExp;
  /** A pick in words, whole; its first group is a number or one of `ordinals`. */
  readonly pick: RegExp;
  /** `{ second: 2, last: -1 }`. */
  readonly ordinals: ReadonlyMap<string, number>;
  /** A question of a kind about a thing: `ask.when("the fair")` gives `"When was the fair?"`. */
  readonly ask: Readonly<Partial<Record<Aspect, (name: string) => string>>>;
  /** What stands between a bare question word and what it asks about: `"where"`, `"is"`, `"the club"`. */
  readonly is: Readonly<Partial<Record<Aspect, string>>>;
  /** Whether an adjective stands behind its noun, as in "la delegación cubana". */
  readonly adjectivesFollow: boolean;
  /** Whether a lone verb takes what it is about without a preposition, as in "who attended the fair". */
  readonly verbTakesThing: boolean;
  /** `at("the fair")` gives `"at the fair"`. */
  readonly at: (name: string) => string;
  /** What joins a question's words to what they are about, by the words: `"who took part"` is about something with `"in"`. */
  readonly joints: readonly (readonly [RegExp, string])[];
  /** Verbs behind which a noun and another verb end the question: `"did the bakery open"`. */
  readonly splitters: ReadonlySet<string>;
  /** The form of a verb behind the noun that it is said of: `"was the bakery opened"`. */
  readonly participles: RegExp;
  /** A question without a verb, whole: `"from which countries"`. */
  readonly verbless: RegExp;
  /** Whose something is: `("his job", "Ada Brown")` gives `"Ada Brown's job"`, in a question that ends in it. */
  readonly whose: (owned: string, owner: string) => string;
  /** A question's words as a sentence: `"who led it"` gives `"Who led it?"`. */
  readonly sentence: (words: string) => string;
}
