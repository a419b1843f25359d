import { describe, expect, it } from "vitest";
import { toQuery } from "../../src/answer/query.js";
import { buildIndex } from "../../src/answer/search-index.js";
import { wordsOf } from "../../src/answer/text.js";
import { CHAT, CONCEPT } from "../../src/answer/word-class.js";
import { knowledgeOf } from "./support.js";
import { village } from "./village.js";

const index = buildIndex(village, "en");
const queryOf = (question: string, of = index) => toQuery(of, of.lexicon.look(wordsOf(question)));
const unitOf = (question: string, typed: string) => queryOf(question).units.find((unit) => unit.typed === typed);

describe("toQuery", () => {
  it("takes a word that comes twice once", () => {
    expect(queryOf("lamp lamp lamps").units.filter(({ wordClass }) => wordClass !== CONCEPT)).toHaveLength(1);
  });

  it("puts the concepts that words name behind the words", () => {
    const { units, wordUnits } = queryOf("who owns Oven Street?");
    expect(units.map(({ wordClass }) => wordClass === CONCEPT).indexOf(true)).toBe(wordUnits);
  });

  it("knows which words name a concept, and their share in it", () => {
    const { units, conceptsOf } = queryOf("bread on Oven Street");
    const street = units.findIndex(({ typed }) => typed === "oven street");
    expect(units[street].members.map((member) => units[member].typed)).toEqual(["oven", "street"]);
    const place = units.findIndex(({ typed }) => typed === "oven");
    expect(conceptsOf[place]).toEqual([{ concept: street, share: 0.5 }]);
  });

  it("weighs a repaired word less than one that was typed right", () => {
    expect(unitOf("lihgthouse", "lihgthouse")?.weight).toBeLessThan(unitOf("lighthouse", "lighthouse")?.weight ?? 0);
  });

  it("weighs a word of conversation less than one with meaning", () => {
    const chat = unitOf("please, the lamp", "please");
    expect(chat?.wordClass).toBe(CHAT);
    expect(chat?.weight).toBeLessThan(unitOf("please, the lamp", "lamp")?.weight ?? 0);
  });

  it("lists each unknown word once, as typed", () => {
    expect(queryOf("volcano or glacier or volcano").unknown).toEqual(["volcano", "glacier"]);
  });

  it("counts the words that differ, known or not", () => {
    expect(queryOf("the lamp, the lamps and the volcano").distinct).toBe(4);
  });

  it("hears what is asked in spite of a typo", () => {
    expect(queryOf("wheer is the lamp").asked).toBe("where");
  });

  it("keeps the rarest words of a question that is longer than any", () => {
    const words = Array.from(
      { length: 300 },
      (_, i) => `w${"abcdefghij"[i % 10]}${"klmnopqrst"[Math.trunc(i / 10) % 10]}x`,
    );
    const of = buildIndex(knowledgeOf({ entries: [{ id: "long", question: `${words.join(" ")} lamp` }] }), "en");
    const { units, wordUnits } = queryOf(`the ${words.join(" ")} lamp`, of);
    expect(wordUnits).toBeLessThan(60);
    expect(units.some(({ typed }) => typed === "the")).toBe(false);
  });
});
