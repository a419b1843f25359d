import type { Span } from "../span.js";
import { AXIS_X, DOT_RADIUS, LANE } from "./sizes.js";

/** A fact on the axis: a day is a dot on it, a longer time a bar beside it, as long as the time is. */
export interface Mark {
  readonly kind: "dot" | "bar";
  /** Its middle. */
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
  /** The height at which the line to its label begins. */
  readonly anchor: number;
}

/** A bar of a few days is drawn so long, or nobody would see it. */
const LEAST_BAR = 44;
const BAR_INSET = 3;
const DAY_MS = 86_400_000;

/** The marks of times that come in order, and in how many lanes beside the axis their bars lie: bars never overlap. */
export function marksOf(
  spans: readonly Span[],
  at: (moment: number) => number,
): { readonly marks: readonly Mark[]; readonly lanes: number } {
  /** For each lane beside the axis: how far down it is taken. */
  const taken: number[] = [];
  const marks = spans.map((span): Mark => {
    if (span.end - span.start <= DAY_MS) return dot(at((span.start + span.end) / 2));
    const { top, bottom } = stretch(at(span.start) + BAR_INSET, at(span.end) - BAR_INSET);
    const free = taken.findIndex((until) => until <= top);
    const lane = free < 0 ? taken.length : free;
    taken[lane] = bottom;
    const anchor = Math.min((top + bottom) / 2, top + LEAST_BAR / 2);
    return { kind: "bar", x: AXIS_X + (lane + 1) * LANE, top, bottom, anchor };
  });
  return { marks, lanes: taken.length };
}

function dot(y: number): Mark {
  return { kind: "dot", x: AXIS_X, top: y - DOT_RADIUS, bottom: y + DOT_RADIUS, anchor: y };
}

function stretch(top: number, bottom: number): { top: number; bottom: number } {
  const missing = Math.max(0, LEAST_BAR - (bottom - top));
  return { top: top - missing / 2, bottom: bottom + missing / 2 };
}
