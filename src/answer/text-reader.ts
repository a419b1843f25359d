import type { Lexicon } from "./lexicon.js";
import type { RowsBuilder } from "./rows.js";
import { isSimple, wordsOf } from "./text.js";

/** The folded letter or digit of each ASCII code; 0 for what only stands between words. */
const LETTERS = Uint8Array.from({ length: 128 }, (_, code) => {
  const folded = String.fromCharCode(code).toLowerCase();
  return /[a-z0-9]/.test(folded) ? folded.charCodeAt(0) : 0;
});

/**
 * Reads texts into the numbers of their words, as a lexicon learns them. Most words of a large folder are known from a text before:
 * those are found by their letters in an open hash table, without a string made of each.
 */
export class TextReader {
  /** Numbers of words plus one, and the hashes of their letters; 0 where nothing is kept. */
  private slots = new Int32Array(1 << 12);
  private hashes = new Int32Array(1 << 12);
  private used = 0;

  constructor(private readonly lexicon: Lexicon) {}

  /** Adds the numbers of a text's words to the row that is being built, learning the words. */
  read(text: string, into: RowsBuilder): void {
    if (!isSimple(text)) {
      for (const number of this.lexicon.learn(wordsOf(text))) into.add(number);
      return;
    }
    let [from, hash] = [0, 0];
    for (let i = 0; i <= text.length; i++) {
      const letter = i < text.length ? LETTERS[text.charCodeAt(i)] : 0;
      if (letter > 0) hash = (Math.imul(hash, 31) + letter) | 0;
      else {
        if (i > from) into.add(this.learn(text, from, i, hash));
        from = i + 1;
        hash = 0;
      }
    }
  }

  private learn(text: string, from: number, to: number, hash: number): number {
    const { lexicon, slots, hashes } = this;
    const last = slots.length - 1;
    let slot = placeOf(hash, last);
    for (; slots[slot] > 0; slot = (slot + 1) & last) {
      const number = slots[slot] - 1;
      if (hashes[slot] === hash && isAt(lexicon.words[number], text, from, to)) {
        lexicon.countAgain(number);
        return number;
      }
    }
    const typed = text.slice(from, to).toLowerCase();
    const number = lexicon.learnWord(typed);
    // A word that stands for another one is looked up each time: its own letters may become a word later.
    if (lexicon.words[number] === typed) this.keep(slot, hash, number);
    return number;
  }

  private keep(slot: number, hash: number, number: number): void {
    this.slots[slot] = number + 1;
    this.hashes[slot] = hash;
    this.used++;
    if (2 * this.used > this.slots.length) this.grow();
  }

  private grow(): void {
    const { slots, hashes } = this;
    const last = 2 * slots.length - 1;
    this.slots = new Int32Array(2 * slots.length);
    this.hashes = new Int32Array(2 * slots.length);
    for (let old = 0; old < slots.length; old++) {
      if (slots[old] === 0) continue;
      let slot = placeOf(hashes[old], last);
      while (this.slots[slot] > 0) slot = (slot + 1) & last;
      this.slots[slot] = slots[old];
      this.hashes[slot] = hashes[old];
    }
  }
}

function placeOf(hash: number, last: number): number {
  return (hash ^ (hash >>> 15)) & last;
}

/** Whether a word's letters stand between two places of a text, in upper or lower case. */
function isAt(word: string, text: string, from: number, to: number): boolean {
  if (word.length !== to - from) return false;
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) !== LETTERS[text.charCodeAt(from + i)]) return false;
  return true;
}
