import { soundOf } from "./sound.js";

/** A word of a vocabulary with the letters that it has, a bit each; only so many can differ between words that are near. */
interface Known {
  readonly word: string;
  readonly letters: number;
  readonly count: number;
  /** What it sounds like, worked out when it is first asked for. */
  sound?: string;
}

/** The words of a vocabulary, to find what a mistyped word means. */
export class Spelling {
  private readonly byLength: Known[][] = [];
  /** By first letter and length together. */
  private readonly byStart = new Map<number, Known[]>();

  /** @param counts how frequent each word is: decides between equally near ones */
  constructor(words: readonly string[], counts: readonly number[]) {
    for (const [i, word] of words.entries()) {
      const known = { word, letters: lettersOf(word), count: counts[i] };
      const alike = this.byLength[word.length] ?? [];
      if (alike.push(known) === 1) this.byLength[word.length] = alike;
      const start = startOf(word, word.length);
      const starting = this.byStart.get(start) ?? [];
      if (starting.push(known) === 1) this.byStart.set(start, starting);
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
    const letters = lettersOf(word);
    let best: { known: Known; cost: number } | undefined;
    for (let length = Math.max(3, word.length - allowed); length <= word.length + allowed; length++) {
      for (const known of this.byLength[length] ?? []) {
        const sameStart = known.word.charCodeAt(0) === word.charCodeAt(0);
        // People rarely miss the first letter: another one costs half an edit more and leaves room for one edit only.
        const limit = sameStart ? allowed : 1;
        if (bits(letters ^ known.letters) > 2 * limit) continue;
        const edits = editsBetween(word, known.word, limit);
        if (edits > limit) continue;
        const cost = sameStart ? edits : edits + 0.5;
        if (!best || cost < best.cost || (cost === best.cost && isLikelier(known, best.known))) best = { known, cost };
      }
    }
    return best?.known.word;
  }

  /** The nearest word of the same first letter and the same sound up to so many edits away. */
  private nearestBySound(word: string, allowed: number): string | undefined {
    const [letters, sound] = [lettersOf(word), soundOf(word)];
    let best: { known: Known; edits: number } | undefined;
    for (let length = Math.max(3, word.length - allowed); length <= word.length + allowed; length++) {
      for (const known of this.byStart.get(startOf(word, length)) ?? []) {
        if (bits(letters ^ known.letters) > 2 * allowed) continue;
        known.sound ??= soundOf(known.word);
        if (known.sound !== sound) continue;
        const edits = editsBetween(word, known.word, allowed);
        if (edits > allowed) continue;
        if (!best || edits < best.edits || (edits === best.edits && isLikelier(known, best.known)))
          best = { known, edits };
      }
    }
    return best?.known.word;
  }
}

/** A number for the words of the same first letter and a length. */
function startOf(word: string, length: number): number {
  return (word.charCodeAt(0) << 8) | Math.min(length, 255);
}

function isLikelier(one: Known, other: Known): boolean {
  return one.count > other.count || (one.count === other.count && one.word < other.word);
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
