import type { Rows } from "./rows.js";
import { STOP } from "./word-class.js";

/** Where terms occur: entries by term, in rising order, with the number of occurrences in wordings and in the answer (up to 255). */
export interface Postings {
  readonly from: Int32Array;
  readonly entry: Int32Array;
  readonly inWordings: Uint8Array;
  readonly inAnswer: Uint8Array;
}

/** The texts of entries as terms: entry to its wordings, wordings to terms, entry to the terms of its answer and the concepts that it is about. */
interface EntryRows {
  readonly wordingFrom: Int32Array;
  readonly wordings: Rows;
  readonly answers: Rows;
}

/** Builds the postings of all terms but stop words, and how rare each term is. */
export function buildPostings(count: number, classes: Uint8Array, rows: EntryRows) {
  const { frequency, inWordingsOf } = countEntries(count, classes.length, rows);
  const from = new Int32Array(classes.length + 1);
  for (let term = 0; term < classes.length; term++)
    from[term + 1] = from[term] + (classes[term] === STOP ? 0 : frequency[term]);
  const total = from[classes.length];
  const postings = {
    from,
    entry: new Int32Array(total),
    inWordings: new Uint8Array(total),
    inAnswer: new Uint8Array(total),
  };
  const end = from.slice();
  const add = (term: number, e: number, counts: Uint8Array) => {
    if (classes[term] === STOP) return;
    const isNew = end[term] === from[term] || postings.entry[end[term] - 1] !== e;
    const i = isNew ? end[term]++ : end[term] - 1;
    postings.entry[i] = e;
    if (counts[i] < 255) counts[i]++;
  };
  for (let e = 0; e < count; e++) {
    const { wordings, own, answers, answer } = placesOf(rows, e);
    for (let i = own.from; i < own.to; i++) add(wordings[i], e, postings.inWordings);
    for (let i = answer.from; i < answer.to; i++) add(answers[i], e, postings.inAnswer);
  }
  const idf = (documents: Int32Array) =>
    Float32Array.from(documents, (n) => Math.log(1 + (count - Math.min(n, count) + 0.5) / (n + 0.5)));
  return { postings, frequency, idfWhole: idf(frequency), idfWordings: idf(inWordingsOf) };
}

/** In how many entries each term occurs, and in how many entries' wordings. */
function countEntries(count: number, terms: number, rows: EntryRows) {
  const frequency = new Int32Array(terms);
  const inWordingsOf = new Int32Array(terms);
  const lastIn = new Int32Array(terms).fill(-1);
  for (let e = 0; e < count; e++) {
    const { wordings, own, answers, answer } = placesOf(rows, e);
    for (let i = own.from; i < own.to; i++) {
      const term = wordings[i];
      if (lastIn[term] === e) continue;
      lastIn[term] = e;
      frequency[term]++;
      inWordingsOf[term]++;
    }
    for (let i = answer.from; i < answer.to; i++) {
      const term = answers[i];
      if (lastIn[term] === e) continue;
      lastIn[term] = e;
      frequency[term]++;
    }
  }
  return { frequency, inWordingsOf };
}

/** Where an entry's terms lie: those of all its wordings, and those of its answer. */
function placesOf({ wordingFrom, wordings, answers }: EntryRows, e: number) {
  return {
    wordings: wordings.items,
    own: { from: wordings.from[wordingFrom[e]], to: wordings.from[wordingFrom[e + 1]] },
    answers: answers.items,
    answer: { from: answers.from[e], to: answers.from[e + 1] },
  };
}
