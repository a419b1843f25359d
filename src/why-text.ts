import type { Near, Why, WhyLook } from "./answer/why.js";
import { phrases, type Reasons } from "./phrases.js";

/** The longest question or message that is shown whole, in UTF-16 units. */
const MAX_QUOTED = 100;
/** The longest word that is shown whole. */
const MAX_WORD = 24;
/** The longest `typed → read as`. */
const REPAIR = 2 * MAX_WORD + " → ".length;
/** From this length on a list of words ends in how many more there are. */
const MAX_LISTED = 60;

/**
 * Why a reply is as it is, in plain words of its language, a line for each reason; the version of the knowledge last. Long lists
 * are cut, so that all lines of two questions together stay below 4,000 characters, escaped ones too.
 */
export function whyLines({ verdict, language, needed, looks, version }: Why): string[] {
  const { reasons } = phrases(language);
  const lead = verdict === "smallTalk" ? [reasons.smallTalk] : verdict === "passage" ? [reasons.passage] : [];
  return [
    ...lead,
    ...looks.flatMap((look, i) => [
      ...(looks.length > 1 ? [reasons.part(i + 1)] : []),
      ...(verdict === "picked" ? [] : readingOf(look, reasons)),
      ...decisionOf(look, verdict, needed, reasons),
      ...coverOf(look, reasons),
    ]),
    reasons.version(version),
  ];
}

function readingOf({ words, repaired }: WhyLook, reasons: Reasons): string[] {
  if (words.length === 0) return [reasons.noWord];
  const repairs = repaired.map(({ typed, readAs }) => `${shortened(typed, MAX_WORD)} → ${shortened(readAs, MAX_WORD)}`);
  return [reasons.read(shortened(words.join(" "), MAX_QUOTED)), ...listed(repairs, reasons.repaired, reasons, REPAIR)];
}

function decisionOf(
  { words, matched, heldBack }: WhyLook,
  verdict: Why["verdict"],
  needed: number,
  reasons: Reasons,
): string[] {
  if (!matched) return words.length === 0 ? [] : [reasons.nothingShared];
  const own = namedIn(reasons, matched);
  const [sure, enough] = [percentOf(matched.confidence), percentOf(needed)];
  const answers = verdict === "answer" || verdict === "picked";
  const decision =
    verdict === "picked"
      ? reasons.picked(own)
      : matched.isExact
        ? reasons.exact(own)
        : answers
          ? reasons.sure(own, sure, enough)
          : reasons.unsure(own, sure, enough);
  const holds = heldBack.map((hold) => reasons.heldBack[hold.reason](hold.words.slice(0, 3).join(", ")));
  return [decision, ...(answers && matched.notStated ? [reasons.notStated] : []), ...holds];
}

function coverOf({ matched, runnerUp, inWordings, onlyInAnswer, notCovered, unknown }: WhyLook, reasons: Reasons) {
  return [
    ...listed(inWordings, reasons.inWordings, reasons),
    ...listed(onlyInAnswer, reasons.onlyInAnswer, reasons),
    ...(matched ? listed(notCovered, reasons.notCovered, reasons) : []),
    ...listed(unknown, reasons.unknown, reasons),
    ...(runnerUp
      ? [
          runnerUp.behind > 0
            ? reasons.runnerUp(namedIn(reasons, runnerUp), percentOf(runnerUp.confidence), runnerUp.behind)
            : reasons.runnerUpOfExact(namedIn(reasons, runnerUp)),
        ]
      : []),
  ];
}

function namedIn(reasons: Reasons, { question, entry }: Near): string {
  return reasons.named(shortened(question, MAX_QUOTED), entry);
}

/** Whole percents, rounded down: what is not enough must not look as if it were. */
function percentOf(share: number): number {
  return Math.floor(share * 100 + 1e-9);
}

function listed(
  words: readonly string[],
  line: (list: string) => string,
  { more }: Reasons,
  longest = MAX_WORD,
): string[] {
  if (words.length === 0) return [];
  const shown: string[] = [];
  let length = 0;
  for (const word of words) {
    const next = shortened(word, longest);
    length += next.length + 2;
    if (shown.length > 0 && length > MAX_LISTED) break;
    shown.push(next);
  }
  const left = words.length - shown.length;
  return [line(left === 0 ? shown.join(", ") : `${shown.join(", ")} ${more(left)}`)];
}

/** The beginning of a text with an ellipsis where it is longer; no code point is split. */
function shortened(text: string, limit: number): string {
  if (text.length <= limit) return text;
  return `${text.slice(0, limit - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}
