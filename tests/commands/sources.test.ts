import { describe, expect, it } from "vitest";
import { commands } from "../../commands/index.js";
import { type Action, commandNamed } from "../../src/command.js";
import { acted, contextIn, typed } from "./support.js";

describe("/sources", () => {
  it("lists every source with its date or that it has none", async () => {
    expect(await typed("/sources")).toBe(`Sources
2 sources, 4 curated questions.

Choose a source:
  1. Village Press, 1 May 1998 (The village gazette)
  2. The mayor, undated (A letter)`);
  });

  it("shows a source's record, age, use and reference", async () => {
    expect(await typed("/sources gazette")).toBe(`The village gazette
Source gazette

Record
  Publisher: Village Press [1]
  Published: 1 May 1998, 28 years old [1]
  Language: English [1]
  Rights: free to quote [1]
  Text: full text [1]

Cited for
  3 questions; 2 of its 3 paragraphs are cited.
  Village: 3 questions

  [1] Village Press, “The village gazette”, 1 May 1998, the source's record <https://gazette.example/1998>

Village Press, “The village gazette”, 1 May 1998. https://gazette.example/1998

It answers, for example:
  1. Who is the baker?
  2. When did the bakery open?
  3. In which month is the fair held?

You can also choose:
  4. All its questions
  5. All sources

Choose a topic to see its questions:
  6. Village (3 questions)`);
  });

  it("says of an undated one that it is, and gives it no age", async () => {
    const text = await typed("/sources letter");
    expect(text).toContain("Published: undated [1]\n");
    expect(text).toContain("Text: cited only; its text is not kept here [1]\n");
  });

  it("speaks Spanish", async () => {
    const text = await typed("/fuentes id: gazette", "es");
    expect(text).toContain("Publicación: 1 de mayo de 1998, de hace 28 años [1]\n  Idioma: inglés [1]");
    expect(text).toContain("3 preguntas; se citan 2 de sus 3 párrafos.");
  });

  it.each([
    ["village press", "The village gazette", "a publisher"],
    ["A LETTER", "A letter", "a title"],
    ["the", "Sources", "what several have"],
    ["nowhere", 'Sources\nThere is no source "nowhere".', "what none has"],
  ])("takes %j for %j (%s)", async (name, start) => {
    expect((await typed(`/sources ${name}`)).startsWith(start)).toBe(true);
  });

  it.each([
    ["", ["gazette", "letter"]],
    ["gaz", ["gazette"]],
    ["MAYOR", ["letter"]],
    ["zzz", []],
  ])("completes %j with %j", async (letters, ids) => {
    const found = await commandNamed(commands, "sources")?.complete?.("id", letters, contextIn());
    expect(found?.map(({ value }) => value)).toEqual(ids);
  });

  it.each<[Partial<Action>, string, string]>([
    [{ verb: "page", args: ["gazette", ""] }, "The village gazette\n", "all"],
    [{ verb: "topic", args: ["gazette"], values: ["village"] }, "Village\n", "on a topic"],
  ])("shows the questions that cite a source with %j (%s)", async (action, line) => {
    const text = await acted("sources", action);
    expect(text).toContain(`Questions that cite Village Press\n${line}`);
    expect(text?.match(/^ {2}\d+\. .*\?$/gm)).toHaveLength(3);
  });

  it("answers one of them, with the way back", async () => {
    const text = await acted("sources", { verb: "answer", args: ["gazette", "village", "1"], values: ["fair-month"] });
    expect(text).toContain("The fair is held in June.");
    expect(text).toContain("Back to: Questions that cite Village Press");
  });

  it.each<[Partial<Action>, string]>([
    [{ verb: "show", values: ["nowhere"] }, "a source that is gone"],
    [{ verb: "page", args: ["gazette", "nothing"] }, "a topic that it does not have"],
    [{ verb: "answer", args: ["letter", "", "1"], values: ["fair-month"] }, "a question that does not cite it"],
  ])("leads nowhere with %j (%s)", async (action) => {
    expect(await acted("sources", action)).toBeUndefined();
  });
});
