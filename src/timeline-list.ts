import type { Context } from "./command.js";
import { capital } from "./dates.js";
import { Footnotes } from "./footnotes.js";
import { headingOf } from "./knowledge/model.js";
import type { ListReply, NoticeReply, Offer, Reply } from "./reply.js";
import { type DatedFact, datedFacts, type FactFilter } from "./timeline/facts.js";
import { canBeCarried, type FactsPage, factsOn, filterArgs, nameOf, subjects } from "./timeline/page.js";
import { showWhen } from "./timeline/show-when.js";
import { spanOf } from "./timeline/span.js";
import { listPhrases } from "./timeline-phrases.js";

/** How many things with dated facts are named to whoever asked about another. */
const MOST_NAMED = 6;

/** A page of the timeline with its picture, or words that say why there is none. */
export async function timelineReply(filter: FactFilter, wanted: number, context: Context): Promise<Reply> {
  const { knowledge, preferred: language, draw } = context;
  const page = factsOn(knowledge, language, filter, wanted);
  if (page.facts.length === 0) return nothing(filter, context);
  const list = listOf(page, filter, context);
  const drawn = await draw(page.facts, { title: pictureTitle(filter, context), language });
  if (drawn) return { ...list, picture: { ...drawn, fileName: "timeline.png" } };
  return { ...list, lines: [...(list.lines ?? []), listPhrases(language).noPicture] };
}

function listOf({ facts, page, pages, all }: FactsPage, filter: FactFilter, context: Context): ListReply {
  const { knowledge, preferred: language } = context;
  const words = listPhrases(language);
  const notes = new Footnotes(knowledge, language);
  const items = facts.map(({ date, text, entry }) => ({
    label: `${capital(date)}:`,
    text,
    marks: notes.marks(entry.citations[0] ?? []),
  }));
  const args = filterArgs(filter, knowledge);
  const isReachable = canBeCarried(args);
  const lines = [
    ...filterLine(filter, context),
    ...(pages > 1 && !isReachable ? [words.firstOf(facts.length, all)] : []),
  ];
  return {
    kind: "list",
    language,
    title: words.title(headingOf(knowledge, language).title),
    ...(lines.length > 0 ? { lines } : {}),
    items,
    footnotes: notes.notes,
    ...(pages > 1 && isReachable ? { paging: { page, pages, command: "timeline", verb: "page", args } } : {}),
    choices: [],
  };
}

/** That nothing is there, what there is, and the way to it. */
function nothing(filter: FactFilter, context: Context): NoticeReply {
  const { knowledge, preferred: language } = context;
  const words = listPhrases(language);
  const said = (lines: readonly string[], actions: readonly Offer[] = []): NoticeReply => ({
    kind: "notice",
    language,
    title: words.title(headingOf(knowledge, language).title),
    lines,
    choices: [],
    actions,
  });
  const all = datedFacts(knowledge, language);
  if (all.length === 0) return said([words.nothingDated]);
  const about = datedFacts(knowledge, language, { about: filter.about });
  if (about.length === 0) {
    const names = subjects(knowledge, language).slice(0, MOST_NAMED);
    const lines = [words.nothingAbout(aboutName(filter.about ?? "", context))];
    const others = names.length === 0 ? [] : [words.tryThese(names.map(({ name }) => name).join(", "))];
    return said([...lines, ...others], [whole({}, context)]);
  }
  const lines = [...filterLine(filter, context), words.nothingThen, extent(about, context)];
  return said(lines, [whole({ about: filter.about }, context)]);
}

function whole(filter: FactFilter, { knowledge, preferred }: Context): Offer {
  const args = [...filterArgs(filter, knowledge), "1"];
  return { label: listPhrases(preferred).wholeTimeline, command: "timeline", verb: "page", args };
}

function extent(facts: readonly DatedFact[], { preferred }: Context): string {
  const words = listPhrases(preferred);
  const ends = facts.map(({ when }) => when.split("/").at(-1) ?? when);
  const latest = ends.toSorted((a, b) => spanOf(a).end - spanOf(b).end).at(-1) ?? "";
  const [first, last] = [facts[0].when.split("/")[0], latest].map((when) => showWhen(when, preferred));
  return first === last ? words.oneDate(first) : words.runs(first, last);
}

/** `["From: 2015 · About: Cuba"]`; nothing where everything is shown. */
function filterLine(filter: FactFilter, context: Context): string[] {
  const { preferred: language } = context;
  const words = listPhrases(language);
  const parts = [
    filter.from === undefined ? [] : [words.from(showWhen(filter.from, language))],
    filter.to === undefined ? [] : [words.to(showWhen(filter.to, language))],
    filter.about === undefined ? [] : [words.about(aboutName(filter.about, context))],
  ].flat();
  return parts.length === 0 ? [] : [parts.join(" · ")];
}

function pictureTitle({ about }: FactFilter, context: Context): string {
  const { title } = headingOf(context.knowledge, context.preferred);
  return about === undefined ? title : `${title} · ${aboutName(about, context)}`;
}

function aboutName(about: string, { knowledge, preferred }: Context): string {
  return nameOf(knowledge, about.trim().toLowerCase(), preferred) ?? about.trim();
}
