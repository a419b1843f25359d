import { showDate } from "./dates.js";
import type { Citation, Knowledge, Source } from "./knowledge/model.js";
import { phrases, spoken } from "./phrases.js";

const words = spoken<{ paragraphs: (numbers: readonly number[]) => string }>({
  en: { paragraphs: (numbers) => `paragraphs ${listed(numbers, "and")}` },
  es: { paragraphs: (numbers) => `párrafos ${listed(numbers, "y")}` },
});

/**
 * A plain bibliographic reference from a source's record: publisher, title, date, paragraphs and link, as far as they are known:
 * `"Xinhua, “Cuba, U.S. hold talks on cybercrime”, 25 February 2016, paragraphs 4 and 5."`
 */
export function referenceOf(source: Source, language: string, paragraphs: readonly number[] = []): string {
  const { publisher, title, url } = source;
  const { paragraph } = phrases(language);
  const numbers = [...new Set(paragraphs)].filter((number) => number > 0).sort((a, b) => a - b);
  const place =
    numbers.length === 0 ? [] : [numbers.length === 1 ? paragraph(numbers[0]) : words(language).paragraphs(numbers)];
  const parts = [publisher, `“${title}”`, dateOf(source, language), ...place].join(", ");
  return `${parts}.${url === undefined ? "" : ` ${url}`}`;
}

/** The references of citations, one for each source in the order in which it is cited first. */
export function referencesOf(knowledge: Knowledge, citations: readonly Citation[], language: string): string[] {
  return [...new Set(citations.map(({ source }) => source))].flatMap((id) => {
    const source = knowledge.sources.get(id);
    const own = citations.filter((citation) => citation.source === id).map(({ paragraph }) => paragraph);
    return source ? [referenceOf(source, language, own)] : [];
  });
}

/** A source's date in words, or that it has none. */
export function dateOf({ published }: Source, language: string): string {
  return published === undefined ? phrases(language).undated : showDate(published, language);
}

function listed(numbers: readonly number[], and: string): string {
  return `${numbers.slice(0, -1).join(", ")} ${and} ${numbers.at(-1)}`;
}
