import type { Aspect } from "../../knowledge/model.js";
import { type Token, textOf, tokensOf } from "./mentions.js";
import { type Reading, readingOf, splice } from "./reading.js";
import { things } from "./references.js";
import type { Spoken } from "./spoken.js";

/** Readings of a bare question word: of the answer itself where it has the fact, of the last question, of what was spoken of. */
export function bareReadings(spoken: Spoken, rest: readonly Token[], aspect: Aspect): Reading[][] {
  const { words, bases, turns } = spoken;
  const only = { only: aspect };
  const word = textOf(rest.filter(({ key }) => !isReference(spoken, key) && !words.auxiliaries.has(key)));
  const dated = aspect === "when" ? turns[0].entries.filter(({ when }) => when !== undefined) : [];
  const direct = dated.map((entry) => {
    const { question } = entry.texts[spoken.language] ?? entry.texts[spoken.knowledge.languages[0]];
    return { ...readingOf(spoken, textOf(tokensOf(question)), []), entry };
  });
  const swapped = bases.flatMap(({ tokens, entries }) => {
    const to = tokens.findIndex((token) => !spoken.data.questionWords.has(spoken.plain(token.key)));
    return to < 1 || entries.length === 0
      ? []
      : [[readingOf(spoken, splice(spoken, tokens, { from: 0, to }, word), [], only)]];
  });
  const asked = things(spoken, ["event", "organisation"]).flatMap((tier) => [
    tier.map((thing) => readingOf(spoken, words.ask[aspect]?.(thing.text) ?? `${word} ${thing.text}`, [thing], only)),
    tier.map((thing) => readingOf(spoken, `${word} ${thing.text}`, [thing], only)),
  ]);
  return [direct, ...swapped, ...asked];
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
  const isShort = rest.filter((token) => spoken.isMeaningful(token)).length < 2;
  const isOfThing = spoken.words.verbTakesThing || aspect === "how-many";
  const isPlain = aspect === "when" || aspect === "where" || (isShort && isOfThing);
  return things(spoken, ["person", "event", "organisation", "place"]).map((tier) =>
    tier.map((thing) => {
      const placed = thing.entity?.kind === "event" && !isPlain ? spoken.words.at(thing.text) : thing.text;
      return readingOf(spoken, `${textOf(rest)} ${placed}`, [thing]);
    }),
  );
}

/** Whether a word stands for something by itself. */
function isReference({ words }: Spoken, key: string): boolean {
  return words.pronouns.has(key) || words.latePronouns.has(key) || words.clitics.has(key);
}
