import type { Aspect } from "../knowledge/model.js";
import type { LanguageData } from "./languages/language.js";

/** What a question asks for, by its folded words: `["when", "was", "it"]` asks `"when"`; undefined where its words do not say. */
export function aspectAsked(language: LanguageData, words: readonly string[]): Aspect | undefined {
  const text = words.map((word) => language.variants.get(word) ?? word).join(" ");
  return language.aspects.find(([pattern]) => pattern.test(text))?.[1];
}
