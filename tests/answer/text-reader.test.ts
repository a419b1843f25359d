import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { languageData } from "../../src/answer/languages/language.js";
import { Lexicon } from "../../src/answer/lexicon.js";
import { RowsBuilder, rowOf } from "../../src/answer/rows.js";
import { wordsOf } from "../../src/answer/text.js";
import { TextReader } from "../../src/answer/text-reader.js";

/** What a reader makes of texts: the words that their numbers stand for, and what the lexicon has learnt. */
function read(texts: readonly string[]) {
  const lexicon = new Lexicon(languageData("en"));
  const reader = new TextReader(lexicon);
  const builder = new RowsBuilder();
  for (const text of texts) {
    reader.read(text, builder);
    builder.end();
  }
  const rows = builder.done();
  const words = texts.map((_, r) => Array.from(rowOf(rows, r), (number) => lexicon.words[number]));
  return { words, learnt: lexicon.learnt };
}

describe("TextReader", () => {
  it.each([
    [
      ["Who keeps the Lamp?", "the lamp, who?"],
      [
        ["who", "keeps", "the", "lamp"],
        ["the", "lamp", "who"],
      ],
      "capitals and signs",
    ],
    [["wat is 8th", "8th"], [["what", "is", "8"], ["8"]], "a word that stands for another, and an ordinal"],
    [["the U.S. team's cafés"], [["the", "us", "team", "cafes"]], "dots, an apostrophe and an accent"],
    [["", " ?! "], [[], []], "nothing"],
    [
      [`a${"b".repeat(40)} b`, `A${"b".repeat(40)}`],
      [[`a${"b".repeat(40)}`, "b"], [`a${"b".repeat(40)}`]],
      "a very long word",
    ],
  ])("reads %j", (texts, words) => {
    expect(read(texts).words).toEqual(words);
  });

  it("learns what a lexicon learns from the words", () => {
    const text = fc.array(
      fc.oneof(fc.constantFrom("wat", "what", "Two", "2", "U.S.", "it.", "8th", "fEe's", "EE. UU."), fc.string()),
    );
    fc.assert(
      fc.property(fc.array(text.map((parts) => parts.join(" "))), (texts) => {
        const lexicon = new Lexicon(languageData("en"));
        for (const one of texts) lexicon.learn(wordsOf(one));
        expect(read(texts).learnt).toEqual(lexicon.learnt);
      }),
    );
  });

  it("tells thousands of words apart", () => {
    const words = Array.from({ length: 9000 }, (_, i) => `w${i.toString(36)}x`);
    expect(read([words.join(" "), words.join(" ")]).words).toEqual([words, words]);
  });
});

describe("wordsOf", () => {
  it("finds the same words in simple texts as in the same texts that are not", () => {
    const text = fc.string({ unit: fc.constantFrom(..."aAbBzZ09 .,-_?d") });
    fc.assert(
      fc.property(text, (simple) => {
        expect(wordsOf(simple)).toEqual(wordsOf(`${simple} é`).slice(0, -1));
      }),
      { numRuns: 3000 },
    );
  });
});
