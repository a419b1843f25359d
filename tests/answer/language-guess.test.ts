import { describe, expect, it } from "vitest";
import { LanguageGuess } from "../../src/answer/language-guess.js";
import { wordsOf } from "../../src/answer/text.js";
import { knowledgeOf } from "./support.js";
import { village } from "./village.js";

const guess = new LanguageGuess(village);
const languageOf = (question: string, preferred?: string) => guess.of(question, wordsOf(question), preferred);

describe("LanguageGuess", () => {
  it.each([
    ["Who designed the lighthouse?", "function words"],
    ["whos the baker", "a short form of one"],
    ["lighthouse architect", "words of the English texts"],
    ["what does panadería mean", "a Spanish word in an English question"],
    [
      "what does it mean that the sign says: faro, panadería, apertura, fundación, ajedrez, construcción, arquitecta",
      "function words come first",
    ],
  ])("hears English in %j: %s", (question) => {
    expect(languageOf(question)).toBe("en");
    expect(languageOf(question, "es")).toBe("en");
  });

  it.each([
    ["¿Quién diseñó el faro?", "signs and function words"],
    ["quien diseno el faro", "function words without accents"],
    ["faro arquitecta", "words of the Spanish texts"],
    ["¿lighthouse?", "a sign that only Spanish has"],
    ["xq se apago la lampara", "a short form"],
    ["¿quién es la dueña de la bakery?", "an English word in a Spanish question"],
  ])("hears Spanish in %j: %s", (question) => {
    expect(languageOf(question)).toBe("es");
    expect(languageOf(question, "en")).toBe("es");
  });

  describe("of names alone", () => {
    it.each(["Lena Abbot", "Oduya", "1874", "???", ""])("follows the person in %j", (question) => {
      expect(languageOf(question, "es")).toBe("es");
      expect(languageOf(question, "en")).toBe("en");
    });

    it.each(["Lena Abbot", "Oduya", "1874", "???", ""])(
      "follows the knowledge where the person is silent: %j",
      (question) => {
        expect(languageOf(question)).toBe("en");
      },
    );

    it("follows the knowledge where the person speaks a language that it does not have", () => {
      expect(languageOf("Lena Abbot", "fr")).toBe("en");
    });

    it("follows a knowledge whose default is Spanish", () => {
      const spanish = knowledgeOf({
        knowledge: { title: "El pueblo", languages: ["es", "en"] },
        entries: [
          { id: "baker", question: "¿Quién es Lena Abbot?", en: { question: "Who is Lena Abbot?", answer: ["She."] } },
        ],
      });
      expect(new LanguageGuess(spanish).of("Abbot", ["abbot"])).toBe("es");
    });
  });

  it("has no choice where the knowledge has one language", () => {
    const english = knowledgeOf({ entries: [{ id: "baker", question: "Who is the baker?" }] });
    const question = "¿Quién es la panadera?";
    expect(new LanguageGuess(english).of(question, wordsOf(question), "es")).toBe("en");
  });
});
