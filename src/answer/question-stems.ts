import { languageData } from "./languages/language.js";
import type { Query } from "./query.js";
import type { SearchIndex } from "./search-index.js";
import { CONTENT } from "./word-class.js";

/**
 * What a question's words mean, the rarest first: the stems of its words with meaning as they were repaired, and in place of words
 * that name a concept that concept, so that other words for the same come to the same.
 */
export function stemsOf({ lexicon, classes, idfWhole }: SearchIndex, { words, spans }: Query): string[] {
  const { stem = (word: string) => word } = languageData(lexicon.language.code);
  // Words that two concepts share stand for one of them: the wider, or the first.
  const widest = spans.filter(
    ({ at }, i) =>
      !spans.some(
        (other, o) =>
          (other.at.length > at.length || (other.at.length === at.length && o < i)) &&
          at.every((place) => other.at.includes(place)),
      ),
  );
  const named = new Set(widest.flatMap(({ at }) => at));
  const rarities = new Map<string, number>();
  for (const { concept } of widest) rarities.set(lexicon.stems[concept], idfWhole[concept]);
  words.forEach(({ term, typed }, place) => {
    if (named.has(place)) return;
    // Nothing is rarer than a word that the index does not know.
    if (term < 0) rarities.set(stem(typed), Number.POSITIVE_INFINITY);
    else if (classes[term] === CONTENT) rarities.set(lexicon.stems[term], idfWhole[term]);
  });
  return [...rarities].toSorted(([a, x], [b, y]) => (x === y ? (a < b ? -1 : 1) : y - x)).map(([one]) => one);
}
