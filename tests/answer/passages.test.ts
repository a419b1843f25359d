import { describe, expect, it } from "vitest";
import { Passages } from "../../src/answer/passages.js";
import { wordsOf } from "../../src/answer/text.js";
import { knowledgeOf } from "./support.js";

const chronicle = {
  paragraphs: [
    "The chronicle of the village",
    "The bell of Kestrel Point was cast in Dunmere. Nobody has rung it since the great storm of 1953.",
    "In winter the ferry sails on Mondays. In summer the ferry sails on Mondays and Fridays.",
    "The mayor paints seagulls. A seagull painted by the mayor hangs in the museum.",
  ],
};
const entries = [{ id: "mayor", question: "Who is the mayor?" }];

const knowledge = knowledgeOf({
  knowledge: { title: "Kestrel Point", languages: ["en", "es"] },
  sources: { chronicle },
  entries,
});
const passages = new Passages(knowledge, "en");
const found = (question: string) => passages.find(wordsOf(question));

describe("Passages", () => {
  it("quotes and cites the sentence that has all words of the question", () => {
    const text = "The bell of Kestrel Point was cast in Dunmere.";
    expect(found("Where was the bell of Kestrel Point cast?")).toEqual({
      text,
      citation: { source: "chronicle", paragraph: 2, quote: text },
    });
  });

  it.each([
    ["when was the bell cast at the point of kestrel", "words in another order"],
    ["the casting of the Kestrel Point bell", "other forms of the words"],
    ["where was the bell of kestrl pont cast", "mistyped words"],
  ])("finds it by %j: %s", (question) => {
    expect(found(question)?.citation.paragraph).toBe(2);
  });

  it("cites the second sentence of a paragraph to that paragraph", () => {
    expect(found("was it rung since the great storm of 1953")?.citation).toMatchObject({
      paragraph: 2,
      quote: "Nobody has rung it since the great storm of 1953.",
    });
  });

  it("counts a heading as a paragraph", () => {
    expect(found("in summer, does the ferry sail on Fridays")?.citation.paragraph).toBe(3);
  });

  it.each([
    ["does the ferry sail on Mondays", "two sentences have all words"],
    ["the bell", "one word with meaning is too few"],
    ["the bell of Dunmere", "two words with meaning are too few"],
    ["who stole the bell of Kestrel Point in Dunmere harbour", "words are missing in every sentence"],
    ["how do volcanoes form under glaciers", "no word is in any sentence"],
    ["1953 ferry seagull", "the words are scattered over sentences"],
    ["", "nothing is asked"],
    ["who is it and when was that", "only words without meaning are asked"],
  ])("gives nothing for %j: %s", (question) => {
    expect(found(question)).toBeUndefined();
  });

  it("gives nothing in a language that no text is in", () => {
    expect(new Passages(knowledge, "es").find(wordsOf("bell Kestrel Point cast Dunmere"))).toBeUndefined();
  });

  it("gives nothing where sources are only cited", () => {
    const cited = knowledgeOf({ sources: { gazette: {} }, entries });
    expect(new Passages(cited, "en").find(wordsOf("bell Kestrel Point cast Dunmere"))).toBeUndefined();
  });

  it("gives nothing for a sentence that two sources have", () => {
    const twice = knowledgeOf({ sources: { chronicle, copy: chronicle }, entries });
    expect(new Passages(twice, "en").find(wordsOf("Where was the bell of Kestrel Point cast?"))).toBeUndefined();
  });
});
