import { languageData } from "../answer/languages/language.js";
import { wordsOf } from "../answer/text.js";
import type { Entity, Entry, Knowledge } from "../knowledge/model.js";

/** Words that differ in no more letters than this at their ends are taken for one: `meetings`, `Cuban`. */
const LONGEST_ENDING = 3;
const SHORTEST_STEM = 4;
/** No more of what was typed is looked at. */
const MOST_LETTERS = 300;

/**
 * Tells whether an entry is about what somebody typed: the entities of that id or name (`"us"`, `"the United States"`); where there
 * are none, every word with meaning has to be in its texts or in the names of what it is about. Nothing typed means every entry.
 */
export function aboutTest(knowledge: Knowledge, about = ""): (entry: Entry) => boolean {
  const typed = about.trim().slice(0, MOST_LETTERS);
  if (typed === "") return () => true;
  const stops = stopWordsOf(knowledge);
  const words = meaningful(typed, stops);
  const named = new Set(entitiesNamed(knowledge, typed, words.join(" "), stops).map(({ id }) => id));
  if (named.size > 0) return (entry) => entry.about.some((id) => named.has(id));
  if (words.length === 0) return () => false;
  return (entry) => {
    const had = textsAround(knowledge, entry).flatMap(wordsOf);
    return words.every((word) => had.some((other) => isSameWord(word, other)));
  };
}

function entitiesNamed({ entities }: Knowledge, typed: string, words: string, stops: ReadonlySet<string>): Entity[] {
  const byId = entities.get(typed.toLowerCase());
  if (byId) return [byId];
  if (words === "") return [];
  return [...entities.values()].filter((entity) =>
    namesOf(entity).some((name) => meaningful(name, stops).join(" ") === words),
  );
}

function textsAround({ entities }: Knowledge, entry: Entry): string[] {
  const texts = Object.values(entry.texts).flatMap(({ question, also, answer }) => [question, ...also, ...answer]);
  return [...texts, ...entry.about.flatMap((id) => namesOf(entities.get(id)))];
}

function namesOf(entity: Entity | undefined): string[] {
  return Object.values(entity?.names ?? {}).flatMap(({ name, aliases }) => [name, ...aliases]);
}

/** The words of a text without those that carry no meaning in any of the languages; all of them where that leaves none. */
function meaningful(text: string, stops: ReadonlySet<string>): string[] {
  const words = wordsOf(text);
  const kept = words.filter((word) => !stops.has(word));
  return kept.length > 0 ? kept : words;
}

function stopWordsOf({ languages }: Knowledge): ReadonlySet<string> {
  return new Set(languages.flatMap((language) => [...languageData(language).stopWords]));
}

function isSameWord(one: string, other: string): boolean {
  if (one === other) return true;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length >= SHORTEST_STEM && long.length - short.length <= LONGEST_ENDING && long.startsWith(short);
}
