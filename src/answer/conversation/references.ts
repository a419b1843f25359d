import type { Entity, EntityKind } from "../../knowledge/model.js";
import type { Stands } from "../languages/follow-up-words.js";
import { type Mention, type Token, textOf, tokensOf } from "./mentions.js";
import { type Range, type Reading, readingOf, splice } from "./reading.js";
import type { Spoken, Thing, Turn } from "./spoken.js";
import { isYear } from "./time-words.js";

/** Words of a question that stand for something spoken of. */
interface Reference extends Range {
  readonly stands: Stands;
  /** `whose`: "his job"; `object`: the "lo" of "quién lo dirigió". */
  readonly form: "itself" | "whose" | "object";
  /** A noun that what is meant must be named with. */
  readonly noun?: string;
}

/** The kinds of entities that a word may stand for, the likeliest first. */
const KINDS: Readonly<Record<Stands, readonly EntityKind[]>> = {
  thing: ["event", "organisation", "place"],
  person: ["person"],
  group: ["event", "organisation", "person"],
  where: ["event", "place"],
  when: ["event"],
};
/** The most words of one question that are read. */
const MAX_REFERENCES = 2;

/**
 * The words of a question that stand for something that the question does not name before them; of "they" also behind them, by the place
 * or the year of what they took part in: "did they sign anything in Washington".
 */
export function referencesIn(spoken: Spoken, rest: readonly Token[], mentions: readonly Mention[]): Reference[] {
  const said = [...mentions.map(({ from, to }) => rest.slice(from, to)), ...rest.filter(isYear).map((year) => [year])];
  const isNamed = spoken.mentions.ofKind("event").some((event) => said.some((name) => isOf(spoken, event, name)));
  const isResolved = ({ from, stands }: Reference) =>
    (stands === "group" && isNamed) ||
    mentions.some((mention) => mention.to <= from && KINDS[stands].includes(mention.entity.kind));
  return rest
    .flatMap((_, i) => referenceAt(spoken, rest, i, mentions) ?? [])
    .filter((reference) => !isResolved(reference));
}

/** A question with what its words may stand for in their place. */
export function referenceReadings(spoken: Spoken, rest: readonly Token[], reads = MAX_REFERENCES): Reading[][] {
  const all = referencesIn(spoken, rest, spoken.mentions.in(rest));
  // Those who took part stay "they" beside the event; they are read once.
  const [reference] = reads === MAX_REFERENCES ? all : all.filter(({ stands }) => stands !== "group");
  if (!reference) return [];
  const { stands, noun } = reference;
  // "where does it get its flour": the same is meant twice, and named once.
  const isAgain = all.some((other) => other !== reference && other.stands === stands);
  // Nobody is "there" at what is not held.
  const isApt = ({ entity }: Thing) =>
    (stands !== "group" && stands !== "where") || entity?.kind !== "event" || spoken.isHeld(entity);
  return things(spoken, KINDS[stands], noun).flatMap((all): Reading[][] => {
    const tier = all.filter(isApt);
    const read = tier.map((thing) => ({ thing, text: withThing(spoken, rest, reference, thing) }));
    const more =
      reads > 1 && !isAgain ? read.flatMap(({ text }) => referenceReadings(spoken, tokensOf(text), reads - 1)) : [];
    return [...more, read.map(({ thing, text }) => readingOf(spoken, text, [thing]))];
  });
}

/**
 * What may be meant, in tiers: what the last question names of the kinds, its own words, and what its answer is about; then the same
 * of earlier ones, up to the first with an event or an organisation. A person, or what is called by a `noun`, is the last one that
 * was spoken of, however long ago. A place is meant only where nothing else can be.
 */
export function things(spoken: Spoken, kinds: readonly EntityKind[], noun?: string): Thing[][] {
  const byTurn = spoken.turns
    .map((turn) => thingsOf(spoken, turn, kinds).map((tier) => tier.filter((thing) => isCalled(spoken, thing, noun))))
    .map((tiers) => tiers.filter((tier) => tier.length > 0))
    .filter((tiers) => tiers.length > 0);
  const isAnyTurn = noun !== undefined || kinds.every((kind) => kind === "person");
  const isTopic = ({ entity }: Thing) => entity !== undefined && entity.kind !== "place";
  const last = byTurn.findIndex((tiers) => tiers.flat().some(isTopic));
  const count = isAnyTurn ? 1 : last < 0 ? byTurn.length : last + 1;
  const tiers = byTurn.slice(0, count).flat();
  const isPlace = (tier: readonly Thing[]) => tier[0].entity?.kind === "place";
  const topics = tiers.filter((tier) => !isPlace(tier));
  return topics.length > 0 ? topics : tiers;
}

