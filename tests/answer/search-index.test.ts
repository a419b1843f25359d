import { describe, expect, it } from "vitest";
import { buildIndex, type SearchIndex } from "../../src/answer/search-index.js";
import { wordsOf } from "../../src/answer/text.js";
import { CONCEPT, STOP } from "../../src/answer/word-class.js";
import { textsOf } from "../../src/knowledge/model.js";
import { knowledgeOf } from "./support.js";
import { village } from "./village.js";

const english = buildIndex(village, "en");
const spanish = buildIndex(village, "es");
const termOf = (index: SearchIndex, word: string) => index.lexicon.encode(wordsOf(word))[0];

/** The ids of the entries in which a term occurs, as the postings say. */
function postedIn(index: SearchIndex, term: number): string[] {
  const { from, entry } = index.postings;
  return [...entry.subarray(from[term], from[term + 1])].map((e) => index.entries[e].id);
}

/** How often the words of an entry's texts are a term, counted text by text. */
function countIn(index: SearchIndex, e: number, term: number) {
  const { question, also, answer } = textsOf(index.entries[e], index.language, "en");
  const count = (texts: readonly string[]) =>
    texts.flatMap((text) => index.lexicon.encode(wordsOf(text))).filter((each) => each === term).length;
  return { inWordings: count([question, ...also]), inAnswer: count(answer) };
}

describe("postings", () => {
  it.each([english, spanish])("agree with a count of every word in every text, language $language", (index) => {
    const { from, entry, inWordings, inAnswer } = index.postings;
    const years = new Set(["1874", "1902", "1955", "2011", "2014"].map((year) => termOf(index, year)));
    for (let term = 0; term < index.classes.length; term++) {
      if (index.classes[term] === CONCEPT || index.classes[term] === STOP || years.has(term)) continue;
      const posted = new Map<number, object>();
      for (let i = from[term]; i < from[term + 1]; i++) {
        posted.set(entry[i], { inWordings: inWordings[i], inAnswer: inAnswer[i] });
      }
      index.entries.forEach((_, e) => {
        expect(posted.get(e) ?? { inWordings: 0, inAnswer: 0 }).toEqual(countIn(index, e, term));
      });
    }
  });

  it("list the entries of a word in the order of their ids", () => {
    const ids = postedIn(english, termOf(english, "lighthouse"));
    expect(ids).toEqual(ids.toSorted());
    expect(ids.length).toBeGreaterThan(3);
  });

  it("leave words without meaning of their own out", () => {
    expect(postedIn(english, termOf(english, "the"))).toEqual([]);
  });

  it("find an entity under all its names", () => {
    expect(postedIn(english, english.lexicon.concept("@falk"))).toEqual(["chess-winner-2011"]);
  });

  it("find equivalent words by the name of their group", () => {
    const ids = postedIn(english, english.lexicon.concept("#lighthouse"));
    expect(ids).toEqual(expect.arrayContaining(postedIn(english, termOf(english, "lighthouse"))));
  });

  it("find what an entry is about although its texts do not say it", () => {
    expect(postedIn(english, english.lexicon.concept("@kestrel-point"))).toContain("lighthouse-height");
  });

  it("find an entry by the year of its dated fact", () => {
    const dated = knowledgeOf({ entries: [{ id: "flood", question: "When was the flood?", when: "1913-04-02" }] });
    const index = buildIndex(dated, "en");
    expect(postedIn(index, termOf(index, "1913"))).toEqual(["flood"]);
  });
});

describe("an entry without texts in a language", () => {
  it("stands in that language's index with those of the default one", () => {
    expect(postedIn(spanish, termOf(spanish, "flour"))).toEqual(["bakery-flour"]);
  });

  it("stands in every index at the same place", () => {
    expect(spanish.entries).toEqual(english.entries);
  });

  it("takes no English words along where it has Spanish ones", () => {
    expect(postedIn(spanish, termOf(spanish, "owns"))).not.toContain("bakery-owner");
  });
});

describe("frequency", () => {
  it("is the number of entries in which a term occurs", () => {
    for (let term = 0; term < english.classes.length; term++) {
      if (english.classes[term] === STOP) continue;
      expect(english.frequency[term]).toBe(postedIn(english, term).length);
    }
  });

  it("makes rare terms weigh more", () => {
    const [rare, common] = [termOf(english, "recipe"), termOf(english, "lighthouse")];
    expect(english.idfWhole[rare]).toBeGreaterThan(english.idfWhole[common]);
    expect(english.idfWordings[rare]).toBeGreaterThan(english.idfWordings[common]);
  });

  it("leaves no term with a weight of 0 or less", () => {
    expect(Math.min(...english.idfWhole, ...english.idfWordings)).toBeGreaterThan(0);
  });
});

describe("lengths", () => {
  it("of wordings are their words", () => {
    english.entries.forEach((entry, e) => {
      const { question, also } = textsOf(entry, "en", "en");
      const lengths = english.wordingLength.subarray(english.wordingFrom[e], english.wordingFrom[e + 1]);
      expect([...lengths]).toEqual([question, ...also].map((text) => wordsOf(text).length));
    });
  });

  it("of a whole entry add up those of its wordings and its answer", () => {
    english.entries.forEach((entry, e) => {
      const answer = textsOf(entry, "en", "en").answer.flatMap(wordsOf).length;
      expect(english.wholeLength[e]).toBe(english.wordingsLength[e] + answer);
    });
  });
});

describe("a knowledge", () => {
  it("without entries has an empty index", () => {
    const index = buildIndex(knowledgeOf({ entries: [] }), "en");
    expect(index.wordingFrom).toEqual(Int32Array.of(0));
    expect(index.postings.entry).toHaveLength(0);
  });

  it("with an entry that has no words has no postings for it", () => {
    const index = buildIndex(knowledgeOf({ entries: [{ id: "mute", question: "?!", answer: "…" }] }), "en");
    expect(index.postings.entry).toHaveLength(0);
    expect([...index.wordingLength]).toEqual([0]);
  });
});
