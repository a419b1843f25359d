import { fold } from "../src/answer/text.js";
import { citedFor } from "../src/cited-for.js";
import { type Context, command } from "../src/command.js";
import type { Knowledge, Source } from "../src/knowledge/model.js";
import { phrases } from "../src/phrases.js";
import { answerFromPage, type Browsed, pageCount, pageOf, questionPage } from "../src/question-page.js";
import { dateOf } from "../src/reference.js";
import type { ListReply, Offer, Reply } from "../src/reply.js";
import { sourceCard } from "../src/source-card.js";
import { sourceWords } from "../src/sources-phrases.js";
import { statedFirst, topicsOf } from "../src/topics.js";

/** How many sources stand on a page. */
const PAGE = 10;

/** `/sources [id]` lists the sources, or shows the record of one and what it is cited for. */
export const sources = command({
  name: "sources",
  names: { es: "fuentes" },
  description: { en: "The sources that answers rest on", es: "Las fuentes en que se apoyan las respuestas" },
  options: {
    id: {
      kind: "text",
      description: { en: "One source: its record, its age, what it is cited for", es: "Una fuente: su ficha y su uso" },
      completed: true,
      maxLength: 100,
    },
  },
  run({ id }, context) {
    const found = id === undefined ? [...context.knowledge.sources.values()] : named(context.knowledge, id);
    if (id !== undefined && found.length === 1) return card(found[0], context);
    return sourceList(undefined, context, id !== undefined && found.length === 0 ? id : undefined);
  },
  complete: (_option, typed, { knowledge }) =>
    named(knowledge, typed).map(({ id, publisher, title }) => ({ label: `${publisher}: ${title}`, value: id })),
  act({ verb, args: [id = "", topic = "", page], values }, context): Reply | undefined {
    if (verb === "list") return sourceList(id, context);
    const source = context.knowledge.sources.get(verb === "show" && values.length > 0 ? values[0] : id);
    if (!source) return undefined;
    if (verb === "show") return card(source, context);
    if (!["topic", "page", "answer"].includes(verb)) return undefined;
    const browsed = questionsOf(source, verb === "topic" ? (values[0] ?? "") : topic, context);
    return verb === "answer"
      ? browsed && answerFromPage(browsed, page, values[0], context)
      : browsed && questionPage(browsed, page, context);
  },
});

/** The source of an id, or else those that have the typed letters in their id, title or publisher. */
function named({ sources: all }: Knowledge, typed: string): Source[] {
  const own = all.get(typed.trim());
  const wanted = fold(typed.trim());
  return own
    ? [own]
    : [...all.values()].filter((one) => fold(`${one.id} ${one.publisher} ${one.title}`).includes(wanted));
}

function card(source: Source, context: Context): Reply {
  const words = sourceWords(context.preferred);
  const isCited = citedFor(context.knowledge, source.id).entries.length > 0;
  const all: Offer = { label: words.allQuestions, command: "sources", verb: "page", args: [source.id, ""] };
  const back: Offer = { label: words.allSources, command: "sources", verb: "list", args: [] };
  return sourceCard(source, [...(isCited ? [all] : []), back], context);
}

function sourceList(
  wanted: string | undefined,
  { knowledge, preferred: language }: Context,
  missed?: string,
): ListReply {
  const [words, own] = [phrases(language), sourceWords(language)];
  const all = [...knowledge.sources.values()];
  const pages = pageCount(all, PAGE);
  const page = pageOf(wanted, pages);
  const options = all.slice((page - 1) * PAGE, page * PAGE).map((source) => ({
    label: `${source.publisher}, ${dateOf(source, language)}`,
    description: source.title,
    value: source.id,
  }));
  return {
    kind: "list",
    language,
    title: words.sources,
    lines: [
      ...(missed === undefined ? [] : [words.noSuchSource(missed)]),
      words.sourceCount(all.length, knowledge.entries.length),
    ],
    items: [],
    footnotes: [],
    ...(pages > 1 ? { paging: { command: "sources", verb: "list", args: [], page, pages } } : {}),
    choices: [],
    select: { prompt: own.choose, command: "sources", verb: "show", args: [], options, listed: true },
  };
}

/** The questions that a source is cited for, those of one topic or all; undefined where there are none. */
function questionsOf(source: Source, topic: string, { knowledge, preferred }: Context): Browsed | undefined {
  const words = sourceWords(preferred);
  const citing = topicsOf(knowledge, preferred, citedFor(knowledge, source.id).entries);
  const own = citing.filter(({ id }) => topic === "" || id === topic);
  if (own.length === 0) return undefined;
  return {
    title: words.restOn(source.publisher),
    lines: [topic === "" ? source.title : own[0].title],
    entries: statedFirst(own.flatMap(({ entries }) => entries)),
    address: { command: "sources", verb: "page", args: [source.id, topic] },
    actions: [{ label: words.kind(source.id), command: "sources", verb: "show", args: [source.id] }],
  };
}
