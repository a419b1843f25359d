import type { Meant } from "./answer/name-index.js";
import { called } from "./aspect-phrases.js";
import type { Completion } from "./command.js";
import { type Comparable, comparablesOf, fullName, shortName, shortNames } from "./comparables.js";
import { compareCard } from "./compare-card.js";
import { compareWords } from "./compare-phrases.js";
import { entitiesOf } from "./entities.js";
import type { Entity, Knowledge, Language } from "./knowledge/model.js";
import type { NoticeReply, Offer, Reply } from "./reply.js";

/** The most pairs that are offered where two cannot be compared. */
const MAX_PAIRS = 6;

/** The comparison of two things as they were typed (keys or names), or in words why there is none and what can be compared. */
export function compareReply(knowledge: Knowledge, first: string, second: string, language: Language): Reply {
  const typed = [first, second] as const;
  const meant = typed.map((each) => meantBy(knowledge, each));
  const [one, other] = meant.map((each) => (each.kind === "one" ? each.thing : undefined));
  if (one && other) return pairReply(knowledge, one, other, language);
  const lines = typed.flatMap((each, i) => problemOf(knowledge, each, meant[i], language));
  const known = one ?? other;
  const unclear = meant.flatMap((each) => (each.kind === "several" ? each.things : []));
  const near = [...new Set([...unclear, ...comparablesOf(knowledge).all])];
  const pairs = known ? near.map((each): [Comparable, Comparable] => [known, each]) : pairsAmong(near);
  return suggestion(lines, pairs, language);
}

/** Two things compared; in words where they are the same, or of two kinds. */
export function pairReply(
  knowledge: Knowledge,
  one: Comparable,
  other: Comparable,
  language: Language,
  page = 1,
): Reply {
  const words = compareWords(language);
  const { all } = comparablesOf(knowledge);
  const withOne = all.map((each): [Comparable, Comparable] => [one, each]);
  if (one === other) return suggestion([words.theSame(shortName(one, language))], withOne, language);
  if (one.kind === other.kind) return compareCard(knowledge, [one, other], page, language);
  const [event, source] = one.kind === "event" ? [one, other] : [other, one];
  const line = words.differentKinds(shortName(event, language), shortName(source, language));
  return suggestion([line], [...withOne, ...all.map((each): [Comparable, Comparable] => [other, each])], language);
}

/** Events and sources for what was typed so far: `"the Havana technical meeting … (event)"`. */
export function comparableCompletions(knowledge: Knowledge, typed: string, language: Language): Completion[] {
  return comparablesOf(knowledge)
    .names.completions(typed, 25)
    .map((one) => ({ label: `${fullName(one, language)} (${called(language).kinds[one.kind]})`, value: one.key }));
}

/** An event or a source; another entity's very name is not taken for an event's or a source's that is only like it. */
function meantBy(knowledge: Knowledge, typed: string): Meant<Comparable> {
  const comparables = comparablesOf(knowledge);
  const own = comparables.get(typed.trim());
  if (own) return { kind: "one", thing: own };
  const meant = comparables.names.meant(typed);
  return meant.kind === "several" && !meant.alike && otherEntity(knowledge, typed) ? { kind: "none" } : meant;
}

/** The person, place or organisation that a name surely means. */
function otherEntity(knowledge: Knowledge, typed: string): Entity | undefined {
  const meant = entitiesOf(knowledge).names.meant(typed);
  return meant.kind === "one" ? meant.thing : undefined;
}

function problemOf(knowledge: Knowledge, typed: string, meant: Meant<Comparable>, language: Language): string[] {
  const words = compareWords(language);
  if (meant.kind === "one") return [];
  if (meant.kind === "several") return [meant.alike ? words.several(typed) : words.didYouMean(typed)];
  const entity = otherEntity(knowledge, typed);
  return [entity ? words.notComparable(typed, called(language).kinds[entity.kind]) : words.unknown(typed)];
}

function pairsAmong(all: readonly Comparable[]): [Comparable, Comparable][] {
  return all.flatMap((one, i) => all.slice(i + 1).map((other): [Comparable, Comparable] => [one, other]));
}

/** Says why there is no comparison, and offers some that there are. */
function suggestion(
  lines: readonly string[],
  pairs: readonly (readonly [Comparable, Comparable])[],
  language: Language,
): NoticeReply {
  const { canBeCompared, nothingHere, title } = compareWords(language);
  const possible = pairs.filter(([one, other]) => one !== other && one.kind === other.kind).slice(0, MAX_PAIRS);
  const actions = possible.map(([one, other]): Offer => {
    const names = shortNames([one, other], language);
    return { label: title(...names), command: "compare", verb: "pair", args: [one.key, other.key] };
  });
  const last = actions.length === 0 ? nothingHere : canBeCompared;
  return { kind: "notice", language, lines: [...lines, last], choices: [], actions };
}
