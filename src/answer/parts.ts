import type { Span } from "./concepts.js";
import { isMeaningful, type LanguageData } from "./languages/language.js";

/** One of two questions, in the ways to read it: as folded words, the likeliest first. */
export type Part = readonly string[][];

/**
 * The two questions that a question holds; undefined where it holds one.
 * `"when and where was the forum"` gives `"when was the forum"` and `"where was the forum"`;
 * `"who led it in 2015 and who opened the forum"` gives its halves, and a short second half borrows the first one's words, with or without the last of them:
 * `"when was the mill built and who owns it"` asks `"who owns it mill built"` or `"who owns it mill"`.
 */
export function partsOf(language: LanguageData, words: readonly string[]): [Part, Part] | undefined {
  for (let i = 1; i < words.length - 1; i++) {
    const word = language.variants.get(words[i]) ?? words[i];
    if (!language.and.test(word)) continue;
    const isBehind = asks(language, words[i + 2]) && !isMeaningful(language, words[i + 1]);
    const asked = asks(language, words[i + 1]) ? i + 1 : isBehind ? i + 2 : -1;
    if (asked < 0 || !words.slice(0, i).some((each) => asks(language, each))) continue;
    const [before, after] = [words.slice(0, i), words.slice(i + 1)];
    if (asks(language, words[i - 1]))
      return [[[...before, ...words.slice(asked + 1)]], [[...before.slice(0, -1), ...after]]];
    const own = after.filter((each) => isMeaningful(language, each));
    if (own.length >= 2) return [[before], [after]];
    const borrowed = before.filter((each) => !asks(language, each) && isMeaningful(language, each));
    const fewer = borrowed.length >= 2 ? [[...after, ...borrowed.slice(0, -1)]] : [];
    return [[before], [[...after, ...borrowed], ...fewer]];
  }
  return undefined;
}

/**
 * The two questions of one about two people who stand side by side: `"what posts do Lee and Swartz hold"` gives
 * `"what posts do Lee hold"` and `"what posts do Swartz hold"`; undefined where there are no such two.
 * @param people where the question names people
 */
export function partsByPerson(
  language: LanguageData,
  words: readonly string[],
  people: readonly Span[],
): [Part, Part] | undefined {
  for (const one of people) {
    for (const other of people) {
      const [from, to] = [Math.max(...one.at) + 1, Math.min(...other.at)];
      const isPair = from < to && words.slice(from, to).every((word) => language.and.test(word));
      if (one.concept === other.concept || !isPair) continue;
      const without = (left: Span): Part => [words.filter((_, i) => !left.at.includes(i) && (i < from || i >= to))];
      return [without(other), without(one)];
    }
  }
  return undefined;
}

/** Whether a folded word is one that asks. */
function asks({ questionWords, variants }: LanguageData, word: string | undefined): boolean {
  return word !== undefined && questionWords.has(variants.get(word) ?? word);
}
