import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { headingOf, type Knowledge } from "../../src/knowledge/model.js";
import { type EntryParts, folder } from "../support/folder.js";
import { CLUB, edited, knowledgeFrom, knowledgeOf } from "./club.js";

const MINIMAL = new Map([
  ["knowledge.yaml", "title: The lighthouse\n"],
  ["sources/logbook.md", "---\ntitle: Logbook\npublisher: The keeper\nlanguage: en\nrights: free\n---\n"],
  [
    "entries/lamp.yaml",
    "- { id: oil, question: What burns?, answer: [{ text: Whale oil., cites: [{ source: logbook, paragraph: 0 }] }] }\n",
  ],
]);

describe("loadKnowledge", () => {
  it("loads a folder with nothing but a title, a source and an entry", () => {
    expect(knowledgeOf(MINIMAL)).toMatchObject({
      headings: { en: { title: "The lighthouse", description: "" } },
      languages: ["en"],
      entities: new Map(),
      words: {},
    });
  });

  it("gives every part of an entry that may be missing its usual value", () => {
    expect(knowledgeOf(MINIMAL).entries).toEqual([
      {
        id: "oil",
        topic: "lamp",
        texts: { en: { question: "What burns?", also: [], answer: ["Whale oil."] } },
        citations: [[{ source: "logbook", paragraph: 0 }]],
        aspect: undefined,
        when: undefined,
        about: [],
        see: [],
        notStated: false,
      },
    ]);
  });

  it("gives every part of a source that may be missing its usual value", () => {
    expect(knowledgeOf(MINIMAL).sources.get("logbook")).toEqual({
      id: "logbook",
      title: "Logbook",
      publisher: "The keeper",
      language: "en",
      rights: "free",
      fingerprints: [],
      paragraphs: [],
    });
  });

  it("loads every part of an entry", () => {
    expect(knowledgeOf(CLUB).entryById.get("founding")).toEqual({
      id: "founding",
      topic: "club",
      texts: {
        en: {
          question: "When was the club founded?",
          also: ["Year of the founding"],
          answer: ["The club was founded in the spring of 1931.", "Twelve players founded it."],
        },
        es: {
          question: "¿Cuándo se fundó el club?",
          also: ["Año de la fundación"],
          answer: ["El club se fundó en la primavera de 1931.", "Lo fundaron doce jugadores."],
        },
      },
      citations: [
        [{ source: "minutes-1931", paragraph: 2, quote: "founded in the spring of 1931" }],
        [{ source: "minutes-1931", paragraph: 2, quote: "twelve players" }],
      ],
      aspect: "when",
      when: "1931",
      about: ["club"],
      see: ["first-match"],
      notStated: false,
    });
  });

  it("loads every part of a source with its text", () => {
    expect(knowledgeOf(CLUB).sources.get("minutes-1931")).toEqual({
      id: "minutes-1931",
      title: "Minutes of the first meeting",
      publisher: "The chess club",
      published: "1931-04-12",
      language: "en",
      url: "https://club.example/minutes",
      rights: "the club's own",
      fingerprints: [],
      paragraphs: [
        "Minutes",
        "The club was founded in the spring of 1931 by twelve players.\nThey met in the reading room of the library.",
        "The fee is “two crowns” a year, said the treasurer’s note.",
      ],
    });
  });

  it("loads a cited-only source without a text", () => {
    const source = knowledgeOf(CLUB).sources.get("gazette-1932");
    expect([source?.paragraphs, source?.fingerprints.length]).toEqual([[], 2]);
  });

  it("loads every part of an entity", () => {
    expect([...knowledgeOf(CLUB).entities.values()]).toEqual([
      {
        id: "club",
        kind: "organisation",
        names: {
          en: { name: "Harbour Chess Club", aliases: ["the club"] },
          es: { name: "Club de Ajedrez del Puerto", aliases: [] },
        },
        entry: undefined,
      },
      { id: "quill", kind: "person", names: { en: { name: "Ada Quill", aliases: [] } }, entry: "first-match" },
    ]);
  });

  it("makes one group of a word and its equivalents", () => {
    expect(knowledgeOf(CLUB).words).toEqual({ en: [["match", "game", "contest"]], es: [["partida", "juego"]] });
  });

  it.each([
    ["1931", "a year, which YAML reads as a number"],
    ["1931-04", "a month"],
    ["1931-04-12", "a day"],
    ["1931-04-12/1931-04-13", "a period of days"],
    ["1931/1933", "a period of years"],
    ["1932-02-29", "a leap day"],
    ["1931-04-12/1931-04-12", "a period of one day"],
  ])("takes the dated fact %s: %s", (when) => {
    expect(knowledgeFrom({ files: { "entries/a.yaml": entryFile(`when: ${when}`) } }).entries[0].when).toBe(when);
  });

  it.each(["1931", "1931-04", "1931-04-12"])("takes an article's date %s", (published) => {
    const { sources } = knowledgeOf(
      edited({ file: "sources/minutes-1931.md", from: "published: 1931-04-12", to: `published: ${published}` }),
    );
    expect(sources.get("minutes-1931")?.published).toBe(published);
  });

  it.each(["a", "7", "talks-2016-dates", "0-0", "f".repeat(60)])("takes the id %s", (id) => {
    expect(knowledgeFrom({ entries: [{ id }] }).entryById.has(id)).toBe(true);
  });

  it.each(["entries/a.yaml", "entries/a.yml", "entries/a.json"])("calls the topic of %s a", (file) => {
    const [entry] = [...folder({ entries: { "a.json": [{ id: "fee" }] } }).values()].slice(-1);
    expect(knowledgeFrom({ files: { [file]: entry } }).entries[0].topic).toBe("a");
  });

  it.each(["", "# nothing yet\n", "null\n", "[]\n"])("takes the list %j for an empty one", (content) => {
    expect(knowledgeFrom({ files: { "entries/a.yaml": content, "entities.yaml": content } }).entries).toEqual([]);
  });

  it.each(["", "# nothing yet\n", "{}\n"])("takes the words %j for none", (content) => {
    expect(knowledgeFrom({ files: { "words.yaml": content } }).words).toEqual({});
  });

  it("takes a language that is listed twice once", () => {
    expect(knowledgeFrom({ knowledge: "title: a\nlanguages: [es, en, es]\n" }).languages).toEqual(["es", "en"]);
  });

  it("takes the entry's own texts for those of the first language", () => {
    const [entry] = knowledgeFrom({ knowledge: "title: a\nlanguages: [de, en]\n", entries: [{ id: "fee" }] }).entries;
    expect(Object.keys(entry.texts)).toEqual(["de"]);
  });

  it.each([
    ["", { title: "The club", description: "On a club" }, "no block: the default language's"],
    ["es: { title: El club }\n", { title: "El club", description: "On a club" }, "a title alone"],
    ["es: { title: El club, description: De un club }\n", { title: "El club", description: "De un club" }, "both"],
  ])("takes the title and description of another language from its block %j: %j (%s)", (block, heading) => {
    const loaded = knowledgeFrom({
      knowledge: `title: The club\ndescription: On a club\nlanguages: [en, es]\n${block}`,
    });
    expect(headingOf(loaded, "es")).toEqual(heading);
    expect(headingOf(loaded, "en")).toEqual({ title: "The club", description: "On a club" });
  });

  it("keeps the titles of topics in the curator's order", () => {
    const knowledge = "title: a\ntopics:\n  talks: { en: The talks }\n  a: { en: Another }\n";
    expect(Object.entries(knowledgeFrom({ knowledge }).topicTitles)).toEqual([
      ["talks", { en: "The talks" }],
      ["a", { en: "Another" }],
    ]);
  });

  it("loads the same knowledge from JSON as from YAML", () => {
    const club = { id: "fee", also: ["Cost"], aspect: "how-many", when: "1931", see: ["rooms"], notStated: true };
    const entries: EntryParts[] = [club, { id: "rooms", answer: ["One.", "Two."] }];
    const [yaml, json] = ["a.yaml", "a.json"].map((name) => knowledgeFrom({ entries: { [name]: entries } }));
    expect({ ...json, version: "" }).toEqual({ ...yaml, version: "" });
  });

  it("loads the same from files in any order, the version too", () => {
    fc.assert(
      fc.property(shuffled([...CLUB]), (files) => {
        expect(inOrderOf(knowledgeOf(new Map(files)))).toEqual(inOrderOf(knowledgeOf(CLUB)));
      }),
      { numRuns: 20 },
    );
  });

  it("loads the same from entries, entities and words in any order, but for the version", () => {
    const all = (["fee", "rooms", "rules", "prizes", "boards"] as const).map((id) => ({ id, about: ["b", "a"] }));
    const entities = ["a", "b", "c"].map((id) => ({ id, kind: "place", name: id }));
    const words = ["match", "prize", "board"].map((word) => [word, [`${word}s`, "thing"]] as const);
    const load = (entries: typeof all, places: typeof entities, groups: typeof words) =>
      inOrderOf({
        ...knowledgeFrom({ entries, entities: places, words: { en: Object.fromEntries(groups) } }),
        version: "",
      });
    fc.assert(
      fc.property(shuffled(all), shuffled(entities), shuffled(words), (...parts) => {
        expect(load(...parts)).toEqual(load(all, entities, words));
      }),
      { numRuns: 20 },
    );
  });
});

function entryFile(line: string): string {
  return (
    "- id: fee\n  question: How much is the fee?\n  answer: [{ text: Two crowns., cites: [{ source: almanac, paragraph: 0 }] }]\n" +
    `  ${line}\n`
  );
}

function shuffled<T>(items: readonly T[]): fc.Arbitrary<T[]> {
  return fc.shuffledSubarray([...items], { minLength: items.length });
}

/** The knowledge with its maps as lists, so that their order is compared too. */
function inOrderOf(knowledge: Knowledge) {
  const { sources, entryById, entities } = knowledge;
  return { ...knowledge, sources: [...sources], entryById: [...entryById], entities: [...entities] };
}
