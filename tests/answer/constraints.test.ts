import { describe, expect, it } from "vitest";
import { Answerer } from "../../src/answer/answerer.js";
import { assemble } from "../../src/knowledge/load.js";

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
