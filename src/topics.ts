import type { Entry, Knowledge, Language } from "./knowledge/model.js";

/** The entries of one file: `{ id: "washington-2015", title: "Washington, November 2015", entries: [...] }`. */
export interface Topic {
  readonly id: string;
  readonly title: string;
  /** What the sources say comes before what they do not say. */
  readonly entries: readonly Entry[];
}

/** The topics that some entries have, as a curator put the titled ones in order, then the others by their ids. */
export function topicsOf(knowledge: Knowledge, language: Language, entries = knowledge.entries): Topic[] {
  const byId = new Map<string, Entry[]>();
  for (const entry of byRenown(knowledge, entries)) {
    const known = byId.get(entry.topic);
    if (known) known.push(entry);
    else byId.set(entry.topic, [entry]);
  }
  return topicIds(knowledge).flatMap((id) => {
    const own = byId.get(id);
    return own ? [{ id, title: topicTitle(knowledge, id, language), entries: statedFirst(own) }] : [];
  });
}

/** The ids of all topics in that order. */
function topicIds({ entries, topicTitles }: Knowledge): string[] {
  const titled = Object.keys(topicTitles);
  const used = new Set(entries.map(({ topic }) => topic));
  return [...titled.filter((id) => used.has(id)), ...[...used].filter((id) => !Object.hasOwn(topicTitles, id)).sort()];
}

/** A topic's title in a language, in the knowledge's own where it has no other, or made from its id: `"Fair and market"`. */
export function topicTitle({ topicTitles, languages }: Knowledge, id: string, language: Language): string {
  const titles = Object.hasOwn(topicTitles, id) ? topicTitles[id] : {};
  const words = id.replace(/[-_/\s]+/g, " ").trim();
  return titles[language] ?? titles[languages[0]] ?? words.charAt(0).toUpperCase() + words.slice(1);
}

/** The entries to which most others lead first, those that nothing tells apart by their ids. */
function byRenown(knowledge: Knowledge, entries: readonly Entry[]): Entry[] {
  const renown = new Map<string, number>();
  for (const { see } of knowledge.entries) for (const id of see) renown.set(id, (renown.get(id) ?? 0) + 1);
  return entries.toSorted((a, b) => (renown.get(b.id) ?? 0) - (renown.get(a.id) ?? 0));
}

/** The entries that answer something, then those that say that the sources do not say. */
export function statedFirst(entries: readonly Entry[]): Entry[] {
  return [...entries.filter(({ notStated }) => !notStated), ...entries.filter(({ notStated }) => notStated)];
}
