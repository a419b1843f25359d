import type { Entity } from "../../knowledge/model.js";
import { type Mention, type Token, textOf } from "./mentions.js";
import { type Range, type Reading, readingOf, splice } from "./reading.js";
import { retarget, undated } from "./retarget.js";
import type { Base, Spoken, Thing } from "./spoken.js";
import { datesIn, isDate, isYear } from "./time-words.js";

/** Kinds that do or are something in a question, so that one may stand where another did. */
const AGENTS: ReadonlySet<string> = new Set(["person", "organisation", "place"]);

/**
 * The last question with something new in it: after `"Who led the delegation in Washington?"` the words `"in Havana"` give
 * `"Who led the delegation in Havana?"`. In tiers, the likeliest first.
 */
export function exchanges(spoken: Spoken, rest: readonly Token[]): Reading[][] {
  const mentions = spoken.mentions.in(rest);
  const [mention, ...more] = mentions;
  return spoken.bases.flatMap((base) => [
    ...(mention && more.length === 0 ? entityExchanges(spoken, base, rest, mention) : []),
    ...(mentions.length === 0 && rest.some(isYear) ? yearExchanges(spoken, base, rest) : []),
    ...(mentions.length === 0 && !rest.some(isYear) ? nounExchanges(spoken, base, rest) : []),
    isLocative(spoken, rest) || (mentions.length === 0 && !isNoun(spoken, rest))
      ? [appended(spoken, base, rest, mentions)]
      : [],
  ]);
}

function isLocative({ words }: Spoken, rest: readonly Token[]): boolean {
  return words.locatives.has(rest[0]?.key ?? "");
}

/** Whether words begin with an article: they name something instead of adding where or how. */
function isNoun({ words }: Spoken, rest: readonly Token[]): boolean {
  return words.determiners.has(rest[0]?.key ?? "");
}

