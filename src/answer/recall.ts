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
  const worse = (a: number, b: number) => scores[a] < scores[b] || (scores[a] === scores[b] && a > b);
  const heap: number[] = [];
  const sink = () => {
    for (let at = 0; ; ) {
      let least = at;
      for (const child of [2 * at + 1, 2 * at + 2])
        if (child < heap.length && worse(heap[child], heap[least])) least = child;
      if (least === at) return;
      [heap[at], heap[least]] = [heap[least], heap[at]];
      at = least;
    }
  };
  for (const item of items) {
    if (heap.length < limit) {
      let at = heap.push(item) - 1;
      while (at > 0 && worse(heap[at], heap[(at - 1) >> 1])) {
        const parent = (at - 1) >> 1;
        [heap[at], heap[parent]] = [heap[parent], heap[at]];
        at = parent;
      }
    } else if (worse(heap[0], item)) {
      heap[0] = item;
      sink();
    }
  }
  return heap.sort((a, b) => (worse(a, b) ? 1 : -1));
}
