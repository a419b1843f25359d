import { wordsOf } from "../../answer/text.js";
import type { AddedTexts, EntryAddition } from "../addition.js";
import type { Entry, Knowledge, Language } from "../model.js";
import { isSame } from "./new-entry.js";

type ByLanguage = Readonly<Record<Language, AddedTexts | undefined>>;

/** Which entry has which texts and wordings, with those that are added. */
export class KnownTexts {
  private readonly owners = new Map<string, string>();
  private readonly added = new Map<string, ByLanguage>();

  constructor(private readonly knowledge: Knowledge) {
    for (const { id, texts } of knowledge.entries) {
      for (const [language, { question, also }] of Object.entries(texts)) {
        for (const wording of [question, ...also]) this.add(id, language, wording);
      }
    }
  }

  /** The entry that has a wording; one that is added is none yet. */
  readonly written = (wording: string, language: Language): Entry | undefined => {
    const owner = this.owners.get(keyOf(wording, language));
    return owner === undefined ? undefined : this.knowledge.entryById.get(owner);
  };

  /** Whether an entry has a wording, in its language or, without texts in it, in the first one. */
  has({ language, wording }: { readonly language: Language; readonly wording: string }, entry: string): boolean {
    const languages = [language, this.knowledge.languages[0]];
    return languages.some((one) => this.owners.get(keyOf(wording, one)) === entry);
  }

  /** The entry with the same question and the same answer in the first language. */
  sameEntry({ texts: { question, answer } }: Pick<EntryAddition, "texts">): string | undefined {
    const [main] = this.knowledge.languages;
    const owner = this.owners.get(keyOf(question, main));
    if (owner === undefined) return undefined;
    const own = this.textsOf(owner)[main]?.answer ?? [];
    return isSame(own.join(" "), answer.join(" ")) ? owner : undefined;
  }

  /** An entry's question and answer by language. */
  textsOf(entry: string): ByLanguage {
    return { ...this.knowledge.entryById.get(entry)?.texts, ...this.added.get(entry) };
  }

  add(entry: string, language: Language, wording: string): void {
    const key = keyOf(wording, language);
    if (!this.owners.has(key)) this.owners.set(key, entry);
  }

  addTexts(entry: string, language: Language, texts: AddedTexts): void {
    this.add(entry, language, texts.question);
    this.added.set(entry, { ...this.added.get(entry), [language]: texts });
  }

  addEntry(id: string, { texts, translations, asked }: EntryAddition): void {
    this.addTexts(id, this.knowledge.languages[0], texts);
    for (const [language, block] of Object.entries(translations)) this.addTexts(id, language, block);
    if (asked) this.add(id, asked.language, asked.wording);
  }
}

function keyOf(wording: string, language: Language): string {
  return `${language} ${wordsOf(wording).join(" ")}`;
}
