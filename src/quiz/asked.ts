import { languageData } from "../answer/languages/language.js";
import { wordsOf } from "../answer/text.js";
import { derived } from "../knowledge/derived.js";
import type { Entity, Entry, Knowledge } from "../knowledge/model.js";
import { countIn } from "./counted.js";
import { Naming } from "./naming.js";

/** The short answer that a question of the quiz has. */
export type ShortAnswer =
  | { readonly kind: "date"; readonly when: string }
  | { readonly kind: "entity"; readonly entity: Entity }
  | { readonly kind: "count"; readonly count: number };

/** An entry that can be asked in a quiz, with its short answer. */
export interface Asked {
  readonly entry: Entry;
  readonly answer: ShortAnswer;
}

/** What the quiz knows of a knowledge. */
export interface Askable {
  readonly all: readonly Asked[];
  /** Every date of a fact, each once. */
  readonly dates: readonly string[];
  readonly naming: Naming;
  /** The places where something was: the answers to questions that ask where. */
  readonly sites: ReadonlySet<Entity>;
}

/** More questions than anybody plays through; of a larger knowledge every second or third entry is looked at. */
const MOST_LOOKED_AT = 2000;

/**
 * The entries whose answer is a date, a name or a number, so that it can stand on a button: neither yes-or-no questions, nor
 * comparisons of events, nor what the sources do not say, nor questions that have their answer in them.
 */
export const askableIn = derived((knowledge): Askable => {
  const naming = new Naming(knowledge, knowledge.languages[0]);
  const fair = knowledge.entries.filter((entry) => isFair(entry, knowledge));
  const every = Math.ceil(fair.length / MOST_LOOKED_AT);
  const all = fair
    .filter((_, i) => i % every === 0)
    .flatMap((entry) => {
      const answer = shortAnswer(entry, knowledge, naming);
      return answer ? [{ entry, answer }] : [];
    });
  const dates = knowledge.entries.flatMap(({ when, notStated }) => (when === undefined || notStated ? [] : [when]));
  const sites = all.flatMap(({ entry, answer }) =>
    entry.aspect === "where" && answer.kind === "entity" ? [answer.entity] : [],
  );
  return { all, naming, dates: [...new Set(dates)], sites: new Set(sites) };
});

function isFair({ notStated, about, aspect }: Entry, { entities }: Knowledge): boolean {
  if (notStated || aspect === undefined) return false;
  return about.filter((id) => entities.get(id)?.kind === "event").length < 2;
}

function shortAnswer(entry: Entry, knowledge: Knowledge, naming: Naming): ShortAnswer | undefined {
  const { aspect, when, texts } = entry;
  const [language] = knowledge.languages;
  const { question, answer } = texts[language];
  const questions = Object.values(texts).map((one) => one.question);
  if (aspect === "when") {
    if (when === undefined || questions.some((one) => wordsOf(one).some((word) => when.split(/\D/)[0] === word)))
      return;
    return { kind: "date", when };
  }
  if (aspect === "how-many") {
    const count = countIn(answer[0], question, language);
    // A translation that says another number, surely, tells that one of the two is read wrongly, or wrong.
    const isSaid = Object.entries(texts).every(([code, other]) =>
      [count, undefined].includes(countIn(other.answer[0], other.question, code)),
    );
    return count === undefined || !isSaid ? undefined : { kind: "count", count };
  }
  if ((aspect !== "who" && aspect !== "where") || !asksFor(question, language)) return undefined;
  if (aspect === "where") {
    const place = naming.placeIn(answer[0], question);
    return place && !questions.some((one) => naming.in(one).has(place)) ? { kind: "entity", entity: place } : undefined;
  }
  const entity = naming.answerIn(answer[0], question);
  if (!entity || entity.kind === "event") return undefined;
  const inQuestions = new Set(questions.flatMap((one) => [...naming.in(one)]));
  // Where a person is named too, "who" means the person, and "two, both named by the Gazette" no newspaper.
  const isOther = (one: Entity) =>
    one !== entity && (one.kind === entity.kind || one.kind === "person") && !inQuestions.has(one);
  if (inQuestions.has(entity) || [...naming.in(answer[0])].some(isOther)) return undefined;
  return { kind: "entity", entity };
}

/** Whether a question begins by asking for something, as one that is answered with yes or no does not, and for nothing else. */
function asksFor(question: string, language: string): boolean {
  const { questionWords } = languageData(language);
  if (/,\s(?:and|or|y|e|o|u)\s/.test(question)) return false;
  const first = wordsOf(question).slice(0, 3);
  return first.some((word) => questionWords.has(word) || word === "que");
}
