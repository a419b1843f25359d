import type { Entry, Knowledge } from "./knowledge/model.js";
import { topicsOf } from "./topics.js";

/** Entries to begin with: of each topic among some entries the one to which most others lead, then the next ones. */
export function examplesOf(knowledge: Knowledge, entries: readonly Entry[], limit: number): Entry[] {
  const answering = entries.filter(({ notStated }) => !notStated);
  const topics = topicsOf(knowledge, knowledge.languages[0], answering);
  return Array.from({ length: limit }, (_, i) => topics.flatMap((topic) => topic.entries.slice(i, i + 1)))
    .flat()
    .slice(0, limit);
}
