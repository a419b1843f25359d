import { describe, expect, it } from "vitest";
import { Answerer } from "../../src/answer/answerer.js";
import { languageData } from "../../src/answer/languages/language.js";
import { supposes, withoutYears } from "../../src/answer/premise.js";
import { wordsOf } from "../../src/answer/text.js";
import { whyOf } from "../../src/answer/why.js";
import { replyOf } from "../../src/replies.js";
import { plainText } from "../../src/reply-text.js";
import { village } from "./village.js";

const answerer = new Answerer(village);

describe("supposes", () => {
  it.each([
    ["en", "Why did the bakery open in 1950?", true],
    ["en", "Given that the club was founded in 1950, who founded it?", true],
    ["en", "The bakery opened in 1950, right?", true],
    ["en", "Did the bakery open in 1950?", false],
    ["en", "Who founded the club in 1950?", false],
    ["es", "¿Por qué se abrió la panadería en 1950?", true],
    ["es", "¿Se abrió la panadería en 1950?", false],
    ["tlh", "why in 1950", false],
  ])("in %s: %j is %s", (language, question, taken) => {
    expect(supposes(languageData(language), wordsOf(question))).toBe(taken);
  });
});

describe("withoutYears", () => {
  it("takes the years out", () => {
    expect(withoutYears(["why", "did", "it", "open", "in", "1950"])).toEqual(["why", "did", "it", "open", "in"]);
  });

  it.each([["why did it open"], ["1950"], ["why 1950"]])("leaves %j alone: no year, or nothing else", (question) => {
    expect(withoutYears(wordsOf(question))).toBeUndefined();
  });
});

describe("a year that a question takes for granted", () => {
  it("is set right with the entry that has the year", () => {
    const result = answerer.answer("given that the bakery opened in 1950, when did the bakery open?");
    expect(result).toMatchObject({ outcome: "answer", corrects: true });
    expect(result.answers[0].entry.id).toBe("bakery-opened");
  });

  it("is what the reasons and the confidence are of", () => {
    const result = answerer.answer("given that the bakery opened in 1950, when did the bakery open?");
    const { looks } = whyOf(village, result, answerer.calibrationOf("en"));
    expect(looks.map(({ matched }) => matched?.entry)).toEqual(["bakery-opened"]);
    expect(result.candidates[0].entry.id).toBe("bakery-opened");
    expect(result.confidence).toBe(result.answers[0].confidence);
  });

  it("stands in the reply, not in the statements", () => {
    const result = answerer.answer("given that the bakery opened in 1950, when did the bakery open?");
    const reply = replyOf(village, result);
    expect(reply).toMatchObject({ kind: "answer", corrects: true });
    expect(plainText(reply)).not.toContain("another year");
  });

  it("is not set right where the question asks for it", () => {
    expect(answerer.answer("did the bakery open in 1950?")).toMatchObject({ corrects: false });
  });

  it("is not there where the question has the right year", () => {
    expect(answerer.answer("why was the bakery opened in 1921?")).toMatchObject({ corrects: false });
  });
});
