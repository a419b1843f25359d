import { describe, expect, it } from "vitest";
import { Answerer } from "../../src/answer/answerer.js";
import { idsOf, knowledgeOf } from "./support.js";
import { village } from "./village.js";

const answerer = new Answerer(village);
const ask = (question: string, preferred?: string) => answerer.answer(question, { preferred });
const answeredBy = (question: string, preferred?: string) =>
  ask(question, preferred).answers.map(({ entry }) => entry.id);

describe("an answer", () => {
  it.each([
    ["When was the Kestrel Point lighthouse built?", "lighthouse-built", "the question as it was curated"],
    ["lighthouse construction date", "lighthouse-built", "most words of another wording"],
    ["who designed the lighthouse", "lighthouse-designer", "a part of the question"],
    ["how tall is the lighthuose", "lighthouse-height", "a mistyped word"],
    ["How tall is the beacon?", "lighthouse-height", "an equivalent word"],
    ["who won the chess tournament in 2014", "chess-winner-2014", "a year"],
    ["<@1> **who** owns the ||bakery||?", "bakery-owner", "Discord's markup"],
    ["WHO OWNS THE BAKERY", "bakery-owner", "capitals"],
    ["bakery who owns the", "bakery-owner", "words in another order"],
    ["hi, please tell me, who owns the bakery? thanks", "bakery-owner", "words of conversation"],
    ["What is the secret recipe of the rye bread?", "bakery-recipe", "what the sources do not say"],
  ])("to %j is %s: %s", (question, id) => {
    expect(ask(question).outcome).toBe("answer");
    expect(answeredBy(question)).toEqual([id]);
  });

  it("comes with a confidence from 0 to 1 that falls from candidate to candidate", () => {
    const confidences = ask("who designed the lighthouse").candidates.map(({ confidence }) => confidence);
    expect(confidences).toEqual(confidences.toSorted((a, b) => b - a));
    for (const confidence of confidences) expect(confidence >= 0 && confidence <= 1).toBe(true);
  });

  it("is the first of the candidates", () => {
    const { answers, candidates, confidence } = ask("who designed the lighthouse");
    expect(candidates[0]).toEqual(answers[0]);
    expect(confidence).toBe(answers[0].confidence);
  });

  it("is never given with less confidence where more caution is asked for", () => {
    for (const question of ["lighthouse", "chess club", "who owns it", "baker", "when was the bakery founded"]) {
      const isSure = (caution: "cautious" | "balanced" | "eager") =>
        answerer.answer(question, { caution }).outcome === "answer";
      if (isSure("cautious")) expect(isSure("balanced")).toBe(true);
      if (isSure("balanced")) expect(isSure("eager")).toBe(true);
    }
  });

  it("is the same for the same question", () => {
    for (const question of ["who designed the lighthouse", "¿Quién diseñó el faro?", "chess", "volcano", ""]) {
      expect(ask(question)).toEqual(ask(question));
    }
  });

  it("is the same from another answerer of the same knowledge, whatever was asked before", () => {
    const other = new Answerer(village);
    other.answer("¿Dónde se reúne el club de ajedrez?");
    other.answer("when did the bakery open and who owns it?");
    const strip = ({ looks, ...result }: ReturnType<typeof ask>) => result;
    expect(strip(other.answer("who designed the lighthouse"))).toEqual(strip(ask("who designed the lighthouse")));
  });
});

describe("languages", () => {
  it.each([
    ["¿Cuándo se construyó el faro?", "lighthouse-built"],
    ["quien es la duena de la panaderia", "bakery-owner"],
    ["¿Dónde se reúne el club de ajedrez?", "chess-where"],
  ])("answer the Spanish %j in Spanish", (question, id) => {
    expect(ask(question)).toMatchObject({ outcome: "answer", language: "es" });
    expect(answeredBy(question)).toEqual([id]);
  });

  it("answer in the language of the question, not in the person's", () => {
    expect(ask("Who owns the bakery?", "es").language).toBe("en");
    expect(ask("¿Quién es la dueña de la panadería?", "en").language).toBe("es");
  });

  it("answer names alone in the person's language", () => {
    expect(ask("Lena Abbot", "es").language).toBe("es");
    expect(ask("Lena Abbot", "en").language).toBe("en");
  });

  it("answer a question picked in the other language: an entry without Spanish texts is found by its own", () => {
    expect(village.entryById.get("bakery-flour")?.texts.es).toBeUndefined();
    expect(answeredBy("Where does the bakery get its flour?", "es")).toEqual(["bakery-flour"]);
  });
});

describe("choices", () => {
  it.each(["chess club", "tournament", "the lighthouse"])("are offered for the vague %j", (question) => {
    const { outcome, answers, candidates } = answerer.answer(question, { caution: "cautious" });
    expect(outcome).toBe("choices");
    expect(answers).toEqual([]);
    expect(candidates.length).toBeGreaterThan(1);
  });

  it("are offered between two years for a third one", () => {
    const { outcome, candidates } = ask("who won the chess tournament in 2012");
    expect(idsOf(candidates.slice(0, 2).map(({ entry }) => entry))).toEqual(["chess-winner-2011", "chess-winner-2014"]);
    expect(outcome).not.toBe("answer");
  });
});

