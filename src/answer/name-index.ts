import Fuse from "fuse.js";
import { wordsOf } from "./text.js";

/** A thing with everything that it is called: `{ thing: "oduya", names: ["Marta Oduya", "Oduya"] }`. */
export interface Named<Thing> {
  readonly thing: Thing;
  readonly names: readonly string[];
}

/** What a typed name may mean: one thing surely, several that are near, or nothing. */
export type Meant<Thing> =
  | { readonly kind: "one"; readonly thing: Thing }
  | { readonly kind: "several"; readonly things: readonly Thing[]; readonly alike: boolean }
  | { readonly kind: "none" };

/** Past this many names a look-up would cost more than somebody who types waits for. */
const MAX_NAMES = 6000;
/** The most letters of what was typed that are looked at: no name is longer. */
const MAX_TYPED = 100;
/** Fuse's score, 0 the same and 1 nothing alike, up to which a name is near, and up to which it is taken for what was meant. */
const NEAR = 0.4;
const SURE = 0.21;
/** How much nearer than the next the nearest one must be to be taken. */
const CLEARLY = 0.1;
/** The most things that are offered where several may be meant. */
const MAX_MEANT = 10;

/** Finds things by what they are called, in spite of typos; names are compared folded, first by their first letters. */
export class NameIndex<Thing> {
  private readonly all: { readonly folded: string; readonly thing: Thing }[];
  private readonly fuse: Fuse<{ folded: string; thing: Thing }>;

  /** @param things in the order in which they stand where names decide nothing */
  constructor(private readonly things: readonly Named<Thing>[]) {
    this.all = things
      .flatMap(({ thing, names }) => [...new Set(names.map(foldedName))].map((folded) => ({ folded, thing })))
      .filter(({ folded }) => folded !== "")
      .slice(0, MAX_NAMES);
    this.fuse = new Fuse(this.all, {
      keys: ["folded"],
      ignoreLocation: true,
      ignoreFieldNorm: true,
      includeScore: true,
      threshold: NEAR,
    });
  }

  /** Up to `limit` things for what was typed so far: those whose names begin so, then whose words do, then the likest. */
  completions(typed: string, limit: number): Thing[] {
    const wanted = foldedName(typed);
    if (wanted === "") return this.things.slice(0, limit).map(({ thing }) => thing);
    const begins = this.all.filter(({ folded }) => folded.startsWith(wanted));
    const within = this.all.filter(({ folded }) => ` ${folded}`.includes(` ${wanted}`));
    const found = [...begins, ...within, ...this.likest(wanted)].map(({ thing }) => thing);
    return [...new Set(found)].slice(0, limit);
  }

  /** What a whole typed name means: `"one"` also where it stands inside more words, more words inside it, or it is clearly the nearest. */
  meant(typed: string): Meant<Thing> {
    const wanted = foldedName(typed);
    if (wanted === "") return { kind: "none" };
    const exact = thingsOf(this.all.filter(({ folded }) => folded === wanted));
    if (exact.length > 0) return oneOf(exact, true);
    const inside = longest(this.all.filter(({ folded }) => ` ${wanted} `.includes(` ${folded} `)));
    if (inside.length > 0) return oneOf(inside, true);
    const within = thingsOf(this.all.filter(({ folded }) => ` ${folded} `.includes(` ${wanted} `)));
    if (within.length > 0) return oneOf(within, true);
    const near = this.likest(wanted);
    const [best] = near;
    if (!best) return { kind: "none" };
    const rivals = thingsOf(near.filter(({ score }) => score < best.score + CLEARLY));
    return oneOf(best.score <= SURE && rivals.length === 1 ? rivals : thingsOf(near), false, best.score <= SURE);
  }

  private likest(wanted: string): { thing: Thing; score: number }[] {
    return this.fuse.search(wanted).map(({ item: { thing }, score = 1 }) => ({ thing, score }));
  }
}

/** A name as names are compared: `"Khrámov, Oleg"` gives `"khramov oleg"`. */
function foldedName(name: string): string {
  return wordsOf(name.slice(0, MAX_TYPED)).join(" ");
}

function oneOf<Thing>(things: readonly Thing[], alike: boolean, isSure = true): Meant<Thing> {
  return things.length === 1 && isSure
    ? { kind: "one", thing: things[0] }
    : { kind: "several", things: things.slice(0, MAX_MEANT), alike };
}

/** The things of the longest of names. */
function longest<Thing>(found: readonly { readonly folded: string; readonly thing: Thing }[]): Thing[] {
  const most = Math.max(...found.map(({ folded }) => folded.length));
  return thingsOf(found.filter(({ folded }) => folded.length === most));
}

function thingsOf<Thing>(found: readonly { readonly thing: Thing }[]): Thing[] {
  return [...new Set(found.map(({ thing }) => thing))];
}
