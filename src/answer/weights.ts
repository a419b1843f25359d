// Written by `npm run fit` from these sets (the first twelve digits of their SHA-256); change them, not this file.
//   askers.jsonl 39c9029b6d70
//   makerspace.json 0e2ec634fcaf
//   biblioteca.json ac8848c1cd21
//   stackfaq-dev.json d7d18972cd18
import type { Logistic } from "./logistic.js";

/** The weight of each feature of `FEATURES` in a candidate's score: never negative for what speaks for it, never positive for what speaks against it. */
export const RANKING: readonly number[] = [
  0.1186, // bm25Wordings
  0.4618, // bm25Whole
  0.5431, // bm25Content
  3.771, // diceBest
  2.9743, // softCoverage
  1.5918, // trigrams
  -3.805, // eventsMissing
  -4.1753, // aspectClash
  -4.6634, // unstated
];

/** What a confidence is calibrated from: the bias, and the weight of each value of `EVIDENCE`. */
export const CONFIDENCE: Logistic = {
  bias: -2.0891,
  weights: [
    0.1161, // margin
    0.0918, // score
    1.856, // odds
    1.2142, // softCoverage
    -3.7363, // uncoveredShare
    -1.9593, // unstatedNear
  ],
};
