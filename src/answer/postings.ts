import { STOP } from "./lexicon.js";
import type { Rows } from "./rows.js";

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
export function buildPostings(count: number, classes: Uint8Array, { wordingFrom, wordings, answers }: EntryRows) {
  const frequency = new Int32Array(classes.length);
  const inWordingsOf = new Int32Array(classes.length);
  const tally = new Tally(classes.length);
  const eachEntry = (visit: (e: number, term: number) => void) => {
    for (let e = 0; e < count; e++) {
      for (let i = wordings.from[wordingFrom[e]]; i < wordings.from[wordingFrom[e + 1]]; i++)
        tally.add(wordings.items[i], true);
      for (let i = answers.from[e]; i < answers.from[e + 1]; i++) tally.add(answers.items[i], false);
      for (const term of tally.touched) visit(e, term);
      tally.clear();
    }
  };
  eachEntry((_, term) => {
    frequency[term]++;
    if (tally.inWordings[term] > 0) inWordingsOf[term]++;
  });
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
  const at = from.slice();
  eachEntry((e, term) => {
    if (classes[term] === STOP) return;
    const i = at[term]++;
    postings.entry[i] = e;
    postings.inWordings[i] = Math.min(255, tally.inWordings[term]);
    postings.inAnswer[i] = Math.min(255, tally.inAnswer[term]);
  });
  const idf = (documents: Int32Array) =>
    Float32Array.from(documents, (n) => Math.log(1 + (count - Math.min(n, count) + 0.5) / (n + 0.5)));
  return { postings, frequency, idfWhole: idf(frequency), idfWordings: idf(inWordingsOf) };
}

/** Counts terms of one entry at a time without clearing whole arrays. */
class Tally {
  readonly inWordings: Int32Array;
  readonly inAnswer: Int32Array;
  readonly touched: number[] = [];
  constructor(terms: number) {
    this.inWordings = new Int32Array(terms);
    this.inAnswer = new Int32Array(terms);
  }
  add(term: number, inWording: boolean): void {
    if (this.inWordings[term] === 0 && this.inAnswer[term] === 0) this.touched.push(term);
    if (inWording) this.inWordings[term]++;
    else this.inAnswer[term]++;
  }
  clear(): void {
    for (const term of this.touched) {
      this.inWordings[term] = 0;
      this.inAnswer[term] = 0;
    }
    this.touched.length = 0;
  }
}
