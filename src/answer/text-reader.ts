import type { Lexicon } from "./lexicon.js";
import type { RowsBuilder } from "./rows.js";
import { isSimple, wordsOf } from "./text.js";

/** The folded letter or digit of each ASCII code; 0 for what only stands between words. */
const LETTERS = Uint8Array.from({ length: 128 }, (_, code) => {
  const folded = String.fromCharCode(code).toLowerCase();
  return /[a-z0-9]/.test(folded) ? folded.charCodeAt(0) : 0;
});

/** Words of more letters are rare, and looked up as strings. */
const LONGEST = 31;
/** Where a known word's length and letters are kept: so many bytes for each. */
const STRIDE = LONGEST + 1;

/**
 * Reads texts into the numbers of their words, as a lexicon learns them. Most words of a large folder are known from a text before:
 * those are found by their letters in an open hash table, without a string made of each.
 */
export class TextReader {
  /** Places among the known words, plus one, by hash; 0 where there is none. */
  private slots = new Int32Array(1 << 12);
  /** By place of a known word: its number in the lexicon, the hash of its letters, and its length and letters. */
  private numbers = new Int32Array(1 << 11);
  private hashes = new Int32Array(1 << 11);
  private letters = new Uint8Array(STRIDE << 11);
  private known = 0;
  /** The letters of the word that is being read. */
  private readonly word = new Uint8Array(LONGEST);

  constructor(private readonly lexicon: Lexicon) {}

  /** Adds the numbers of a text's words to the row that is being built, learning the words. */
  read(text: string, into: RowsBuilder): void {
    if (!isSimple(text)) {
      for (const number of this.lexicon.learn(wordsOf(text))) into.add(number);
      return;
    }
    const { word } = this;
    let [length, hash] = [0, 0];
    for (let i = 0; i <= text.length; i++) {
      const letter = i < text.length ? LETTERS[text.charCodeAt(i)] : 0;
      if (letter > 0) {
        if (length < LONGEST) word[length] = letter;
        hash = (Math.imul(hash, 31) + letter) | 0;
        length++;
      } else if (length > 0) {
        into.add(this.find(length, hash) ?? this.learn(text.slice(i - length, i).toLowerCase(), hash));
        length = 0;
        hash = 0;
      }
    }
  }

  /** The number of the word that was read, counted once more; undefined where it is not known. */
  private find(length: number, hash: number): number | undefined {
    const { slots, hashes } = this;
    const last = slots.length - 1;
    for (let slot = placeOf(hash, last); slots[slot] > 0; slot = (slot + 1) & last) {
      const place = slots[slot] - 1;
      if (hashes[place] !== hash || !this.isRead(place, length)) continue;
      this.lexicon.countAgain(this.numbers[place]);
      return this.numbers[place];
    }
    return undefined;
  }

  private isRead(place: number, length: number): boolean {
    const { letters, word } = this;
    const at = STRIDE * place;
    if (letters[at] !== length) return false;
    for (let i = 0; i < length; i++) if (letters[at + 1 + i] !== word[i]) return false;
    return true;
  }

  private learn(typed: string, hash: number): number {
    const number = this.lexicon.learnWord(typed);
    // A word that stands for another one is looked up each time: its own letters may become a word later.
    if (typed.length <= LONGEST && this.lexicon.words[number] === typed) this.keep(typed.length, hash, number);
    return number;
  }

  private keep(length: number, hash: number, number: number): void {
    if (this.known === this.numbers.length) this.grow();
    const place = this.known++;
    this.numbers[place] = number;
    this.hashes[place] = hash;
    this.letters[STRIDE * place] = length;
    this.letters.set(this.word.subarray(0, length), STRIDE * place + 1);
    this.enter(place);
  }

  private enter(place: number): void {
    const last = this.slots.length - 1;
    let slot = placeOf(this.hashes[place], last);
    while (this.slots[slot] > 0) slot = (slot + 1) & last;
    this.slots[slot] = place + 1;
  }

  private grow(): void {
    this.numbers = enlarged(this.numbers, new Int32Array(2 * this.numbers.length));
    this.hashes = enlarged(this.hashes, new Int32Array(2 * this.hashes.length));
    this.letters = enlarged(this.letters, new Uint8Array(2 * this.letters.length));
    this.slots = new Int32Array(2 * this.slots.length);
    for (let place = 0; place < this.known; place++) this.enter(place);
  }
}

function placeOf(hash: number, last: number): number {
  return (hash ^ (hash >>> 15)) & last;
}

function enlarged<T extends Int32Array | Uint8Array>(items: T, into: T): T {
  into.set(items);
  return into;
}
