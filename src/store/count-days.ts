import type { Transaction } from "kysely";
import type { Tables } from "./tables.js";

/** What is counted by day. */
type Counted = "asked" | "answered" | "declined" | "helped" | "unhelped";
const COUNTED: readonly Counted[] = ["asked", "answered", "declined", "helped", "unhelped"];

/** Something to count: `{ guild: "1", day: "2026-11-29", asked: 1, answered: 1 }`. */
export type DayCount = { readonly guild: string; readonly day: string } & Partial<Record<Counted, number>>;

/** The day of a time in UTC: `dayOf(0)` is `"1970-01-01"`. */
export function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** Adds to the days' counts. */
export async function countDays(tx: Transaction<Tables>, counts: readonly DayCount[]): Promise<void> {
  const sums = new Map<string, { guild: string; day: string } & Record<Counted, number>>();
  for (const { guild, day, ...count } of counts) {
    const key = `${guild} ${day}`;
    const sum = sums.get(key) ?? { guild, day, asked: 0, answered: 0, declined: 0, helped: 0, unhelped: 0 };
    for (const one of COUNTED) sum[one] += count[one] ?? 0;
    sums.set(key, sum);
  }
  if (sums.size === 0) return;
  await tx
    .insertInto("days")
    .values(inOrder(sums))
    .onConflict((conflict) =>
      conflict.columns(["guild", "day"]).doUpdateSet((eb) => ({
        asked: eb("days.asked", "+", eb.ref("excluded.asked")),
        answered: eb("days.answered", "+", eb.ref("excluded.answered")),
        declined: eb("days.declined", "+", eb.ref("excluded.declined")),
        helped: eb("days.helped", "+", eb.ref("excluded.helped")),
        unhelped: eb("days.unhelped", "+", eb.ref("excluded.unhelped")),
      })),
    )
    .execute();
}

/** Adds to the counts of the entries that answered. */
export async function countEntries(
  tx: Transaction<Tables>,
  answers: readonly { readonly guild: string; readonly day: string; readonly entry: string }[],
): Promise<void> {
  const sums = new Map<string, { guild: string; day: string; entry: string; answered: number }>();
  for (const answer of answers) {
    const key = `${answer.guild} ${answer.day} ${answer.entry}`;
    sums.set(key, { ...answer, answered: (sums.get(key)?.answered ?? 0) + 1 });
  }
  if (sums.size === 0) return;
  await tx
    .insertInto("entry_days")
    .values(inOrder(sums))
    .onConflict((conflict) =>
      conflict.columns(["guild", "day", "entry"]).doUpdateSet((eb) => ({
        answered: eb("entry_days.answered", "+", eb.ref("excluded.answered")),
      })),
    )
    .execute();
}

/** In one order for everybody: two processes that count the same rows wait for each other instead of each for the other. */
function inOrder<T>(sums: ReadonlyMap<string, T>): T[] {
  return [...sums].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, sum]) => sum);
}
