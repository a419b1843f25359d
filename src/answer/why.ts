import { type Knowledge, textsOf } from "../knowledge/model.js";
import type { Result } from "./answerer.js";
import { type Calibration, thresholdFor } from "./calibrate.js";
import type { Look } from "./engine.js";
import { EVIDENCE } from "./evidence.js";
import { ASK, CONCEPT, STOP } from "./lexicon.js";

/** Why a question was answered as it was, a line for each reason. */
export function whyOf(knowledge: Knowledge, result: Result, calibration: Calibration): string[] {
  const lines = result.looks.flatMap((look) => linesOf(knowledge, result, look));
  return [
    ...lines,
    `Confidence ${percent(result.confidence)}; an answer needs ${percent(thresholdFor(calibration, "balanced"))}, calibrated on ${calibration.questions} questions.`,
    `Knowledge version ${knowledge.version}.`,
  ];
}

function linesOf(
  knowledge: Knowledge,
  { language }: Result,
  { words, query, ranked, matches, evidence }: Look,
): string[] {
  const [first, second] = ranked;
  const repaired = query.words.flatMap(({ typed, repaired: to }) => (to === undefined ? [] : [`${typed} → ${to}`]));
  const head = [
    `Read as: ${words.join(" ")} (${language}).`,
    ...(repaired.length > 0 ? [`Repaired: ${repaired.join(", ")}.`] : []),
    ...(query.unknown.length > 0 ? [`Not in the knowledge: ${query.unknown.join(", ")}.`] : []),
  ];
  if (!first || !evidence) return [...head, "No entry shares a word with it."];
  const named = query.units
    .map((unit, u) => ({ unit, hit: first.hits[u] }))
    .filter(({ unit }) => unit.wordClass !== STOP && unit.wordClass !== ASK && unit.wordClass !== CONCEPT);
  const wordsWith = (hit: number) => named.filter((one) => one.hit === hit).map(({ unit }) => unit.typed);
  const questionOf = (place: number) => textsOf(matches[place].entry, language, knowledge.languages[0]).question;
  return [
    ...head,
    `Nearest: “${questionOf(0)}” (${matches[0].entry.id}), score ${first.score.toFixed(2)}.`,
    `In its wordings: ${list(wordsWith(2))}. Only in its answer: ${list(wordsWith(1))}. Not covered: ${list([...wordsWith(0), ...query.unknown])}.`,
    ...(second
      ? [
          `Runner-up: “${questionOf(1)}” (${matches[1].entry.id}), behind by ${(first.score - second.score).toFixed(2)}.`,
        ]
      : []),
    `Evidence: ${EVIDENCE.map((name, i) => `${name} ${evidence[i].toFixed(2)}`).join(", ")}.`,
  ];
}

function list(words: readonly string[]): string {
  return words.length === 0 ? "none" : words.join(", ");
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
