import type { Aspect } from "../../knowledge/model.js";
import { aspectAsked } from "../aspect.js";
import { againReadings } from "./again.js";
import { bareReadings, thinReadings } from "./bare.js";
import { exchanges } from "./exchange.js";
import { type Mention, type Token, tokensOf } from "./mentions.js";
import type { Range, Reading } from "./reading.js";
import { referenceReadings, referencesIn } from "./references.js";
import { otherIn, siblingReadings } from "./siblings.js";
import type { Spoken } from "./spoken.js";
import { isYear } from "./time-words.js";

/** How a question leans on what came before. */
export interface Leaning {
  /** The ways to read it in full, in tiers; the first tier with a sure answer decides. */
  readonly tiers: readonly (readonly Reading[])[];
  /**
   * `firm`: it says nothing without what came before, whatever the answerer makes of its words alone. `soft`: it may, and what
   * its words alone find is taken where no reading is sure. `weak`: its words alone are tried first.
   */
  readonly strength: "firm" | "soft" | "weak";
  /** Whether it may as well ask for anything about what it names: `"what about Havana?"`. */
  readonly asksAbout: boolean;
  /** Whether its words alone are about nothing at all: `"who else"`, `"why"`. */
  readonly saysNothing?: boolean;
}

/** Kinds of questions that a question word asks by itself. */
const BARE: ReadonlySet<Aspect> = new Set(["who", "when", "where", "why", "how-many"]);
/** The most words with meaning of a question that names nothing and may lean on what came before. */
const THIN = 2;
/** The same of a question that opens with "and". */
const OPENED = 3;
/** The most words with meaning, beside what it names, of a question that is only a part of one. */
const PART = 2;
/** The most words with meaning, beside those that stand for something, of a question that surely leans; a longer one may be clear. */
const OWN = 2;

/** Finds whether a question leans on what was spoken of, and the ways to read it in full; undefined where it stands alone. */
export function leaningOf(spoken: Spoken, tokens: readonly Token[]): Leaning | undefined {
  const { rest, hasOpening, asksAbout } = strip(spoken, tokens);
  if (rest.length === 0) return undefined;
  const lean = (tiers: readonly (readonly Reading[])[], strength: Leaning["strength"]) => ({
    tiers,
    strength,
    asksAbout,
  });
  const keys = rest.map(({ key }) => spoken.plain(key));
  const mentions = spoken.mentions.in(rest);
  const namesNothing = mentions.length === 0 && !rest.some(isYear);

  const again = againReadings(spoken, rest);
  if (again) return { ...lean(again, "firm"), saysNothing: true };
  const other = otherIn(spoken, rest);
  const says = (range?: Range) => rest.filter((token, i) => spoken.isMeaningful(token) && !isWithin(i, range)).length;
  if (other) return lean(siblingReadings(spoken, rest, other), says(other) <= OWN ? "firm" : "weak");
  const aspect = aspectAsked(spoken.data, keys);
  if (aspect && isBare(spoken, rest, aspect))
    return { ...lean(bareReadings(spoken, rest, aspect), "firm"), saysNothing: true };
  const [reference] = referencesIn(spoken, rest, mentions);
  if (reference) {
    const isNamed = (i: number) => mentions.some((mention) => isWithin(i, mention));
    const own = rest.filter((token, i) => spoken.isMeaningful(token) && !isWithin(i, reference) && !isNamed(i)).length;
    const leans = own === 0 || (namesNothing && own <= OWN);
    // "and the ministry" is a part of a question, in the place of another.
    const isWhole = reference.from === 0 && reference.to === rest.length;
    if (isWhole) return lean([...exchanges(spoken, rest), ...referenceReadings(spoken, rest)], "firm");
    return lean(referenceReadings(spoken, rest), leans ? "firm" : "weak");
  }
  const part = withoutAsking(spoken, rest);
  if (part && isPart(spoken, part, spoken.mentions.in(part))) return lean(exchanges(spoken, part), "firm");
  if (isPart(spoken, rest, mentions)) {
    const isOpen = hasOpening || spoken.words.prepositions.has(rest[0].key);
    return lean(exchanges(spoken, rest), isOpen ? "firm" : "weak");
  }
  if (!namesNothing || !spoken.asks(rest)) return undefined;
  return isThin(spoken, rest) || (hasOpening && says() <= OPENED)
    ? lean(thinReadings(spoken, rest, aspect), "soft")
    : undefined;
}

function isWithin(i: number, range: Range | undefined): boolean {
  return range !== undefined && i >= range.from && i < range.to;
}

interface Stripped {
  readonly rest: readonly Token[];
  readonly hasOpening: boolean;
  readonly asksAbout: boolean;
}

/** A question without its opening: `"and in Havana"` leaves `"in Havana"`. */
function strip({ words }: Spoken, tokens: readonly Token[]): Stripped {
  const found = words.opening.exec(tokens.map(({ key }) => key).join(" "))?.[0] ?? "";
  let [length, count] = [0, 0];
  while (found !== "" && count < tokens.length && length + tokens[count].key.length <= found.length) {
    length += tokens[count].key.length + 1;
    count++;
  }
  return { rest: tokens.slice(count), hasOpening: count > 0, asksAbout: words.about.test(found) };
}

/** Whether a question is nothing but a question word: `"when"`, `"when was that"`, `"in which year was it"`. */
function isBare(spoken: Spoken, rest: readonly Token[], aspect: Aspect): boolean {
  if (!BARE.has(aspect)) return false;
  const { pronouns, latePronouns, possessives } = spoken.words;
  const keys = rest.map(({ key }) => spoken.plain(key)).join(" ");
  const [pattern] = spoken.data.aspects.find(([, kind]) => kind === aspect) ?? [];
  const left = tokensOf(pattern ? keys.replace(pattern, " ") : keys);
  const standsForThing = (key: string) =>
    (pronouns.get(key) ?? latePronouns.get(key) ?? possessives.get(key) ?? "thing") === "thing";
  return left.every((token) => !spoken.isMeaningful(token) && standsForThing(token.key));
}

/** Whether a question is only a part of one, such as `"in Havana"` or `"Cuba's side"`. */
function isPart(spoken: Spoken, rest: readonly Token[], mentions: readonly Mention[]): boolean {
  if (spoken.asks(rest) || spoken.words.auxiliaries.has(rest[0].key)) return false;
  const isNamed = (i: number) => mentions.some(({ from, to }) => i >= from && i < to);
  const own = rest.filter((token, i) => spoken.isMeaningful(token) && !isNamed(i) && !isYear(token));
  return own.length <= PART && (mentions.length > 0 || rest.some(isYear) || own.length > 0);
}

/** What follows the question word that the last question began with, too: `"who in Havana"` gives `"in Havana"`. */
function withoutAsking(spoken: Spoken, rest: readonly Token[]): readonly Token[] | undefined {
  const isAsked = spoken.bases.some(({ tokens }) => tokens[0]?.key === rest[0].key);
  const part = rest.slice(1);
  return isAsked && spoken.isAsking(rest[0]) && spoken.words.locatives.has(part[0]?.key ?? "") ? part : undefined;
}

/** Whether a question says too little to be about anything of its own: `"who attended"`, not `"who opened the fair"`. */
function isThin(spoken: Spoken, rest: readonly Token[]): boolean {
  const own = rest.filter((token) => spoken.isMeaningful(token));
  return own.length <= THIN && !own.some(({ key }) => spoken.words.kinds.has(key));
}
