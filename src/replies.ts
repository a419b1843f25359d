import type { Heard } from "./answer/conversation/understand.js";
import { type Why, whyPicked } from "./answer/why.js";
import { showDate } from "./dates.js";
import { type Citation, type Entry, type Knowledge, type Language, textsOf } from "./knowledge/model.js";
import { phrases } from "./phrases.js";
import type { AnswerReply, Choice, Footnote, MarkedStatement, Reply, UnknownReply } from "./reply.js";

/** The most questions offered to pick from. */
const MAX_CHOICES = 5;
/** The most related questions under an answer. */
const MAX_RELATED = 3;

/** What a result says to the person who asked. */
export function replyOf(knowledge: Knowledge, result: Heard, why?: Why): Reply {
  const { language, candidates, readAs } = result;
  if (result.isThanks) return { kind: "notice", language, lines: [phrases(language).welcome], choices: [] };
  if (result.offered) return noSuchNumber(knowledge, result.offered, language);
  if (result.picked)
    return { ...pickedAnswer(knowledge, result.picked, language), ...(readAs === undefined ? {} : { readAs }) };
  const reasons = { ...(why === undefined ? {} : { why }), ...(readAs === undefined ? {} : { readAs }) };
  if (result.outcome === "answer") {
    const answer = result.passage
      ? answerFrom(knowledge, language, [{ texts: [result.passage.text], citations: [[result.passage.citation]] }])
      : answerOf(
          knowledge,
          result.answers.map(({ entry }) => entry),
          language,
        );
    return { ...answer, fromText: result.passage !== undefined, corrects: result.corrects, ...reasons };
  }
  if (result.outcome === "choices") {
    const choices = candidates.slice(0, MAX_CHOICES).map(({ entry }) => choiceOf(knowledge, entry, language));
    return { kind: "choices", language, choices, ...reasons };
  }
  return { ...(result.smallTalk ? help(knowledge, language) : notFound(language)), ...reasons };
}

/** The answer that entries give, statement by statement, footnotes counted from 1. */
function answerOf(knowledge: Knowledge, entries: readonly Entry[], language: Language): AnswerReply {
  const parts = entries.map((entry) => ({
    texts: textsOf(entry, language, knowledge.languages[0]).answer,
    citations: entry.citations,
  }));
  return {
    ...answerFrom(knowledge, language, parts),
    notStated: entries.length > 0 && entries.every(({ notStated }) => notStated),
    related: relatedTo(knowledge, entries, language),
  };
}

/** The answer to a question that was picked, in the person's language where the knowledge has it. */
export function pickedAnswer(knowledge: Knowledge, entry: Entry, preferred: Language): AnswerReply {
  const language = knowledge.languages.includes(preferred) ? preferred : knowledge.languages[0];
  return { ...answerOf(knowledge, [entry], language), why: whyPicked(knowledge, entry, language) };
}

/** A question that can be picked: the entry's own in the language. */
export function choiceOf(knowledge: Knowledge, entry: Entry, language: Language): Choice {
  return { entry: entry.id, question: textsOf(entry, language, knowledge.languages[0]).question };
}

/** What can be asked, by example; also the answer to small talk. */
export function help(knowledge: Knowledge, language: Language): UnknownReply {
  const { hello, howToAsk, everyAnswerIsCited, tryAsking } = phrases(language);
  const choices = examples(knowledge, language);
  const lines = [hello(knowledge.title), everyAnswerIsCited, howToAsk, ...(choices.length > 0 ? [tryAsking] : [])];
  return { kind: "unknown", language, lines, choices };
}

interface Part {
  readonly texts: readonly string[];
  readonly citations: readonly (readonly Citation[])[];
}

function answerFrom(knowledge: Knowledge, language: Language, parts: readonly Part[]): AnswerReply {
  const footnotes: Footnote[] = [];
  const markOf = new Map<string, number>();
  const mark = (citation: Citation): number => {
    const key = `${citation.source} ${citation.paragraph} ${citation.quote ?? ""}`;
    const known = markOf.get(key);
    if (known !== undefined) return known;
    const next = footnotes.length + 1;
    markOf.set(key, next);
    footnotes.push(footnoteOf(knowledge, citation, next, language));
    return next;
  };
  const statements = parts.flatMap(({ texts, citations }) =>
    texts.map((text, i): MarkedStatement => ({ text, marks: (citations[i] ?? []).map(mark) })),
  );
  return {
    kind: "answer",
    language,
    statements,
    footnotes,
    notStated: false,
    fromText: false,
    corrects: false,
    related: [],
  };
}

function footnoteOf(
  knowledge: Knowledge,
  { source: id, paragraph, quote }: Citation,
  mark: number,
  language: Language,
): Footnote {
  const source = knowledge.sources.get(id);
  if (!source) throw new Error(`a citation names the source "${id}", which loading should have refused`);
  const words = phrases(language);
  return {
    mark,
    publisher: source.publisher,
    title: source.title,
    date: source.published === undefined ? words.undated : showDate(source.published, language),
    place: paragraph === 0 ? words.record : words.paragraph(paragraph),
    ...(quote === undefined ? {} : { quote }),
    ...(source.url === undefined ? {} : { url: source.url }),
  };
}

function relatedTo(knowledge: Knowledge, entries: readonly Entry[], language: Language): Choice[] {
  const shown = new Set(entries.map(({ id }) => id));
  return [...new Set(entries.flatMap(({ see }) => see))]
    .filter((id) => !shown.has(id))
    .slice(0, MAX_RELATED)
    .flatMap((id) => {
      const entry = knowledge.entryById.get(id);
      return entry ? [choiceOf(knowledge, entry, language)] : [];
    });
}

function noSuchNumber(knowledge: Knowledge, offered: readonly Entry[], language: Language): Reply {
  const choices = offered.map((entry) => choiceOf(knowledge, entry, language));
  return { kind: "notice", language, lines: [phrases(language).noSuchNumber(choices.length)], choices };
}

function notFound(language: Language): UnknownReply {
  const { notFound: line, notFoundHint } = phrases(language);
  return { kind: "unknown", language, lines: [line, notFoundHint], choices: [] };
}

/** One question from each of the first topics that answer something. */
function examples(knowledge: Knowledge, language: Language): Choice[] {
  const byTopic = new Map<string, Entry>();
  for (const entry of knowledge.entries) {
    const known = byTopic.get(entry.topic);
    if (!entry.notStated && (!known || entry.see.length > known.see.length)) byTopic.set(entry.topic, entry);
  }
  return [...byTopic.values()].slice(0, 4).map((entry) => choiceOf(knowledge, entry, language));
}
