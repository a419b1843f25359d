import { saturate } from "./bm25.js";
import type { Query } from "./query.js";
import type { SearchIndex } from "./search-index.js";
import { ASK, CONCEPT, STOP } from "./word-class.js";

/** Finds the entries that share words with a question: a rough score over the inverted index. Reused from question to question. */
export class Recall {
  private readonly scores: Float64Array;
  private readonly touched: Int32Array;

  constructor(private readonly index: SearchIndex) {
    this.scores = new Float64Array(index.entries.length);
    this.touched = new Int32Array(index.entries.length);
  }

  /** The numbers of up to `limit` entries, best first; equal scores in the order of the entries' ids. */
  find(query: Query, limit: number): number[] {
    const { postings, idfWhole, idfWordings, wholeLength, wordingsLength, averageWhole, averageWordings } = this.index;
    const units = query.units.filter(({ wordClass }) => wordClass !== STOP);
    const asking = units.filter(({ wordClass }) => wordClass === ASK);
    const meaningful = units.filter(({ wordClass }) => wordClass !== ASK);
    let count = 0;
    for (const { term, weight, wordClass } of meaningful.length > 0 ? meaningful : asking) {
      const share = wordClass === CONCEPT ? weight / 2 : weight;
      const [whole, wordings] = [idfWhole[term] * share, idfWordings[term] * share];
      for (let i = postings.from[term]; i < postings.from[term + 1]; i++) {
        const e = postings.entry[i];
        if (this.scores[e] === 0) this.touched[count++] = e;
        const inWordings = postings.inWordings[i];
        this.scores[e] +=
          whole * saturate(inWordings + postings.inAnswer[i], wholeLength[e], averageWhole) +
          (inWordings === 0 ? 0 : wordings * saturate(inWordings, wordingsLength[e], averageWordings));
      }
    }
    // A question word finds nothing by itself, but tells which of many entries about one thing are asked for.
    for (const { term, weight } of meaningful.length > 0 ? asking : []) {
      for (let i = postings.from[term]; i < postings.from[term + 1]; i++) {
        const e = postings.entry[i];
        if (this.scores[e] > 0 && postings.inWordings[i] > 0)
          this.scores[e] +=
            idfWordings[term] * weight * saturate(postings.inWordings[i], wordingsLength[e], averageWordings);
      }
    }
    const best = selectBest(this.touched.subarray(0, count), this.scores, limit);
    for (let i = 0; i < count; i++) this.scores[this.touched[i]] = 0;
    return best;
  }
}

/** The `limit` items of highest score in order, by a heap whose root is the worst that is kept. */
function selectBest(items: Int32Array, scores: Float64Array, limit: number): number[] {
  const heap: number[] = [];
  for (const item of items) {
    if (heap.length < limit) rise(heap, scores, heap.push(item) - 1);
    else if (isWorse(scores, heap[0], item)) {
      heap[0] = item;
      sink(heap, scores);
    }
  }
  return heap.sort((a, b) => (isWorse(scores, a, b) ? 1 : -1));
}

function isWorse(scores: Float64Array, a: number, b: number): boolean {
  return scores[a] < scores[b] || (scores[a] === scores[b] && a > b);
}

/** Lets an item rise to where none below it is worse. */
function rise(heap: number[], scores: Float64Array, from: number): void {
  for (let at = from; at > 0; ) {
    const parent = (at - 1) >> 1;
    if (!isWorse(scores, heap[at], heap[parent])) return;
    [heap[at], heap[parent]] = [heap[parent], heap[at]];
    at = parent;
  }
}

/** Lets the root sink to where none above it is worse. */
function sink(heap: number[], scores: Float64Array): void {
  for (let at = 0; ; ) {
    let least = at;
    for (let child = 2 * at + 1; child <= 2 * at + 2; child++)
      if (child < heap.length && isWorse(scores, heap[child], heap[least])) least = child;
    if (least === at) return;
    [heap[at], heap[least]] = [heap[least], heap[at]];
    at = least;
  }
}
