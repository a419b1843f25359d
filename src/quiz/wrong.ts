import type { Entity, Entry, Knowledge } from "../knowledge/model.js";
import { spanOf } from "../timeline/span.js";
import type { Askable, Asked, ShortAnswer } from "./asked.js";
import { inOrderOf } from "./chance.js";
import { around, countsIn } from "./counted.js";

/** So many are looked at, for looking at one means to read its card. */
const MOST_TRIED = 40;

/** Wrong answers as likely at first sight as the right one, the first of them by a seed: nothing that the entry says is among them. */
export function wrongAnswers(
  { entry, answer }: Asked,
  askable: Askable,
  knowledge: Knowledge,
  seed: string,
): ShortAnswer[] {
  const isSite = (one: ShortAnswer) => one.kind === "entity" && askable.sites.has(one.entity);
  return inOrderOf(seed, candidatesFor(answer, entry, askable, knowledge), keyOf)
    .sort((a, b) => Number(isSite(b)) - Number(isSite(a)))
    .slice(0, MOST_TRIED)
    .filter(
      (one) =>
        answer.kind !== "entity" ||
        one.kind !== "entity" ||
        isUnrelated(one.entity, answer.entity, entry, askable, knowledge),
    );
}

/** What tells an answer from all others of its kind. */
export function keyOf(answer: ShortAnswer): string {
  if (answer.kind === "date") return answer.when;
  return answer.kind === "count" ? String(answer.count) : answer.entity.id;
}

function candidatesFor(answer: ShortAnswer, entry: Entry, askable: Askable, knowledge: Knowledge): ShortAnswer[] {
  switch (answer.kind) {
    case "date":
      return wrongDates(answer.when, askable).map((when) => ({ kind: "date", when }));
    case "count":
      return wrongCounts(answer.count, entry, askable, knowledge).map((count) => ({ kind: "count", count }));
    case "entity":
      return alike(answer.entity, entry, askable, knowledge).map((entity) => ({ kind: "entity", entity }));
  }
}

/** Whether two dates share no day. */
export function areApart(one: string, other: string): boolean {
  const [a, b] = [spanOf(one), spanOf(other)];
  return a.end <= b.start || b.end <= a.start;
}

/** Dates of other facts, told no more exactly than the right one, which would stand out among them. */
function wrongDates(right: string, { dates }: Askable): string[] {
  const parts = partsOf(right);
  const shown = dates
    .filter((when) => partsOf(when) >= parts)
    .map((when) => (parts === 3 ? when : when.slice(0, parts === 1 ? 4 : 7)));
  return [...new Set(shown)].filter((when) => areApart(when, right));
}

/** `"2016-02"` has two parts; a period has those of its beginning. */
function partsOf(when: string): number {
  return when.split("/")[0].split("-").length;
}

/** Numbers that other entries answer with, and some around the right one; none that the entry goes on to mention. */
function wrongCounts(right: number, { texts }: Entry, { all }: Askable, { languages }: Knowledge): number[] {
  const [language] = languages;
  const others = all.flatMap(({ answer }) => (answer.kind === "count" ? [answer.count] : []));
  const near = others.filter((count) => count >= right / 2 && count <= right * 2);
  const mentioned = texts[language].answer.slice(1).flatMap((text) => countsIn(text, language));
  const taken = new Set([right, ...mentioned]);
  return [...new Set([...near, ...around(right)])].filter((count) => !taken.has(count));
}

/**
 * Whether nothing joins an entity with the right one in this question: neither the entry nor one of the two cards. Where something was,
 * another place where something was is wrong though a card tells of both.
 */
function isUnrelated(one: Entity, right: Entity, entry: Entry, askable: Askable, knowledge: Knowledge): boolean {
  const joins = (by: Entry | undefined, { id }: Entity) =>
    by !== undefined && (by.about.includes(id) || askable.naming.by(by).has(id));
  const cardOf = ({ entry: id }: Entity) => (id === undefined ? undefined : knowledge.entryById.get(id));
  if (one === right || joins(entry, one)) return false;
  if (entry.aspect === "where" && askable.sites.has(one)) return true;
  return !joins(cardOf(right), one) && !joins(cardOf(one), right);
}

/** What could be meant: where questions ask where, any place; else anybody of the kind, but no place where something was. */
function alike(right: Entity, { aspect }: Entry, { sites }: Askable, { entities }: Knowledge): Entity[] {
  return [...entities.values()].filter((one) => one.kind === right.kind && (aspect === "where" || !sites.has(one)));
}
