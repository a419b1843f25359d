import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Answerer } from "../../src/answer/answerer.js";
import { whyOf } from "../../src/answer/why.js";
import { type Files, readFolder } from "../../src/knowledge/files.js";
import { parseData } from "../../src/knowledge/parse.js";
import { whyLines } from "../../src/why-text.js";
import { assembled } from "./support.js";

const { files } = readFolder(fileURLToPath(new URL("../../knowledge", import.meta.url)));
const shipped = assembled(files);
const answerer = new Answerer(shipped);

describe("the shipped knowledge", { timeout: 60_000 }, () => {
  it.each(shipped.languages)("every curated question finds its own entry first (%s)", (language) => {
    const strays = shipped.entries.flatMap(({ id, texts }) => {
      const question = texts[language]?.question;
      if (question === undefined) return [];
      const found = answerer.answer(question, { preferred: language }).candidates[0]?.entry.id;
      return found === id ? [] : [`${question} (${id}) finds ${found}`];
    });
    expect(strays).toEqual([]);
  });

  it.each([
    ["What posts do Alex Lee and Bruce Swartz hold?", ["about-alex-lee", "about-bruce-swartz"]],
    ["¿De qué país son Khrámov y Krutskij?", ["about-khramov", "about-krutskikh"]],
    ["Who spoke for the Americans in Washington, Lee and Swartz?", ["washington-us-side"]],
  ])("tells of each of two people, unless one entry tells of both: %s", (question, entries) => {
    expect(answerer.answer(question).answers.map(({ entry }) => entry.id)).toEqual(entries);
  });

  it.each([
    ["when was the havana meeting with the americans?", "havana-date"],
    ["when was the havana meating with the americans?", "havana-date"],
  ])("finds the entry of the kind that is asked for among all about one event: %s", (question, entry) => {
    expect(answerer.answer(question).answers.map((match) => match.entry.id)).toEqual([entry]);
  });

  it("shuffling the files and the entries in them changes no answer", () => {
    const questions = shipped.entries.flatMap(({ texts }) => Object.values(texts).map(({ question }) => question));
    const asked = questions.filter((_, i) => i % 4 === 0);
    const answersOf = (of: Answerer) => asked.map((question) => digestOf(of, question));
    const calibrationsOf = (of: Answerer) => shipped.languages.map((language) => of.calibrationOf(language));
    const [answers, calibrations] = [answersOf(answerer), calibrationsOf(answerer)];
    fc.assert(
      fc.property(shuffled(files), (other) => {
        const again = new Answerer(assembled(other));
        expect(answersOf(again)).toEqual(answers);
        expect(calibrationsOf(again)).toEqual(calibrations);
      }),
      { numRuns: 2, endOnFailure: true },
    );
  });

  it("no input crashes anything", () => {
    fc.assert(
      fc.property(hostile(), fc.constantFrom("en", "es", "fr"), (question, preferred) => {
        const result = answerer.answer(question, { preferred });
        expect(["answer", "choices", "unknown"]).toContain(result.outcome);
        expect(result.confidence >= 0 && result.confidence <= 1).toBe(true);
        expect(result.answers.length > 0 || result.passage !== undefined).toBe(result.outcome === "answer");
        const why = whyOf(shipped, result, answerer.calibrationOf(result.language));
        expect(why.looks).toHaveLength(result.smallTalk ? 0 : result.looks.length);
        expect(whyLines(why).at(-1)).toContain(shipped.version);
        expect(answerer.suggest(question, preferred, 25).entries.length).toBeLessThanOrEqual(25);
      }),
      { numRuns: 1000 },
    );
  });
});

/** What people and programs see of an answer, numbers to the last digit. */
function digestOf(of: Answerer, question: string): string {
  const { outcome, language, answers, candidates } = of.answer(question);
  const show = (matches: typeof answers) => matches.map(({ entry, confidence }) => `${entry.id} ${confidence}`);
  return JSON.stringify([outcome, language, show(answers), show(candidates)]);
}

/** The same folder with its files, the lists in them and the groups of equivalent words in another order, written as JSON. */
function shuffled(folder: Files): fc.Arbitrary<Files> {
  const inAnyOrder = <T>(items: readonly T[]) =>
    fc.shuffledSubarray([...items], { minLength: items.length, maxLength: items.length });
  const each = [...folder].map(([path, content]): fc.Arbitrary<[string, string]> => {
    const parsed = path.endsWith(".md") ? [] : parseData(content, path.endsWith(".json") ? "json" : "yaml");
    if (Array.isArray(parsed)) return fc.constant([path, content]);
    const { data } = parsed;
    if (Array.isArray(data)) {
      const name = path.replace(/^(entries\/.*)\.ya?ml$/, "$1.json");
      return inAnyOrder(data).map((items) => [name, JSON.stringify(items)]);
    }
    if (path !== "words.yaml") return fc.constant([path, content]);
    const groups = Object.entries(data as Readonly<Record<string, object>>);
    const languages = groups.map(([code, byWord]) =>
      inAnyOrder(Object.entries(byWord)).map((pairs) => [code, Object.fromEntries(pairs)]),
    );
    return fc.tuple(...languages).map((pairs) => [path, JSON.stringify(Object.fromEntries(pairs))]);
  });
  return fc
    .tuple(...each)
    .chain((list) => inAnyOrder(list))
    .map((list) => new Map(list));
}

/** What people paste, mistake and try on a bot. */
function hostile(): fc.Arbitrary<string> {
  const made = (pieces: readonly string[], maxLength: number) =>
    fc.array(fc.constantFrom(...pieces), { maxLength }).map((list) => list.join(""));
  return fc.oneof(
    fc.constantFrom(
      "",
      " ",
      "\n",
      "\0",
      "?",
      "constructor",
      "__proto__",
      "toString",
      "a".repeat(4000),
      "x ".repeat(4000),
    ),
    fc.string({ unit: "binary", minLength: 1, maxLength: 200 }),
    fc.string({ unit: "grapheme", minLength: 3000, maxLength: 5000, size: "max" }),
    made(["🔥", "👩‍🚀", "🇨🇺", "❤️", "🏴‍☠️"], 50),
    fc.string({ unit: fc.integer({ min: 0, max: 0x9f }).map((code) => String.fromCharCode(code)) }),
    made(["\u202e", "\u200f", "متى", "اجتماع", "כנס", " ", "Cuba", "?"], 40),
    made(["@everyone", "@here", "<@1>", "<@&2>", "<#3>", "<:e:4>", "<t:5:R>", "</ask:6>", " who ", "<"], 40),
    made(["**", "__", "~~", "||", "`", "```js\n", "> ", ">>> ", "# ", "[a](https://x.org)", "Havana", "\n", "\\"], 60),
    made(["\u001b[31m", "\u001b[0m", "\u001b]0;x\u0007", "\u001b", "[2J", "when", " "], 40),
    made(
      ["когда", "встреча", "网络", "犯罪", "いつ", "어디", "कब", "เมื่อ", "πότε", " ", "\u0301", "\ud800", "\udfff"],
      60,
    ),
    made(
      ["who ", "and ", "when ", "where ", "cuba ", "cybercrime ", "2015 ", "y ", "quién ", "not ", "cyebrcrime "],
      400,
    ),
  );
}
