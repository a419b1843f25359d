import type { Entity } from "../../knowledge/model.js";
import { type Token, textOf } from "./mentions.js";
import { type Range, splice } from "./reading.js";
import type { Base, Spoken, Thing } from "./spoken.js";
import { datesIn, withPreposition } from "./time-words.js";

/**
 * A question with one entity in the place of another: `"When was the Washington meeting of 2015 held"` asked of the forum gives
 * `"When was the forum held"`. What tells an event's place and date goes with it; where it is not named, the new one is put there.
 */
export function retarget(spoken: Spoken, base: Base, old: Entity, { text, entity }: Thing): string | undefined {
  const { tokens, mentions } = base;
  const replaced = (place: Range, by: string) =>
    undated(spoken, tokens, place, by) ?? splice(spoken, tokens, place, by);
  const named = mentions.find(({ entity }) => entity === old);
  if (named) return replaced(old.kind === "event" ? wholeName(spoken, tokens, named, old) : named, text);
  if (old.kind !== "event") return undefined;
  // "the chess tournament in 2014": a noun of the event's names, and its date elsewhere.
  const keysOf = ({ from, to }: Range) => tokens.slice(from + 1, to).map(({ key }) => key);
  const noun = spoken.phrasesIn(tokens).find((phrase) => spoken.belongsTo(old, keysOf(phrase)));
  if (noun) return replaced(noun, text);
  const isOf = (event: Entity, { from, to }: Range) =>
    spoken.belongsTo(
      event,
      tokens.slice(from, to).map(({ key }) => key),
    );
  const places = mentions.filter((mention) => mention.entity.kind === "place");
  const place = places.find((mention) => isOf(old, mention));
  if (!place && entity && places.some((mention) => isOf(entity, mention))) return textOf(tokens);
  return replaced(
    place ? withPreposition(spoken, tokens, place) : { from: tokens.length, to: tokens.length },
    spoken.words.at(text),
  );
}

/** A question with words in a place of it, and its date left out; undefined where it has none, or two. */
export function undated(spoken: Spoken, tokens: readonly Token[], place: Range, text: string): string | undefined {
  const [date, ...more] = datesIn(spoken, tokens).filter(({ from, to }) => to <= place.from || from >= place.to);
  if (!date || more.length > 0) return undefined;
  // "the 2019 forum" stays one.
  const isBefore = tokens[date.to] !== undefined && spoken.isMeaningful(tokens[date.to]);
  const { from, to } = isBefore ? date : withPreposition(spoken, tokens, date);
  if (from < place.to && to > place.from) return undefined;
  const kept = tokens.filter((_, i) => i < from || i >= to);
  const shift = from < place.from ? to - from : 0;
  return splice(spoken, kept, { from: place.from - shift, to: place.to - shift }, text);
}

/** An event's name with the words around it that are part of a longer name: "Havana technical meeting of 2016" for "technical meeting". */
function wholeName(spoken: Spoken, tokens: readonly Token[], { from, to }: Range, event: Entity): Range {
  const isPart = (at: number) =>
    tokens[at] !== undefined && spoken.isMeaningful(tokens[at]) && spoken.isNamedWith(event, tokens[at].key);
  const isSmall = (at: number) => {
    const key = tokens[at]?.key ?? "";
    return spoken.words.prepositions.has(key) || spoken.words.determiners.has(key);
  };
  let [start, end] = [from, to];
  while (isPart(start - 1)) start--;
  for (let at = end; at < tokens.length && (isPart(at) || isSmall(at)); at++) if (isPart(at)) end = at + 1;
  return { from: start, to: end };
}
