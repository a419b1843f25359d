import type { Context } from "./command.js";
import { Footnotes } from "./footnotes.js";
import { textsOf } from "./knowledge/model.js";
import { shortOf } from "./quiz/chance.js";
import { type Puzzle, puzzleAt } from "./quiz/puzzle.js";
import { quizPhrases } from "./quiz-phrases.js";
import type { CardReply, NoticeReply, Offer } from "./reply.js";

/** A round of the quiz as its buttons carry it; nothing else is kept of it. */
export interface Round {
  /** Six characters that put the questions in order. */
  readonly seed: string;
  /** Of the question in that order, from 0. */
  readonly position: number;
  readonly right: number;
  readonly asked: number;
}

/** Longer labels are cut on a phone's buttons, so that they stand in the text too. */
const LONGEST_LABEL = 30;

/** The first round that a seed gives, such as an interaction's id. */
export function newRound(seed: string): Round {
  return { seed: shortOf(seed), position: 0, right: 0, asked: 0 };
}

/** The round's question with its answers to press; words where there is none, or none any more. */
export function questionReply(round: Round, context: Context): NoticeReply {
  const { knowledge, preferred: language } = context;
  const words = quizPhrases(language);
  const puzzle = puzzleAt(knowledge, round.seed, round.position, language);
  if (!puzzle) return end(round, context);
  const { question, options, position, check } = puzzle;
  const isLong = options.some((option) => option.length > LONGEST_LABEL);
  return {
    kind: "notice",
    language,
    title: words.title(round.asked + 1),
    lines: [
      question,
      ...(isLong ? options.map((option, i) => `${letter(i)}: ${option}`) : []),
      ...(round.asked > 0 ? [words.soFar(round.right, round.asked)] : []),
    ],
    choices: [],
    actions: options.map((option, i) => ({
      label: isLong ? `${letter(i)}: ${option}` : option,
      command: "quiz",
      verb: "guess",
      args: [round.seed, String(position), check, String(i), String(round.right), String(round.asked)],
    })),
  };
}

/** Whether a pressed answer is right, what the sources say, and the score; for whoever pressed alone. */
export function resultReply(round: Round, option: number, check: string, context: Context): CardReply | NoticeReply {
  const { knowledge, preferred: language } = context;
  const puzzle = puzzleAt(knowledge, round.seed, round.position, language);
  if (!puzzle || puzzle.position !== round.position || puzzle.check !== check) return changed(round, context);
  const words = quizPhrases(language);
  const isRight = option === puzzle.right;
  const answer = puzzle.options[puzzle.right];
  const after = {
    ...round,
    position: round.position + 1,
    right: round.right + (isRight ? 1 : 0),
    asked: round.asked + 1,
  };
  const notes = new Footnotes(knowledge, language);
  const chosen = { label: words.youChose, statements: [{ text: puzzle.options[option], marks: [] }] };
  return {
    kind: "card",
    language,
    title: isRight ? words.right(answer) : words.wrong(answer),
    subtitle: puzzle.question,
    rows: [
      ...(isRight ? [] : [chosen]),
      { label: words.sourcesSay, statements: statementsOf(puzzle, notes, context) },
      { label: words.score, statements: [{ text: words.scored(after.right, after.asked), marks: [] }] },
    ],
    footnotes: notes.notes,
    choices: [],
    actions: [next(after, words.next)],
    onlyForAsker: true,
  };
}

function statementsOf({ entry }: Puzzle, notes: Footnotes, { knowledge, preferred }: Context) {
  const { answer } = textsOf(entry, preferred, knowledge.languages[0]);
  return answer.map((text, i) => ({ text, marks: notes.marks(entry.citations[i] ?? []) }));
}

/** After the last question; or where there is none at all. */
function end(round: Round, { preferred: language, seed }: Context): NoticeReply {
  const words = quizPhrases(language);
  if (round.asked === 0 && round.position === 0)
    return { kind: "notice", language, lines: words.tooSmall, choices: [], onlyForAsker: true };
  const score = `${words.score}: ${words.scored(round.right, round.asked)}.`;
  const actions = [next(newRound(seed), words.again)];
  return { kind: "notice", language, lines: [words.noMore, score], choices: [], actions, onlyForAsker: true };
}

function changed(round: Round, { preferred: language, seed }: Context): NoticeReply {
  const words = quizPhrases(language);
  const actions = [next({ ...newRound(seed), right: round.right, asked: round.asked }, words.next)];
  return { kind: "notice", language, lines: [words.changed], choices: [], actions, onlyForAsker: true };
}

function next({ seed, position, right, asked }: Round, label: string): Offer {
  return { label, command: "quiz", verb: "next", args: [seed, ...[position, right, asked].map(String)] };
}

function letter(i: number): string {
  return "ABCD"[i] ?? String(i + 1);
}
