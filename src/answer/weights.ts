// Written by `npm run fit` from these sets (the first twelve digits of their SHA-256); change them, not this file.
//   askers.jsonl 39c9029b6d70
//   makerspace.json 0e2ec634fcaf
//   biblioteca.json ac8848c1cd21
//   stackfaq-dev.json d7d18972cd18
import type { Logistic } from "./logistic.js";

/** The weight of each feature of `FEATURES` in a candidate's score: never negative for what speaks for it, never positive for what speaks against it. */
export const RANKING: readonly number[] = [
  0.117, // bm25Wordings
  0.4731, // bm25Whole
  0.5452, // bm25Content
  3.7404, // diceBest
  3.017, // softCoverage
  1.4004, // trigrams
  -3.8262, // eventsMissing
  -4.4475, // aspectClash
  -4.6966, // unstated
];

/** What a confidence is calibrated from: the bias, and the weight of each value of `EVIDENCE`. */
export const CONFIDENCE: Logistic = {
  bias: -2.1045,
  weights: [
    0.1138, // margin
    0.0924, // score
    1.8511, // odds
    1.2604, // softCoverage
    -3.7356, // uncoveredShare
    -2.9069, // unstatedNear
  ],
};
