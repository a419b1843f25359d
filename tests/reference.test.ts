import { describe, expect, it } from "vitest";
import type { Source } from "../src/knowledge/model.js";
import { referenceOf, referencesOf } from "../src/reference.js";
import { villageAnswerer } from "./support/village.js";

const { knowledge } = villageAnswerer();
const [gazette, letter] = ["gazette", "letter"].map((id) => knowledge.sources.get(id) as Source);

describe("referenceOf", () => {
  it.each([
    [
      gazette,
      "en",
      [],
      "Village Press, “The village gazette”, 1 May 1998. https://gazette.example/1998",
      "with a link",
    ],
    [letter, "en", [], "The mayor, “A letter”, undated.", "without a date"],
    [letter, "es", [2], "The mayor, “A letter”, sin fecha, párrafo 2.", "a paragraph, in Spanish"],
    [
      letter,
      "en",
      [3, 0, 1, 3],
      "The mayor, “A letter”, undated, paragraphs 1 and 3.",
      "paragraphs in order, once, without the record",
    ],
    [letter, "es", [3, 2, 1], "The mayor, “A letter”, sin fecha, párrafos 1, 2 y 3.", "three of them"],
    [letter, "en", [0], "The mayor, “A letter”, undated.", "the record alone"],
  ])("of %# in %s with paragraphs %j is %j (%s)", (source, language, paragraphs, reference) => {
    expect(referenceOf(source, language, paragraphs)).toBe(reference);
  });
});

describe("referencesOf", () => {
  it("gives one for each source, the first cited first, with all its paragraphs", () => {
    const citations = [
      { source: "letter", paragraph: 1 },
      { source: "gazette", paragraph: 2 },
      { source: "letter", paragraph: 0 },
      { source: "gazette", paragraph: 1 },
    ];
    expect(referencesOf(knowledge, citations, "en")).toEqual([
      "The mayor, “A letter”, undated, paragraph 1.",
      "Village Press, “The village gazette”, 1 May 1998, paragraphs 1 and 2. https://gazette.example/1998",
    ]);
  });
});
