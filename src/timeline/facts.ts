import { type Entry, type Knowledge, type Language, textsOf } from "../knowledge/model.js";
import { aboutTest } from "./about.js";
import { showWhen } from "./show-when.js";
import { spanOf } from "./span.js";

/** What a picture shows of a fact: `{ when: "2015-07-20", date: "20 July 2015", text: "Cuba and the United States restored …", language }`. */
export interface DatedText {
  /** As the curator wrote it: `"2016"`, `"2016-02"`, `"2016-02-22"` or `"2016-02-22/2016-02-23"`. */
  readonly when: string;
  /** The same in words, in the language asked for. */
  readonly date: string;
  readonly text: string;
  /** The language of `text`: the default one where the entry has no other. */
  readonly language: Language;
}

/** A row of the timeline. */
export interface DatedFact extends DatedText {
  /** Its first statement is `text`; its citations are in `entry.citations[0]`. */
  readonly entry: Entry;
}

/** Which facts: those that touch the time between `from` and `to`, both included, and are about something. */
export interface FactFilter {
  /** A year, month, day or period such as `"2016-02"`; its first moment counts. */
  readonly from?: string;
  /** The same; its last moment counts, so that `"2016"` means to the end of 2016. */
  readonly to?: string;
  /** An entity's id or name, or words that the fact has: `"havana-meeting"`, `"La Habana"`, `"keynote speech"`. */
  readonly about?: string;
}

/** The knowledge's dated facts, the earliest first; of those that begin together the longest first, then by the entry's id. */
export function datedFacts(knowledge: Knowledge, language: Language, filter: FactFilter = {}): DatedFact[] {
  const said = new Set<string>();
  const isAbout = aboutTest(knowledge, filter.about);
  return knowledge.entries
    .flatMap((entry) => factOf(entry, language, knowledge.languages[0]))
    .filter((fact) => isWithin(fact, filter) && isAbout(fact.entry))
    .sort(inTime)
    .filter(({ when, text }) => {
      const key = JSON.stringify([when, text]);
      return !said.has(key) && said.add(key);
    });
}

/** Nothing for an entry without a date, or one that says that the sources do not say. */
function factOf(entry: Entry, language: Language, fallback: Language): DatedFact[] {
  if (entry.when === undefined || entry.notStated) return [];
  const texts = textsOf(entry, language, fallback);
  const date = showWhen(entry.when, language);
  return [{ entry, when: entry.when, date, text: texts.answer[0], language: texts.language }];
}

function isWithin({ when }: DatedFact, { from, to }: FactFilter): boolean {
  const { start, end } = spanOf(when);
  return (from === undefined || end > spanOf(from).start) && (to === undefined || start < spanOf(to).end);
}

function inTime(a: DatedFact, b: DatedFact): number {
  const [one, other] = [spanOf(a.when), spanOf(b.when)];
  return one.start - other.start || other.end - one.end || (a.entry.id < b.entry.id ? -1 : 1);
}
