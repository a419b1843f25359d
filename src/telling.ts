import type { Gists } from "./gist.js";
import type { Entry } from "./knowledge/model.js";

/** An entry with how much it tells about a thing, from 0 to 1. */
export interface Telling {
  readonly entry: Entry;
  readonly worth: number;
}

/** An entry adds something where so much of what it says, by the rarity of its words, was not said before. */
const LEAST_NEW = 0.4;

/**
 * Entries by how much they tell about a thing, best first: how many wordings ask for it, how much of what all of them say it says, and
 * how near to the thing it is.
 * @param closeness from 0 to 1
 */
export function byWorth(gists: Gists, pool: readonly Entry[], closeness: (entry: Entry) => number): Telling[] {
  const counts = new Map<string, number>();
  for (const entry of pool) for (const word of gists.answerOf(entry)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const covers = (entry: Entry) => {
    let sum = 0;
    for (const word of gists.answerOf(entry)) sum += ((counts.get(word) ?? 1) - 1) * gists.rarity(word);
    return sum;
  };
  const mostCovered = Math.max(1, ...pool.map(covers));
  const mostAsked = Math.max(1, ...pool.map(wordings));
  return pool
    .map((entry) => ({
      entry,
      worth: (wordings(entry) / mostAsked + covers(entry) / mostCovered + closeness(entry)) / 3,
    }))
    .sort((a, b) => b.worth - a.worth);
}

/**
 * Up to `limit` of them, that each say something that neither the others nor what is `known` says, those first that bring most.
 * @param shown what of an entry will be shown
 */
export function newOnes(
  gists: Gists,
  ranked: readonly Telling[],
  known: ReadonlySet<string>,
  limit: number,
  shown: (entry: Entry) => ReadonlySet<string> = (entry) => gists.statementOf(entry),
): Telling[] {
  const [said, chosen, left] = [new Set(known), [] as Telling[], new Set(ranked)];
  while (chosen.length < limit && left.size > 0) {
    let best: { telling: Telling; gain: number } | undefined;
    for (const telling of left) {
      const words = shown(telling.entry);
      const news = gists.weightOf([...words].filter((word) => !said.has(word)));
      // What was said only grows: an entry without news never has any again.
      if (news === 0 || news < LEAST_NEW * gists.weightOf(words)) left.delete(telling);
      else if (!best || news * telling.worth > best.gain) best = { telling, gain: news * telling.worth };
    }
    if (!best) break;
    chosen.push(best.telling);
    left.delete(best.telling);
    for (const word of shown(best.telling.entry)) said.add(word);
  }
  return chosen;
}

/** How near an entry is to a thing by where it stands in `about`: 1 first, 1/2 second; 0 where it does not stand. */
export function nearness({ about }: Entry, id: string): number {
  const at = about.indexOf(id);
  return at < 0 ? 0 : 1 / (1 + at);
}

function wordings({ texts }: Entry): number {
  return Math.max(...Object.values(texts).map(({ also }) => also.length)) + 1;
}
