import { type Context, command } from "../src/command.js";
import { answerFromPage, type Browsed, pageCount, pageOf, questionPage } from "../src/question-page.js";
import type { ListReply } from "../src/reply.js";
import { type Topic, topicsOf } from "../src/topics.js";
import { topicWords } from "../src/topics-phrases.js";

/** As many as a select takes. */
const PAGE = 25;

/** `/topics` lists the topics; choosing one shows its questions, page by page, and choosing a question answers it. */
export const topics = command({
  name: "topics",
  names: { es: "temas" },
  description: { en: "Browse what can be asked, topic by topic", es: "Explorar lo que se puede preguntar, por temas" },
  options: {},
  run: (_options, context) => topicList(undefined, context),
  act({ verb, args, values }, context) {
    if (verb === "list") return topicList(args.at(-1), context);
    if (!["topic", "page", "answer"].includes(verb)) return undefined;
    const wanted = verb === "topic" ? values[0] : args[0];
    const topic = topicsOf(context.knowledge, context.preferred).find(({ id }) => id === wanted);
    if (!topic) return undefined;
    const browsed = questionsOf(topic, context);
    return verb === "answer"
      ? answerFromPage(browsed, args[1], values[0], context)
      : questionPage(browsed, args[1], context);
  },
});

function topicList(wanted: string | undefined, { knowledge, preferred: language }: Context): ListReply {
  const words = topicWords(language);
  const all = topicsOf(knowledge, language);
  const pages = pageCount(all, PAGE);
  const page = pageOf(wanted, pages);
  const options = all.slice((page - 1) * PAGE, page * PAGE).map(({ id, title, entries }) => {
    const unstated = entries.filter(({ notStated }) => notStated).length;
    return { label: title, description: words.count(entries.length, unstated), value: id };
  });
  return {
    kind: "list",
    language,
    title: words.title,
    lines: [
      words.all(all.length, knowledge.entries.length),
      ...(knowledge.entries.some(({ notStated }) => notStated) ? [words.notStated] : []),
    ],
    items: [],
    footnotes: [],
    ...(pages > 1 ? { paging: { command: "topics", verb: "list", args: [], page, pages } } : {}),
    choices: [],
    select: { prompt: words.choose, command: "topics", verb: "topic", args: [], options, listed: true },
  };
}

function questionsOf({ id, title, entries }: Topic, { preferred }: Context): Browsed {
  const words = topicWords(preferred);
  const unstated = entries.filter(({ notStated }) => notStated).length;
  return {
    title,
    lines: [`${words.count(entries.length, unstated)}.`],
    entries,
    address: { command: "topics", verb: "page", args: [id] },
    actions: [{ label: words.back, command: "topics", verb: "list", args: [] }],
  };
}
