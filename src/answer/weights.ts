// Written by `npm run fit` from these sets (the first twelve digits of their SHA-256); change them, not this file.
//   askers.jsonl 39c9029b6d70
//   stackfaq-dev.json d7d18972cd18
import type { Logistic } from "./logistic.js";

/** The weight of each feature of `FEATURES` in a candidate's score: never negative for what speaks for it, never positive for what speaks against it. */
export const RANKING: readonly number[] = [
  0.1988, // bm25Whole
  0.2534, // bm25Wordings
  4.9485, // diceBest
  0.008, // bm25Best
  0.9457, // trigramsWhole
  3.1187, // softCoverage
  0.2592, // bm25Content
  2.5343, // trigramsBest
  -1.7078, // namesMissing
  -0.8141, // eventsMissing
  -4.0385, // aspectClash
  -4.3926, // unstated
];

/** What a confidence is calibrated from: the bias, and the weight of each value of `EVIDENCE`. */
export const CONFIDENCE: Logistic = {
  bias: -2.7351,
  weights: [
    0.2622, // margin
    0.1207, // score
    1.8048, // softCoverage
    1.2228, // dice
    0, // trigrams
    0, // uncovered
    -2.5936, // uncoveredShare
    0, // scattered
    -0.1693, // onlyInAnswer
    0, // namesMissing
    -1.1776, // eventsMissing
    0, // aspectClash
    0, // unstated
    -2.132, // unstatedNear
  ],
};
