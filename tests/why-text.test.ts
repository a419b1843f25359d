import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Answerer } from "../src/answer/answerer.js";
import { type Why, type WhyLook, whyOf, whyPicked } from "../src/answer/why.js";
import { escapeWithin } from "../src/discord/text.js";
import { loadKnowledge } from "../src/knowledge/load.js";
import { whyLines } from "../src/why-text.js";
import { anyWhy, wellFormedText } from "./discord/hostile.js";
import { villageAnswerer } from "./support/village.js";

const LOOK: WhyLook = {
  words: ["when", "did", "the", "bakrey", "open"],
  repaired: [{ typed: "bakrey", readAs: "bakery" }],
  matched: {
    entry: "bakery-opened",
    question: "When did the bakery open?",
    confidence: 0.8349,
    isExact: false,
    notStated: false,
  },
  inWordings: ["bakrey"],
  onlyInAnswer: ["1998"],
  notCovered: ["baker", "fair"],
  unknown: ["volcano"],
  runnerUp: { entry: "baker-name", question: "Who is the baker?", confidence: 0.1299, behind: 2.345 },
  heldBack: [],
};
const WHY: Why = { verdict: "answer", language: "en", needed: 0.35, looks: [LOOK], version: "0123456789ab" };
const linesOf = (why: Partial<Why>, look: Partial<WhyLook> = {}) =>
  whyLines({ ...WHY, looks: [{ ...LOOK, ...look }], ...why });
const exact = { ...LOOK.matched, isExact: true } as WhyLook["matched"];
const VERSION = "Version of my knowledge: 0123456789ab.";

