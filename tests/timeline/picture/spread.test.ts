import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { spread } from "../../../src/timeline/picture/spread.js";

describe("spread", () => {
  it.each<[string, number[], number[]]>([
    ["leaves what has room where it wants to be", [10, 40, 70], [10, 40, 70]],
    ["moves two that want one place apart by the same", [50, 50], [45, 55]],
    ["moves a crowd together", [50, 50, 50], [40, 50, 60]],
    ["joins a crowd with one that it would push into", [30, 45, 45], [30, 40, 50]],
    ["keeps the first below the top", [-20, 40], [0, 40]],
    ["keeps the last above the bottom", [40, 120], [40, 90]],
    [
      "fills a column that is just high enough",
      [0, 0, 0, 0, 0, 99, 99, 99, 99, 99],
      [0, 10, 20, 30, 40, 50, 60, 70, 80, 90],
    ],
  ])("%s", (_, wishes, tops) => {
    expect(
      spread(
        wishes.map((at) => ({ at, height: 10 })),
        0,
        100,
      ),
    ).toEqual(tops);
  });

  it("never lets boxes overlap, change their order or leave the column", () => {
    const boxes = fc.array(
      fc.record({ at: fc.integer({ min: -500, max: 1500 }), height: fc.integer({ min: 1, max: 80 }) }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(boxes, (unordered) => {
        const wishes = unordered.toSorted((a, b) => a.at - b.at);
        const tops = spread(wishes, 0, 1000);
        const bottoms = [0, ...tops.map((top, i) => top + wishes[i].height)];
        for (const [i, top] of tops.entries()) expect(top).toBeGreaterThanOrEqual(bottoms[i] - 1e-6);
        expect(bottoms.at(-1)).toBeLessThanOrEqual(1000 + 1e-6);
      }),
    );
  });
});