function thingsOf(spoken: Spoken, turn: Turn, kinds: readonly EntityKind[]): Thing[][] {
  const named = (kind: EntityKind) => spoken.namedIn(turn, kind).map((entity) => spoken.thing(entity));
  const about = (kind: EntityKind) => spoken.aboutIn(turn, kind).map((entity) => spoken.thing(entity));
  const has = (kind: EntityKind) => kinds.includes(kind);
  const only = (list: readonly EntityKind[]) => list.filter(has);
  return [
    ...only(["person", "event"]).map(named),
    ...(has("organisation") ? spoken.phrases(turn).map((phrase) => [phrase]) : []),
    ...only(["organisation"]).map(named),
    ...only(["event", "person", "organisation"]).map(about),
    ...only(["place"]).flatMap((kind) => [named(kind), about(kind)]),
  ];
}

function isCalled(spoken: Spoken, { entity }: Thing, noun: string | undefined): boolean {
  return noun === undefined || (entity !== undefined && spoken.isNamedWith(entity, noun));
}

function referenceAt(
  spoken: Spoken,
  rest: readonly Token[],
  i: number,
  mentions: readonly Mention[],
): Reference | undefined {
  const isNamed = (at: number) => mentions.some(({ from, to }) => at >= from && at < to);
  if (isNamed(i)) return undefined;
  const { words } = spoken;
  const { key, text } = rest[i];
  const next = rest[i + 1];
  const nounEnd = words.determiners.has(key) ? spokenNounEnd(spoken, rest, i) : undefined;
  // "the meeting", but not "the meeting in Havana" or "the 2019 meeting".
  if (nounEnd !== undefined && ![0, 1, 2].some((more) => isNamed(i + 1) || isNamed(nounEnd + more)))
    return { from: i, to: nounEnd, stands: "thing", form: "itself", noun: rest[nounEnd - 1].key };
  const isAsked = i > 0 && (spoken.isAsking(rest[i - 1]) || (i === 1 && spoken.asks(rest.slice(0, 1))));
  if (words.clitics.has(key) && isAsked && next && spoken.isMeaningful(next) && !isNamed(i + 1))
    return { from: i, to: i + 1, stands: "thing", form: "object" };
  const whose = words.possessives.get(key);
  if (whose && next && spoken.isMeaningful(next)) {
    let to = i + 1;
    while (to < rest.length && spoken.isMeaningful(rest[to])) to++;
    return { from: i, to, stands: whose, form: "whose" };
  }
  const stands = words.pronouns.get(key);
  if (stands) return { from: i, to: i + 1, stands, form: "itself" };
  const late = words.latePronouns.get(key);
  const isLed = i > 0 && words.leads.has(rest[i - 1].key);
  // "who was there from Cuba", not "was there an agreement".
  const isThere = late === "where" && isLed && next !== undefined && words.prepositions.has(next.key);
  const isLate = next === undefined || (isLed && late === "thing") || isThere;
  // "él" is he, "el" the.
  return late && isLate && (key !== "el" || /é/i.test(text))
    ? { from: i, to: i + 1, stands: late, form: "itself" }
    : undefined;
}

/**
 * Where a noun behind an article ends that several events or organisations are named with, one of them spoken of: "the meeting", "the
 * chess tournament"; undefined for another noun, and for one that an adjective tells apart.
 */
function spokenNounEnd(spoken: Spoken, rest: readonly Token[], article: number): number | undefined {
  let to = article + 1;
  while (to < rest.length && spoken.isMeaningful(rest[to]) && spoken.isShared(rest[to].key)) to++;
  if (to === article + 1) return undefined;
  const isToldApart = spoken.words.adjectivesFollow && rest[to] !== undefined && spoken.isMeaningful(rest[to]);
  const isSpokenOf = things(spoken, ["event", "organisation"], rest[to - 1].key).length > 0;
  return isSpokenOf && !isToldApart ? to : undefined;
}

function withThing(spoken: Spoken, rest: readonly Token[], reference: Reference, { text, entity }: Thing): string {
  const { from, to, stands, form } = reference;
  const { at, whose } = spoken.words;
  if (form === "whose") return splice(spoken, rest, reference, whose(textOf(rest.slice(from + 1, to)), text));
  if (form === "object") return `${splice(spoken, rest, reference, "")} ${text}`;
  if (stands === "group" && entity?.kind === "event") {
    const isThere = ({ key }: Token) => spoken.words.latePronouns.get(key) === "where";
    return `${textOf(rest.filter((token) => !isThere(token)))} ${at(text)}`;
  }
  if (stands === "where" || stands === "when") return splice(spoken, rest, reference, at(text));
  return splice(spoken, rest, reference, text);
}

function isOf(spoken: Spoken, event: Entity, name: readonly Token[]): boolean {
  return spoken.belongsTo(
    event,
    name.map(({ key }) => key),
  );
}
