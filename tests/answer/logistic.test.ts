import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Example, fitLogistic, type Logistic, probability } from "../../src/answer/logistic.js";

const PRIOR: Logistic = { bias: -1, weights: [1, 0.5, -0.5] };
const how = { positive: 2, trust: 10 };
const example = (values: readonly number[], right: boolean, weight = 1): Example => ({ values, right, weight });

/** Right where the first value is high and the last one is low. */
const SEPARABLE = Array.from({ length: 200 }, (_, i) => {
  const right = i % 2 === 0;
  const noise = ((i * 37) % 10) / 10;
  return example([right ? 3 + noise : noise, noise, right ? noise : 2 + noise], right);
});

const anyExample = fc.record({
  values: fc.tuple(...Array.from({ length: 3 }, () => fc.double({ min: 0, max: 50, noNaN: true }))),
  right: fc.boolean(),
  weight: fc.double({ min: 0, max: 1, noNaN: true }),
});

describe("probability", () => {
  it("is a half where nothing speaks for or against", () => {
    expect(probability({ bias: 0, weights: [1] }, [0])).toBe(0.5);
  });

  it("rises with what speaks for and falls with what speaks against", () => {
    expect(probability(PRIOR, [2, 0, 0])).toBeGreaterThan(probability(PRIOR, [1, 0, 0]));
    expect(probability(PRIOR, [1, 0, 1])).toBeLessThan(probability(PRIOR, [1, 0, 0]));
  });

  it("stays within 0 and 1 for values that no one expects", () => {
    expect(probability(PRIOR, [1e9, 1e9, 0])).toBe(1);
    expect(probability(PRIOR, [0, 0, 1e9])).toBe(0);
  });
});

describe("fitLogistic", () => {
  it("learns a set that can be told apart", () => {
    const model = fitLogistic(SEPARABLE, PRIOR, how);
    for (const { values, right } of SEPARABLE) expect(probability(model, values) > 0.5).toBe(right);
  });

  it("learns a set that speaks against its prior", () => {
    const model = fitLogistic(SEPARABLE, { bias: 5, weights: [0, 3, 0] }, how);
    for (const { values, right } of SEPARABLE) expect(probability(model, values) > 0.5).toBe(right);
  });

  it("gives the prior without examples", () => {
    const model = fitLogistic([], PRIOR, how);
    expect(model.bias).toBeCloseTo(PRIOR.bias);
    model.weights.forEach((weight, i) => {
      expect(weight).toBeCloseTo(PRIOR.weights[i]);
    });
  });

  it("keeps the weight of a value that never occurs", () => {
    const model = fitLogistic(
      SEPARABLE.map(({ values, right }) => example([values[0], 0, values[2]], right)),
      PRIOR,
      how,
    );
    expect(model.weights[1]).toBeCloseTo(PRIOR.weights[1]);
  });

  it("stays nearer to a prior that it trusts more", () => {
    const [loose, strict] = [1, 10_000].map((trust) => fitLogistic(SEPARABLE, PRIOR, { positive: 2, trust }));
    const distance = ({ weights }: Logistic) => Math.hypot(...weights.map((weight, i) => weight - PRIOR.weights[i]));
    expect(distance(strict)).toBeLessThan(distance(loose));
  });

  it("hears nothing of an example that weighs nothing", () => {
    const lies = SEPARABLE.map(({ values, right }) => example([...Array.from(values)], !right, 0));
    const model = fitLogistic([...SEPARABLE, ...lies], PRIOR, how);
    for (const { values, right } of SEPARABLE) expect(probability(model, values) > 0.5).toBe(right);
  });

  it("keeps the signs of the weights, whatever it is shown", () => {
    fc.assert(
      fc.property(fc.array(anyExample, { maxLength: 30 }), (examples) => {
        const [first, second, last] = fitLogistic(examples, PRIOR, how).weights;
        expect(Math.min(first, second, -last)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it("gives numbers, whatever it is shown", () => {
    fc.assert(
      fc.property(fc.array(anyExample, { maxLength: 30 }), (examples) => {
        const { bias, weights } = fitLogistic(examples, PRIOR, how);
        for (const number of [bias, ...weights]) expect(Number.isFinite(number)).toBe(true);
      }),
    );
  });

  it("gives the same model for the same examples", () => {
    expect(fitLogistic(SEPARABLE, PRIOR, how)).toEqual(fitLogistic(SEPARABLE, PRIOR, how));
  });
});
