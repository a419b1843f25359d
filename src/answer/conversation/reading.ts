import type { Aspect, Entry } from "../../knowledge/model.js";
import { type Token, tokensOf } from "./mentions.js";
import type { Spoken, Thing } from "./spoken.js";

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
  { words, mentions }: Spoken,
  text: string,
  needs: readonly Thing[],
  kind: Pick<Reading, "aspect" | "only" | "not"> = {},
): Reading {
  const named = mentions.named(text).map((entity): Thing => ({ text: "", entity }));
  return { text: words.sentence(text), needs: [...needs, ...named], ...kind };
}