describe("the reasons in words", () => {
  it("for an answer", () => {
    expect(linesOf({})).toEqual([
      "Your question, as I read it: “when did the bakrey open”.",
      "Spelling that I put right: bakrey → bakery.",
      "It asks the same as “When did the bakery open?” (bakery-opened): I am 83% sure, and an answer needs 35%.",
      "Your words that it is asked with, or others that mean the same: bakrey.",
      "Your words that only its answer has: 1998.",
      "Your words that it does not have: baker, fair.",
      "Your words that none of my questions and answers has: volcano.",
      "Next comes “Who is the baker?” (baker-name): 12% sure, 2.35 points behind.",
      VERSION,
    ]);
  });

  it("for an answer, in Spanish", () => {
    expect(linesOf({ language: "es" })).toEqual([
      "Su pregunta, tal como la leí: «when did the bakrey open».",
      "Ortografía que corregí: bakrey → bakery.",
      "Pregunta lo mismo que «When did the bakery open?» (bakery-opened): tengo una seguridad del 83 %, y una respuesta necesita el 35 %.",
      "Palabras suyas con las que se pregunta, u otras que significan lo mismo: bakrey.",
      "Palabras suyas que solo tiene su respuesta: 1998.",
      "Palabras suyas que no tiene: baker, fair.",
      "Palabras suyas que no tiene ninguna de mis preguntas y respuestas: volcano.",
      "Le sigue «Who is the baker?» (baker-name): una seguridad del 12 %, a 2,35 puntos.",
      "Versión de mi conocimiento: 0123456789ab.",
    ]);
  });

  it("for a curator's very wording", () => {
    const lines = linesOf(
      {},
      { matched: exact, runnerUp: { entry: "a", question: "A?", confidence: 0.5, behind: -1 } },
    );
    expect(lines[2]).toBe(
      "A curator wrote this very question down: it stands under “When did the bakery open?” (bakery-opened).",
    );
    expect(lines.at(-2)).toBe("Next comes “A?” (a); a curator's own wording goes before it.");
  });

  it("for what the sources do not say", () => {
    const matched = { ...LOOK.matched, notStated: true } as WhyLook["matched"];
    expect(linesOf({}, { matched })[3]).toBe(
      "A curator looked for this and wrote down that the sources do not say it.",
    );
    expect(linesOf({ verdict: "choices" }, { matched }).join("\n")).not.toContain("sources do not say");
  });

  it.each([
    ["choices", "en", "It comes nearest to “When did the bakery open?” (bakery-opened): I am 83% sure that it asks"],
    ["unknown", "en", "It comes nearest to “When did the bakery open?” (bakery-opened): I am 83% sure that it asks"],
    ["choices", "es", "Lo más cercano es «When did the bakery open?» (bakery-opened): tengo una seguridad del 83 %"],
  ] as const)("for %s (%s)", (verdict, language, begin) => {
    expect(linesOf({ verdict, language })[2].startsWith(begin)).toBe(true);
  });

  it.each([
    ["year", "en", "Held back: neither that question nor its answer has the year 1901, 1902."],
    ["thin", "en", "Held back: too little of your question is words that I know for certain."],
    ["otherKind", "en", "Held back: your question asks for another kind of thing, as who instead of when."],
    ["year", "es", "Me contuve: ni esa pregunta ni su respuesta tienen el año 1901, 1902."],
    ["thin", "es", "Me contuve: muy poco de su pregunta son palabras que conozca con certeza."],
    ["otherKind", "es", "Me contuve: su pregunta busca otro tipo de dato, como quién en vez de cuándo."],
  ] as const)("for an answer that was held back: %s (%s)", (reason, language, line) => {
    const lines = linesOf({ verdict: "choices", language }, { heldBack: [{ reason, words: ["1901", "1902"] }] });
    expect(lines[3]).toBe(line);
  });

  it("never make what was not enough look as if it were", () => {
    const matched = { ...LOOK.matched, confidence: 0.3499 } as WhyLook["matched"];
    expect(linesOf({ verdict: "choices" }, { matched })[2]).toContain(
      "34% sure that it asks the same, and an answer needs 35%",
    );
  });

  it("for two questions, each with its own", () => {
    const lines = whyLines({ ...WHY, looks: [LOOK, { ...LOOK, words: ["who", "is", "it"], repaired: [] }] });
    expect(lines[0]).toBe("You asked two things. The first:");
    expect(lines[lines.indexOf("The second:") + 1]).toBe("Your question, as I read it: “who is it”.");
    expect(lines.filter((line) => line === VERSION)).toHaveLength(1);
  });

  it("for small talk", () => {
    expect(whyLines({ ...WHY, verdict: "smallTalk", looks: [] })).toEqual([
      "I took this for a greeting, or for a question about me, and looked nothing up.",
      VERSION,
    ]);
  });

  it("cut a long list, and say how much is left", () => {
    const words = Array.from({ length: 40 }, (_, i) => `word${i}`);
    const line = linesOf({}, { inWordings: words }).find((one) => one.includes("asked with")) ?? "";
    const [, shown, left] = /: (.*) and (\d+) more\.$/.exec(line) ?? [];
    expect(shown.split(", ")).toEqual(words.slice(0, 40 - Number(left)));
    expect(shown.length).toBeLessThanOrEqual(60);
  });

  it("cut a long word and a long question without splitting a code point", () => {
    const lines = linesOf({}, { words: ["😀".repeat(500)], unknown: [`a${"😀".repeat(500)}`] });
    expect(lines[0]).toBe(`Your question, as I read it: “${"😀".repeat(49)}…”.`);
    expect(lines.at(-3)).toBe(`Your words that none of my questions and answers has: a${"😀".repeat(11)}….`);
  });
});

describe("any reasons", () => {
  const law = (check: (lines: string[], why: Why) => void) =>
    fc.assert(
      fc.property(anyWhy(wellFormedText.map((text) => text.replaceAll("\ufffd", ""))), (why) =>
        check(whyLines(why), why),
      ),
    );

  it("end in the version of the knowledge", () => {
    law((lines, { version }) => {
      expect(lines.at(-1)).toContain(version);
    });
  });

  it("stay short, whatever they are made of", () => {
    law((lines) => {
      expect(lines.join("\n").length).toBeLessThan(3800);
    });
  });

  it.each(["en", "es"])("fit into a message at their longest, escaped (%s)", (language) => {
    const words = Array.from({ length: 300 }, () => "x".repeat(12));
    const near = { entry: `a${"-".repeat(59)}`, question: "@".repeat(500), confidence: 0.99 };
    const look: WhyLook = {
      words,
      repaired: Array.from({ length: 300 }, () => ({ typed: "x".repeat(30), readAs: "y".repeat(30) })),
      matched: { ...near, isExact: false, notStated: true },
      inWordings: words,
      onlyInAnswer: words,
      notCovered: words,
      unknown: words,
      runnerUp: { ...near, behind: 12.345 },
      heldBack: (["year", "thin", "otherKind"] as const).map((reason) => ({ reason, words: ["1901", "1902", "1903"] })),
    };
    for (const verdict of ["answer", "passage", "choices"] as const) {
      const lines = whyLines({ ...WHY, verdict, language, looks: [look, look] });
      expect(escapeWithin(lines.join("\n"), Number.POSITIVE_INFINITY).length).toBeLessThan(3800);
    }
  });

  it("split no code point", () => {
    law((lines) => {
      expect(lines.join("").isWellFormed()).toBe(true);
    });
  });

  it("are the same every time", () => {
    law((lines, why) => {
      expect(whyLines(why)).toEqual(lines);
    });
  });
});

