/**
 * The word of a vocabulary that a mistyped one most likely means: `"goverment"` gives `"government"`.
 * One edit (insertion, deletion, substitution, swapped neighbours) from four letters on, two from seven; words with digits stay.
 * @param byLength the vocabulary, `byLength[n]` its words of n letters
 * @param frequency decides between equally near words
 */
export function repair(
  word: string,
  byLength: readonly (readonly string[] | undefined)[],
  frequency: (word: string) => number,
): string | undefined {
  if (word.length < 4 || /\d/.test(word)) return undefined;
  const allowed = word.length < 7 ? 1 : 2;
  let best: { word: string; cost: number; count: number } | undefined;
  for (let length = Math.max(3, word.length - allowed); length <= word.length + allowed; length++) {
    for (const other of byLength[length] ?? []) {
      const sameStart = other.charCodeAt(0) === word.charCodeAt(0);
      // People rarely miss the first letter: another one costs half an edit more and leaves room for one edit only.
      const limit = sameStart ? allowed : 1;
      const edits = editsBetween(word, other, limit);
      if (edits > limit) continue;
      const cost = sameStart ? edits : edits + 0.5;
      const count = frequency(other);
      if (
        !best ||
        cost < best.cost ||
        (cost === best.cost && (count > best.count || (count === best.count && other < best.word)))
      ) {
        best = { word: other, cost, count };
      }
    }
  }
  return best?.word;
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
