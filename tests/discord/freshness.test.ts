import { describe, expect, it } from "vitest";
import { Freshness } from "../../src/discord/freshness.js";

/** Arrivals as `[made at, read at]`; whether the last one is too late for a first response. */
function isLate(arrivals: readonly (readonly [number, number])[]): boolean {
  const freshness = new Freshness();
  let late = false;
  for (const [made, read] of arrivals) {
    freshness.arrived(made, read);
    late = freshness.isExpired(made, read, false);
  }
  return late;
}

describe("an interaction's freshness", () => {
  it.each<[boolean, [number, number][], string]>([
    [false, [[0, 3000]], "three seconds old"],
    [true, [[0, 3001]], "older"],
    [false, [[10_000, 0]], "this clock is behind"],
    [
      true,
      [
        [10_000, 100],
        [20_000, 10_000 + 3200],
      ],
      "this clock is behind, and it came three seconds later than the first",
    ],
    [
      true,
      [
        [0, 9000],
        [0, 9000],
        [0, 9000],
        [0, 9000],
      ],
      "four that came late",
    ],
    [
      false,
      [
        [0, 9000],
        [1, 9001],
        [2, 9002],
        [3, 9003],
        [4, 9004],
      ],
      "five alike: this clock is ahead",
    ],
  ])("is late: %j for %j (%s)", (late, arrivals) => {
    expect(isLate(arrivals)).toBe(late);
  });

  it("lasts fifteen minutes once it was acknowledged", () => {
    const freshness = new Freshness();
    freshness.arrived(0, 0);
    expect(freshness.isExpired(0, 15 * 60_000, true)).toBe(false);
    expect(freshness.isExpired(0, 15 * 60_000 + 1, true)).toBe(true);
  });
});
