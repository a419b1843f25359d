import type { Comparable } from "./comparables.js";
import { type Side, sideOf } from "./compare-side.js";
import { entitiesOf } from "./entities.js";
import { type Gists, gistsOf } from "./gist.js";
import type { Aspect, Entry, Knowledge } from "./knowledge/model.js";
import { sourceCount, standsAlone } from "./statement.js";
import { byWorth, newOnes, type Telling } from "./telling.js";

/** Two things side by side. */
export interface Comparison {
  /** By aspect, those of which one of them has something. */
  readonly rows: readonly { readonly aspect: Aspect; readonly cells: readonly [Cell, Cell] }[];
  /** What only the first says, and what only the second does. */
  readonly only: readonly [readonly Entry[], readonly Entry[]];
  /** Where the rows say little of one of them, what is said of both in one. */
  readonly together: readonly Entry[];
  /** Entries that are about both, those that tell most first. */
  readonly both: readonly Entry[];
}

/** The entry whose first statement fills a cell; undefined where none tells or denies it. */
export type Cell = Entry | undefined;

/** The order of the rows. */
const ROWS = ["when", "where", "who", "what", "why", "how-many"] as const satisfies readonly Aspect[];
/**
 * What it counts that two are asked for alike, where each one's own worth counts up to 1. With 1, "how many" of Washington and Havana
 * fell on one side's officials and the other side's ministries; with a half, on all of both.
 */
const LIKENESS = 0.5;
/** So many of an aspect's entries on either side may be paired. */
const PAIRED = 8;
/** Days, places and counts differ anyway: what only one side says is looked for among the rest. */
const TOLD_IN_ROWS: ReadonlySet<Aspect | undefined> = new Set<Aspect>(["when", "where", "how-many"]);
/** So many statements are told of what only one of them says, and of both in one. */
const MOST_ONLY = 3;
const MOST_TOGETHER = 2;
/** With fewer rows than this that tell of both, a comparison is thin. */
const ENOUGH_ROWS = 3;

/** Compares two events, or two sources: the same in every language. */
export function comparisonOf(knowledge: Knowledge, one: Comparable, other: Comparable): Comparison {
  const gists = gistsOf(knowledge);
  const sides = [sideOf(knowledge, one), sideOf(knowledge, other)] as const;
  const rows = rowsOf(gists, sides[0], sides[1]);
  const both = bothOf(knowledge, one, other);
  const isThin = rows.filter(({ cells }) => cells.every((cell) => cell && !cell.notStated)).length < ENOUGH_ROWS;
  const whole = both.filter(({ entry }) => standsAlone(knowledge, entry, 0));
  const together = isThin ? newOnes(gists, whole, new Set(), MOST_TOGETHER).map(({ entry }) => entry) : [];
  const only = (own: Side, others: Side, at: 0 | 1) => {
    const shown = rows.flatMap(({ cells }) => cells[at] ?? []);
    const known = new Set([
      ...others.stated.flatMap(({ entry }) => [...gists.answerOf(entry)]),
      ...shown.flatMap((entry) => [...gists.statementOf(entry)]),
    ]);
    const subjects = own.stated.filter(({ entry, isNear }) => isNear && !TOLD_IN_ROWS.has(entry.aspect));
    return newOnes(gists, subjects, known, MOST_ONLY).map(({ entry }) => entry);
  };
  return {
    rows,
    only: [only(sides[0], sides[1], 0), only(sides[1], sides[0], 1)],
    together,
    both: both.map(({ entry }) => entry),
  };
}

/** The rows in their order; no side says the same words in two of them. */
function rowsOf(gists: Gists, one: Side, other: Side): Comparison["rows"] {
  const said = new Set<string>();
  const keyOf = (entry: Entry) => [...gists.statementOf(entry)].sort().join(" ");
  const fresh = (side: Side): Side => {
    const unsaid = ({ entry }: Telling) => !said.has(keyOf(entry));
    return {
      stated: side.stated.filter(unsaid),
      cards: side.cards.filter(unsaid),
      absent: side.absent.filter(unsaid),
    };
  };
  return ROWS.flatMap((aspect) => {
    const cells = cellsOf(gists, fresh(one), fresh(other), aspect);
    if (!cells.some((cell) => cell && !cell.notStated)) return [];
    for (const cell of cells) if (cell) said.add(keyOf(cell));
    return [{ aspect, cells }];
  });
}

/** For an aspect the two entries that tell most, that are asked for alike, and that do not answer the same. */
function cellsOf(gists: Gists, one: Side, other: Side, aspect: Aspect): [Cell, Cell] {
  const [left, right] = [statedOf(one, aspect), statedOf(other, aspect)];
  const [leftElse, rightElse] = [one, other].map(({ absent }) => ofAspect(absent, aspect)[0]?.entry);
  if (left.length === 0 || right.length === 0) return [left[0]?.entry ?? leftElse, right[0]?.entry ?? rightElse];
  const pairs = left.flatMap((l) =>
    right.map((r) => ({
      pair: [l.entry, r.entry] as [Entry, Entry],
      worth: l.worth + r.worth - gists.likeness(gists.answerOf(l.entry), gists.answerOf(r.entry)),
      likeness: gists.likeness(gists.questionOf(l.entry), gists.questionOf(r.entry)),
    })),
  );
  const likest = Math.max(...pairs.map(({ likeness }) => likeness)) || 1;
  const [best] = pairs
    .map(({ pair, worth, likeness }) => ({ pair, worth: worth + LIKENESS * (likeness / likest) }))
    .sort((a, b) => b.worth - a.worth);
  return best.pair;
}

function statedOf({ stated, cards }: Side, aspect: Aspect): Telling[] {
  const own = ofAspect(stated, aspect);
  return own.length > 0 ? own : ofAspect(cards, aspect);
}

/** Those of an aspect that tell most; to say when, the dated fact itself goes before the rest. */
function ofAspect(all: readonly Telling[], aspect: Aspect): Telling[] {
  const isDated = ({ when }: Entry) => aspect === "when" && when !== undefined;
  return all
    .filter(({ entry }) => entry.aspect === aspect)
    .map(({ entry, worth }) => ({ entry, worth: worth + (isDated(entry) ? 1 : 0) }))
    .sort((a, b) => b.worth - a.worth)
    .slice(0, PAIRED);
}

/** Entries that are about both, or rest on both, and on nothing else of their kind. */
function bothOf(knowledge: Knowledge, one: Comparable, other: Comparable): Telling[] {
  const entities = entitiesOf(knowledge);
  const isAbout = ({ about, citations }: Entry, each: Comparable) =>
    each.kind === "event"
      ? about.includes(each.entity.id)
      : citations.flat().some(({ source }) => source === each.source.id);
  const pool = knowledge.entries.filter(
    (entry) => !entry.notStated && entities.cardOf(entry) === undefined && isAbout(entry, one) && isAbout(entry, other),
  );
  const events = ({ about }: Entry) => about.filter((id) => knowledge.entities.get(id)?.kind === "event").length;
  const size = (entry: Entry) => (one.kind === "event" ? events(entry) : sourceCount(entry));
  return byWorth(gistsOf(knowledge), pool, (entry) => 1 / Math.max(1, size(entry) - 1));
}
