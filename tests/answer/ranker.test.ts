import { describe, expect, it } from "vitest";
import { FEATURES } from "../../src/answer/match.js";
import { toQuery } from "../../src/answer/query.js";
import { CANDIDATES, type LeftOut, Ranker } from "../../src/answer/ranker.js";
import { buildIndex } from "../../src/answer/search-index.js";
import { wordsOf } from "../../src/answer/text.js";
import { RANKING } from "../../src/answer/weights.js";
import { knowledgeOf } from "./support.js";
import { village } from "./village.js";

/** Ranks an English knowledge; with weights of 0 everything is equal but the very wording. */
function rankerOf(knowledge = village, weights = RANKING) {
  const index = buildIndex(knowledge, "en");
  const ranker = new Ranker(index, weights);
  const rank = (question: string, leftOut?: LeftOut) =>
    ranker.rank(toQuery(index, index.lexicon.look(wordsOf(question))), leftOut);
  const order = (question: string, leftOut?: LeftOut) =>
    rank(question, leftOut).map(({ entry }) => index.entries[entry].id);
  return { index, rank, order };
}

const { index, rank, order } = rankerOf();
const numberOf = (id: string) => index.entries.findIndex((entry) => entry.id === id);

describe("the order of the village's entries", () => {
  it("for a question about who designed what", () => {
    expect(order("who designed the lighthouse").slice(0, 3)).toEqual([
      // Has all words, in a wording that has no others but the place.
      "lighthouse-designer",
      // Has the lighthouse, and asks for a person too.
      "lighthouse-keeper",
      // Has the lighthouse in three short wordings, and asks for a number.
      "lighthouse-height",
    ]);
  });

  it("for a question about a place", () => {
    expect(order("Where does the chess club meet?").slice(0, 3)).toEqual([
      // Is the very question.
      "chess-where",
      // Has the club in both wordings and in the answer.
      "chess-founded",
      // Has the club in longer wordings, and not in the answer.
      "chess-fee",
    ]);
  });

  it("for a question about one year", () => {
    const ranked = order("who won the chess tournament in 2014");
    // Has the year.
    expect(ranked[0]).toBe("chess-winner-2014");
    // Is the same question about another tournament: behind all that contradict nothing.
    expect(ranked.at(-1)).toBe("chess-winner-2011");
  });

  it("for the same question about the other year", () => {
    expect(order("who won the tournament in 2011")).toEqual([
      // Has the year.
      "chess-winner-2011",
      // Is the same question about another year; no other entry has a tournament.
      "chess-winner-2014",
    ]);
  });

  it("for a question about opening hours", () => {
    expect(order("when is the lighthouse open").slice(0, 2)).toEqual([
      // Has both words with meaning.
      "lighthouse-visit",
      // Is open too, but is no lighthouse.
      "bakery-opened",
    ]);
  });

  it("for a verb that two entries have", () => {
    expect(order("when did the bakery open")[0]).toBe(
      // The lighthouse opens as well, but the bakery is named.
      "bakery-opened",
    );
  });

  it("for keywords of another wording", () => {
    expect(order("beacon height")[0]).toBe(
      // "Beacon" stands for the lighthouse in words.yaml, and only this entry has a height.
      "lighthouse-height",
    );
  });

  it("for a name that only an answer has", () => {
    expect(order("what did Marta Oduya design")).toEqual([
      // Names her in its answer; nobody else does.
      "lighthouse-designer",
    ]);
  });

  it("for a word that few entries have, among words that many have", () => {
    expect(order("where do the chess players meet").slice(0, 2)).toEqual([
      // Has the players, who are in no other entry.
      "chess-where",
      // Has the chess club only.
      "chess-founded",
    ]);
  });

  it("for what the sources do not say", () => {
    expect(order("secret rye bread recipe")).toEqual([
      // Says that it is not stated, and has all words.
      "bakery-recipe",
      // Has the bread, and the rye in its answer.
      "bakery-bread",
    ]);
  });

  it("for a mistyped question", () => {
    expect(order("how tal is teh lighthuose")[0]).toBe(
      // Has all words once they are repaired.
      "lighthouse-height",
    );
  });

  it("for words in another order", () => {
    expect(order("the bakery, who owns it")[0]).toBe(
      // Has all words.
      "bakery-owner",
    );
  });

  it("for a chatty question", () => {
    expect(order("hey guys, just wondering, can anyone please tell me where the bakery gets its flour lol")[0]).toBe(
      // Has the flour; the words of conversation count little.
      "bakery-flour",
    );
  });
});

