import { isMeaningful, type LanguageData } from "./languages/language.js";
import { wordsOf } from "./text.js";

/** Fewer words with meaning than this do not stand on their own. */
const LEAST_WORDS = 2;

/**
 * The question inside a longer message: the sentences that ask, as folded words, where there are others around them.
 * `"I am new here. Who led the forum? Thanks!"` gives `[["who", "led", "the", "forum"]]`; a lone sentence gives nothing,
 * nor does one that leans on those around it: `"There was a forum. When was it?"`.
 */
export function focusOf(language: LanguageData, text: string): string[][] {
  const sentences = text
    .split(/(?<=[!?…;]|[^\s.]{2}\.)\s+|\s+(?=¿)/)
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
  if (sentences.length < 2) return [];
  const asking = sentences.filter((sentence) => /\?\s*$/.test(sentence));
  const chosen = asking.length > 0 ? asking : sentences.slice(-1);
  return chosen
    .map(wordsOf)
    .filter((words) => words.filter((word) => isMeaningful(language, word)).length >= LEAST_WORDS)
    .filter((words) => !words.some((word) => language.followUp?.pronouns.has(word)));
}
