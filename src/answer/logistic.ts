/** A logistic model: the probability is 1 / (1 + exp(-(bias + weights · values))). */
export interface Logistic {
  readonly bias: number;
  readonly weights: readonly number[];
}

/** What a model learns from: `values` and whether they belong to a right match; `weight` 1 where every example counts alike. */
export interface Example {
  readonly values: ArrayLike<number>;
  readonly right: boolean;
  readonly weight: number;
}

/** The probability that a model gives, 0..1. */
export function probability({ bias, weights }: Logistic, values: ArrayLike<number>): number {
  let sum = bias;
  for (let i = 0; i < weights.length; i++) sum += weights[i] * values[i];
  return 1 / (1 + Math.exp(-sum));
}

/**
 * Fits a model by maximum a posteriori: log loss plus a Gaussian prior around `prior`, whose strength is that of `trust` examples;
 * the first `positive` weights stay at or above 0, the others at or below. Deterministic: projected gradient steps (Adam) from the prior.
 */
export function fitLogistic(
  examples: readonly Example[],
  prior: Logistic,
  { positive, trust }: { positive: number; trust: number },
): Logistic {
  const size = prior.weights.length;
  const scale = Array.from({ length: size }, (_, i) => deviation(examples, i));
  const start = [...prior.weights.map((weight, i) => weight * scale[i]), prior.bias];
  const at = [...start];
  const mean = at.map(() => 0);
  const square = at.map(() => 0);
  const total = examples.reduce((sum, { weight }) => sum + weight, trust);
  for (let step = 1; step <= 300; step++) {
    const gradient = at.map((value, i) => (trust * 0.05 * (value - start[i])) / total);
    for (const { values, right, weight } of examples) {
      let sum = at[size];
      for (let i = 0; i < size; i++) sum += (at[i] * values[i]) / scale[i];
      const error = ((1 / (1 + Math.exp(-sum)) - (right ? 1 : 0)) * weight) / total;
      for (let i = 0; i < size; i++) gradient[i] += (error * values[i]) / scale[i];
      gradient[size] += error;
    }
    for (let i = 0; i <= size; i++) {
      mean[i] = 0.9 * mean[i] + 0.1 * gradient[i];
      square[i] = 0.99 * square[i] + 0.01 * gradient[i] ** 2;
      const move = (0.05 * (mean[i] / (1 - 0.9 ** step))) / (Math.sqrt(square[i] / (1 - 0.99 ** step)) + 1e-9);
      at[i] -= move;
      if (i < size) at[i] = i < positive ? Math.max(0, at[i]) : Math.min(0, at[i]);
    }
  }
  return { bias: at[size], weights: at.slice(0, size).map((weight, i) => weight / scale[i]) };
}

function deviation(examples: readonly Example[], i: number): number {
  const squares = examples.reduce((sum, { values }) => sum + values[i] ** 2, 0);
  const mean = squares / Math.max(1, examples.length);
  // Values near the smallest numbers that there are can have a mean square of 0.
  return mean === 0 ? 1 : Math.sqrt(mean);
}
