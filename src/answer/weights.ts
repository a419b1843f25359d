// Written by `npm run fit` from these sets (the first twelve digits of their SHA-256); change them, not this file.
//   askers.jsonl 39c9029b6d70
//   stackfaq-dev.json d7d18972cd18
import type { Logistic } from "./logistic.js";

/** The weight of each feature of `FEATURES` in a candidate's score: never negative for what speaks for it, never positive for what speaks against it. */
export const RANKING: readonly number[] = [
  0.2306, // bm25Whole
  0.2387, // bm25Wordings
  4.9774, // diceBest
  0.0225, // bm25Best
  0.6384, // trigramsWhole
  2.9405, // softCoverage
  0.2397, // bm25Content
  2.6685, // trigramsBest
  -1.6834, // namesMissing
  -0.3708, // eventsMissing
  -2.1911, // aspectClash
  0, // unstated
];

/** What a confidence is calibrated from: the bias, and the weight of each value of `EVIDENCE`. */
export const CONFIDENCE: Logistic = {
  bias: -2.7463,
  weights: [
    0.2978, // margin
    0.1285, // score
    2.1245, // softCoverage
    0.7571, // dice
    0, // trigrams
    0, // uncovered
    -2.3372, // uncoveredShare
    -0.0124, // scattered
    -0.201, // onlyInAnswer
    0, // namesMissing
    -0.2932, // eventsMissing
    -0.4824, // aspectClash
    0, // unstated
    -0.5408, // unstatedNear
  ],
};
