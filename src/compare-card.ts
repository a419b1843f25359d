import { called } from "./aspect-phrases.js";
import { type Comparable, type Pair, shortNames } from "./comparables.js";
import { type Comparison, comparisonOf } from "./compare.js";
import { compareWords } from "./compare-phrases.js";
import { showDate } from "./dates.js";
import { Footnotes } from "./footnotes.js";
import { type Entry, type Knowledge, type Language, type Source, textsOf } from "./knowledge/model.js";
import { phrases } from "./phrases.js";
import { choiceOf } from "./replies.js";
import type { CardReply, Offer, RowStatement } from "./reply.js";
import { spokenIn, statementOf } from "./statement.js";

const MAX_QUESTIONS = 3;
/** So many characters of statements a page has: as much as a phone shows in three or four screens. */
const PAGE = 1500;

/** A row before its page is known: whose statement, and the entry that makes it or words of the bot's own. */
interface Draft {
  readonly label: string;
  readonly cells: readonly { readonly of?: string; readonly entry?: Entry; readonly source?: Source }[];
}

/** A page, from 1, of two events or two sources side by side: a row for each aspect, then what only one of them says. */
export function compareCard(knowledge: Knowledge, two: Pair, page: number, preferred: Language): CardReply {
  const language = spokenIn(knowledge, preferred);
  const words = compareWords(language);
  const comparison = comparisonOf(knowledge, ...two);
  const names = shortNames(two, language);
  const drafts = draftsOf(two, comparison, names, language);
  const pages = pagesOf(drafts, (entry) => textsOf(entry, language, knowledge.languages[0]).answer[0].length);
  const shown = Math.min(Math.max(1, page), pages.length);
  const footnotes = new Footnotes(knowledge, language);
  const fill = ({ of, entry, source }: Draft["cells"][number]): RowStatement => ({
    ...(of === undefined ? {} : { of }),
    ...(entry
      ? statementOf(knowledge, entry, 0, language, footnotes)
      : source
        ? articleOf(source, language, footnotes)
        : { text: words.nothingSaid, marks: [] }),
  });
  const address = { command: "compare", verb: "pair", args: two.map(({ key }) => key) };
  return {
    kind: "card",
    language,
    title: words.title(...names),
    subtitle: comparison.rows.length === 0 ? words.nothingToCompare : words.sideBySide,
    rows: pages[shown - 1].map(({ label, cells }) => ({ label, statements: cells.map(fill) })),
    footnotes: footnotes.notes,
    ...(pages.length === 1 ? {} : { paging: { page: shown, pages: pages.length, ...address } }),
    choices: comparison.both.slice(0, MAX_QUESTIONS).map((entry) => choiceOf(knowledge, entry, language)),
    actions: two.flatMap((one, i) => aboutOf(one, words.about(names[i]))),
  };
}

function draftsOf(
  two: Pair,
  { rows, together, only }: Comparison,
  names: readonly [string, string],
  language: Language,
): Draft[] {
  const { article, ofBoth, onlyHere } = compareWords(language);
  const articles = two.flatMap((one, i) => (one.kind === "source" ? [{ of: names[i], source: one.source }] : []));
  return [
    ...(articles.length === 0 ? [] : [{ label: article, cells: articles }]),
    ...rows.map(({ aspect, cells }) => ({
      label: called(language).aspects[aspect],
      cells: cells.map((entry, i) => ({ of: names[i], ...(entry ? { entry } : {}) })),
    })),
    ...(together.length === 0 ? [] : [{ label: ofBoth, cells: together.map((entry) => ({ entry })) }]),
    ...only.flatMap((entries, i) =>
      entries.length === 0 ? [] : [{ label: onlyHere(names[i]), cells: entries.map((entry) => ({ entry })) }],
    ),
  ];
}

/** Rows by page: as many as have room, at least one; a comparison of nothing has one page too. */
function pagesOf(drafts: readonly Draft[], lengthOf: (entry: Entry) => number): Draft[][] {
  const pages: Draft[][] = [[]];
  let used = 0;
  for (const draft of drafts) {
    const length = draft.cells.reduce((sum, { entry }) => sum + (entry ? lengthOf(entry) : 0), 0);
    if (used + length > PAGE && used > 0) {
      pages.push([]);
      used = 0;
    }
    pages[pages.length - 1].push(draft);
    used += length;
  }
  return pages;
}

/** What the record says: `"“Cuba, U.S. hold talks on cybercrime”, 25 February 2016"`, cited with it. */
function articleOf({ id, title, published }: Source, language: Language, footnotes: Footnotes): RowStatement {
  const date = published === undefined ? phrases(language).undated : showDate(published, language);
  return { text: `“${title}”, ${date}`, marks: footnotes.marks([{ source: id, paragraph: 0 }]) };
}

/** Leads to the card of an event, or of a source's publisher. */
function aboutOf(one: Comparable, label: string): Offer[] {
  const entity = one.kind === "event" ? one.entity : one.publisher;
  return entity ? [{ label, command: "who", verb: "card", args: [entity.id] }] : [];
}
