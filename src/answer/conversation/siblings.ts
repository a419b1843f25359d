import type { Entity, EntityKind } from "../../knowledge/model.js";
import { aspectOf } from "./exchange.js";
import type { Token } from "./mentions.js";
import { type Range, type Reading, readingOf, splice } from "./reading.js";
import { retarget } from "./retarget.js";
import type { Base, Spoken } from "./spoken.js";

/** The most entities that are tried in the place of another. */
const MAX_SIBLINGS = 16;

/** Where a question speaks of "the other one", and of what kind. */
export interface Other extends Range {
  readonly noun: string | undefined;
  /** Nothing else is asked. */
  readonly isAll: boolean;
}

/** Where a question speaks of another one than before: `"what about the other meeting"`. */
export function otherIn(spoken: Spoken, rest: readonly Token[]): Other | undefined {
  const keys = rest.map(({ key }) => key);
  const found = spoken.words.other.exec(keys.join(" "));
  if (!found) return undefined;
  const from = found.input.slice(0, found.index).split(" ").filter(Boolean).length;
  const to = from + found[0].split(" ").length;
  const noun = found.slice(1).find((group) => group !== undefined && group !== "");
  const isAll = rest.every((token, i) => (i >= from && i < to) || !spoken.isMeaningful(token)) && !spoken.asks(rest);
  return { from, to, noun, isAll };
}

/** The last question asked of what may be "the other one"; or, where another question is asked of it, that one. */
export function siblingReadings(spoken: Spoken, rest: readonly Token[], other: Other): Reading[][] {
  if (other.isAll)
    return spoken.turns.flatMap((turn) =>
      spoken.basesOf(turn).flatMap((base) => inTheirPlace(spoken, base, other.noun)),
    );
  return siblingsOf(spoken, other.noun).map((tier) =>
    tier.map((entity) => {
      const thing = spoken.thing(entity);
      return readingOf(spoken, splice(spoken, rest, other, thing.text), [thing]);
    }),
  );
}

function inTheirPlace(spoken: Spoken, base: Base, noun: string | undefined): Reading[][] {
  const kind = noun === undefined ? undefined : spoken.words.kinds.get(noun);
  const current = currentOf(spoken, base);
  const changed = current.filter((entity) => kind === undefined || entity.kind === kind);
  const tierFrom = (pool: (kind: EntityKind) => Entity[]) =>
    changed.flatMap((old) =>
      alike(spoken, pool(old.kind), current, noun, old).flatMap((sibling) => {
        const thing = spoken.thing(sibling);
        const text = retarget(spoken, base, old, thing);
        return text === undefined ? [] : [readingOf(spoken, text, [thing], { ...aspectOf(base), not: base.entries })];
      }),
    );
  // Any country might be "the other one": of places only those that were spoken of.
  const known = (of: EntityKind) => (of === "place" ? [] : spoken.mentions.ofKind(of).slice(0, MAX_SIBLINGS));
  return [tierFrom((of) => spoken.inAnswers(of)), tierFrom(known)];
}

/** What is there of the kind of what was spoken of, beside it: first what the last answers name, then all that is known. */
function siblingsOf(spoken: Spoken, noun: string | undefined): Entity[][] {
  const kind = (noun === undefined ? undefined : spoken.words.kinds.get(noun)) ?? "event";
  const current = spoken.turns.map((turn) => spoken.entities(turn, kind)).find((found) => found.length > 0) ?? [];
  return [spoken.inAnswers(kind), spoken.mentions.ofKind(kind).slice(0, MAX_SIBLINGS)].map((pool) =>
    alike(spoken, pool, current, noun, current[0]),
  );
}

/** What a question speaks of: the entities that it names, and the one event that its answer is about. */
function currentOf(spoken: Spoken, { mentions, entries }: Base): Entity[] {
  const events = entries.flatMap((entry) => spoken.mentions.of(entry)).filter(({ kind }) => kind === "event");
  return [...new Set([...mentions.map(({ entity }) => entity), ...(events.length === 1 ? events : [])])];
}

/** Of a pool those that are not spoken of already; of these the ones named with the noun, or as the old one is, where there are any. */
function alike(
  spoken: Spoken,
  pool: readonly Entity[],
  current: readonly Entity[],
  noun: string | undefined,
  old: Entity | undefined,
): Entity[] {
  const left = pool.filter((entity) => !current.includes(entity));
  const isNoun = noun !== undefined && spoken.words.kinds.get(noun) === "event";
  const named = left.filter((entity) =>
    isNoun ? spoken.isNamedWith(entity, noun) : old !== undefined && spoken.isAlike(entity, old),
  );
  return named.length > 0 ? named : left;
}
