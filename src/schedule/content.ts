import { capital } from "../dates.js";
import { digestWords } from "../digest-phrases.js";
import type { Due, Subscription } from "../digests.js";
import { Footnotes } from "../footnotes.js";
import { type Entry, type Knowledge, textsOf } from "../knowledge/model.js";
import { choiceOf, pickedAnswer } from "../replies.js";
import type { ListReply, Told } from "../reply.js";
import { localDate } from "./local-time.js";
import { factsOn } from "./on-this-day.js";

/** What is posted: `entry` for a fact; undefined where the date says which facts. */
export interface Chosen {
  readonly entry?: string;
}

/** The most facts of one day, and the most questions under them. */
const MOST_FACTS = 10;
const MOST_QUESTIONS = 5;

/** What a subscription posts on a date; undefined where there is nothing. No fact comes twice before all were shown. */
export function choose(knowledge: Knowledge, { subscription, shown }: Due, due: number): Chosen | undefined {
  if (subscription.kind === "on-this-day") {
    const date = localDate(due, subscription.zone);
    return factsOn(knowledge, subscription.language, date).length > 0 ? {} : undefined;
  }
  const facts = knowledge.entries.filter(({ notStated }) => !notStated);
  const entry =
    firstOf(
      facts.filter(({ id }) => !shown.has(id)),
      subscription.id,
    ) ?? firstOf(facts, subscription.id);
  return entry && { entry: entry.id };
}

/** The reply to post; undefined where the knowledge has it no more. */
export function digestReply(
  knowledge: Knowledge,
  subscription: Subscription,
  due: number,
  { entry: id }: Chosen,
): Told | undefined {
  if (subscription.kind === "on-this-day") return dayReply(knowledge, subscription, due);
  const entry = id === undefined ? undefined : knowledge.entryById.get(id);
  if (!entry || entry.notStated) return undefined;
  // Nobody asked, so that there is no reason to give.
  const { why: _, ...answer } = pickedAnswer(knowledge, entry, subscription.language);
  return { ...answer, title: textsOf(entry, answer.language, knowledge.languages[0]).question };
}

function dayReply(knowledge: Knowledge, { zone, language }: Subscription, due: number): ListReply | undefined {
  const date = localDate(due, zone);
  const facts = factsOn(knowledge, language, date).slice(0, MOST_FACTS);
  if (facts.length === 0) return undefined;
  const notes = new Footnotes(knowledge, language);
  const items = facts.map(({ date: when, text, entry }) => ({
    label: `${capital(when)}:`,
    text,
    marks: notes.marks(entry.citations[0] ?? []),
  }));
  const questions = facts.slice(0, MOST_QUESTIONS).map(({ entry }) => choiceOf(knowledge, entry, language));
  const { onThisDay, askAbout } = digestWords(language);
  const title = onThisDay(dayInWords(date, language));
  return { kind: "list", language, title, items, footnotes: notes.notes, choices: questions, offering: askAbout };
}

function dayInWords(date: string, language: string): string {
  const locale = language === "es" ? "es-ES" : "en-GB";
  const format = new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", timeZone: "UTC" });
  return format.format(Date.parse(date));
}

/** The first of some entries in an order of the seed's own, in which every entry keeps its place whatever the others are. */
function firstOf(entries: readonly Entry[], seed: string): Entry | undefined {
  let [first, least] = [undefined as Entry | undefined, Number.POSITIVE_INFINITY];
  for (const entry of entries) {
    const place = placeOf(`${entry.id} ${seed}`);
    if (place < least || (place === least && first && entry.id < first.id)) [first, least] = [entry, place];
  }
  return first;
}

/** FNV-1a with the finish of MurmurHash3, 32 bits: thousands of entries are put in order at each post. */
function placeOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
