import { type Context, command } from "../src/command.js";
import type { NoticeReply } from "../src/reply.js";
import { filterOf, subjects } from "../src/timeline/page.js";
import { rangeProblem, readDate, type TypedDate } from "../src/timeline/typed-date.js";
import { timelineReply } from "../src/timeline-list.js";
import { listPhrases } from "../src/timeline-phrases.js";

/** `/timeline [from] [to] [about]` puts the dated facts in order, each with its source, and draws them. */
export const timeline = command({
  name: "timeline",
  names: { es: "cronología" },
  description: {
    en: "What happened when: the dated facts in order, as a list and a picture",
    es: "Qué ocurrió y cuándo: los hechos con fecha en orden, en lista y en imagen",
  },
  options: {
    from: {
      kind: "text",
      names: { es: "desde" },
      description: {
        en: "The first date: 2016, February 2016 or 2016-02-22",
        es: "La primera fecha: 2016, febrero de 2016 o 2016-02-22",
      },
      maxLength: 60,
    },
    to: {
      kind: "text",
      names: { es: "hasta" },
      description: { en: "The last date, written the same way", es: "La última fecha, escrita igual" },
      maxLength: 60,
    },
    about: {
      kind: "text",
      names: { es: "sobre" },
      description: {
        en: "A person, organisation, place or event, or words",
        es: "Una persona, organización, lugar o acto, o palabras",
      },
      completed: true,
      maxLength: 60,
    },
  },
  async run({ from, to, about }, context) {
    const first = await dateOf(from, context);
    const last = await dateOf(to, context);
    for (const read of [first, last]) if (read && !read.ok) return refuse(read.problem, context);
    // Of a typed period the beginning counts as the first date, and the end as the last one.
    const start = first?.ok ? first.when.split("/")[0] : undefined;
    const end = last?.ok ? last.when.split("/").at(-1) : undefined;
    const problem = start !== undefined && end !== undefined && rangeProblem(start, end, context.preferred);
    if (problem) return refuse(problem, context);
    return timelineReply({ from: start, to: end, about: about?.trim() || undefined }, 1, context);
  },
  act({ verb, args }, context) {
    const filter = filterOf(args);
    if (verb !== "page" || args.length !== 4 || !filter) return undefined;
    return timelineReply(filter, Number(args.at(-1)), context);
  },
  complete: (_option, typed, { knowledge, preferred }) =>
    subjects(knowledge, preferred, typed).map(({ id, name, facts }) => ({
      label: listPhrases(preferred).completion(name, facts),
      value: id,
    })),
});

async function dateOf(typed: string | undefined, { preferred }: Context): Promise<TypedDate | undefined> {
  return typed === undefined || typed.trim() === "" ? undefined : readDate(typed, preferred);
}

function refuse(problem: string, { preferred: language }: Context): NoticeReply {
  return { kind: "notice", language, lines: [problem], choices: [], onlyForAsker: true };
}
