import { type Aspect, type Entry, textsOf } from "../../knowledge/model.js";
import type { Result } from "../answerer.js";
import { areDistinct } from "../aspect.js";
import { asksForAnother } from "../constraints.js";
import { wordsOf } from "../text.js";
import { tokensOf } from "./mentions.js";
import type { Reading } from "./reading.js";
import type { Spoken, Thing } from "./spoken.js";

/** A candidate behind the first one is taken only where it is as sure as this, for the first one answers something else. */
const SURE = 0.75;

/**
 * What of a result answers a reading: surely, about all that it names, and of the kind that was asked; the place among the
 * candidates, -1 where nothing does. `narrow` asks for an entry that is about no more events than the reading names.
 */
export function rightIn(spoken: Spoken, reading: Reading, heard: Result, narrow: boolean): number {
  const { outcome, answers, candidates, passage } = heard;
  if (reading.entry) return 0;
  if (outcome !== "answer") return -1;
  if (passage)
    return reading.only === undefined && reading.needs.every((thing) => isNamedIn(spoken, passage.text, thing))
      ? 0
      : -1;
  if (answers.length > 1) return -1;
  return candidates.findIndex(
    ({ entry, confidence }, place) =>
      (place === 0 || confidence >= SURE) && isRight(spoken, reading, heard, place, entry, narrow),
  );
}

function isRight(
  spoken: Spoken,
  reading: Reading,
  { looks }: Result,
  place: number,
  entry: Entry,
  narrow: boolean,
): boolean {
  if (reading.not?.includes(entry) || !reading.needs.every((thing) => isAbout(spoken, entry, thing))) return false;
  const isCard = spoken.mentions.isCard(entry);
  if (isCard && isCardOfOther(entry, reading)) return false;
  if (!looks.every((look) => isCovered(spoken, reading, look, place, entry, isCard ? 2 : 1))) return false;
  if (narrow && isWider(spoken, entry, reading)) return false;
  const asked = looks[0]?.query.asked;
  // What something is does not say how many, or who, only because it names it.
  if (isCard && asked !== undefined && entry.aspect !== asked) return false;
  return isOfKind(entry, reading, looks);
}

/** Whether an entry says what something is, and something else that has such an entry was named. */
function isCardOfOther({ id }: Entry, { needs }: Reading): boolean {
  const cards = needs.flatMap(({ entity }) => entity?.entry ?? []);
  return cards.length > 0 && !cards.includes(id);
}

/** Whether an entry is about something: it says so, one of its events belongs to it, or its wordings name it. */
export function isAbout(spoken: Spoken, entry: Entry, thing: Thing): boolean {
  const { mentions, knowledge, language } = spoken;
  const { question, also, answer } = textsOf(entry, language, knowledge.languages[0]);
  const { entity } = thing;
  if (!entity) return isNamedIn(spoken, [question, ...also, ...answer].join(" "), thing);
  const keys = wordsOf(mentions.name(entity, language)).filter((key) => spoken.isMeaningful({ text: key, key }));
  const isThere = entity.kind === "place" && mentions.of(entry).some((event) => spoken.belongsTo(event, keys));
  return (
    entry.about.includes(entity.id) ||
    isThere ||
    isNamedIn(spoken, entry.about.length > 0 ? question : [question, ...also].join(" . "), thing)
  );
}

function isNamedIn(spoken: Spoken, text: string, { entity, text: words }: Thing): boolean {
  if (entity) return spoken.mentions.named(text).includes(entity);
  const said = new Set(wordsOf(text));
  return wordsOf(words).every((word) => !spoken.isMeaningful({ text: word, key: word }) || said.has(word));
}

/**
 * Whether an entry has more than half of the words with meaning that are no part of a name nor of what they were asked of: anywhere,
 * or (2) in its wordings, for an entity's card is near to whatever is asked about the entity.
 */
function isCovered(
  spoken: Spoken,
  { text, needs }: Reading,
  { query, ranked }: Result["looks"][number],
  place: number,
  entry: Entry,
  where: 1 | 2,
): boolean {
  const tokens = tokensOf(text);
  const mentions = spoken.mentions.in(tokens);
  const isNamed = (i: number) => mentions.some(({ from, to }) => i >= from && i < to);
  const things = new Set(needs.flatMap((thing) => (thing.entity ? [] : wordsOf(thing.text))));
  const own = tokens.filter((token, i) => spoken.isMeaningful(token) && !isNamed(i) && !things.has(token.key));
  const typed = new Set(own.map(({ key }) => key));
  const units = query.units.flatMap((unit, u) => (u < query.wordUnits && typed.has(unit.typed) ? [u] : []));
  const hits = units.filter((u) => (ranked[place]?.hits[u] ?? 0) >= where).length;
  const all = units.length + query.unknown.length;
  return all === 0 ? isOfAsked(query.asked, entry) : 2 * hits > all;
}

/** Whether an entry is of the kind that was asked for, where nothing but a question word and names was said. */
function isOfAsked(asked: Aspect | undefined, entry: Entry): boolean {
  if (asked === undefined || entry.aspect === undefined || entry.notStated) return true;
  return entry.aspect === asked || (asked === "when" && entry.when !== undefined);
}

/** Whether a time or a place was asked for and the entry is for something else. */
function lacksFact(asked: Aspect | undefined, { aspect, when }: Entry): boolean {
  if (aspect === undefined || aspect === asked) return false;
  return asked === "where" || (asked === "when" && when === undefined);
}

/** Whether an entry speaks of more events than a reading does. */
function isWider({ mentions }: Spoken, entry: Entry, { text }: Reading): boolean {
  const eventsIn = (entities: ReturnType<typeof mentions.of>) => entities.filter(({ kind }) => kind === "event").length;
  return eventsIn(mentions.of(entry)) > Math.max(1, eventsIn(mentions.named(text)));
}

function isOfKind(entry: Entry, { aspect, only }: Reading, looks: Result["looks"]): boolean {
  if (only !== undefined && entry.aspect !== only && !(only === "when" && entry.when !== undefined)) return false;
  if (entry.notStated) return true;
  if (aspect !== undefined && entry.aspect !== undefined && areDistinct(aspect, entry.aspect)) return false;
  return !looks.some(({ query }) => asksForAnother(query, entry) || lacksFact(query.asked, entry));
}
