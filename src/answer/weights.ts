// Written by `npm run fit` from these sets (the first twelve digits of their SHA-256); change them, not this file.
//   askers.jsonl 39c9029b6d70
//   makerspace.json 0e2ec634fcaf
//   biblioteca.json ac8848c1cd21
//   stackfaq-dev.json d7d18972cd18
import type { Logistic } from "./logistic.js";

/** The weight of each feature of `FEATURES` in a candidate's score: never negative for what speaks for it, never positive for what speaks against it. */
export const RANKING: readonly number[] = [
  0.1487, // bm25Wordings
  0.4246, // bm25Whole
  0.5293, // bm25Content
  3.8977, // diceBest
  2.806, // softCoverage
  0.8385, // trigramsBest
  1.9347, // trigramsWhole
  -3.6448, // eventsMissing
  -4.0077, // aspectClash
  -4.6663, // unstated
];

/** What a confidence is calibrated from: the bias, and the weight of each value of `EVIDENCE`. */
export const CONFIDENCE: Logistic = {
  bias: -2.0846,
  weights: [
    0.1104, // margin
    0.0865, // score
    1.9139, // odds
    1.2568, // softCoverage
    0, // dice
    -3.75, // uncoveredShare
    0, // onlyInAnswer
    -6.9913, // eventsMissing
    -2.2373, // unstatedNear
  ],
};
