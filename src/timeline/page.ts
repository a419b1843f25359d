import { fold, wordsOf } from "../answer/text.js";
import type { Knowledge, Language } from "../knowledge/model.js";
import { type DatedFact, datedFacts, type FactFilter } from "./facts.js";

/** More facts would make the picture too high to be read on a phone. */
const FACTS_ON_PAGE = 8;
/** What a button can carry of what the facts are to be about. */
const LONGEST_KEY = 44;

/** The facts of a page: `{ facts: […], page: 2, pages: 3, all: 19 }`; a page that is not there is the nearest one. */
export interface FactsPage {
  readonly facts: readonly DatedFact[];
  readonly page: number;
  readonly pages: number;
  readonly all: number;
}

/** A page of the facts that a filter lets through, counted from 1. */
export function factsOn(knowledge: Knowledge, language: Language, filter: FactFilter, wanted: number): FactsPage {
  const facts = datedFacts(knowledge, language, filter);
  const pages = Math.max(1, Math.ceil(facts.length / FACTS_ON_PAGE));
  const page = Number.isInteger(wanted) ? Math.min(Math.max(wanted, 1), pages) : 1;
  return {
    facts: facts.slice((page - 1) * FACTS_ON_PAGE, page * FACTS_ON_PAGE),
    page,
    pages,
    all: facts.length,
  };
}

/** A filter as a button carries it: `{ from: "2015", about: "the Old Mill" }` gives `["2015", "", "the_old_mill"]`. */
export function filterArgs({ from = "", to = "", about = "" }: FactFilter, { entities }: Knowledge): string[] {
  const id = about.trim().toLowerCase();
  return [from, to, entities.has(id) ? id : wordsOf(about).join("_")];
}

/** Whether a button has room for what `filterArgs` gives. */
export function canBeCarried(args: readonly string[]): boolean {
  return encodeURIComponent(args.at(-1) ?? "").length <= LONGEST_KEY;
}

/** The filter that a button carries; undefined where it is none, since it may be a stranger's. */
export function filterOf([from, to, about]: readonly string[]): FactFilter | undefined {
  const isDate = (text: string | undefined) => text === "" || /^\d{4}(?:-\d{2}){0,2}$/.test(text ?? "-");
  if (about === undefined || !isDate(from) || !isDate(to)) return undefined;
  return {
    ...(from === "" ? {} : { from }),
    ...(to === "" ? {} : { to }),
    ...(about === "" ? {} : { about: about.replaceAll("_", " ") }),
  };
}

/** Something that dated facts are about: `{ id: "cuba", name: "Cuba", facts: 5 }`. */
export interface Subject {
  readonly id: string;
  readonly name: string;
  readonly facts: number;
}

/** What dated facts are about, the most frequent first, as far as a name or alias has what was typed. */
export function subjects(knowledge: Knowledge, language: Language, typed = ""): Subject[] {
  const wanted = fold(typed.trim());
  const counts = new Map<string, number>();
  for (const { entry } of datedFacts(knowledge, language))
    for (const id of new Set(entry.about)) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts]
    .flatMap(([id, facts]) => {
      const names = knowledge.entities.get(id)?.names ?? {};
      const all = Object.values(names).flatMap(({ name, aliases }) => [name, ...aliases]);
      const name = nameOf(knowledge, id, language);
      return name !== undefined && all.some((one) => fold(one).includes(wanted)) ? [{ id, name, facts }] : [];
    })
    .sort((a, b) => b.facts - a.facts || (a.name < b.name ? -1 : 1));
}

/** An entity's name in a language, or in the default one. */
export function nameOf({ entities, languages }: Knowledge, id: string, language: Language): string | undefined {
  const names = entities.get(id)?.names;
  return (names?.[language] ?? names?.[languages[0]])?.name;
}
