import type { Aspect, EntityKind } from "../../knowledge/model.js";
import { askedOf, keysOf } from "./again.js";
import { type Token, textOf, tokensOf } from "./mentions.js";
import { type Reading, readingOf, splice } from "./reading.js";
import { things } from "./references.js";
import type { Base, Spoken, Thing } from "./spoken.js";

/** Kinds of questions that ask for those who were there. */
const ATTENDED: ReadonlySet<Aspect> = new Set(["who", "how-many"]);
/** Kinds whose question words stand beside a whole sentence, so that one may take the place of another. */
const ADVERBS: ReadonlySet<Aspect> = new Set(["when", "where", "why"]);

/** Readings of a bare question word: of the answer itself where it has the fact, of the last question, of what was spoken of. */
export function bareReadings(spoken: Spoken, rest: readonly Token[], aspect: Aspect): Reading[][] {
  const { words, bases, turns } = spoken;
  const only = { only: aspect };
  const word = wordOf(spoken, rest);
  const dated = aspect === "when" ? turns[0].entries.filter(({ when }) => when !== undefined) : [];
  const direct = dated.map((entry) => {
    const { question } = entry.texts[spoken.language] ?? entry.texts[spoken.knowledge.languages[0]];
    return { ...readingOf(spoken, textOf(tokensOf(question)), []), entry };
  });
  // "who was at it" asks for those who were there, not again who led it.
  const isPlaced = rest.some(
    ({ key }, i) => isReference(spoken, key) && words.prepositions.has(rest[i - 1]?.key ?? ""),
  );
  const swapped = (isPlaced ? [] : bases).flatMap((base) => {
    const text = swappedIn(spoken, base, word, aspect);
    // "Por qué organizó el foro": who did it is left out.
    const isRough = aspect !== "who" && askedOf(spoken, base) === "who";
    return text === undefined ? [] : [[readingOf(spoken, text, [], { ...only, isRough })]];
  });
  const plain = (thing: Thing) =>
    readingOf(spoken, [word, words.is[aspect] ?? "", thing.text].filter(Boolean).join(" "), [thing], {
      ...only,
      isRough: true,
    });
  const isEvent = ({ entity }: Thing) => entity?.kind === "event";
  // One is at an event, not at a delegation.
  const isApt = (thing: Thing) => !ATTENDED.has(aspect) || isEvent(thing);
  const inWords = (thing: Thing) => {
    const text = words.ask[aspect]?.(thing.text);
    return text === undefined
      ? plain(thing)
      : readingOf(spoken, text, [thing], { ...only, isRough: aspect !== "why" && !isEvent(thing) });
  };
  // Why somebody warned of something is not why the fair was held at which it was said.
  const isMeant = ({ entity }: Thing) =>
    aspect !== "why" || entity === undefined || spoken.mentions.named(turns[0].question).includes(entity);
  const meant = things(spoken, ["event", "organisation"]).map((tier) => tier.filter(isMeant));
  const asked = meant.flatMap((tier) => [
    tier.filter(isApt).map(inWords),
    (isPlaced ? tier.filter(isApt) : tier).map(plain),
  ]);
  return [direct, ...swapped, ...asked];
}

/** The last question with another question word: the same one where only its number is another ("quién", "quiénes"). */
function swappedIn(spoken: Spoken, base: Base, word: string, aspect: Aspect): string | undefined {
  const { tokens, entries } = base;
  const to = tokens.findIndex((token) => !spoken.data.questionWords.has(spoken.plain(token.key)));
  if (to < 1 || entries.length === 0) return undefined;
  const [key] = tokensOf(word).map((token) => token.key);
  const isSame = key !== undefined && (key.startsWith(tokens[0].key) || tokens[0].key.startsWith(key));
  if (isSame) return textOf(tokens);
  return takesOther(spoken, base, to, aspect) ? splice(spoken, tokens, { from: 0, to }, word) : undefined;
}

/**
 * Whether a question is one with another question word too. What was counted goes with its word: "when countries took part"; nor does
 * what the first one stood for leave a whole sentence: "why owns the bakery", "when was the aim of the fair".
 */
function takesOther(spoken: Spoken, base: Base, to: number, aspect: Aspect): boolean {
  const asked = askedOf(spoken, base);
  if (asked === "how-many") return false;
  const { splitters } = spoken.words;
  const isDone = splitters.has(base.tokens[to]?.key ?? "");
  return splitters.size === 0 || aspect === "who" || isDone || (asked !== undefined && ADVERBS.has(asked));
}

/** The question word alone, with what it needs: `"in which year was it"` gives `"in which year"`. */
function wordOf(spoken: Spoken, rest: readonly Token[]): string {
  const { auxiliaries, prepositions } = spoken.words;
  const kept = rest.filter(({ key }) => !isReference(spoken, key) && !auxiliaries.has(key));
  const last = kept.findLastIndex(({ key }) => !prepositions.has(key));
  return textOf(kept.slice(0, last + 1));
}

/** A question that names nothing, asked of what was spoken of: `"who attended"` of the last event. */
export function thinReadings(spoken: Spoken, rest: readonly Token[], aspect: Aspect | undefined): Reading[][] {
  const joint = jointOf(spoken, rest);
  const isShort = rest.filter((token) => spoken.isMeaningful(token)).length < 2;
  const isOfThing = spoken.words.verbTakesThing || aspect === "how-many";
  const isPlain = aspect === "when" || aspect === "where" || (isShort && isOfThing);
  // Who spoke is not asked of a person.
  const kinds: readonly EntityKind[] = ["event", "organisation", "place"];
  // "¿Qué cargo tiene?" after who it was is of that person.
  const [last] = spoken.turns;
  const people = spoken.aboutIn(last, "person");
  const isPerson = aspect !== "who" && people.length === 1 && last.entries.every((entry) => entry.aspect === "who");
  const first = isPerson ? [people.map((person) => spoken.thing(person))] : [];
  const isRough = spoken.words.verbless.test(keysOf(rest));
  return [...first, ...things(spoken, aspect === "who" ? kinds : ["person", ...kinds])].map((tier) =>
    tier.map((thing) => {
      const placed = thing.entity?.kind === "event" && !isPlain ? spoken.words.at(thing.text) : thing.text;
      // A person is who did it, not where: "¿cuándo habló Ada Brown?".
      const isWhere = spoken.words.locatives.has(joint?.split(" ").at(-1) ?? "");
      const isJoined = joint !== undefined && !(isWhere && thing.entity?.kind === "person");
      const joined = isJoined ? `${joint} ${thing.text}`.trim() : placed;
      return readingOf(spoken, `${textOf(rest)} ${joined}`, [thing], { isRough });
    }),
  );
}

/** Whether a word stands for something by itself: `"it"`. */
export function isReference({ words }: Spoken, key: string): boolean {
  return words.pronouns.has(key) || words.latePronouns.has(key) || words.clitics.has(key);
}

/** The preposition that a question's words ask for, `""` for none; undefined where they say nothing of it. */
function jointOf({ words }: Spoken, rest: readonly Token[]): string | undefined {
  return words.joints.find(([pattern]) => pattern.test(keysOf(rest)))?.[1];
}
