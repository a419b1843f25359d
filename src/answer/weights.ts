// Written by `npm run fit` from these sets (the first twelve digits of their SHA-256); change them, not this file.
//   askers.jsonl 39c9029b6d70
//   near-misses.jsonl 1537e944d9e5
//   learnt-from.jsonl cfbf6ce3a037
//   makerspace.json 0e2ec634fcaf
//   biblioteca.json ac8848c1cd21
//   stackfaq-dev.json d7d18972cd18
import type { Logistic } from "./logistic.js";

/** The weight of each feature of `FEATURES` in a candidate's score: never negative for what speaks for it, never positive for what speaks against it. */
export const RANKING: readonly number[] = [
  0.0995, // bm25Wordings
  0.4797, // bm25Whole
  0.5493, // bm25Content
  3.7593, // diceBest
  3.1235, // softCoverage
  1.8699, // trigrams
  -5.2533, // eventsMissing
  -4.0528, // aspectClash
  -5.7322, // unstated
  -0.2751, // joined
];

/** What a confidence is calibrated from: the bias, and the weight of each value of `EVIDENCE`. */
export const CONFIDENCE: Logistic = {
  bias: -2.0626,
  weights: [
    0.1374, // margin
    0.0946, // score
    1.569, // odds
    1.2871, // softCoverage
    -3.7829, // uncoveredShare
    -3.0935, // unstatedNear
  ],
};
