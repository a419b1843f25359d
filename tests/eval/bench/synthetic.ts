import type { Asked, BenchFiles } from "../bench-sets.js";
import { withTypos } from "./ranking.js";

/** The distinct words that everything is drawn from, the most frequent first. */
const DISTINCT_WORDS = 20_000;
/** English words that hold sentences together: about four of ten words drawn, as in English. */
const FUNCTION_WORDS =
  "the of to and a in is how do what for on with i it can that my be from as when why are by not at this or does an which if was you where about there have its into will no than has their".split(
    " ",
  );
const ONSETS = "b br c ch cl d dr f fl g gr h j k l m n p pl pr qu r s sh st t tr v w z".split(" ");
const VOWELS = "a e i o u ai ea ou".split(" ");
const CODAS = ["", "", "n", "r", "l", "m", "s", "t", "nd", "rk"];

/** A made-up entry's texts: `{ id: "e-7", question: "how the brou …?", also: […, …], answer: "…" }`. */
export interface SyntheticEntry {
  readonly id: string;
  readonly question: string;
  readonly also: readonly string[];
  readonly answer: string;
}

/**
 * A folder of so many made-up entries, the same ones every time, and questions to ask of it: words drawn by Zipf's law, 8 to 12 in a question, 30
 * to 60 in an answer that takes up some of the question's, two other wordings; asked are the questions with one word dropped, two swapped and
 * up to two typos. The source is a record alone, so that Footnote's passages add nothing that its peers have no part in.
 */
export function syntheticFolder(count: number, questions: number, seed = 1): BenchFiles {
  const random = randomOf(seed);
  const draw = zipfOf(vocabularyOf(random), random);
  const entries = Array.from({ length: count }, (_, i) => entryOf(i, draw, random));
  const asked = Array.from({ length: questions }, (): Asked => {
    const { id, question } = entries[below(count, random)];
    return { text: withTypos(reworded(question, random), below(3, random)), relevant: [id] };
  });
  const written = entries.map(({ id, question, also, answer }) => ({
    id,
    question,
    also,
    answer: [{ text: answer, cites: [{ source: "set", paragraph: 0 }] }],
  }));
  const files = new Map([
    ["knowledge.yaml", '{ "title": "Made-up entries" }'],
    ["sources/set.md", "---\ntitle: A set\npublisher: nobody\nlanguage: en\nrights: none\n---\n"],
    ["entries/set.json", JSON.stringify(written)],
  ]);
  return { files, asked, unanswerable: [] };
}

type Random = () => number;

function entryOf(i: number, draw: () => string, random: Random): SyntheticEntry {
  const words = drawn(8 + below(5, random), draw);
  const also = [0, 1].map(() => [...some(words, 0.5, random), ...drawn(4 + below(3, random), draw)].join(" "));
  const answer = [...some(words, 0.4, random), ...drawn(28 + below(28, random), draw)];
  return { id: `e-${i}`, question: `${words.join(" ")}?`, also, answer: `${answer.join(" ")}.` };
}

function reworded(question: string, random: Random): string {
  const words = question.replace("?", "").split(" ");
  words.splice(below(words.length, random), 1);
  const at = below(words.length - 1, random);
  [words[at], words[at + 1]] = [words[at + 1], words[at]];
  return words.join(" ");
}

function drawn(count: number, draw: () => string): string[] {
  return Array.from({ length: count }, draw);
}

function some(words: readonly string[], chance: number, random: Random): string[] {
  return words.filter(() => random() < chance);
}

function vocabularyOf(random: Random): string[] {
  const words = new Set(FUNCTION_WORDS);
  while (words.size < DISTINCT_WORDS) {
    const syllables = 2 + below(3, random);
    words.add(Array.from({ length: syllables }, () => syllable(random)).join(""));
  }
  return [...words];
}

function syllable(random: Random): string {
  return [ONSETS, VOWELS, CODAS].map((parts) => parts[below(parts.length, random)]).join("");
}

/** Draws the n-th word with a chance in proportion to 1/n. */
function zipfOf(words: readonly string[], random: Random): () => string {
  const sums = new Float64Array(words.length);
  let sum = 0;
  for (let i = 0; i < words.length; i++) {
    sum += 1 / (i + 1);
    sums[i] = sum;
  }
  return () => {
    const wanted = random() * sum;
    let low = 0;
    let high = words.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle] < wanted) low = middle + 1;
      else high = middle;
    }
    return words[low];
  };
}

function below(limit: number, random: Random): number {
  return Math.floor(random() * limit);
}

/** Marsaglia's xorshift with 32 bits (Journal of Statistical Software 8(14), 2003): 0 up to 1, the same for the same seed. */
function randomOf(seed: number): Random {
  let state = (seed * 0x9e3779b9) >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 2 ** 32;
  };
}
