import Fuse from "fuse.js";
import { type Entry, textsOf } from "../knowledge/model.js";
import { toQuery } from "./query.js";
import { Recall } from "./recall.js";
import type { SearchIndex } from "./search-index.js";
import { wordsOf } from "./text.js";

/** How many entries the index recalls for Fuse to put in order; more would cost time that a typing person waits for. */
const RECALLED = 60;
/** How many ways an unfinished word may go on. */
const ENDINGS = 8;

/** Offers questions for what was typed so far: the index recalls, Fuse orders by likeness to the letters typed. */
export class Suggestions {
  private readonly recall: Recall;

  constructor(
    private readonly index: SearchIndex,
    private readonly fallback: string,
  ) {
    this.recall = new Recall(index);
  }

  /** Up to `limit` entries, best first; entries that have no answer come last. */
  find(typed: string, limit: number): Entry[] {
    const { index } = this;
    const words = wordsOf(typed.slice(0, 200));
    const last = words.at(-1);
    const endings = last === undefined || /\s$/.test(typed) ? [] : index.lexicon.completions(last, ENDINGS);
    const query = toQuery(
      index,
      index.lexicon.look([...words.slice(0, endings.length > 0 ? -1 : undefined), ...endings]),
    );
    const recalled = this.recall.find(query, RECALLED).map((e) => index.entries[e]);
    const listed = recalled.map((entry) => ({
      entry,
      question: textsOf(entry, index.language, this.fallback).question,
    }));
    const fuse = new Fuse(listed, {
      keys: ["question"],
      ignoreLocation: true,
      ignoreDiacritics: true,
      threshold: 0.6,
      useTokenSearch: true,
    });
    const likest = words.length === 0 ? [] : fuse.search(typed.slice(0, 100)).map(({ item }) => item.entry);
    const all = [...new Set([...likest, ...recalled])];
    return [...all.filter(({ notStated }) => !notStated), ...all.filter(({ notStated }) => notStated)].slice(0, limit);
  }
}
