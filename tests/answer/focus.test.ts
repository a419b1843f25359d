import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { focusOf } from "../../src/answer/focus.js";
import { languageData } from "../../src/answer/languages/language.js";
import { wordsOf } from "../../src/answer/text.js";

const focusIn = (language: string, text: string) => focusOf(languageData(language), text).map((part) => part.join(" "));

describe("focusOf", () => {
  it.each([
    ["en", "I am new here. Who owns the bakery? Thanks!", ["who owns the bakery"], "the sentence that asks"],
    [
      "en",
      "Who owns the bakery? Where is the mill stream?",
      ["who owns the bakery", "where is the mill stream"],
      "both",
    ],
    ["en", "We love the village. Tell me about the bakery owner.", ["tell me about the bakery owner"], "the last one"],
    ["es", "Soy nueva aquí. ¿Cuándo abrió la panadería?", ["cuando abrio la panaderia"], "the sentence that asks"],
    ["es", "hola a todos ¿cuándo abrió la panadería?", ["cuando abrio la panaderia"], "what opens with a sign"],
  ])("finds in the %s %j: %j, %s", (language, text, parts) => {
    expect(focusIn(language, text)).toEqual(parts);
  });

  it.each([
    ["Who owns the bakery?", "a lone sentence"],
    ["Who owns the bakery? !!! …", "a lone sentence and signs"],
    ["The bakery of Oven Street opened in 1955. Who owns it?", "a sentence that does not stand on its own"],
    ["", "nothing"],
  ])("finds nothing in %j: %s", (text) => {
    expect(focusIn("en", text)).toEqual([]);
  });

  it("finds words of the text only", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("who", "owns", "the bakery", "?", ". ", "! ", " ", "¿")), (pieces) => {
        const text = pieces.join(" ");
        for (const part of focusOf(languageData("en"), text))
          expect(wordsOf(text)).toEqual(expect.arrayContaining(part));
      }),
    );
  });
});