describe("Ranker", () => {
  const nothing = RANKING.map(() => 0);
  const bell = (id: string) => ({ id, question: "Who rings the bell?", answer: `Ringer ${id}.` });

  it("gives nothing for words that no entry has", () => {
    expect(order("volcano glacier")).toEqual([]);
  });

  it("gives nothing without entries", () => {
    expect(rankerOf(knowledgeOf({ entries: [] })).order("who rings the bell")).toEqual([]);
  });

  it("puts the very wording first, whatever the weights", () => {
    const weightless = rankerOf(village, nothing);
    for (const entry of village.entries) expect(weightless.order(entry.texts.en.question)[0]).toBe(entry.id);
  });

  it("tells questions that have the same words by their order", () => {
    const pair = ["did the baker thank the keeper", "did the keeper thank the baker"];
    const { order: inOrder } = rankerOf(
      knowledgeOf({ entries: pair.map((question, i) => ({ id: `e${i}`, question })) }),
    );
    expect(pair.map((question) => inOrder(question)[0])).toEqual(["e0", "e1"]);
  });

  it("puts equal entries in the order of their ids", () => {
    const twins = rankerOf(knowledgeOf({ entries: ["c", "a", "b"].map(bell) }), nothing);
    expect(twins.order("the bell")).toEqual(["a", "b", "c"]);
  });

  it("compares no more entries than it says", () => {
    const many = Array.from({ length: 3 * CANDIDATES }, (_, i) => bell(`ringer-${i}`));
    expect(rankerOf(knowledgeOf({ entries: many })).rank("the bell")).toHaveLength(CANDIDATES);
  });

  it("scores by the weighted sum of the features", () => {
    for (const { values, score } of rank("who owns the bakery")) {
      expect(score).toBeCloseTo(values.reduce((sum, value, i) => sum + value * RANKING[i], 0));
      expect(values).toHaveLength(FEATURES.length);
    }
  });

  it("gives the same order after other questions", () => {
    const before = rank("who owns the bakery");
    rank("when was the Kestrel Point lighthouse built, and by whom?");
    expect(rank("who owns the bakery")).toEqual(before);
  });

  it("leaves entries out that calibration leaves out", () => {
    const out = numberOf("bakery-owner");
    expect(order("who owns the bakery", { entries: (entry) => entry === out })).not.toContain("bakery-owner");
  });

  it("ranks an entry lower without the wording that was asked", () => {
    const question = village.entryById.get("bakery-owner")?.texts.en.question ?? "";
    const own = numberOf("bakery-owner");
    const scoreOf = (leftOut: LeftOut) => rank(question, leftOut).find(({ entry }) => entry === own);
    const without = scoreOf({ wording: index.wordingFrom[own] });
    expect(without?.isExact).toBe(false);
    expect(without?.score).toBeLessThan(scoreOf({})?.score ?? 0);
  });

  it("says by unit where an entry has the words of the question", () => {
    const query = toQuery(index, index.lexicon.look(wordsOf("oduya lighthouse bread")));
    const found = new Ranker(index, RANKING).rank(query).find(({ entry }) => entry === numberOf("lighthouse-designer"));
    const hitsOf = (typed: string) => found?.hits[query.units.findIndex((unit) => unit.typed === typed)];
    expect([hitsOf("lighthouse"), hitsOf("oduya"), hitsOf("bread")]).toEqual([2, 1, 0]);
  });
});
