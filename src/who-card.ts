import { called } from "./aspect-phrases.js";
import { namesIn, titleOf } from "./entities.js";
import { Footnotes } from "./footnotes.js";
import type { Aspect, Entity, Knowledge, Language } from "./knowledge/model.js";
import { phrases } from "./phrases.js";
import { choiceOf } from "./replies.js";
import type { CardReply, Choice, MarkedStatement, Offer, Row } from "./reply.js";
import { spokenIn, statementOf } from "./statement.js";
import { type Profile, profileOf } from "./who.js";
import { whoWords } from "./who-phrases.js";

/** So many statements of what an entity did and said stand on a page; the first page has other rows as well. */
const ON_FIRST_PAGE = 4;
const ON_PAGE = 6;
const MAX_NAMES = 8;
const MAX_QUESTIONS = 3;
const MAX_COMPANIONS = 4;

/** The order in which a card tells of an entity. */
const ORDER: readonly (Aspect | "other")[] = ["what", "who", "when", "where", "why", "how-many", "other"];

/** A page, from 1, of the card of a person, an organisation, a place or an event. */
export function cardOf(knowledge: Knowledge, entity: Entity, page: number, preferred: Language): CardReply {
  const language = spokenIn(knowledge, preferred);
  const profile = profileOf(knowledge, entity);
  const footnotes = new Footnotes(knowledge, language);
  const lines = linesOf(profile, language);
  const pages = 1 + Math.max(0, Math.ceil((lines.length - ON_FIRST_PAGE) / ON_PAGE));
  const shown = Math.min(Math.max(1, page), pages);
  const start = shown === 1 ? 0 : ON_FIRST_PAGE + (shown - 2) * ON_PAGE;
  const here = lines.slice(start, start + (shown === 1 ? ON_FIRST_PAGE : ON_PAGE));
  // The head goes first, so that footnotes are counted in the order of reading.
  const head = shown === 1 ? headOf(knowledge, entity, profile, language, footnotes) : { before: [], after: [] };
  const told = rowsOf(
    here.map(({ label, entry, at }) => ({ label, ...statementOf(knowledge, entry, at, language, footnotes) })),
  );
  return {
    kind: "card",
    language,
    title: titleOf(entity, language),
    subtitle: called(language).kinds[entity.kind],
    rows: [...head.before, ...told, ...head.after],
    footnotes: footnotes.notes,
    ...(pages === 1 ? {} : { paging: { page: shown, pages, command: "who", verb: "card", args: [entity.id] } }),
    choices: questionsOf(knowledge, profile, language),
    actions: companionsOf(profile, language),
  };
}

/** What is told and what is not, in the order of the card, each with the label of its row. */
function linesOf({ told, notStated }: Profile, language: Language) {
  const words = called(language).aspects;
  const ofAspect = (aspect: Aspect | "other") =>
    told.filter(({ entry }) => (entry.aspect ?? "other") === aspect).map((one) => ({ ...one, label: words[aspect] }));
  return [...ORDER.flatMap(ofAspect), ...notStated.map((one) => ({ ...one, label: whoWords(language).notStated }))];
}

/** Neighbours with the same label share a row. */
function rowsOf(lines: readonly (MarkedStatement & { readonly label: string })[]): Row[] {
  const labels = [...new Set(lines.map(({ label }) => label))];
  return labels.map((wanted) => ({
    label: wanted,
    statements: lines.filter(({ label }) => label === wanted).map(({ text, marks }) => ({ text, marks })),
  }));
}

/** What stands on the first page alone: what it is, what else it is called, and which sources tell of it. */
function headOf(
  knowledge: Knowledge,
  entity: Entity,
  { card, sources, told, notStated }: Profile,
  language: Language,
  footnotes: Footnotes,
): { before: Row[]; after: Row[] } {
  const words = whoWords(language);
  const isEmpty = told.length === 0 && notStated.length === 0;
  const whatItIs = card
    ? card.citations.map((_, at) => statementOf(knowledge, card, at, language, footnotes))
    : [bare(words.noCard), ...(isEmpty ? [bare(words.nothingAbout)] : [])];
  const { name, aliases } = namesIn(entity, language);
  const others = [...new Set(aliases)].filter((alias) => alias !== name).slice(0, MAX_NAMES);
  return {
    before: [{ label: words.whatItIs, statements: whatItIs }],
    after: [
      ...(sources.size === 0 ? [] : [{ label: words.inSources, statements: placesOf(knowledge, sources, language) }]),
      ...(others.length === 0 ? [] : [{ label: words.otherNames, statements: [bare(others.join(", "))] }]),
    ],
  };
}

/** `"Xinhua: paragraphs 2, 4."` for each source; the statements above have the footnotes. */
function placesOf(knowledge: Knowledge, sources: Profile["sources"], language: Language): Row["statements"] {
  const { paragraph: one } = phrases(language);
  const { paragraphs: many, recordOnly } = whoWords(language);
  return [...sources].map(([id, cited]) => {
    const numbers = cited.filter((number) => number > 0);
    const place = numbers.length === 0 ? recordOnly : numbers.length === 1 ? one(numbers[0]) : many(numbers.join(", "));
    return bare(`${place}.`, knowledge.sources.get(id)?.publisher);
  });
}

/** Words of the bot's own, which need no source. */
function bare(text: string, of?: string): Row["statements"][number] {
  return { text, marks: [], ...(of === undefined ? {} : { of }) };
}

function questionsOf(knowledge: Knowledge, { card, told }: Profile, language: Language): Choice[] {
  const ids = [...(card?.see ?? []), ...told.map(({ entry }) => entry.id)];
  return [...new Set(ids)]
    .flatMap((id) => knowledge.entryById.get(id) ?? [])
    .filter((entry) => !entry.notStated && entry !== card)
    .slice(0, MAX_QUESTIONS)
    .map((entry) => choiceOf(knowledge, entry, language));
}

/** People first: they are what is asked for most. */
function companionsOf({ companions }: Profile, language: Language): Offer[] {
  const people = companions.filter(({ kind }) => kind === "person");
  const others = companions.filter(({ kind }) => kind !== "person");
  return [...people.slice(0, MAX_COMPANIONS - 1), ...others].slice(0, MAX_COMPANIONS).map((entity) => ({
    label: titleOf(entity, language),
    command: "who",
    verb: "card",
    args: [entity.id],
  }));
}
