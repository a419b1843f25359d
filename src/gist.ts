import { isMeaningful, languageData } from "./answer/languages/language.js";
import { wordsOf } from "./answer/text.js";
import { derived } from "./knowledge/derived.js";
import { type Entry, type Knowledge, textsOf } from "./knowledge/model.js";

/** What entries ask and say, as sets of the stems of their words with meaning, in the knowledge's first language. */
export class Gists {
  private readonly asked = new Map<string, ReadonlySet<string>>();
  private readonly statements = new Map<string, ReadonlySet<string>>();
  private readonly told = new Map<string, ReadonlySet<string>>();
  private readonly counts = new Map<string, number>();
  private readonly rarities = new Map<string, number>();
  /** By word, for stemming one takes longer than all else. */
  private readonly stems = new Map<string, string>();

  constructor(private readonly knowledge: Knowledge) {
    for (const entry of knowledge.entries)
      for (const word of this.answerOf(entry)) this.counts.set(word, (this.counts.get(word) ?? 0) + 1);
  }

  /** Of an entry's question with its other wordings. */
  questionOf(entry: Entry): ReadonlySet<string> {
    return kept(this.asked, entry.id, () => {
      const { question, also } = this.textsOf(entry);
      return this.gistOf([question, ...also].join(" "));
    });
  }

  /** Of one statement of an entry's answer; the first says what the others explain. */
  statementOf(entry: Entry, at = 0): ReadonlySet<string> {
    return kept(this.statements, `${entry.id} ${at}`, () => this.gistOf(this.textsOf(entry).answer[at]));
  }

  /** Of an entry's answer. */
  answerOf(entry: Entry): ReadonlySet<string> {
    return kept(this.told, entry.id, () => this.gistOf(this.textsOf(entry).answer.join(" ")));
  }

  /** Of any text in the first language: `"They met in Havana"` gives the set of `"met"` and `"havana"`. */
  private gistOf(text: string): ReadonlySet<string> {
    const language = languageData(this.knowledge.languages[0]);
    const meant = wordsOf(text).filter((word) => isMeaningful(language, word));
    return new Set(meant.map((word) => kept(this.stems, word, () => language.stem?.(word) ?? word)));
  }

  /** How telling a word is: the fewer answers have it, the more; from 0 up. */
  rarity(word: string): number {
    const known = this.rarities.get(word);
    if (known !== undefined) return known;
    const rarity = Math.log((1 + this.knowledge.entries.length) / (1 + (this.counts.get(word) ?? 0)));
    // Only the knowledge's own words are remembered, so that there are never more of them.
    if (this.counts.has(word)) this.rarities.set(word, rarity);
    return rarity;
  }

  /** How much two sets have in common, by the rarity of their words: 0 to 1. */
  likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
    const shared = this.weightOf([...one].filter((word) => other.has(word)));
    const all = this.weightOf(new Set([...one, ...other]));
    return all === 0 ? 0 : shared / all;
  }

  /** How telling words are together. */
  weightOf(words: Iterable<string>): number {
    let sum = 0;
    for (const word of words) sum += this.rarity(word);
    return sum;
  }

  private textsOf(entry: Entry) {
    const [first] = this.knowledge.languages;
    return textsOf(entry, first, first);
  }
}

/** The gists of a knowledge, made once. */
export const gistsOf = derived((knowledge) => new Gists(knowledge));

function kept<Value>(cache: Map<string, Value>, key: string, make: () => Value): Value {
  const value = cache.get(key) ?? make();
  cache.set(key, value);
  return value;
}
