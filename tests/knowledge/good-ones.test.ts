import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { goodOnes } from "../../src/knowledge/edit/good-ones.js";

describe("goodOnes", () => {
  it("leaves out exactly the bad ones, each with its own fault, and keeps the order", () => {
    fc.assert(
      fc.property(fc.array(fc.boolean()), (all) => {
        const things = all.map((isGood, at) => ({ isGood, at }));
        const faultOf = (some: readonly (typeof things)[number][]) => some.find(({ isGood }) => !isGood);
        const { good, bad } = goodOnes(things, faultOf);
        expect(good).toEqual(things.filter(({ isGood }) => isGood));
        expect(bad).toEqual(things.filter(({ isGood }) => !isGood).map((thing) => ({ thing, fault: thing })));
      }),
    );
  });

  it("keeps the first of two that do not go together", () => {
    const fault = { why: "two" };
    expect(goodOnes(["a", "b", "c"], (some) => (some.includes("a") && some.includes("c") ? fault : undefined))).toEqual(
      {
        good: ["a", "b"],
        bad: [{ thing: "c", fault }],
      },
    );
  });

  it("looks once where all is well, and a few times for one bad one of a thousand", () => {
    let looks = 0;
    const look = (bad: number) => (some: readonly number[]) => {
      looks += 1;
      return some.includes(bad) ? { bad } : undefined;
    };
    const numbers = Array.from({ length: 1000 }, (_, i) => i);
    goodOnes(numbers, look(-1));
    expect(looks).toBe(1);
    goodOnes(numbers, look(613));
    expect(looks).toBeLessThan(25);
  });
});
