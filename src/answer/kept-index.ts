import type { Knowledge } from "../knowledge/model.js";
import { languageData } from "./languages/language.js";
import { type Learnt, Lexicon } from "./lexicon.js";
import type { SearchIndex } from "./search-index.js";

/** An index as plain data, to be kept for the same version of the knowledge. */
export type KeptIndex = Omit<SearchIndex, "lexicon" | "entries"> & { readonly learnt: Learnt };

/** The plain data of an index. */
export function keepIndex({ lexicon, entries: _, ...data }: SearchIndex): KeptIndex {
  return { ...data, learnt: lexicon.learnt };
}

/** The index that plain data was made from, over the same knowledge. */
export function restoreIndex({ learnt, ...data }: KeptIndex, { entries }: Knowledge): SearchIndex {
  return { ...data, entries, lexicon: new Lexicon(languageData(data.language), learnt) };
}
