import { type Entry, type Knowledge, type Language, textsOf } from "../knowledge/model.js";
import type { Result } from "./answerer.js";
import { type Calibration, isSmall } from "./calibrate.js";
import { asksForAnother, type Contradiction, isThin, lacksYear } from "./constraints.js";
import type { Look } from "./engine.js";
import { ASK, CHAT, CONCEPT, STOP } from "./word-class.js";

/** Why a question got its reply, as data: `{ verdict: "answer", language: "en", needed: 0.35, looks: [...], version: "3f9a0c12d4e5" }`. */
export interface Why {
  /** `passage`: a sentence of a source's text answered; `picked`: somebody chose the question from a list. */
  readonly verdict: "answer" | "passage" | "choices" | "unknown" | "smallTalk" | "picked";
  /** The language of the reply. */
  readonly language: Language;
  /** 0..1: how sure an answer must be. */
  readonly needed: number;
  /** One; two where two questions were asked; none for small talk. */
  readonly looks: readonly WhyLook[];
  /** The version of the knowledge. */
  readonly version: string;
}

/** How one question was read, and what came nearest to it. Words are folded, as they were read. */
export interface WhyLook {
  readonly words: readonly string[];
  readonly repaired: readonly { readonly typed: string; readonly readAs: string }[];
  /** Absent where no entry shares a word with the question. */
  readonly matched?: Near & { readonly isExact: boolean; readonly notStated: boolean };
  /** Words with meaning that the matched question's wordings have, themselves or by a word that means the same. */
  readonly inWordings: readonly string[];
  readonly onlyInAnswer: readonly string[];
  /** Words that other entries have, but not the matched one. */
  readonly notCovered: readonly string[];
  /** Words that no entry has. */
  readonly unknown: readonly string[];
  /** `behind`: how much less its score is; 0 or less where a curator's very wording went before a higher score. */
  readonly runnerUp?: Near & { readonly behind: number };
  /** What kept the matched entry from answering, besides its being too unlike. */
  readonly heldBack: readonly HeldBack[];
}

/** A question of the knowledge: `{ entry: "talks-2016-dates", question: "…", confidence: 0.97 }`. */
export interface Near {
  readonly entry: string;
  readonly question: string;
  readonly confidence: number;
}

/** `{ reason: "year", words: ["1901"] }`: the entry lacks that year; `thin`: too little is said; `otherKind`: who, where it tells when; `event`, `person`, `country`: the entry is about another one. */
export interface HeldBack {
  readonly reason: "year" | "thin" | "otherKind" | Contradiction;
  readonly words: readonly string[];
}

/** Why a question was answered as it was. */
export function whyOf(knowledge: Knowledge, result: Result, calibration: Calibration): Why {
  const { outcome, language, smallTalk, passage, needed, looks } = result;
  const verdict = smallTalk ? "smallTalk" : passage ? "passage" : outcome;
  return {
    verdict,
    language,
    needed,
    looks: smallTalk
      ? []
      : looks.map((look) => {
          const seen = lookOf(knowledge, language, look);
          if (verdict !== "answer") seen.heldBack = holdsOf(look, seen, calibration);
          return seen;
        }),
    version: knowledge.version,
  };
}

/** Why a question that was picked from a list is answered. */
export function whyPicked({ languages, version }: Knowledge, entry: Entry, language: Language): Why {
  const { question } = textsOf(entry, language, languages[0]);
  const matched = { entry: entry.id, question, confidence: 1, isExact: true, notStated: entry.notStated };
  return { verdict: "picked", language, needed: 0, looks: [{ ...NOTHING, matched }], version };
}

const NOTHING: WhyLook = {
  words: [],
  repaired: [],
  inWordings: [],
  onlyInAnswer: [],
  notCovered: [],
  unknown: [],
  heldBack: [],
};

/** Written out, for copies with this and that more would be of so many shapes, each kept as long as the reasons. */
function lookOf(
  { languages }: Knowledge,
  language: Language,
  { words, query: { words: read, units, unknown }, ranked: [first, second], matches }: Look,
): WhyLook & { heldBack: readonly HeldBack[] } {
  const repairs = new Map(read.flatMap(({ typed, repaired }) => (repaired === undefined ? [] : [[typed, repaired]])));
  const meant = units
    .map(({ wordClass, typed }, u) => ({ wordClass, typed, hit: first?.hits[u] }))
    .filter(({ wordClass }) => wordClass !== STOP && wordClass !== ASK && wordClass !== CONCEPT);
  const withHit = (hit: number) => meant.filter((word) => word.hit === hit);
  const questionAt = (place: number) => textsOf(matches[place].entry, language, languages[0]).question;
  return {
    words,
    repaired: [...repairs].map(([typed, readAs]) => ({ typed, readAs })),
    unknown,
    matched: first && {
      entry: matches[0].entry.id,
      question: questionAt(0),
      confidence: matches[0].confidence,
      isExact: first.isExact,
      notStated: matches[0].entry.notStated,
    },
    inWordings: withHit(2).map(({ typed }) => typed),
    onlyInAnswer: withHit(1).map(({ typed }) => typed),
    // Words of conversation need no cover.
    notCovered: withHit(0).flatMap(({ wordClass, typed }) => (wordClass === CHAT ? [] : [typed])),
    runnerUp: second && {
      entry: matches[1].entry.id,
      question: questionAt(1),
      confidence: matches[1].confidence,
      behind: first.score - second.score,
    },
    heldBack: [],
  };
}

/** The rules that an answer from the nearest entry would have broken. */
function holdsOf({ query, ranked: [first], matches }: Look, seen: WhyLook, calibration: Calibration): HeldBack[] {
  if (!first || first.isExact) return [];
  const there = new Set([...seen.inWordings, ...seen.onlyInAnswer]);
  const years = new Set(seen.words.filter((word) => /^\d{4}$/.test(word) && !there.has(word)));
  // What a concept means is not told here: where one might be a name, the question is not called thin.
  const isThinForSure = isThin(query, () => true);
  const isOtherKind = isSmall(calibration) && asksForAnother(query, matches[0].entry);
  return [
    ...(lacksYear(query, first) ? [{ reason: "year" as const, words: [...years] }] : []),
    ...(isThinForSure ? [{ reason: "thin" as const, words: [] }] : []),
    ...(isOtherKind ? [{ reason: "otherKind" as const, words: [] }] : []),
    ...(first.contradicts === undefined ? [] : [{ reason: first.contradicts, words: [] }]),
  ];
}
