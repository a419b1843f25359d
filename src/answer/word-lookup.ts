import type { Lexicon } from "./lexicon.js";
import { CONTENT } from "./word-class.js";

/** A word of a question after it was looked up. */
export interface Word {
  /** As typed, folded: `"wich"`. */
  readonly typed: string;
  /** The word of the index that it was repaired to: `"which"`; absent where nothing was repaired. */
  readonly repaired?: string;
  /** The term's number, -1 where the index has no such word. */
  readonly term: number;
}

/** Neighbours that make a shorter word together stay two ("in to"). */
export const SHORTEST_JOINED = 6;
/** A word is parted into no shorter ones. */
const SHORTEST_PART = 3;

/** Looks up the words of a question; one that the index does not know is repaired, or parted, where that gives known words. */
export function lookUp(lexicon: Lexicon, words: readonly string[]): Word[] {
  const found: Word[] = [];
  for (const typed of joined(lexicon, words)) {
    const word = lexicon.plain(typed);
    const term = lexicon.find(word);
    if (term >= 0) found.push({ typed, term });
    else found.push(...readingOf(lexicon, typed, word));
  }
  return found;
}

/** What a word that the index does not know is read as: its parts, the word that it was repaired to, or nothing. */
function readingOf(lexicon: Lexicon, typed: string, word: string): Word[] {
  const parts = partsOf(lexicon, word);
  const slip = parts?.some((part) => isScrap(lexicon, part)) ? lexicon.repairer().slip(word) : undefined;
  if (parts && slip === undefined) return parts.map((part) => ({ typed: part, term: lexicon.find(part) }));
  const repaired = slip ?? lexicon.repairer().of(word, lexicon.stemOfAsked(word));
  return [repaired === undefined ? { typed, term: -1 } : { typed, repaired, term: lexicon.find(repaired) }];
}

/** Joins neighbours that are known as one word: `["cyber", "security"]` gives `["cybersecurity"]`. */
function joined(lexicon: Lexicon, words: readonly string[]): string[] {
  const all: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const whole = i + 1 < words.length ? words[i] + words[i + 1] : "";
    const isOne = whole.length >= SHORTEST_JOINED && lexicon.has(whole);
    all.push(isOne ? whole : words[i]);
    if (isOne) i++;
  }
  return all;
}

/** Parts a word into two that the index knows. */
function partsOf(lexicon: Lexicon, word: string): [string, string] | undefined {
  for (let i = SHORTEST_PART; i <= word.length - SHORTEST_PART; i++) {
    const [left, right] = [word.slice(0, i), word.slice(i)];
    if (lexicon.has(left) && lexicon.has(right)) return [left, right];
  }
  return undefined;
}

/**
 * Whether half of a parted word is so short, and none of the language's small words, that the whole is likelier a slip of the finger:
 * "contry" is rather "country" than "con" and "try".
 */
function isScrap(lexicon: Lexicon, part: string): boolean {
  return part.length === SHORTEST_PART && lexicon.classOf(part) === CONTENT;
}
