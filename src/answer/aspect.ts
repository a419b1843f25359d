import type { Aspect } from "../knowledge/model.js";
import type { LanguageData } from "./languages/language.js";

/** What a question asks for, by its folded words: `["when", "was", "it"]` asks `"when"`; undefined where its words do not say. */
export function aspectAsked(language: LanguageData, words: readonly string[]): Aspect | undefined {
  const text = words.map((word) => language.variants.get(word) ?? word).join(" ");
  return language.aspects.find(([pattern]) => pattern.test(text))?.[1];
}

/** Kinds of questions of which one's answer is never another's: who did it does not say when. */
const NARROW: ReadonlySet<Aspect> = new Set(["who", "when", "where", "why", "how-many"]);

/** Whether an answer to one kind of question cannot be one to the other; `what` may be any. */
export function areDistinct(one: Aspect, other: Aspect): boolean {
  return one !== other && NARROW.has(one) && NARROW.has(other);
}
