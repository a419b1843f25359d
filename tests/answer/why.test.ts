import { describe, expect, it } from "vitest";
import { Answerer } from "../../src/answer/answerer.js";
import { whyOf, whyPicked } from "../../src/answer/why.js";
import { assemble } from "../../src/knowledge/load.js";
import { village } from "./village.js";

const answerer = new Answerer(village);
const whyFor = (question: string, by = answerer) => {
  const result = by.answer(question);
  return whyOf(by.knowledge, result, by.calibrationOf(result.language));
};
const lookAt = (question: string) => whyFor(question).looks[0];

/** A folder of one entry, which is too small to calibrate on. */
function small(): Answerer {
  const loaded = assemble(
    new Map([
      ["knowledge.yaml", "title: A coast"],
      ["sources/gazette.md", "---\ntitle: A gazette\npublisher: A press\nlanguage: en\nrights: none\n---\n"],
      [
        "entries/coast.json",
        JSON.stringify([
          {
            id: "lighthouse-built",
            question: "When was the lighthouse built?",
            also: ["year of the lighthouse", "how old is the lighthouse"],
            answer: [{ text: "The lighthouse was built in 1887.", cites: [{ source: "gazette", paragraph: 0 }] }],
            aspect: "when",
          },
        ]),
      ],
    ]),
  );
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return new Answerer(loaded.knowledge);
}

describe("why", () => {
  it("says how sure an answer had to be: as sure as whoever asked wanted it", () => {
    const { thresholds } = answerer.calibrationOf("en");
    for (const caution of ["cautious", "balanced", "eager"] as const) {
      const result = answerer.answer("who designed the lighthouse", { caution });
      expect(whyOf(village, result, answerer.calibrationOf("en")).needed).toBe(thresholds[caution]);
    }
    expect(new Set(Object.values(thresholds)).size).toBe(3);
  });

  it("names the matched question with its entry, and the version of the knowledge", () => {
    const why = whyFor("who designed the lighthouse");
    expect(why).toMatchObject({ verdict: "answer", language: "en", version: village.version });
    expect(why.looks).toHaveLength(1);
    expect(why.looks[0].matched).toMatchObject({
      entry: "lighthouse-designer",
      question: "Who designed the Kestrel Point lighthouse?",
      isExact: false,
      notStated: false,
    });
  });

  it("has the confidence of the answer, which is as high as it needs to be", () => {
    const question = "who designed the lighthouse";
    const why = whyFor(question);
    expect(why.looks[0].matched?.confidence).toBe(answerer.answer(question).confidence);
    expect(why.looks[0].matched?.confidence).toBeGreaterThanOrEqual(why.needed);
  });

  it("tells a word that was repaired from what was typed", () => {
    expect(lookAt("who designed the lighthuose").repaired).toEqual([{ typed: "lighthuose", readAs: "lighthouse" }]);
  });

  it("tells a repaired word once, however often it was typed", () => {
    expect(lookAt("lighthuose lighthuose who designed the lighthuose").repaired).toHaveLength(1);
  });

  it("tells the words of the wordings, those of the answer alone, and those of neither", () => {
    const look = lookAt("who designed the lighthouse with rye bread for volcanoes");
    expect(look.matched?.entry).toBe("lighthouse-designer");
    expect(look.inWordings).toEqual(["designed", "lighthouse"]);
    expect(look.notCovered).toEqual(["rye", "bread"]);
    expect(look.unknown).toEqual(["volcanoes"]);
  });

  it("counts an equivalent word as one of the wordings", () => {
    expect(lookAt("How tall is the beacon?").inWordings).toContain("beacon");
  });

  it("leaves out words without meaning, and asks no cover for words of conversation", () => {
    const { inWordings, onlyInAnswer, notCovered, unknown } = lookAt("please tell me who designed the lighthouse");
    expect(inWordings).toEqual(["designed", "lighthouse"]);
    expect([...onlyInAnswer, ...notCovered, ...unknown]).toEqual([]);
  });

  it("names the runner-up, its confidence and how far behind it is", () => {
    const { ranked, matches } = answerer.answer("who designed the lighthouse").looks[0];
    expect(lookAt("who designed the lighthouse").runnerUp).toEqual({
      entry: matches[1].entry.id,
      question: "Who was the last keeper of the lighthouse?",
      confidence: matches[1].confidence,
      behind: ranked[0].score - ranked[1].score,
    });
  });

  it("knows a curator's very wording, whatever its capitals", () => {
    expect(lookAt("WHEN WAS THE KESTREL POINT LIGHTHOUSE BUILT").matched?.isExact).toBe(true);
  });

  it("marks what the sources do not say", () => {
    expect(lookAt("What is the secret recipe of the rye bread?").matched?.notStated).toBe(true);
  });

  it("has nothing near where no entry shares a word", () => {
    const why = whyFor("zxqv wkjp");
    expect(why.verdict).toBe("unknown");
    expect(why.looks).toEqual([
      {
        words: ["zxqv", "wkjp"],
        repaired: [],
        inWordings: [],
        onlyInAnswer: [],
        notCovered: [],
        unknown: ["zxqv", "wkjp"],
        heldBack: [],
      },
    ]);
  });

  it("has no word of an empty question", () => {
    expect(lookAt("?!").words).toEqual([]);
  });

  it("looks at nothing for small talk", () => {
    expect(whyFor("hello")).toMatchObject({ verdict: "smallTalk", looks: [] });
  });

  it("looks twice where two questions were asked", () => {
    const why = whyFor("when did the bakery open and who owns it?");
    expect(why.looks.map(({ matched }) => matched?.entry)).toEqual(["bakery-opened", "bakery-owner"]);
  });

  it("says that a passage answered, and what came nearest", () => {
    const withText = answerer.answer("who designed the lighthouse");
    const passage = { text: "A sentence.", citation: { source: "gazette", paragraph: 1, quote: "A sentence." } };
    const why = whyOf(village, { ...withText, answers: [], passage }, answerer.calibrationOf("en"));
    expect(why.verdict).toBe("passage");
    expect(why.looks[0].matched?.entry).toBe("lighthouse-designer");
  });

  it("speaks of the question in the language of the reply", () => {
    const why = whyFor("¿Quién diseñó el faro?");
    expect(why.language).toBe("es");
    expect(why.looks[0].matched?.question).toMatch(/^¿/);
  });
});

describe("what holds an answer back", () => {
  const holdsFor = (question: string, by = answerer) => whyFor(question, by).looks[0].heldBack;

  it.each([
    ["was the lighthouse built in 1901", [{ reason: "year", words: ["1901"] }], "another year"],
    ["who built the lighthouse", [{ reason: "otherKind", words: [] }], "another kind of question"],
    ["lighthuose", [{ reason: "thin", words: [] }], "a guessed word alone"],
    ["When was the lighthouse built?", [], "nothing, it is answered"],
    ["year of the lighthose", [], "nothing, it is answered"],
  ])("from %j is %j (%s)", (question, holds) => {
    expect(holdsFor(question, small())).toEqual(holds);
  });

  it("is never another kind where the folder is large enough to learn what that means", () => {
    expect(holdsFor("why was the lighthouse designed").map(({ reason }) => reason)).not.toContain("otherKind");
  });
});

describe("why a picked question is answered", () => {
  it("is that it was picked", () => {
    const entry = village.entryById.get("bakery-recipe");
    if (!entry) throw new Error("no such entry");
    expect(whyPicked(village, entry, "en")).toMatchObject({
      verdict: "picked",
      version: village.version,
      looks: [{ matched: { entry: "bakery-recipe", question: entry.texts.en.question, notStated: true } }],
    });
  });
});
