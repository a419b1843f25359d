import { describe, expect, it } from "vitest";
import { topicsOf, topicTitle } from "../src/topics.js";
import { idsOf, knowledgeOf } from "./answer/support.js";

const town = knowledgeOf({
  knowledge: {
    title: "The town",
    languages: ["en", "es"],
    topics: { market: { en: "The market", es: "El mercado" }, fair: { en: "The fair" }, gone: { en: "No file" } },
  },
  entries: {
    "bell-tower.json": [{ id: "bell", question: "Who rings the bell?", answer: "Nobody.", see: ["stalls"] }],
    "fair.json": [{ id: "day", question: "When is the fair?", answer: "In June." }],
    "market.json": [
      { id: "a-gap", question: "What does fish cost?", answer: "Nobody says.", notStated: true },
      { id: "hours", question: "When is the market open?", answer: "At dawn." },
      { id: "stalls", question: "How many stalls are there?", answer: "Nine." },
    ],
  },
});

describe("topicsOf", () => {
  it("lists titled topics as the curator put them, then the others, and none without entries", () => {
    expect(topicsOf(town, "en").map(({ id, title }) => [id, title])).toEqual([
      ["market", "The market"],
      ["fair", "The fair"],
      ["bell-tower", "Bell tower"],
    ]);
  });

  it("puts first what others lead to, and last what the sources do not say", () => {
    expect(idsOf(topicsOf(town, "en")[0].entries)).toEqual(["stalls", "hours", "a-gap"]);
  });

  it("takes the topics of some entries alone", () => {
    expect(topicsOf(town, "en", [town.entries[1]]).map(({ id }) => id)).toEqual(["bell-tower"]);
  });
});

describe("topicTitle", () => {
  it.each([
    ["market", "es", "El mercado", "its title in the language"],
    ["fair", "es", "The fair", "the knowledge's own where there is no other"],
    ["bell-tower", "es", "Bell tower", "made from the id where there is none"],
    ["constructor", "en", "Constructor", "a name that every object has"],
  ])("of %s in %s is %s (%s)", (id, language, title) => {
    expect(topicTitle(town, id, language)).toBe(title);
  });
});
