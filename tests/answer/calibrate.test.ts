import { describe, expect, it } from "vitest";
import { type Caution, calibrate, examplesFrom, THRESHOLDS } from "../../src/answer/calibrate.js";
import { FOR } from "../../src/answer/evidence.js";
import type { Example } from "../../src/answer/logistic.js";
import { Ranker } from "../../src/answer/ranker.js";
import { buildIndex } from "../../src/answer/search-index.js";
import { RANKING } from "../../src/answer/weights.js";
import type { Knowledge } from "../../src/knowledge/model.js";
import { knowledgeOf } from "./support.js";
import { village } from "./village.js";

const rankerOf = (knowledge: Knowledge, language = "en") => new Ranker(buildIndex(knowledge, language), RANKING);
const calibrationOf = (knowledge: Knowledge, language = "en") =>
  calibrate(rankerOf(knowledge, language), knowledge.languages[0]);
const weightOf = (examples: readonly Example[]) => examples.reduce((sum, { weight }) => sum + weight, 0);

const one = { id: "bell", question: "Who rings the bell?", also: ["name of the bell ringer"] };
const FOLDERS: readonly (readonly [name: string, knowledge: Knowledge, language: string])[] = [
  ["the village in English", village, "en"],
  ["the village in Spanish", village, "es"],
  ["no entries", knowledgeOf({ entries: [] }), "en"],
  ["one entry", knowledgeOf({ entries: [one] }), "en"],
  ["one entry with one wording", knowledgeOf({ entries: [{ ...one, also: [] }] }), "en"],
  ["an entry without words", knowledgeOf({ entries: [{ id: "mute", question: "?!", also: ["…"] }] }), "en"],
  ["entries that ask the same", knowledgeOf({ entries: [one, { ...one, id: "bell-again" }] }), "en"],
  [
    "entries without other wordings",
    knowledgeOf({
      entries: village.entries.map(({ id, texts }) => ({
        id,
        question: texts.en.question,
        answer: texts.en.answer[0],
      })),
    }),
    "en",
  ],
];

describe.each(FOLDERS)("calibrate: %s", (_, knowledge, language) => {
  const { model, questions } = calibrationOf(knowledge, language);

  it("keeps for what is for a match, and against what is against it", () => {
    model.weights.forEach((weight, i) => {
      expect(i < FOR ? weight : -weight).toBeGreaterThanOrEqual(0);
    });
  });

  it("gives numbers", () => {
    for (const number of [model.bias, ...model.weights, questions]) expect(Number.isFinite(number)).toBe(true);
  });

  it("gives the same again", () => {
    expect(calibrationOf(knowledge, language)).toEqual({ model, questions });
  });
});

describe("calibrate", () => {
  it("rests on no questions where there are no entries", () => {
    expect(calibrationOf(knowledgeOf({ entries: [] })).questions).toBe(0);
  });

  it("rests on more questions where there are more wordings", () => {
    expect(calibrationOf(village).questions).toBeGreaterThan(calibrationOf(knowledgeOf({ entries: [one] })).questions);
  });
});

describe("examplesFrom", () => {
  const examples = examplesFrom(rankerOf(village), "en");

  it("gives examples that weigh more than nothing and at most one", () => {
    for (const { weight } of examples) expect(weight > 0 && weight <= 1).toBe(true);
  });

  it("gives examples of both kinds, neither of them rare", () => {
    const share = weightOf(examples.filter(({ right }) => right)) / weightOf(examples);
    expect(share).toBeGreaterThan(0.2);
    expect(share).toBeLessThan(0.8);
  });

  it("gives no wrong example where there is one entry only", () => {
    const right = examplesFrom(rankerOf(knowledgeOf({ entries: [one] })), "en").map((example) => example.right);
    expect(new Set(right)).toEqual(new Set([true]));
  });
});

describe("THRESHOLDS", () => {
  it("lie between 0 and 1", () => {
    for (const threshold of Object.values(THRESHOLDS)) expect(threshold > 0 && threshold < 1).toBe(true);
  });

  it("ask for more confidence the more cautious they are", () => {
    const inOrder: Caution[] = ["eager", "balanced", "cautious"];
    const thresholds = inOrder.map((caution) => THRESHOLDS[caution]);
    expect(thresholds).toEqual(thresholds.toSorted((a, b) => a - b));
  });
});
