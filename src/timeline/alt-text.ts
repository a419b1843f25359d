import type { DatedText } from "./facts.js";
import { timelinePhrases } from "./phrases.js";

/** A picture with more facts would be too high to read; lists are paged by it. */
export const FACTS_PER_PICTURE = 12;
/** Discord's limit for an attachment's description. */
const LONGEST = 1024;
const LONGEST_TITLE = 150;
const LONGEST_DATE = 60;

/**
 * What the picture shows, in words: `"Timeline: Cuban-American talks. 2 dated facts. 1961: Relations … 20 July 2015: Cuba …"`. Every
 * fact is there with its date; where all would be longer than 1024 UTF-16 units, the longest texts are shortened.
 */
export function altText(
  facts: readonly DatedText[],
  { title, language }: { readonly title: string; readonly language: string },
): string {
  const words = timelinePhrases(language);
  const shown = facts.slice(0, FACTS_PER_PICTURE).map(({ date, text }) => [plain(date), plain(text)] as const);
  const written = (most: number) =>
    [
      sentence(words.altTitle(cut(plain(title), LONGEST_TITLE))),
      `${words.facts(shown.length)}.`,
      ...shown.map(([date, text]) => `${cut(date, LONGEST_DATE)}: ${sentence(cut(text, most))}`),
      ...(facts.length > shown.length ? [words.moreFacts(facts.length - shown.length)] : []),
    ].join(" ");
  // Title and dates alone never fill it.
  let [fitting, tooLong] = [0, LONGEST + 1];
  while (tooLong - fitting > 1) {
    const most = Math.floor((fitting + tooLong) / 2);
    if (written(most).length <= LONGEST) fitting = most;
    else tooLong = most;
  }
  return written(fitting);
}

/** What the picture is of, for where its facts stand beside it in full: `"Timeline: A town. 7 dated facts."`. */
export function shortAlt(
  facts: readonly DatedText[],
  { title, language }: { readonly title: string; readonly language: string },
): string {
  const words = timelinePhrases(language);
  return `${sentence(words.altTitle(cut(plain(title), LONGEST_TITLE)))} ${words.facts(facts.length)}.`;
}

/** Without line breaks, control signs and marks that turn the direction of text; what no alternative text has room for is not looked at. */
function plain(text: string): string {
  return text
    .slice(0, LONGEST)
    .toWellFormed()
    .replace(/\s+/g, " ")
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, "")
    .trim();
}

/** At most so many UTF-16 units, with an ellipsis where something is left out; no code point is split. */
function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const kept = text.slice(0, Math.max(0, most - 1));
  return `${/[\ud800-\udbff]$/.test(kept) ? kept.slice(0, -1) : kept}…`;
}

function sentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
