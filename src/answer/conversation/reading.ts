import type { Aspect, Entry } from "../../knowledge/model.js";
import { type Token, textOf, tokensOf } from "./mentions.js";
import type { Spoken, Thing } from "./spoken.js";
import { datesIn, withPreposition } from "./time-words.js";

/** A way to read a question that leans on what came before as one that stands alone. */
export interface Reading {
  /** The whole question: `"Who led the Cuban delegation in Havana?"`. */
  readonly text: string;
  /** What an answer must be about, else it answers something else. */
  readonly needs: readonly Thing[];
  /** The kind of the question that it was made from; an answer of another kind is not one to it. */
  readonly aspect?: Aspect;
  /** The kind that the answer must be of, for nothing else was asked. */
  readonly only?: Aspect;
  /** Entries that were the answer before, where another one is asked for. */
  readonly not?: readonly Entry[];
  /** The entry whose answer has the fact already. */
  readonly entry?: Entry;
  /** Its words are no good sentence; the question of the entry that answers it is shown instead. */
  readonly isRough?: boolean;
}

/** A part of a text: tokens `from` up to, without, `to`. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Puts words in the place of tokens; an article is not said twice, and whose something was it stays. */
export function splice({ words }: Spoken, tokens: readonly Token[], { from, to }: Range, text: string): string {
  const [before, after] = [tokens.slice(0, from), tokens.slice(to)];
  const [first] = tokensOf(text);
  const last = before.at(-1);
  if (last && first && words.determiners.has(last.key) && words.determiners.has(first.key)) before.pop();
  const owner = /['’]s$/.test(tokens[to - 1]?.text ?? "") && text !== "" ? "'s" : "";
  return [...before.map((token) => token.text), `${text}${owner}`, ...after.map((token) => token.text)]
    .filter((word) => word !== "")
    .join(" ");
}

/** A reading of words as a sentence; what it names must be what it is answered about. */
export function readingOf(
  spoken: Spoken,
  text: string,
  needs: readonly Thing[],
  kind: Pick<Reading, "aspect" | "only" | "not" | "isRough"> = {},
): Reading {
  const { words, mentions } = spoken;
  const said = dateOnce(spoken, text);
  const named = mentions.named(said).map((entity): Thing => ({ text: "", entity }));
  return { text: words.sentence(said), needs: [...needs, ...named], ...kind };
}

/** A text without a date that another one in it has already: `"Who led the meeting of February 2016 in 2016"` loses the last two words. */
function dateOnce(spoken: Spoken, text: string): string {
  const tokens = tokensOf(text);
  const mentions = spoken.mentions.in(tokens);
  const dates = datesIn(spoken, tokens);
  const has = (other: Range, { key }: Token) => tokens.slice(other.from, other.to).some((token) => token.key === key);
  const again = dates.find(
    (date) =>
      !mentions.some(({ from, to }) => date.from >= from && date.to <= to) &&
      dates.some((other) => other !== date && tokens.slice(date.from, date.to).every((token) => has(other, token))),
  );
  if (!again) return text;
  const { from, to } = withPreposition(spoken, tokens, again);
  return from === again.from ? text : textOf([...tokens.slice(0, from), ...tokens.slice(to)]);
}
