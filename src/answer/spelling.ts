import { soundOf } from "./sound.js";

/** The words of one length, side by side: most are passed over by their letters alone, and those lie together. */
interface Bucket {
  readonly words: string[];
  /** A bit for each letter that a word has; only so many can differ between words that are near. */
  readonly letters: Int32Array;
  /** Each word's first letter. */
  readonly starts: Uint16Array;
  readonly counts: Int32Array;
  /** What each sounds like, worked out when it is first asked for. */
  readonly sounds: (string | undefined)[];
}

/** The words of a vocabulary, to find what a mistyped word means. */
export class Spelling {
  private readonly byLength: (Bucket | undefined)[] = [];

  /** @param counts how frequent each word is: decides between equally near ones */
  constructor(words: readonly string[], counts: readonly number[]) {
    const places: number[][] = [];
    for (let i = 0; i < words.length; i++) {
      const { length } = words[i];
      const alike = places[length] ?? [];
      if (alike.push(i) === 1) places[length] = alike;
    }
    for (const [length, own] of places.entries()) {
      if (!own) continue;
      this.byLength[length] = {
        words: own.map((i) => words[i]),
        letters: Int32Array.from(own, (i) => lettersOf(words[i])),
        starts: Uint16Array.from(own, (i) => words[i].charCodeAt(0)),
        counts: Int32Array.from(own, (i) => counts[i]),
        sounds: [],
      };
    }
  }

  /**
   * The word that a mistyped one most likely means: `"goverment"` gives `"government"`.
   * One edit (insertion, deletion, substitution, swapped neighbours) from four letters on, two from seven, and one more where both sound
   * alike: `"contrys"` gives `"countries"`; words with digits stay.
   */
  repair(word: string): string | undefined {
    if (word.length < 4 || word.length > MAX_LENGTH || /\d/.test(word)) return undefined;
    const allowed = word.length < 7 ? 1 : 2;
    return this.nearest(word, allowed) ?? this.nearestBySound(word, allowed + 1);
  }

  /** The word that a mistyped one means where a single slip of the finger tells the two apart. */
  slip(word: string): string | undefined {
    return word.length < 4 || word.length > MAX_LENGTH || /\d/.test(word) ? undefined : this.nearest(word, 1);
  }

  /** The nearest word up to so many edits away. */
  private nearest(word: string, allowed: number): string | undefined {
    const [letters, start] = [lettersOf(word), word.charCodeAt(0)];
    let best: { word: string; count: number; cost: number } | undefined;
    for (let length = Math.max(3, word.length - allowed); length <= word.length + allowed; length++) {
      const bucket = this.byLength[length];
      if (!bucket) continue;
      for (let i = 0; i < bucket.letters.length; i++) {
        const sameStart = bucket.starts[i] === start;
        // People rarely miss the first letter: another one costs half an edit more and leaves room for one edit only.
        const limit = sameStart ? allowed : 1;
        if (bits(letters ^ bucket.letters[i]) > 2 * limit) continue;
        const known = bucket.words[i];
        const edits = editsBetween(word, known, limit);
        if (edits > limit) continue;
        const cost = sameStart ? edits : edits + 0.5;
        const count = bucket.counts[i];
        if (!best || cost < best.cost || (cost === best.cost && isLikelier(known, count, best)))
          best = { word: known, count, cost };
      }
    }
    return best?.word;
  }

  /** The nearest word of the same first letter and the same sound up to so many edits away. */
  private nearestBySound(word: string, allowed: number): string | undefined {
    const [letters, start] = [lettersOf(word), word.charCodeAt(0)];
    let sound: string | undefined;
    let best: { word: string; count: number; edits: number } | undefined;
    for (let length = Math.max(3, word.length - allowed); length <= word.length + allowed; length++) {
      const bucket = this.byLength[length];
      if (!bucket) continue;
      for (let i = 0; i < bucket.letters.length; i++) {
        if (bucket.starts[i] !== start || bits(letters ^ bucket.letters[i]) > 2 * allowed) continue;
        const known = bucket.words[i];
        const edits = editsBetween(word, known, allowed);
        if (edits > allowed) continue;
        sound ??= soundOf(word);
        bucket.sounds[i] ??= soundOf(known);
        if (bucket.sounds[i] !== sound) continue;
        const count = bucket.counts[i];
        if (!best || edits < best.edits || (edits === best.edits && isLikelier(known, count, best)))
          best = { word: known, count, edits };
      }
    }
    return best?.word;
  }
}

function isLikelier(word: string, count: number, other: { readonly word: string; readonly count: number }): boolean {
  return count > other.count || (count === other.count && word < other.word);
}

/** A bit for each letter; letters past the first 32 share theirs, which only makes words seem nearer. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let i = 0; i < word.length; i++) letters |= 1 << (word.charCodeAt(i) & 31);
  return letters;
}

/** How many bits are set (Warren, "Hacker's Delight", 5-1). */
function bits(mask: number): number {
  let n = mask - ((mask >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

const MAX_LENGTH = 64;
const rows = [new Uint8Array(MAX_LENGTH + 1), new Uint8Array(MAX_LENGTH + 1), new Uint8Array(MAX_LENGTH + 1)];

/**
 * The edits between two words, swapped neighbours counted as one (optimal string alignment), worked out only near the diagonal;
 * `limit + 1` where there are more.
 */
export function editsBetween(a: string, b: string, limit: number): number {
  const over = limit + 1;
  if (Math.abs(a.length - b.length) > limit) return over;
  if (a.length > MAX_LENGTH || b.length > MAX_LENGTH) return a === b ? 0 : over;
  let [before, above, row] = rows;
  for (let j = 0; j <= b.length; j++) above[j] = j <= limit ? j : over;
  for (let i = 1; i <= a.length; i++) {
    const from = Math.max(1, i - limit);
    const to = Math.min(b.length, i + limit);
    row[from - 1] = from === 1 && i <= limit ? i : over;
    let least = row[from - 1];
    for (let j = from; j <= to; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let edits = above[j - 1] + (same ? 0 : 1);
      if (j - 1 >= from && row[j - 1] + 1 < edits) edits = row[j - 1] + 1;
      if (j - 1 === from - 1 && row[from - 1] + 1 < edits) edits = row[from - 1] + 1;
      if (j <= i - 1 + limit && above[j] + 1 < edits) edits = above[j] + 1;
      if (
        i > 1 &&
        j > 1 &&
        a.charCodeAt(i - 1) === b.charCodeAt(j - 2) &&
        a.charCodeAt(i - 2) === b.charCodeAt(j - 1)
      ) {
        if (before[j - 2] + 1 < edits) edits = before[j - 2] + 1;
      }
      row[j] = edits > over ? over : edits;
      if (row[j] < least) least = row[j];
    }
    if (to < b.length) row[to + 1] = over;
    if (least > limit) return over;
    [before, above, row] = [above, row, before];
  }
  return above[b.length];
}
