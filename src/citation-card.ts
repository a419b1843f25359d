import type { Passage } from "./answer/passages.js";
import { citeWords } from "./cite-phrases.js";
import type { Context } from "./command.js";
import { Footnotes } from "./footnotes.js";
import { type Entry, type Language, textsOf } from "./knowledge/model.js";
import { phrases } from "./phrases.js";
import { referencesOf } from "./reference.js";
import { choiceOf } from "./replies.js";
import type { CardReply, Row } from "./reply.js";
import { topicTitle } from "./topics.js";

/** The card of entries that answer one question: their statements, every citation in full, and references to copy. */
export function citationCard(entries: readonly Entry[], language: Language, { knowledge }: Context): CardReply {
  const [words, notes] = [citeWords(language), new Footnotes(knowledge, language)];
  const questions = entries.map((entry) => choiceOf(knowledge, entry, language).question);
  const rows = entries.map((entry, i): Row => {
    const kind = entry.notStated ? phrases(language).notStated.replace(/\.$/, "") : words.answer;
    const { answer } = textsOf(entry, language, knowledge.languages[0]);
    return {
      label: entries.length === 1 ? kind : questions[i],
      statements: answer.map((text, j) => ({ text, marks: notes.marks(entry.citations[j] ?? []) })),
    };
  });
  const citations = entries.flatMap((entry) => entry.citations.flat());
  return {
    kind: "card",
    language,
    title: questions.join(" "),
    subtitle: entries.map(({ id, topic }) => words.entry(id, topicTitle(knowledge, topic, language))).join("; "),
    rows,
    footnotes: notes.notes,
    copy: referencesOf(knowledge, citations, language).join("\n"),
    choices: [],
  };
}

/** The card of a sentence that answers a question where no entry does. */
export function passageCard(
  question: string,
  { text, citation }: Passage,
  language: Language,
  { knowledge }: Context,
): CardReply {
  const notes = new Footnotes(knowledge, language);
  return {
    kind: "card",
    language,
    title: question,
    rows: [
      { label: phrases(language).fromText.replace(/:$/, ""), statements: [{ text, marks: notes.marks([citation]) }] },
    ],
    footnotes: notes.notes,
    copy: referencesOf(knowledge, [citation], language).join("\n"),
    choices: [],
  };
}
