import { ageInWords } from "./age.js";
import { citedFor } from "./cited-for.js";
import type { Context } from "./command.js";
import { examplesOf } from "./examples.js";
import { Footnotes } from "./footnotes.js";
import { paragraphCount, type Source } from "./knowledge/model.js";
import { languageName } from "./language-name.js";
import { phrases } from "./phrases.js";
import { dateOf, referenceOf } from "./reference.js";
import { choiceOf } from "./replies.js";
import type { CardReply, Offer, RowStatement, Select } from "./reply.js";
import { sourceWords } from "./sources-phrases.js";
import { type Topic, topicsOf } from "./topics.js";

/** How many topics are named that a source is cited for most. */
const MAX_TOPICS = 4;
/** How many can be chosen from: as many as a select takes. */
const MAX_SELECTED = 25;
/** How many of the questions that it answers are offered. */
const MAX_EXAMPLES = 4;

/** The card of a source: its record, its age, what of it is kept and cited, a reference to copy, and what it answers. */
export function sourceCard(source: Source, actions: readonly Offer[], context: Context): CardReply {
  const { knowledge, preferred: language } = context;
  const words = sourceWords(language);
  const record = new Footnotes(knowledge, language);
  const marks = record.marks([{ source: source.id, paragraph: 0 }]);
  const { entries } = citedFor(knowledge, source.id);
  return {
    kind: "card",
    language,
    title: source.title,
    subtitle: words.kind(source.id),
    rows: [
      { label: words.record, statements: recordOf(source, context).map((own) => ({ ...own, marks })) },
      { label: words.citedFor, statements: usesOf(source, context) },
    ],
    footnotes: record.notes,
    copy: referenceOf(source, language),
    choices: examplesOf(knowledge, entries, MAX_EXAMPLES).map((entry) => choiceOf(knowledge, entry, language)),
    offering: words.answers,
    actions,
    ...(entries.length === 0 ? {} : { select: topicSelect(source, context) }),
  };
}

/** The topics that a source is cited for, to see its questions there. */
function topicSelect({ id: source }: Source, context: Context): Select {
  const words = sourceWords(context.preferred);
  return {
    prompt: words.byTopic,
    command: "sources",
    verb: "topic",
    args: [source],
    options: usedIn(source, context)
      .slice(0, MAX_SELECTED)
      .map(({ id, title, entries }) => ({ label: title, description: words.questions(entries.length), value: id })),
  };
}

/** The topics under which a source is cited, the one with most questions first. */
function usedIn(source: string, { knowledge, preferred }: Context): Topic[] {
  const { entries } = citedFor(knowledge, source);
  return topicsOf(knowledge, preferred, entries).sort((a, b) => b.entries.length - a.entries.length);
}

function recordOf(source: Source, { preferred: language, now }: Context): { of: string; text: string }[] {
  const words = sourceWords(language);
  const age = source.published === undefined ? undefined : ageInWords(source.published, now(), language);
  const { fullText, citedOnly, rights } = phrases(language);
  return [
    { of: words.publisher, text: source.publisher },
    { of: words.date, text: [dateOf(source, language), ...(age === undefined ? [] : [age])].join(", ") },
    { of: words.language, text: languageName(source.language, language) },
    { of: rights, text: source.rights },
    { of: words.text, text: source.paragraphs.length > 0 ? fullText : citedOnly },
  ];
}

/** How much of a source is cited, and under which topics, the most cited first. */
function usesOf(source: Source, context: Context): RowStatement[] {
  const words = sourceWords(context.preferred);
  const { entries, paragraphs } = citedFor(context.knowledge, source.id);
  const topics = usedIn(source.id, context).map(({ title, entries: own }) => ({ of: title, count: own.length }));
  const rest = topics.slice(MAX_TOPICS).reduce((sum, { count }) => sum + count, 0);
  const named = [...topics.slice(0, MAX_TOPICS), ...(rest > 0 ? [{ of: words.elsewhere, count: rest }] : [])];
  return [
    { text: words.uses(entries.length, paragraphs, paragraphCount(source)), marks: [] },
    ...named.map(({ of, count }) => ({ of, text: words.questions(count), marks: [] })),
  ];
}
