import type { Aspect } from "../../knowledge/model.js";
import { aspectAsked } from "../aspect.js";
import { isReference } from "./bare.js";
import { type Token, textOf } from "./mentions.js";
import { type Reading, readingOf, splice } from "./reading.js";
import type { Base, Spoken } from "./spoken.js";

/** The last question asked again in a way that needs no more words: which they were, who else it was, who said so; in tiers. */
export function againReadings(spoken: Spoken, rest: readonly Token[]): Reading[][] | undefined {
  const { whoSaid, whoElse, which } = spoken.words;
  const keys = keysOf(rest.map((token) => ({ ...token, key: spoken.plain(token.key) })));
  if (whoSaid.test(keys)) return whoSaidReadings(spoken, rest);
  if (whoElse[0].test(keys)) return whoElseReadings(spoken);
  return which.test(keys) ? whichReadings(spoken) : undefined;
}

/** What kind of question one that is looked back at is. */
export function askedOf({ data }: Spoken, { tokens }: Base): Aspect | undefined {
  return aspectAsked(
    data,
    tokens.map(({ key }) => key),
  );
}

/** `"which ones"`: the last question with which in the place of how many. */
function whichReadings(spoken: Spoken): Reading[][] {
  const { counts, whichOf } = spoken.words;
  return spoken.bases.flatMap(({ tokens, entries }) => {
    const to = tokens.findIndex((token) => spoken.isMeaningful(token));
    if (!counts.test(keysOf(tokens.slice(0, to)))) return [];
    return [[readingOf(spoken, splice(spoken, tokens, { from: 0, to }, whichOf), [], { not: entries })]];
  });
}

/** `"who else"`: the last question of who, for others than those of its answer. */
function whoElseReadings(spoken: Spoken): Reading[][] {
  return spoken.bases.flatMap((base) => {
    const to = base.tokens.findIndex((token) => !spoken.isAsking(token));
    if (to < 1 || askedOf(spoken, base) !== "who") return [];
    const text = splice(spoken, base.tokens, { from: to, to }, spoken.words.whoElse[1]);
    return [[readingOf(spoken, text, [], { only: "who", not: base.entries })]];
  });
}

/** `"who said so"`: who said what the last question was about. */
function whoSaidReadings(spoken: Spoken, rest: readonly Token[]): Reading[][] {
  const said = textOf(rest.filter(({ key }) => !isReference(spoken, key) && !spoken.data.stopWords.has(key)));
  return spoken.bases.map(({ tokens }) => {
    const first = tokens.findIndex((token) => spoken.isMeaningful(token));
    const from =
      first > 0 && /^(?:an?|una?|the|el|la|los|las)$/.test(tokens[first - 1].key) ? first - 1 : Math.max(0, first);
    return [readingOf(spoken, `${said} ${textOf(tokens.slice(from))}`, [], { only: "who" })];
  });
}

/** The folded words of tokens as a text, for patterns. */
export function keysOf(tokens: readonly Token[]): string {
  return tokens.map(({ key }) => key).join(" ");
}
