import { type Aspect, type Entry, textsOf } from "../knowledge/model.js";
import type { Result } from "./answerer.js";
import { areDistinct } from "./aspect.js";
import { asksForAnother } from "./constraints.js";
import { CONTENT } from "./lexicon.js";
import type { Reading } from "./reading.js";
import type { Spoken, Thing } from "./spoken.js";
import { wordsOf } from "./text.js";

/**
 * Whether what was found for a reading answers it: surely, about all that it names, and of the kind that was asked. `narrow` asks
 * for an entry that is about no more events than the reading names.
 */
export function isRight(
  spoken: Spoken,
  reading: Reading,
  { outcome, answers, looks, passage }: Result,
  narrow: boolean,
): boolean {
  if (reading.entry) return true;
  if (answers.some(({ entry }) => reading.not?.includes(entry))) return false;
  if (outcome !== "answer") return false;
  if (passage)
    return reading.only === undefined && reading.needs.every((thing) => isNamedIn(spoken, passage.text, thing));
  const [{ entry }, ...more] = answers;
  if (more.length > 0 || !reading.needs.every((thing) => isAbout(spoken, entry, thing))) return false;
  if (!looks.every((look) => isCovered(look)) || (narrow && isWider(spoken, entry, reading))) return false;
  return entry.notStated || isOfKind(entry, reading, looks);
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

/** Whether an entry has more than half of the words with meaning that are no part of a name. */
function isCovered({ query, ranked }: Result["looks"][number]): boolean {
  const [first] = ranked;
  const own = query.units.flatMap(({ wordClass }, u) =>
    wordClass === CONTENT && u < query.wordUnits && query.conceptsOf[u].length === 0 ? [u] : [],
  );
  const hits = own.filter((u) => (first?.hits[u] ?? 0) > 0).length;
  const all = own.length + query.unknown.length;
  return all === 0 || 2 * hits > all;
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
  if (aspect !== undefined && entry.aspect !== undefined && areDistinct(aspect, entry.aspect)) return false;
  return !looks.some(({ query }) => asksForAnother(query, entry) || lacksFact(query.asked, entry));
}