function entityExchanges(spoken: Spoken, base: Base, rest: readonly Token[], mention: Mention): Reading[][] {
  const { entity } = mention;
  const from = spoken.words.determiners.has(rest[mention.from - 1]?.key ?? "") ? mention.from - 1 : mention.from;
  const thing: Thing = { text: textOf(rest.slice(from, mention.to)).replace(/['’]s?$/, ""), entity };
  const read = (text: string) => readingOf(spoken, text, [thing], aspectOf(base));
  const keys = rest.slice(mention.from, mention.to).map(({ key }) => key);
  const same = [read(textOf(base.tokens))];
  if (base.mentions.some((old) => old.entity === entity)) return [same];
  // "I meant Havana" of what is in Havana already means something else there.
  if (base.mentions.some((old) => spoken.belongsTo(old.entity, keys)))
    return [toEvents(spoken, base, eventsWith(spoken, keys), [thing]), same];
  const places = exchangeable(spoken, base, rest, mention).map((place) =>
    roomFor(spoken, base, place, from < mention.from),
  );
  // "la delegación cubana": an adjective behind its noun takes no article.
  const fitting = ({ from: at }: Range) => {
    const before = base.tokens[at - 1];
    return spoken.words.adjectivesFollow && before && spoken.isMeaningful(before)
      ? textOf(rest.slice(mention.from, mention.to))
      : thing.text;
  };
  const spliced = places.map((place) => read(splice(spoken, base.tokens, place, fitting(place))));
  const withoutDate = places.flatMap((place) => {
    const text = undated(spoken, base.tokens, place, fitting(place));
    return text === undefined ? [] : [read(text)];
  });
  const events = toEvents(spoken, base, entity.kind === "event" ? [entity] : eventsWith(spoken, keys), [thing]);
  // Where an event was named, another event takes its place before another town stands in its name.
  const isOfEvent = base.mentions.some((old) => old.entity.kind === "event");
  return isOfEvent ? [events, withoutDate, spliced] : [withoutDate, spliced, events];
}

/** A place with its article, where what comes there brings its own or needs none: "the US" makes room for "Russia". */
function roomFor(spoken: Spoken, { tokens }: Base, { from, to }: Mention, hasArticle: boolean): Range {
  const isNoun = tokens[to] !== undefined && spoken.isMeaningful(tokens[to]);
  const isArticle = spoken.words.determiners.has(tokens[from - 1]?.key ?? "");
  return { from: isArticle && !isNoun && !hasArticle ? from - 1 : from, to };
}

/** The places in a question where a new entity may stand: those of its kind, behind the same preposition where there is one. */
function exchangeable(spoken: Spoken, { tokens, mentions }: Base, rest: readonly Token[], mention: Mention): Mention[] {
  const { words } = spoken;
  const alike = mentions.filter(({ entity }) => entity.kind === mention.entity.kind);
  const isAgent = ({ entity }: Mention) => AGENTS.has(entity.kind);
  const isOrganisation = ({ entity }: Mention) => entity.kind === "organisation";
  const others = mentions.filter((old) => isAgent(old) && (isOrganisation(old) || isOrganisation(mention)));
  const usable = alike.length > 0 || !isAgent(mention) ? alike : others;
  const before = (list: readonly Token[], at: number) => {
    const last = words.determiners.has(list[at - 1]?.key ?? "") ? list[at - 2] : list[at - 1];
    return last && words.prepositions.has(last.key) ? last.key : "";
  };
  const preposition = before(rest, mention.from);
  const same = usable.filter(({ from }) => before(tokens, from) === preposition);
  return same.length > 0 || words.locatives.has(preposition) ? same : usable;
}

function yearExchanges(spoken: Spoken, base: Base, rest: readonly Token[]): Reading[][] {
  const date = rest.filter((token) => isDate(spoken, token));
  const keys = date.filter(isYear).map(({ key }) => key);
  const dates = datesIn(spoken, base.tokens).filter((range) => !isInMention(base, range));
  const spliced = dates.length === 1 ? [splice(spoken, base.tokens, dates[0], textOf(date))] : [];
  const events = toEvents(spoken, base, eventsWith(spoken, keys), []);
  const read = spliced.map((text) => readingOf(spoken, text, [], aspectOf(base)));
  return [read, events];
}

function isInMention({ mentions }: Base, { from, to }: Range): boolean {
  return mentions.some((mention) => from >= mention.from && to <= mention.to);
}

/** The last question asked of other events than the one that it was about. */
function toEvents(spoken: Spoken, base: Base, events: readonly Entity[], needs: readonly Thing[]): Reading[] {
  const [old, ...more] = eventsOf(spoken, base);
  if (!old || more.length > 0) return [];
  const others = events.filter((event) => event !== old);
  const alike = others.filter((event) => spoken.isAlike(event, old));
  return (alike.length > 0 ? alike : others).flatMap((event) => {
    const thing = spoken.thing(event);
    const text = retarget(spoken, base, old, thing);
    return text === undefined ? [] : [readingOf(spoken, text, [thing, ...needs], aspectOf(base))];
  });
}

/** The events that a question names; without any, those that its answer is about. */
function eventsOf(spoken: Spoken, { mentions, entries }: Base): Entity[] {
  const isEvent = ({ kind }: Entity) => kind === "event";
  const named = mentions.map(({ entity }) => entity).filter(isEvent);
  return [...new Set(named.length > 0 ? named : entries.flatMap((entry) => spoken.mentions.of(entry)).filter(isEvent))];
}

/** The events whose names have certain words, of those that are named as one that is held: a meeting, a fair, not a war. */
function eventsWith(spoken: Spoken, keys: readonly string[]): Entity[] {
  return spoken.mentions.ofKind("event").filter((event) => spoken.belongsTo(event, keys) && spoken.isHeld(event));
}

/** `"and the forum"`: of an event that is called so, else in the place of another noun. */
function nounExchanges(spoken: Spoken, base: Base, rest: readonly Token[]): Reading[][] {
  const ordinal = ordinalExchange(spoken, base, rest);
  if (ordinal) return [[ordinal]];
  const own = rest.filter((token) => spoken.isMeaningful(token)).map(({ key }) => key);
  return [
    own.length > 0 ? toEvents(spoken, base, eventsWith(spoken, own), []) : [],
    ...phraseExchanges(spoken, base, rest),
  ];
}

/** `"and on the second"` after what was on the first. */
function ordinalExchange(spoken: Spoken, base: Base, rest: readonly Token[]): Reading | undefined {
  const isOrdinal = ({ key }: Token) => spoken.words.ordinals.has(key);
  const from = base.tokens.findIndex(isOrdinal);
  const [own, ...more] = rest.filter((token) => spoken.isMeaningful(token) || isOrdinal(token));
  if (from < 0 || !own || more.length > 0 || !isOrdinal(own)) return undefined;
  return readingOf(spoken, splice(spoken, base.tokens, { from, to: from + 1 }, own.text), [], aspectOf(base));
}

/** Without entities in the knowledge, the noun of the last question makes room for the new one. */
function phraseExchanges(spoken: Spoken, base: Base, rest: readonly Token[]): Reading[][] {
  const own = rest.filter((token) => !spoken.words.prepositions.has(token.key));
  if (!own.some((token) => spoken.isMeaningful(token))) return [];
  const needs = [{ text: textOf(own) }];
  // What answered of the one thing and only names the other does not answer of the other.
  return placesFor(spoken, base, rest)
    .map((phrase) => splice(spoken, base.tokens, phrase, textOf(own)))
    .map((text) => [readingOf(spoken, text, needs, { ...aspectOf(base), not: base.entries })]);
}

/** The phrases of a question, a name always whole; first those behind the same preposition, or behind none. */
function placesFor(spoken: Spoken, { tokens, mentions }: Base, rest: readonly Token[]): Range[] {
  const whole = spoken.phrasesIn(tokens).map(({ from, to }) => {
    const cut = mentions.filter((mention) => mention.from < to && mention.to > from);
    const start = Math.min(from, ...cut.map((mention) => mention.from));
    const isArticle = start < from && spoken.words.determiners.has(tokens[start - 1]?.key ?? "");
    // "did the State Department say": the verb is no part of who did it.
    const [first] = cut;
    const isSubject = first?.from === from + 1 && spoken.words.splitters.has(tokens[from - 1]?.key ?? "");
    const end = isSubject ? first.to : Math.max(to, ...cut.map((mention) => mention.to));
    return { from: isArticle ? start - 1 : start, to: end };
  });
  const unique = whole.filter(({ from, to }, i) => whole.findIndex((one) => one.from === from && one.to === to) === i);
  const before = (token: Token | undefined) =>
    spoken.words.prepositions.has(token?.key ?? "") ? token?.key : undefined;
  const isSame = ({ from }: Range) => before(tokens[from - 1]) === before(rest[0]);
  return [...unique.filter(isSame), ...unique.filter((phrase) => !isSame(phrase))];
}

function appended(spoken: Spoken, base: Base, rest: readonly Token[], mentions: readonly Mention[]): Reading {
  const isNamed = (i: number) => mentions.some(({ from, to }) => i >= from && i < to);
  const own = rest.filter((token, i) => spoken.isMeaningful(token) && !isNamed(i));
  const needs = own.length > 0 ? [{ text: textOf(own) }] : [];
  return readingOf(spoken, `${textOf(base.tokens)} ${textOf(rest)}`, needs, aspectOf(base));
}

/** What the answer to a question was a kind of, for another answer of its kind. */
export function aspectOf({ entries }: Base): Pick<Reading, "aspect"> {
  const [entry] = entries;
  return entries.length === 1 && entry.aspect !== undefined ? { aspect: entry.aspect } : {};
}
