/** How many questions, of all, have a right entry in the first place: 0..1; NaN without questions. */
export function hitAtOne(places: readonly number[]): number {
  return places.filter((place) => place === 1).length / places.length;
}

/** The mean of one through the place of the first right entry, where it is among the first ten: `[1, 2, Infinity]` gives 0.5. */
export function mrrAtTen(places: readonly number[]): number {
  return places.reduce((sum, place) => sum + (place <= 10 ? 1 / place : 0), 0) / places.length;
}

/** The place, from 1, of the first entry that is right; Infinity where none is. */
export function placeOf(found: readonly string[], relevant: readonly string[]): number {
  const at = found.findIndex((id) => relevant.includes(id));
  return at < 0 ? Number.POSITIVE_INFINITY : at + 1;
}

/** The value below or at which a share of the values lies (nearest rank): `percentile([1, 2, 3, 4], 0.5)` gives 2; NaN without values. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted.length === 0 ? Number.NaN : sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}

/** How long a question takes, in milliseconds. */
export interface Times {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
}

/** The usual percentiles of times in milliseconds. */
export function timesOf(ms: readonly number[]): Times {
  return { p50: percentile(ms, 0.5), p95: percentile(ms, 0.95), p99: percentile(ms, 0.99), max: percentile(ms, 1) };
}
