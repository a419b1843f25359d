import { describe, expect, it } from "vitest";
import { Answerer } from "../../src/answer/answerer.js";
import { assemble } from "../../src/knowledge/load.js";
import { knowledgeOf } from "./support.js";

const SMALL = [
  {
    id: "lighthouse-built",
    question: "When was the lighthouse built?",
    also: ["year of the lighthouse", "how old is the lighthouse"],
    answer: [{ text: "The lighthouse was built in 1887.", cites: [{ source: "gazette", paragraph: 0 }] }],
    aspect: "when",
  },
];
const loaded = assemble(
  new Map([
    ["knowledge.yaml", "title: A coast"],
    ["sources/gazette.md", "---\ntitle: A gazette\npublisher: A press\nlanguage: en\nrights: none\n---\n"],
    ["entries/coast.json", JSON.stringify(SMALL)],
  ]),
);
if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
const answerer = new Answerer(loaded.knowledge);

describe("a folder of one entry", () => {
  it.each([
    ["When was the lighthouse built?", "answer", "its own question"],
    ["in what year was the lighthouse built", "answer", "in other words"],
    ["year of the lighthose", "answer", "with a typo"],
    ["who built the lighthouse", "choices", "another kind of question"],
    ["why was the lighthouse built", "choices", "another kind of question"],
    ["was the lighthouse built in 1901", "choices", "another year"],
    ["1887", "unknown", "a number alone"],
    ["who discovered penicillin", "unknown", "nothing in common"],
  ])("takes %j for %s (%s)", (question, outcome) => {
    expect(answerer.answer(question).outcome).toBe(outcome);
  });
});

describe("what a question names", () => {
  const people = [
    {
      id: "delegation-north",
      text: "Ann Gray led the northern delegation to the spring talks.",
      about: ["north", "gray", "spring-talks"],
    },
    {
      id: "delegation-south",
      text: "Bo Reed led the southern delegation to the autumn talks.",
      about: ["south", "reed", "autumn-talks"],
    },
  ];
  const named = new Answerer(
    knowledgeOf({
      entries: people.map(({ id, text, about }) => ({
        id,
        question: `Who led the ${id.slice(11)}ern delegation to the ${id.endsWith("north") ? "spring" : "autumn"} talks?`,
        // Says what it is not about as well, as wordings may.
        also: ["head of the delegation at the talks, northern or southern, of spring or of autumn"].map(
          (also) => `${also} (${id})`,
        ),
        answer: text,
        about,
      })),
      entities: [
        { id: "north", kind: "place", name: "Northland", aliases: ["northern"] },
        { id: "south", kind: "place", name: "Southland", aliases: ["southern"] },
        { id: "gray", kind: "person", name: "Ann Gray" },
        { id: "reed", kind: "person", name: "Bo Reed" },
        { id: "spring-talks", kind: "event", name: "spring talks" },
        { id: "autumn-talks", kind: "event", name: "autumn talks" },
        { id: "southern-press", kind: "organisation", name: "Southern Press Agency" },
      ],
    }),
  );
  const firstOf = (question: string) => {
    const { looks } = named.answer(question);
    return looks[0].ranked.map(({ entry, contradicts }) => [named.knowledge.entries[entry].id, contradicts] as const);
  };

  it.each([
    ["who was the head of the delegation to the spring talks", "delegation-south", "event"],
    ["who led the southern delegation", "delegation-north", "country"],
    ["did Bo Reed lead a delegation", "delegation-north", "person"],
  ])("in %j puts %s behind: another %s", (question, behind, contradiction) => {
    expect(firstOf(question).at(-1)).toEqual([behind, contradiction]);
  });

  it("is no country where it stands within a longer name", () => {
    const question = "who led the delegation to the spring talks, according to the Southern Press Agency";
    expect(firstOf(question)[0]).toEqual(["delegation-north", undefined]);
  });

  it("is never answered by an entry that contradicts it", () => {
    const { outcome, answers } = named.answer("who led the northern delegation to the autumn talks");
    expect([outcome === "answer", answers.length]).toEqual([false, 0]);
  });

  it("contradicts nothing where the entry is about it", () => {
    expect(firstOf("who led the southern delegation to the autumn talks")[0]).toEqual(["delegation-south", undefined]);
  });
});
