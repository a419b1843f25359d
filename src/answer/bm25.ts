/** Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009); the values that public question sets favour. */
const K1 = 1.2;
const B = 0.75;

/** The saturated weight of a term that occurs `count` times in a text of `length` words: 0 for none, towards 2.2 for many. */
export function saturate(count: number, length: number, averageLength: number): number {
  return (count * (K1 + 1)) / (count + K1 * (1 - B + (B * length) / averageLength));
}
