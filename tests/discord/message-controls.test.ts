import { describe, expect, it } from "vitest";
import type { Offer, Select, Told } from "../../src/reply.js";
import { render } from "./rendering.js";
import { buttonsOf, selectsOf, textsOf } from "./shown.js";

describe("actions", () => {
  const reply = (actions: readonly Offer[]): Told => ({
    kind: "notice",
    language: "en",
    lines: ["x"],
    choices: [],
    actions,
  });
  const offer = (label: string, ...args: string[]): Offer => ({ label, command: "quiz", verb: "guess", args });

  it.each([
    { actions: [offer("A", "1"), offer("B", "2")], labels: ["A", "B"], why: "in their order" },
    { actions: [offer("A", "1"), offer("B", "1")], labels: ["A"], why: "what leads to the same is offered once" },
    {
      actions: [offer("A", "x".repeat(99)), offer("B", "1")],
      labels: ["B"],
      why: "what does not fit into an id is left out",
    },
    { actions: [offer(" \u202e", "1")], labels: [], why: "nor is one without a label" },
    { actions: [offer("x".repeat(99), "1")], labels: [`${"x".repeat(79)}…`], why: "a label is cut to 80" },
    {
      actions: Array.from({ length: 12 }, (_, i) => offer(`${i}`, `${i}`)),
      labels: [..."0123456789"],
      why: "at most ten",
    },
  ])("are buttons: $why", ({ actions, labels }) => {
    expect(buttonsOf(render(reply(actions))).map(({ label }) => label)).toEqual(labels);
  });

  it("carry a mark where they are for whoever asked", () => {
    const [{ id }] = buttonsOf(render(reply([{ ...offer("A", "1"), onlyForAsker: true }])));
    expect(id).toBe("quiz:guess!:0123456789ab:1");
  });
});

describe("what is to be selected", () => {
  const reply = (options: Select["options"]): Told => ({
    kind: "notice",
    language: "en",
    lines: ["x"],
    choices: [],
    select: { prompt: "Choose", command: "topics", verb: "show", args: [], options },
  });

  it("has at most 25 options, each with a value of its own that comes back whole", () => {
    const options = [
      { label: "first", value: "a" },
      { label: "same value", value: "a" },
      { label: "too long a value", value: "x".repeat(101) },
      { label: "", value: "no label" },
      ...Array.from({ length: 30 }, (_, i) => ({ label: `${i}`, value: `${i}` })),
    ];
    const [{ id, options: shown }] = selectsOf(render(reply(options)));
    expect(id).toBe("topics:show:0123456789ab");
    expect(shown.map(({ value }) => value)).toEqual(["a", ...Array.from({ length: 24 }, (_, i) => `${i}`)]);
  });

  it("is read in the text too where the reply is about it", () => {
    const listed = reply([
      { label: "Talks", description: "2 questions", value: "a" },
      { label: "A *forum*", value: "b" },
    ]);
    const select = listed.select && { ...listed.select, listed: true };
    expect(textsOf(render({ ...listed, select }))).toEqual(["x", "1\\. Talks \\(2 questions\\)\n2\\. A \\*forum\\*"]);
  });

  it("is left out where nothing can be chosen", () => {
    expect(selectsOf(render(reply([])))).toEqual([]);
  });
});

describe("questions to pick from", () => {
  it("are buttons with their number and the question as label", () => {
    const choices = [
      { entry: "a", question: "Who?" },
      { entry: "b", question: "When *exactly*?" },
    ];
    expect(buttonsOf(render({ kind: "choices", language: "en", choices }))).toEqual([
      { label: "1. Who?", id: "ask:pick:0123456789ab:a" },
      { label: "2. When *exactly*?", id: "ask:pick:0123456789ab:b" },
    ]);
  });

  it("are listed in words with the numbers that pick them, without markup", () => {
    const choices = [
      { entry: "a", question: "Who?" },
      { entry: "b", question: "When *exactly*, @everyone?" },
    ];
    expect(textsOf(render({ kind: "choices", language: "en", choices }))).toEqual([
      "**Did you mean one of these?**\n1. Who?\n2. When \\*exactly\\*, \\@everyone?",
    ]);
  });

  it("say first how a follow-up was read, without markup and in one line", () => {
    const reply = { kind: "choices", language: "es", choices: [], readAs: "¿Y *esto*\n<@1>?" } as const;
    expect(textsOf(render(reply))[0]).toMatch(/^-# Entendido como\\: ¿Y \\\*esto\\\* \\<\\@1\\>\?\n\*\*¿Quiso/);
  });

  it.each([
    {
      choices: [{ entry: "a", question: "x".repeat(81) }],
      labels: [`1. ${"x".repeat(76)}…`],
      why: "a label is cut to 80",
    },
    { choices: [{ entry: "a", question: "\u202e" }], labels: ["1. a"], why: "without words the id is the label" },
    {
      choices: [
        { entry: "a", question: "1" },
        { entry: "a", question: "2" },
      ],
      labels: ["1. 1"],
      why: "an entry is offered once",
    },
    {
      choices: [
        { entry: "x".repeat(99), question: "1" },
        { entry: "c", question: "2" },
      ],
      labels: ["2. 2"],
      why: "what cannot be picked is left out",
    },
  ])("fit: $why", ({ choices, labels }) => {
    expect(buttonsOf(render({ kind: "choices", language: "en", choices })).map(({ label }) => label)).toEqual(labels);
  });
});
