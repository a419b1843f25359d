import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { datedFacts, type FactFilter } from "../../src/timeline/facts.js";
import { spanOf } from "../../src/timeline/span.js";
import { factsOf, knowledgeOf } from "./support.js";
import { whens } from "./whens.js";

const town = knowledgeOf({
  knowledge: { title: "A town", languages: ["en", "es"] },
  entities: [
    { id: "mill", kind: "place", name: "the old mill", aliases: ["watermill"], es: { name: "el molino", aliases: [] } },
    { id: "ana", kind: "person", name: "Ana Ruiz", aliases: ["Ruiz"] },
    { id: "in", kind: "organisation", name: "IN" },
  ],
  entries: [
    { id: "fair", when: "2016-06-03/2016-06-05", answer: "The summer fair had three hundred visitors." },
    {
      id: "mill-built",
      when: "1901",
      about: ["mill"],
      answer: "The building was finished in 1901.",
      es: { question: "¿De cuándo es?", answer: ["El edificio se terminó en 1901."] },
    },
    { id: "mill-burnt", when: "2016-02-22", about: ["mill", "ana"], answer: "It burnt down." },
    { id: "mill-bought", when: "2016-02", about: ["ana", "in"], answer: "Ana bought a house on Mill Street." },
    { id: "undated", about: ["mill"], answer: "It had two wheels." },
    { id: "unknown", when: "2016", notStated: true, about: ["mill"], answer: "Nobody says who was mayor." },
  ],
});
const idsOf = (filter: FactFilter, language = "en") => datedFacts(town, language, filter).map(({ entry }) => entry.id);
const ALL = ["mill-built", "mill-bought", "mill-burnt", "fair"];

describe("datedFacts", () => {
  it("gives every entry with a date, the earliest first, but none that says that the sources do not say", () => {
    expect(idsOf({})).toEqual(ALL);
  });

  it("gives the date in words, the first statement, and the language of the text", () => {
    expect(datedFacts(town, "es", { to: "2000" })).toMatchObject([
      { when: "1901", date: "1901", text: "El edificio se terminó en 1901.", language: "es" },
    ]);
  });

  it("gives the date in the language asked for and the text in the one that there is", () => {
    expect(datedFacts(town, "es", { from: "2016-06" })).toMatchObject([
      { date: "del 3 al 5 de junio de 2016", text: "The summer fair had three hundred visitors.", language: "en" },
    ]);
  });

  it("gives a fact that two entries state in the same words once, for the first id", () => {
    const twice = knowledgeOf({
      entries: [
        { id: "b", when: "2016", answer: "It rained." },
        { id: "a", when: "2016", answer: "It rained." },
        { id: "c", when: "2017", answer: "It rained." },
      ],
    });
    expect(datedFacts(twice, "en").map(({ entry }) => entry.id)).toEqual(["a", "c"]);
  });

  it.each<[FactFilter, string[], string]>([
    [{ from: "2016" }, ["mill-bought", "mill-burnt", "fair"], "the year's first day counts"],
    [{ to: "2016-02" }, ["mill-built", "mill-bought", "mill-burnt"], "the month's last day counts"],
    [{ from: "2016-02-23" }, ["mill-bought", "fair"], "a month that is not over touches it"],
    [{ from: "2016-06-05" }, ["fair"], "the last day of a period counts"],
    [{ from: "2016-06-06" }, [], "a period is over after its last day"],
    [{ to: "2016-06-02" }, ["mill-built", "mill-bought", "mill-burnt"], "a period has not begun before its first day"],
    [{ from: "2016-02", to: "2016-02" }, ["mill-bought", "mill-burnt"], "a single month"],
    [{ from: "2016", to: "2015" }, [], "nothing lies between a later and an earlier date"],
  ])("takes %j for %j: %s", (filter, ids) => {
    expect(idsOf(filter)).toEqual(ids);
  });

  it.each<[string, string[], string]>([
    ["mill", ["mill-built", "mill-burnt"], "an id means the entity, not Mill Street"],
    ["MILL", ["mill-built", "mill-burnt"], "ids are told in any case"],
    ["the old mill", ["mill-built", "mill-burnt"], "a name"],
    ["Watermill", ["mill-built", "mill-burnt"], "an alias"],
    ["Ruíz", ["mill-bought", "mill-burnt"], "an alias with another accent"],
    ["molino", ["mill-built", "mill-burnt"], "a name in another language"],
    ["in", ["mill-bought"], "an id that is a word without meaning of its own"],
    ["mill street", ["mill-bought"], "words of the text"],
    ["the visitor of the fair", ["fair"], "words with other endings, and words without meaning"],
    ["edificio", ["mill-built"], "words of another language's text"],
    ["fair mill", [], "every word has to be there"],
    ["zeppelin", [], "a word that nothing has"],
    ["!?", [], "no word at all"],
    ["  ", ALL, "nothing typed"],
  ])("is about %j for %j: %s", (about, ids) => {
    expect(idsOf({ about })).toEqual(ids);
  });
});

describe("the order of facts", () => {
  it("puts the longer of two that begin together first, then the lower id", () => {
    const facts = factsOf([
      ["2019-01-01", "a"],
      ["2019-01", "b"],
      ["2019", "c"],
      ["2019-01-01/2019-01-03", "d"],
      ["2019-01-01", "e"],
    ]);
    expect(facts.map(({ text }) => text)).toEqual(["c", "b", "d", "a", "e"]);
  });

  it("is never against time", () => {
    fc.assert(
      fc.property(fc.array(whens, { maxLength: 12 }), (all) => {
        const starts = factsOf(all.map((when, i) => [when, `fact ${i}`])).map(({ when }) => spanOf(when).start);
        expect(starts).toEqual(starts.toSorted((a, b) => a - b));
      }),
      { numRuns: 50 },
    );
  });

  it("does not depend on the order of the files' entries", () => {
    fc.assert(
      fc.property(
        fc
          .uniqueArray(whens, { maxLength: 8 })
          .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, shuffled]) => {
          const textsOf = (list: readonly string[]) =>
            datedFacts(
              knowledgeOf({
                entries: list.map((when) => ({ id: `on-${when.replaceAll("/", "-to-")}`, when, answer: when })),
              }),
              "en",
            ).map(({ text }) => text);
          expect(textsOf(shuffled)).toEqual(textsOf(all));
        },
      ),
      { numRuns: 50 },
    );
  });
});
