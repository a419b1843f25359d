import { hash } from "node:crypto";
import { type Language, textsOf } from "../knowledge/model.js";
import type { LeftOut } from "./ranker.js";
import type { SearchIndex } from "./search-index.js";
import { wordsOf } from "./text.js";

/** A question made from an entry's own texts, to be asked as if somebody had typed it. */
export interface MadeQuestion {
  readonly entry: number;
  readonly words: readonly string[];
  /** What must not be there while it is asked with its entry there: its own wording, where it is asked as it stands. */
  readonly leftOut: LeftOut;
  /** 0..1: how like people's questions it is. */
  readonly weight: number;
  /** 0..1: how likely it is that a question like this one has no answer, beside one that has; 1: as likely. */
  readonly strange: number;
}

/** With so many other wordings, half of the questions are as strange to an entry as a wording that nobody had written down. */
const HALF_STRANGE = 8;

/**
 * 0..1: the share of questions that are as strange to an entry as a wording that nobody had written down; the others are near one of
 * its wordings. The more `others` it has, the fewer: 1 with none, 0.97 with two and a half, a tenth with seventeen.
 */
export function strangeness(others: number): number {
  return 1 / (1 + (others / HALF_STRANGE) ** 3);
}

/** Of an entry's wordings so many are asked, at most. */
const WORDINGS = 3;
/** An answer's shorter words say little about it. */
const SHORTEST = 4;

/**
 * Questions made from the texts of up to `most` entries, drawn by hash so that the order of the files changes nothing:
 * - a wording as it stands, as if nobody had written it down, where the entry has others;
 * - one typed in a hurry, where the entry has others: words are gone, two letters swapped;
 * - one remembered by halves: half of its words, and two of the answer's.
 */
export function makeQuestions(index: SearchIndex, fallback: Language, most: number): MadeQuestion[] {
  const places = Uint32Array.from(index.entries, ({ id }) => placeOf(id));
  return Array.from(index.entries.keys())
    .sort((a, b) => places[a] - places[b] || a - b)
    .slice(0, most)
    .flatMap((entry) => questionsOf(index, fallback, entry, hash("sha256", index.entries[entry].id, "buffer")));
}

/** 32 bits that look drawn by lot, the same for the same id (FNV-1a, Fowler, Noll and Vo). */
function placeOf(id: string): number {
  let bits = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) bits = Math.imul(bits ^ id.charCodeAt(i), 0x01000193);
  // The last letters of an id alone reach the low bits only.
  bits = Math.imul(bits ^ (bits >>> 15), 0x2c1b3c6d);
  return (bits ^ (bits >>> 13)) >>> 0;
}

function questionsOf(index: SearchIndex, fallback: Language, entry: number, key: Buffer): MadeQuestion[] {
  const { question, also, answer } = textsOf(index.entries[entry], index.language, fallback);
  const wordings = [question, ...also];
  const drawn = Array.from({ length: WORDINGS }, (_, i) => (i === 0 ? 0 : key[19 + i] % wordings.length));
  const told = wordsOf(answer.join(" ")).filter((word) => word.length >= SHORTEST);
  const strange = strangeness(also.length);
  return [...new Set(drawn)].flatMap((drawnWording) => {
    const words = wordsOf(wordings[drawnWording]);
    const unwritten = {
      entry,
      words,
      strange,
      leftOut: { wording: index.wordingFrom[entry] + drawnWording },
      weight: strange,
    };
    const hurried = { entry, strange, words: hurry(words, key), leftOut: {}, weight: 1 - strange };
    const halved = { entry, strange, words: halve(words, told, key), leftOut: {}, weight: strange };
    return also.length > 0 ? [unwritten, hurried, halved] : [halved];
  });
}

/** A question as somebody in a hurry types it: every third word or so is gone, and a long one has two letters swapped. */
function hurry(words: readonly string[], key: Buffer): string[] {
  const kept = words.filter((_, i) => words.length < 3 || key[i % 16] % 3 !== 0);
  const long = kept.flatMap((word, i) => (word.length >= 5 && !/\d/.test(word) ? [i] : []));
  if (long.length === 0) return kept;
  const [at, from] = [long[key[16] % long.length], 1 + (key[17] % 3)];
  return kept.map((word, i) =>
    i === at ? word.slice(0, from) + word[from + 1] + word[from] + word.slice(from + 2) : word,
  );
}

/** A question as somebody asks it who knows the matter by other words: about half of it, with two words of the answer. */
function halve(words: readonly string[], told: readonly string[], key: Buffer): string[] {
  const kept = words.filter((_, i) => key[(i + 3) % 16] % 2 === 0);
  return told.length === 0 ? kept : [...kept, told[key[22] % told.length], told[key[23] % told.length]];
}
