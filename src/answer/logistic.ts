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

const STEPS = 300;

/**
 * Fits a model by maximum a posteriori: the examples' log loss plus `trust / 2` times the squared distance from `prior`, each weight
 * in units of its value's root mean square; the first `positive` weights stay at or above 0, the others at or below.
 * Deterministic: projected gradient steps (Kingma and Ba, "Adam", 2015) from the prior.
 */
export function fitLogistic(
  examples: readonly Example[],
  prior: Logistic,
  { positive, trust }: { positive: number; trust: number },
): Logistic {
  const size = prior.weights.length;
  const scale = Array.from({ length: size }, (_, i) => rootMeanSquare(examples, i));
  const start = Float64Array.from([...prior.weights.map((weight, i) => weight * scale[i]), prior.bias]);
  const at = start.slice();
  const rows = examples.map(({ values }) => Float64Array.from({ length: size }, (_, i) => values[i] / scale[i]));
  const [gradient, mean, square] = [new Float64Array(size + 1), new Float64Array(size + 1), new Float64Array(size + 1)];
  const total = examples.reduce((sum, { weight }) => sum + weight, trust);
  for (let step = 1; step <= STEPS; step++) {
    for (let i = 0; i <= size; i++) gradient[i] = (trust * (at[i] - start[i])) / total;
    for (let r = 0; r < rows.length; r++) {
      const row = rows[r];
      let sum = at[size];
      for (let i = 0; i < size; i++) sum += at[i] * row[i];
      const error = ((1 / (1 + Math.exp(-sum)) - (examples[r].right ? 1 : 0)) * examples[r].weight) / total;
      for (let i = 0; i < size; i++) gradient[i] += error * row[i];
      gradient[size] += error;
    }
    // Smaller and smaller steps end nearer to the best.
    const rate = 0.05 * (1 - step / (STEPS + 1));
    for (let i = 0; i <= size; i++) {
      mean[i] = 0.9 * mean[i] + 0.1 * gradient[i];
      square[i] = 0.99 * square[i] + 0.01 * gradient[i] ** 2;
      at[i] -= (rate * (mean[i] / (1 - 0.9 ** step))) / (Math.sqrt(square[i] / (1 - 0.99 ** step)) + 1e-9);
      if (i < size) at[i] = i < positive ? Math.max(0, at[i]) : Math.min(0, at[i]);
    }
  }
  return { bias: at[size], weights: Array.from(at.subarray(0, size), (weight, i) => weight / scale[i]) };
}

function rootMeanSquare(examples: readonly Example[], i: number): number {
  const squares = examples.reduce((sum, { values }) => sum + values[i] ** 2, 0);
  const mean = squares / Math.max(1, examples.length);
  // Values near the smallest numbers that there are can have a mean square of 0.
  return mean === 0 ? 1 : Math.sqrt(mean);
}