describe("unknown", () => {
  it.each([
    ["what is the capital of Mongolia", "another topic"],
    ["how do volcanoes form", "no word in common"],
    ["asdf qwer zxcv", "no words at all"],
    ["what is it", "no word with meaning"],
    ["", "nothing"],
    ["🔥🔥🔥", "emoji"],
    ["<@123>", "a mention alone"],
  ])("is said to %j: %s", (question) => {
    expect(ask(question)).toMatchObject({ outcome: "unknown", answers: [], smallTalk: false });
  });

  it("has a confidence of 0 without candidates", () => {
    expect(ask("asdf qwer zxcv")).toMatchObject({ candidates: [], confidence: 0 });
  });

  it.each(["hello", "hey there", "thanks!", "are you a bot?", "what can you do?", "hola", "¿quién eres?", "gracias"])(
    "is said to the small talk %j",
    (question) => {
      expect(ask(question)).toMatchObject({ outcome: "unknown", answers: [], smallTalk: true });
    },
  );

  it.each(["hi, who owns the bakery?", "thanks, and who designed the lighthouse?"])(
    "is not said to a question that begins with small talk: %j",
    (question) => {
      expect(ask(question)).toMatchObject({ outcome: "answer", smallTalk: false });
    },
  );
});

describe("a question in two parts", () => {
  it.each([
    ["who designed the lighthouse and who owns the bakery", ["lighthouse-designer", "bakery-owner"]],
    ["who owns the bakery and who designed the lighthouse", ["bakery-owner", "lighthouse-designer"]],
    ["When was the chess club founded, and where does the chess club meet?", ["chess-founded", "chess-where"]],
    ["¿Quién diseñó el faro y cuándo abrió la panadería?", ["lighthouse-designer", "bakery-opened"]],
  ])("is answered by two entries in the order of the parts: %j", (question, ids) => {
    expect(answeredBy(question)).toEqual(ids);
  });

  it("has the lower confidence of the two", () => {
    const { answers, confidence } = ask("who designed the lighthouse and who owns the bakery");
    expect(confidence).toBe(Math.min(...answers.map((match) => match.confidence)));
  });

  it("lists the candidates of both by turns, each once", () => {
    const ids = ask("who designed the lighthouse and who owns the bakery").candidates.map(({ entry }) => entry.id);
    expect(ids.slice(0, 2)).toEqual(["lighthouse-designer", "bakery-owner"]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("is answered by one entry where both parts mean it", () => {
    expect(answeredBy("who owns the bakery and who is the proprietor of the bakery")).toEqual(["bakery-owner"]);
  });

  it("is answered by one entry where a curator wrote the whole", () => {
    const question = "Who owns the bakery and who designed the lighthouse?";
    const entries = [
      ...village.entries,
      { ...village.entries[0], id: "both", texts: { en: { question, also: [], answer: ["."] } } },
    ];
    const withBoth = new Answerer({ ...village, entries });
    expect(idsOf(withBoth.answer(question).answers.map(({ entry }) => entry))).toEqual(["both"]);
  });

  it("is no answer where one part has none", () => {
    expect(answeredBy("who owns the bakery and who discovered penicillin")).not.toHaveLength(2);
  });
});

describe("the text of a source", () => {
  const sentence = "The ferry to Dunmere sails on Friday mornings.";
  const withText = new Answerer(
    knowledgeOf({
      sources: { chronicle: { paragraphs: ["The chronicle.", sentence, "The miller tells the story of the ghost."] } },
      entries: [{ id: "bell", question: "Who rings the bell?", also: ["name of the bell ringer"] }],
    }),
  );

  it("answers what no entry does, quoted and cited", () => {
    const result = withText.answer("When does the Dunmere ferry sail on Fridays?");
    expect(result).toMatchObject({ outcome: "answer", answers: [] });
    expect(result.passage).toEqual({
      text: sentence,
      citation: { source: "chronicle", paragraph: 2, quote: sentence },
    });
  });

  it("stands back behind an entry", () => {
    expect(withText.answer("Who rings the bell?")).not.toHaveProperty("passage");
  });

  it("does not answer small talk", () => {
    expect(withText.answer("the miller tells the ghost story").passage?.citation.paragraph).toBe(3);
    expect(withText.answer("tell me a story, the miller tells the ghost story")).not.toHaveProperty("passage");
  });
});

describe("suggest", () => {
  it("offers entries that go with what was typed", () => {
    const { entries, language } = answerer.suggest("who owns the ba", "en", 5);
    expect([language, entries[0].id]).toEqual(["en", "bakery-owner"]);
  });

  it("offers well-connected entries where nothing was typed", () => {
    expect(idsOf(answerer.suggest("", "en", 3).entries)).toEqual(["chess-founded", "chess-fee", "lighthouse-designer"]);
  });

  it("does not begin with what the sources do not say", () => {
    expect(idsOf(answerer.suggest("", "en", 25).entries)).not.toContain("bakery-recipe");
  });

  it("follows the language of what was typed", () => {
    expect(answerer.suggest("¿Quién es la due", "en", 5).language).toBe("es");
  });
});