describe("the reasons of the village", () => {
  const answerer = villageAnswerer();
  const linesFor = (question: string) => {
    const result = answerer.answer(question);
    return whyLines(whyOf(answerer.knowledge, result, answerer.calibrationOf(result.language)));
  };
  const version = answerer.knowledge.version;

  it("for a curated question with a typo", () => {
    expect(linesFor("opening year of the bakrey").slice(0, 4)).toEqual([
      "Your question, as I read it: “opening year of the bakrey”.",
      "Spelling that I put right: bakrey → bakery.",
      "A curator wrote this very question down: it stands under “When did the bakery open?” (bakery-opened).",
      "Your words that it is asked with, or others that mean the same: opening, year, bakrey.",
    ]);
  });

  it("for a question in Spanish", () => {
    expect(linesFor("¿Quién es la panadera?").slice(0, 3)).toEqual([
      "Su pregunta, tal como la leí: «quien es la panadera».",
      "Un curador escribió esta misma pregunta: figura en «¿Quién es la panadera?» (baker-name).",
      "Palabras suyas con las que se pregunta, u otras que significan lo mismo: panadera.",
    ]);
  });

  it("for a sentence of a source's text", () => {
    const lines = linesFor("do potters sell their jugs under the oak until dusk");
    expect(lines[0]).toBe(
      "No curated question is near enough to yours, but one sentence of a source has nearly all of your words. I quote it.",
    );
    expect(lines).not.toContain("Held back: too little of your question is words that I know for certain.");
  });

  it("for a question without any known word", () => {
    expect(linesFor("zxqv wkjp")).toEqual([
      "Your question, as I read it: “zxqv wkjp”.",
      "None of my questions and answers shares a word with it.",
      "Your words that none of my questions and answers has: zxqv, wkjp.",
      `Version of my knowledge: ${version}.`,
    ]);
  });

  it("for no word at all", () => {
    expect(linesFor("?!")).toEqual(["I found no word in your message.", `Version of my knowledge: ${version}.`]);
  });

  it("for a question that was picked", () => {
    const entry = answerer.knowledge.entryById.get("mayor-letter");
    if (!entry) throw new Error("no such entry");
    expect(whyLines(whyPicked(answerer.knowledge, entry, "es"))).toEqual([
      "Usted eligió esta pregunta: «¿Dice la carta cuánto costó el puente?» (mayor-letter).",
      "Un curador lo buscó y dejó escrito que las fuentes no lo dicen.",
      `Versión de mi conocimiento: ${version}.`,
    ]);
  });
});

describe("the reasons of the shipped knowledge", () => {
  const loaded = loadKnowledge(fileURLToPath(new URL("../knowledge", import.meta.url)));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  const { knowledge } = loaded;
  const answerer = new Answerer(knowledge);

  it.each(["en", "es"])("name every curated question's own entry as a curator's wording (%s)", (language) => {
    const line = { en: "A curator wrote this very question down", es: "Un curador escribió esta misma pregunta" }[
      language
    ];
    const strays = knowledge.entries.flatMap(({ id, texts }) => {
      const question = texts[language]?.question;
      if (question === undefined) return [];
      const result = answerer.answer(question, { preferred: language });
      const lines = whyLines(whyOf(knowledge, result, answerer.calibrationOf(result.language)));
      return lines.some((one) => one.startsWith(line ?? "?") && one.includes(`(${id})`)) ? [] : [`${question} (${id})`];
    });
    expect(strays).toEqual([]);
  });
});
