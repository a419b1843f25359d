import { describe, expect, it } from "vitest";
import { type Caution, calibrate, examplesFrom, isSmall, thresholdFor } from "../../src/answer/calibrate.js";
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
  const calibration = calibrationOf(knowledge, language);
  const { model, questions } = calibration;

  it("keeps for what is for a match, and against what is against it", () => {
    model.weights.forEach((weight, i) => {
      expect(i < FOR ? weight : -weight).toBeGreaterThanOrEqual(0);
    });
  });

  it("gives numbers", () => {
    for (const number of [model.bias, ...model.weights, questions]) expect(Number.isFinite(number)).toBe(true);
  });

  it("gives the same again", () => {
    expect(calibrationOf(knowledge, language)).toEqual(calibration);
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

describe("thresholds", () => {
  const inOrder: Caution[] = ["eager", "balanced", "cautious"];

  it.each(FOLDERS)("lie between 0 and 1 and rise with caution: %s", (_, knowledge, language) => {
    const { thresholds } = calibrationOf(knowledge, language);
    const rising = inOrder.map((caution) => thresholds[caution]);
    for (const threshold of rising) expect(threshold > 0 && threshold < 1).toBe(true);
    expect(rising).toEqual(rising.toSorted((a, b) => a - b));
  });

  it("are cautious where a folder is too small to show anything", () => {
    const small = calibrationOf(knowledgeOf({ entries: [one] }));
    expect(isSmall(small)).toBe(true);
    expect(new Set(Object.values(small.thresholds))).toEqual(new Set([0.75]));
  });
});

describe("thresholdFor", () => {
  const model = { bias: 0, weights: [1] };
  /** Examples from unsure to sure; those below a confidence of about 0.7 are wrong every other time. */
  const examples: Example[] = Array.from({ length: 200 }, (_, i) => ({
    values: [i / 40 - 1],
    right: i / 40 - 1 > 0.85 || i % 2 === 0,
    weight: 1,
  }));

  it("rises with the precision that is asked for", () => {
    expect(thresholdFor(0.95, model, examples, 0.5)).toBeGreaterThan(thresholdFor(0.8, model, examples, 0.5));
  });

  it("gives the precision that was asked for, by what the examples showed", () => {
    const threshold = thresholdFor(0.95, model, examples, 1);
    const given = examples.filter(({ values }) => 1 / (1 + Math.exp(-values[0])) >= threshold);
    expect(given.filter(({ right }) => right).length / given.length).toBeGreaterThanOrEqual(0.95);
  });

  it("stays high where no examples reach the precision", () => {
    expect(thresholdFor(0.95, model, [], 0.5)).toBe(0.9);
  });
});
