// Written by `npm run fit` from these sets (the first twelve digits of their SHA-256); change them, not this file.
//   askers.jsonl 39c9029b6d70
//   makerspace.json 0e2ec634fcaf
//   biblioteca.json ac8848c1cd21
//   stackfaq-dev.json d7d18972cd18
import type { Logistic } from "./logistic.js";

/** The weight of each feature of `FEATURES` in a candidate's score: never negative for what speaks for it, never positive for what speaks against it. */
export const RANKING: readonly number[] = [
  0.1187, // bm25Wordings
  0.4619, // bm25Whole
  0.5431, // bm25Content
  3.7718, // diceBest
  2.9747, // softCoverage
  1.5897, // trigrams
  -3.7924, // eventsMissing
  -4.1795, // aspectClash
  -4.6657, // unstated
];

/** What a confidence is calibrated from: the bias, and the weight of each value of `EVIDENCE`. */
export const CONFIDENCE: Logistic = {
  bias: -2.0929,
  weights: [
    0.1171, // margin
    0.0896, // score
    1.8924, // odds
    1.2147, // softCoverage
    -3.7544, // uncoveredShare
    -6.8402, // eventsMissing
    -1.9729, // unstatedNear
  ],
};
