import type { Language } from "./knowledge/model.js";
import type { Near } from "./questions.js";

/**
 * What becomes of a cluster: `open` ones stand in the queue; those that were `drafted` wait for their draft to be written into the
 * knowledge; `dismissed` and `exported` ones come back when they are asked again three times.
 */
export type GapState = "open" | "drafted" | "dismissed" | "exported";

/** Questions alike that got no good answer. */
export interface Gap {
  readonly id: string;
  /** The server's id, empty for direct messages. */
  readonly guild: string;
  readonly language: Language;
  /** How many questions it has had. */
  readonly asked: number;
  /** How many votes against their answers. */
  readonly unhelped: number;
  /** When the day began on which the first was asked, in milliseconds since 1970. */
  readonly firstAt: number;
  /** When the last was asked of those that are kept. */
  readonly lastAt: number;
  readonly state: GapState;
  /** Those of that one, best first. */
  readonly nearest: readonly Near[];
  /** The last question whose text is still kept. */
  readonly example?: string;
}

/** A page of clusters. */
export interface GapPage {
  readonly gaps: readonly Gap[];
  /** How many there are; more than `MOST_LISTED` count as one more than that. */
  readonly count: number;
}

/** So many clusters of a queue can be paged through. */
export const MOST_LISTED = 1000;
/** So often a question is asked again before its dismissed cluster comes back. */
export const ASKED_AGAIN = 3;

/** The clusters of questions that wait for a curator. */
export interface GapsPort {
  /** Open clusters of one server, or with undefined of all of them, most asked first; `from` counts from 0. */
  open(guild: string | undefined, from: number, size: number): Promise<GapPage>;
  /** A cluster of a server, whatever became of it; undefined where there is none. */
  find(guild: string, id: string): Promise<Gap | undefined>;
  /** Takes a cluster out of the queue; false where it is not open any more. */
  dismiss(guild: string, id: string): Promise<boolean>;
}

/** Of a longer question the rarest so many stems count. */
const MOST_STEMS = 8;
/** From so many stems on two may differ. */
const LONG = 6;

/**
 * The keys of a question, by which it meets those that are alike, `["en lamp old", ...]`: one for all of its stems, one for each set
 * with one of them left out, in sets of six and more also with two. What is rarest stays in every key, for common words alone
 * would bring everything together; so does a number; and no key but the whole is a single stem.
 * @param stems the rarest first
 */
export function keysOf(language: Language, stems: readonly string[]): string[] {
  const all = [...new Set(stems)].slice(0, MOST_STEMS);
  const isLong = all.length >= LONG;
  const loose = all.slice(isLong ? 2 : 1).filter((stem) => !/\p{N}/u.test(stem));
  const leftOut = [
    ...loose.map((one) => [one]),
    ...(isLong ? loose.flatMap((one, i) => loose.slice(i + 1).map((other) => [one, other])) : []),
  ];
  const less = leftOut.map((out) => all.filter((stem) => !out.includes(stem))).filter(({ length }) => length > 1);
  return all.length === 0 ? [] : [all, ...less].map((set) => [language, ...set.toSorted()].join(" "));
}
