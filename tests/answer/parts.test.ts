import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { languageData } from "../../src/answer/languages/language.js";
import { partsByPerson, partsOf } from "../../src/answer/parts.js";
import { wordsOf } from "../../src/answer/text.js";

const partsIn = (language: string, question: string) =>
  partsOf(languageData(language), wordsOf(question))?.map(([likeliest]) => likeliest.join(" "));

it("reads a short second half with and without the last word that it borrows", () => {
  const [, second] = partsOf(languageData("en"), wordsOf("when was the mill built and who owns it")) ?? [];
  expect(second?.map((way) => way.join(" "))).toEqual(["who owns it mill built", "who owns it mill"]);
});

const TWO: readonly (readonly [language: string, question: string, first: string, second: string])[] = [
  ["en", "When and where was the tournament?", "when was the tournament", "where was the tournament"],
  ["en", "who, when and where", "who when", "who where"],
  ["en", "Who led the club and who opened the bakery?", "who led the club", "who opened the bakery"],
  ["en", "who owns the bakery, and when did the bakery open", "who owns the bakery", "when did the bakery open"],
  ["en", "who owns the bakery n when did the bakery open", "who owns the bakery", "when did the bakery open"],
  ["en", "Who won the tournament and when?", "who won the tournament", "when won tournament"],
  ["en", "who built the tower and in which year did it open", "who built the tower", "in which year did it open"],
  ["en", "where is the mill plus who runs the mill there", "where is the mill", "who runs the mill there"],
  ["es", "¿Cuándo y dónde fue el torneo?", "cuando fue el torneo", "donde fue el torneo"],
  ["es", "¿Quién fundó el club y quién abrió la panadería?", "quien fundo el club", "quien abrio la panaderia"],
];

const ONE: readonly (readonly [language: string, question: string, why: string])[] = [
  ["en", "Who founded the chess club and the bakery?", "the second half asks nothing"],
  ["en", "What did the keeper and the baker talk about?", "the word joins two people"],
  ["en", "tell me about the mill and who runs it", "the first half asks nothing"],
  ["en", "and who owns the bakery", "the word begins the question"],
  ["en", "who owns the bakery and", "the word ends the question"],
  ["en", "who owns the bakery", "nothing is joined"],
  ["en", "", "nothing is asked"],
  ["es", "¿Quién fundó el club y la panadería?", "the second half asks nothing"],
  ["tlh", "when and where was it", "the engine does not know the language"],
];

describe("partsOf", () => {
  it.each(TWO)("parts the %s %j", (language, question, first, second) => {
    expect(partsIn(language, question)).toEqual([first, second]);
  });

  it.each(ONE)("leaves the %s %j whole: %s", (language, question) => {
    expect(partsIn(language, question)).toBeUndefined();
  });

  it("makes parts of the question's own words only", () => {
    const word = fc.constantFrom("who", "when", "where", "and", "plus", "the", "bakery", "lamp", "in", "opened");
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), (words) => {
        for (const part of partsOf(languageData("en"), words) ?? []) {
          for (const way of part) {
            expect(way.length).toBeGreaterThan(0);
            expect(words).toEqual(expect.arrayContaining(way));
          }
        }
      }),
    );
  });
});

describe("partsByPerson", () => {
  const words = wordsOf("what posts do Ann Reed and Bo hold");
  const people = [
    { concept: 7, at: [3, 4] },
    { concept: 9, at: [6] },
  ];

  it("asks of each of two people who stand side by side", () => {
    const parts = partsByPerson(languageData("en"), words, people)?.map(([way]) => way.join(" "));
    expect(parts).toEqual(["what posts do ann reed hold", "what posts do bo hold"]);
  });

  it.each<[why: string, question: string, people: { concept: number; at: number[] }[]]>([
    ["one person is named", "what post does Bo hold", [{ concept: 9, at: [4] }]],
    ["one person is named twice", "Bo and Bo", [{ concept: 9, at: [0] }, { concept: 9, at: [2] }]], // biome-ignore format: one row
    ["more than a joining word stands between them", "did Ann ask whether Bo came", [{ concept: 7, at: [1] }, { concept: 9, at: [4] }]], // biome-ignore format: one row
    ["nothing stands between them", "Ann Bo", [{ concept: 7, at: [0] }, { concept: 9, at: [1] }]], // biome-ignore format: one row
  ])("leaves a question whole where %s", (_why, question, named) => {
    expect(partsByPerson(languageData("en"), wordsOf(question), named)).toBeUndefined();
  });
});
