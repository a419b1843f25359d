/** How many different numbers `trigramsOf` gives. */
export const TRIGRAMS = 1 << 16;

/** The character trigrams of a word with its ends marked, as numbers below `TRIGRAMS`: `"talk"` has `^ta`, `tal`, `alk`, `lk$`. */
export function trigramsOf(word: string): number[] {
  const marked = `^${word}$`;
  const found: number[] = [];
  for (let i = 0; i + 2 < marked.length; i++) {
    const hash =
      (marked.charCodeAt(i) * 961 + marked.charCodeAt(i + 1) * 31 + marked.charCodeAt(i + 2)) & (TRIGRAMS - 1);
    if (!found.includes(hash)) found.push(hash);
  }
  return found;
}
