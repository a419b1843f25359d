import type { Aspect } from "../../knowledge/model.js";
import { type Token, textOf, tokensOf } from "./mentions.js";
import { type Reading, readingOf, splice } from "./reading.js";
import { things } from "./references.js";
import type { Base, Spoken, Thing } from "./spoken.js";

/** Kinds of questions that ask for those who were there. */
const ATTENDED: ReadonlySet<Aspect> = new Set(["who", "how-many"]);

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
    return text === undefined ? [] : [[readingOf(spoken, text, [], only)]];
  });
  const plain = (thing: Thing) => [word, words.is[aspect] ?? "", thing.text].filter(Boolean).join(" ");
  // One is at an event, not at a delegation.
  const isApt = ({ entity }: Thing) => !ATTENDED.has(aspect) || entity?.kind === "event";
  const asked = things(spoken, ["event", "organisation"]).flatMap((tier) => [
    tier
      .filter(isApt)
      .map((thing) => readingOf(spoken, words.ask[aspect]?.(thing.text) ?? plain(thing), [thing], only)),
    (isPlaced ? tier.filter(isApt) : tier).map((thing) => readingOf(spoken, plain(thing), [thing], only)),
  ]);
  return [direct, ...swapped, ...asked];
}

/** The last question with another question word: the same one where only its number is another ("quién", "quiénes"). */
function swappedIn(spoken: Spoken, { tokens, entries }: Base, word: string, aspect: Aspect): string | undefined {
  const to = tokens.findIndex((token) => !spoken.data.questionWords.has(spoken.plain(token.key)));
  if (to < 1 || entries.length === 0) return undefined;
  const { auxiliaries, splitters } = spoken.words;
  // "Why owns the bakery" is no English.
  const isVerb = tokens[to] !== undefined && !auxiliaries.has(tokens[to].key);
  if (isVerb && splitters.size > 0 && aspect !== "who") return undefined;
  const [key] = tokensOf(word).map((token) => token.key);
  const isSame = key !== undefined && (key.startsWith(tokens[0].key) || tokens[0].key.startsWith(key));
  return isSame ? textOf(tokens) : splice(spoken, tokens, { from: 0, to }, word);
}

/** The question word alone, with what it needs: `"in which year was it"` gives `"in which year"`. */
function wordOf(spoken: Spoken, rest: readonly Token[]): string {
  const { auxiliaries, prepositions } = spoken.words;
  const kept = rest.filter(({ key }) => !isReference(spoken, key) && !auxiliaries.has(key));
  const last = kept.findLastIndex(({ key }) => !prepositions.has(key));
  return textOf(kept.slice(0, last + 1));
}

/** `"who said so"`: who said what the last question was about. */
export function whoSaidReadings(spoken: Spoken, rest: readonly Token[]): Reading[][] {
  const said = textOf(rest.filter(({ key }) => !isReference(spoken, key) && !spoken.data.stopWords.has(key)));
  return spoken.bases.map(({ tokens }) => {
    const first = tokens.findIndex((token) => spoken.isMeaningful(token));
    const from =
      first > 0 && /^(?:an?|una?|the|el|la|los|las)$/.test(tokens[first - 1].key) ? first - 1 : Math.max(0, first);
    return [readingOf(spoken, `${said} ${textOf(tokens.slice(from))}`, [], { only: "who" })];
  });
}

/** A question that names nothing, asked of what was spoken of: `"who attended"` of the last event. */
export function thinReadings(spoken: Spoken, rest: readonly Token[], aspect: Aspect | undefined): Reading[][] {
  const joint = jointOf(spoken, rest);
  const isShort = rest.filter((token) => spoken.isMeaningful(token)).length < 2;
  const isOfThing = spoken.words.verbTakesThing || aspect === "how-many";
  const isPlain = aspect === "when" || aspect === "where" || (isShort && isOfThing);
  return things(spoken, ["person", "event", "organisation", "place"]).map((tier) =>
    tier.map((thing) => {
      const placed = thing.entity?.kind === "event" && !isPlain ? spoken.words.at(thing.text) : thing.text;
      const joined = joint === undefined ? placed : `${joint} ${thing.text}`.trim();
      return readingOf(spoken, `${textOf(rest)} ${joined}`, [thing]);
    }),
  );
}

/** Whether a word stands for something by itself. */
function isReference({ words }: Spoken, key: string): boolean {
  return words.pronouns.has(key) || words.latePronouns.has(key) || words.clitics.has(key);
}

/** The preposition that a question's words ask for, `""` for none; undefined where they say nothing of it. */
function jointOf({ words }: Spoken, rest: readonly Token[]): string | undefined {
  const keys = rest.map(({ key }) => key).join(" ");
  return words.joints.find(([pattern]) => pattern.test(keys))?.[1];
}
