import type { Heard } from "./answer/conversation/understand.js";
import { type Why, whyPicked } from "./answer/why.js";
import { controls } from "./control-phrases.js";
import { examplesOf } from "./examples.js";
import { Footnotes } from "./footnotes.js";
import { type Citation, type Entry, headingOf, type Knowledge, type Language, textsOf } from "./knowledge/model.js";
import { phrases } from "./phrases.js";
import type { AnswerReply, Choice, ListReply, MarkedStatement, Told, UnknownReply } from "./reply.js";
import { topicWords } from "./topics-phrases.js";

/** The most questions offered to pick from. */
const MAX_CHOICES = 5;
/** The most related questions under an answer. */
const MAX_RELATED = 3;

/** What a result says to the person who asked. */
export function replyOf(knowledge: Knowledge, result: Heard, why?: Why): Told {
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
    actions: [
      { label: controls(language).quotations, command: "ask", verb: "quotes", args: entries.map(({ id }) => id) },
    ],
  };
}

/** The quotations behind the answers of entries, in full and without the statements; undefined where an entry is gone. */
export function quotationsOf(knowledge: Knowledge, ids: readonly string[], preferred: Language): ListReply | undefined {
  const entries = ids.flatMap((id) => knowledge.entryById.get(id) ?? []);
  if (entries.length === 0 || entries.length < ids.length) return undefined;
  const language = knowledge.languages.includes(preferred) ? preferred : knowledge.languages[0];
  const { notes } = entries.reduce((all, { citations }) => {
    all.marks(citations.flat());
    return all;
  }, new Footnotes(knowledge, language));
  const { quotations, noQuotation } = controls(language);
  const items = notes.map(({ mark, quote }) => ({
    text: quote === undefined ? noQuotation : `“${quote}”`,
    marks: [mark],
  }));
  const footnotes = notes.map(({ quote: _, ...note }) => note);
  return { kind: "list", language, title: quotations, items, footnotes, choices: [], onlyForAsker: true, beside: true };
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
  const choices = examplesOf(knowledge, knowledge.entries, 4).map((entry) => choiceOf(knowledge, entry, language));
  const lines = [
    hello(headingOf(knowledge, language).title),
    everyAnswerIsCited,
    howToAsk,
    ...(choices.length > 0 ? [tryAsking] : []),
  ];
  return { kind: "unknown", language, lines, choices };
}

interface Part {
  readonly texts: readonly string[];
  readonly citations: readonly (readonly Citation[])[];
}

function answerFrom(knowledge: Knowledge, language: Language, parts: readonly Part[]): AnswerReply {
  const footnotes = new Footnotes(knowledge, language);
  const statements = parts.flatMap(({ texts, citations }) =>
    texts.map((text, i): MarkedStatement => ({ text, marks: footnotes.marks(citations[i] ?? []) })),
  );
  return {
    kind: "answer",
    language,
    statements,
    footnotes: footnotes.notes,
    notStated: false,
    fromText: false,
    corrects: false,
    related: [],
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

function noSuchNumber(knowledge: Knowledge, offered: readonly Entry[], language: Language): Told {
  const choices = offered.map((entry) => choiceOf(knowledge, entry, language));
  return { kind: "notice", language, lines: [phrases(language).noSuchNumber(choices.length)], choices };
}

function notFound(language: Language): UnknownReply {
  const { notFound: line, notFoundHint } = phrases(language);
  const topics = { label: topicWords(language).title, command: "topics", verb: "list", args: [] };
  return { kind: "unknown", language, lines: [line, notFoundHint], choices: [], actions: [topics] };
}
