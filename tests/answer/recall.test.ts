import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { saturate } from "../../src/answer/bm25.js";
import { type Query, toQuery } from "../../src/answer/query.js";
import { Recall } from "../../src/answer/recall.js";
import { buildIndex, type SearchIndex } from "../../src/answer/search-index.js";
import { wordsOf } from "../../src/answer/text.js";
import { ASK, CONCEPT, STOP } from "../../src/answer/word-class.js";
import { knowledgeOf } from "./support.js";
import { village } from "./village.js";

const index = buildIndex(village, "en");
const recall = new Recall(index);
const queryOf = (question: string, of = index) => toQuery(of, of.lexicon.look(wordsOf(question)));

const WORDS = [..."who when how the of a in please lighthouse lamp keeper bakery bread flour chess club".split(" ")];
const question = fc
  .array(fc.constantFrom(...WORDS, "tournament", "2011", "2014", "oduya", "kestrel", "point", "beacon", "lihgthouse"))
  .map((words) => words.join(" "));

describe("Recall", () => {
  it("agrees with scoring every entry one by one", () => {
    fc.assert(
      fc.property(question, fc.integer({ min: 1, max: 20 }), (text, limit) => {
        const query = queryOf(text);
        expect(recall.find(query, limit)).toEqual(naive(index, query).slice(0, limit));
      }),
      { numRuns: 1000 },
    );
  });

  it("keeps nothing of the question before", () => {
    fc.assert(
      fc.property(question, question, (one, other) => {
        const alone = recall.find(queryOf(one), 20);
        recall.find(queryOf(other), 20);
        expect(recall.find(queryOf(one), 20)).toEqual(alone);
      }),
    );
  });

  it("finds fewer by taking from the end: a smaller limit gives the same beginning", () => {
    fc.assert(
      fc.property(question, fc.integer({ min: 0, max: 20 }), (text, limit) => {
        const query = queryOf(text);
        expect(recall.find(query, limit)).toEqual(recall.find(query, 20).slice(0, limit));
      }),
    );
  });

  it("puts equal entries in the order of their ids", () => {
    const ids = ["d", "b", "e", "a", "c"];
    const twins = buildIndex(
      knowledgeOf({ entries: ids.map((id) => ({ id, question: "Who rings the bell?" })) }),
      "en",
    );
    const found = new Recall(twins).find(queryOf("the bell", twins), 4);
    expect(found.map((e) => twins.entries[e].id)).toEqual(["a", "b", "c", "d"]);
  });

  it("finds nothing for words that no entry has", () => {
    expect(recall.find(queryOf("volcano glacier"), 20)).toEqual([]);
  });

  it("finds nothing for words without meaning of their own", () => {
    expect(recall.find(queryOf("is it of the"), 20)).toEqual([]);
  });

  it("puts what is asked for first among entries about one thing", () => {
    const about = (id: string, question: string) => ({ id, question });
    const fair = buildIndex(
      knowledgeOf({
        entries: [
          about("a", "What was the old fair?"),
          about("b", "Who opened the old fair?"),
          about("c", "When was the old fair?"),
        ],
      }),
      "en",
    );
    const found = new Recall(fair).find(queryOf("when did they hold the old fair", fair), 1);
    expect(found.map((e) => fair.entries[e].id)).toEqual(["c"]);
  });

  it("finds entries by a question word only where the question has nothing else", () => {
    const idsFor = (text: string) => recall.find(queryOf(text), 20).map((e) => index.entries[e].id);
    expect(idsFor("where?")).toEqual(expect.arrayContaining(["bakery-flour", "chess-where"]));
    expect(idsFor("where is the lamp?")).toEqual(["lighthouse-lamp"]);
  });
});

/** The numbers of all entries that score, best first, found by walking every wording and every posting. */
function naive(of: SearchIndex, query: Query): number[] {
  const withMeaning = query.units.filter(({ wordClass }) => wordClass !== STOP && wordClass !== ASK);
  const units = withMeaning.length > 0 ? withMeaning : query.units.filter(({ wordClass }) => wordClass !== STOP);
  const scores = of.entries.map((_, e) => {
    let score = 0;
    for (const { term, weight, wordClass } of units) {
      const share = wordClass === CONCEPT ? weight / 2 : weight;
      const inWordings = count(of.wordings, of.wordingFrom[e], of.wordingFrom[e + 1], term);
      const all = inWordings + inAnswer(of, e, term);
      score +=
        of.idfWhole[term] * share * saturate(all, of.wholeLength[e], of.averageWhole) +
        of.idfWordings[term] * share * saturate(inWordings, of.wordingsLength[e], of.averageWordings);
    }
    if (score === 0 || withMeaning.length === 0) return score;
    for (const { term, weight, wordClass } of query.units) {
      const inWordings = count(of.wordings, of.wordingFrom[e], of.wordingFrom[e + 1], term);
      if (wordClass === ASK)
        score += of.idfWordings[term] * weight * saturate(inWordings, of.wordingsLength[e], of.averageWordings);
    }
    return score;
  });
  return [...scores.keys()].filter((e) => scores[e] > 0).sort((a, b) => scores[b] - scores[a] || a - b);
}

function inAnswer({ postings }: SearchIndex, e: number, term: number): number {
  const [from, end] = [postings.from[term], postings.from[term + 1]];
  const at = postings.entry.subarray(from, end).indexOf(e);
  return at < 0 ? 0 : postings.inAnswer[from + at];
}

function count(rows: SearchIndex["wordings"], first: number, end: number, term: number): number {
  return rows.items.subarray(rows.from[first], rows.from[end]).filter((each) => each === term).length;
}
