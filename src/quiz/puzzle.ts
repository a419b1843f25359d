import { capital } from "../dates.js";
import { type Entry, type Knowledge, type Language, textsOf } from "../knowledge/model.js";
import { showWhen } from "../timeline/show-when.js";
import { spanOf } from "../timeline/span.js";
import { type Askable, type Asked, askableIn, type ShortAnswer } from "./asked.js";
import { inOrderOf, shortOf } from "./chance.js";
import { showCounts } from "./counted.js";
import { areApart, keyOf, wrongAnswers } from "./wrong.js";

/** A question with four answers, one of them right: `{ question: "When …?", options: ["1961", …], right: 2, … }`. */
export interface Puzzle {
  readonly entry: Entry;
  readonly question: string;
  readonly options: readonly string[];
  /** Which of the options is right, from 0. */
  readonly right: number;
  /** Where it stands in the seed's order; the next one is looked for behind it. */
  readonly position: number;
  /** Changes with the entry and its options, whatever their language. */
  readonly check: string;
}

const WRONG_OPTIONS = 3;

/**
 * The puzzle at a position of the order in which a seed puts all questions, or the first one behind it that has enough wrong
 * answers; undefined at the end. The same seed and knowledge give the same puzzle, in any language.
 */
export function puzzleAt(knowledge: Knowledge, seed: string, position: number, language: Language): Puzzle | undefined {
  const askable = askableIn(knowledge);
  const order = inOrderOf(seed, askable.all, ({ entry }) => entry.id);
  for (let at = position; at < order.length; at++) {
    const answers = answersTo(order[at], askable, knowledge, seed);
    if (answers) return puzzleOf(order[at], answers, at, knowledge, language);
  }
  return undefined;
}

function puzzleOf(
  { entry, answer }: Asked,
  answers: readonly ShortAnswer[],
  position: number,
  knowledge: Knowledge,
  language: Language,
): Puzzle {
  return {
    entry,
    question: textsOf(entry, language, knowledge.languages[0]).question,
    options: labelsOf(answers, knowledge, language),
    right: answers.indexOf(answer),
    position,
    check: shortOf([entry.id, ...answers.map(keyOf)].join("\n")).slice(-4),
  };
}

/** The right answer among wrong ones; undefined where there are too few that can be told from each other. */
function answersTo(
  asked: Asked,
  askable: Askable,
  knowledge: Knowledge,
  seed: string,
): readonly ShortAnswer[] | undefined {
  const { entry, answer } = asked;
  const chosen = [answer];
  for (const wrong of wrongAnswers(asked, askable, knowledge, `${seed} ${entry.id}`)) {
    if (chosen.length <= WRONG_OPTIONS && chosen.every((other) => canStandBeside(wrong, other, knowledge)))
      chosen.push(wrong);
  }
  if (chosen.length <= WRONG_OPTIONS) return undefined;
  return inOrderOf(`${seed} ${entry.id} options`, chosen, keyOf).sort(inRank);
}

function canStandBeside(one: ShortAnswer, other: ShortAnswer, knowledge: Knowledge): boolean {
  if (one.kind === "date" && other.kind === "date" && !areApart(one.when, other.when)) return false;
  return knowledge.languages.every((language) => {
    const [a, b] = labelsOf([one, other], knowledge, language).map((label) => label.toLowerCase());
    return a !== b;
  });
}

/** Dates and numbers are read in their order; names stay as they are. */
function inRank(a: ShortAnswer, b: ShortAnswer): number {
  if (a.kind === "date" && b.kind === "date") return spanOf(a.when).start - spanOf(b.when).start;
  return a.kind === "count" && b.kind === "count" ? a.count - b.count : 0;
}

function labelsOf(answers: readonly ShortAnswer[], { languages }: Knowledge, language: Language): string[] {
  const counts = showCounts(
    answers.flatMap((answer) => (answer.kind === "count" ? [answer.count] : [])),
    language,
  );
  return answers.map((answer, i) => {
    if (answer.kind === "date") return capital(showWhen(answer.when, language));
    if (answer.kind === "count") return counts[i];
    const { names } = answer.entity;
    return capital((names[language] ?? names[languages[0]]).name);
  });
}
