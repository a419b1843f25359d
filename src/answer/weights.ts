// Written by `npm run fit` from these sets (the first twelve digits of their SHA-256); change them, not this file.
//   askers.jsonl 39c9029b6d70
//   stackfaq-dev.json d7d18972cd18
import type { Logistic } from "./logistic.js";

/** The weight of each feature of `FEATURES` in a candidate's score: never negative for what speaks for it, never positive for what speaks against it. */
export const RANKING: readonly number[] = [
  0.2002, // bm25Whole
  0.2404, // bm25Wordings
  4.951, // diceBest
  0.0276, // bm25Best
  0.9255, // trigramsWhole
  3.026, // softCoverage
  0.2574, // bm25Content
  2.5582, // trigramsBest
  -1.955, // namesMissing
  -2.9597, // eventsMissing
  -3.8472, // aspectClash
  -4.5878, // unstated
  -0.525, // joined
];

/** What a confidence is calibrated from: the bias, and the weight of each value of `EVIDENCE`. */
export const CONFIDENCE: Logistic = {
  bias: -2.7664,
  weights: [
    0.259, // margin
    0.1222, // score
    1.6435, // softCoverage
    1.3679, // dice
    0, // trigrams
    0, // uncovered
    -2.3923, // uncoveredShare
    -0.0125, // scattered
    -0.1508, // onlyInAnswer
    0, // namesMissing
    -8.71, // eventsMissing
    0, // aspectClash
    0, // unstated
    -1.5557, // unstatedNear
  ],
};
