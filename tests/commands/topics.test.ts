import { describe, expect, it } from "vitest";
import { Answerer } from "../../src/answer/answerer.js";
import type { Action } from "../../src/command.js";
import { knowledgeOf } from "../answer/support.js";
import { act, acted, contextIn, typed } from "./support.js";

const many = new Answerer(
  knowledgeOf({
    entries: Object.fromEntries(
      Array.from({ length: 30 }, (_, i) => [
        `topic-${i + 10}.json`,
        Array.from({ length: i === 0 ? 23 : 1 }, (_, j) => ({
          id: `q-${i}-${j + 10}`,
          question: `Question ${i} ${j}?`,
          answer: "Yes.",
        })),
      ]),
    ),
  }),
);

describe("/topics", () => {
  it("lists the topics with how many questions they have", async () => {
    expect(await typed("/topics")).toBe(`Topics
1 topic with 4 questions.
Not stated: what people ask and the sources do not say.

Choose a topic:
  1. Village (4 questions, 1 not stated)`);
  });

  it("says the same in Spanish", async () => {
    expect(await typed("/temas", "es")).toContain("1. Village (4 preguntas, 1 no consta)");
  });

  it("shows a topic's questions, last and marked in words those that the sources do not answer", async () => {
    expect(await acted("topics", { verb: "topic", values: ["village"] })).toBe(`Village
4 questions, 1 not stated.

Choose a question:
  1. Who is the baker?
  2. When did the bakery open?
  3. In which month is the fair held?
  4. Does the letter say how much the bridge cost? (the sources do not say)

You can also choose:
  5. All topics`);
  });

  it("answers a question, with the way back", async () => {
    const text = await acted("topics", { verb: "answer", args: ["village", "1"], values: ["fair-month"] });
    expect(text).toContain("Taken as: In which month is the fair held?\nThe fair is held in June. [1]");
    expect(text).toContain("Back to: Village");
  });

  it("answers as a turn of the conversation", async () => {
    const own = contextIn();
    await acted("topics", { verb: "answer", args: ["village", "1"], values: ["bakery-opened"] }, own);
    expect(own.forget()).toBe(true);
  });

  it.each([
    ["1", 25, 1, 2],
    ["2", 5, 2, 2],
    ["9", 5, 2, 2],
    ["-1", 25, 1, 2],
  ])("shows page %s of thirty topics: %i of them", async (page, count, at, pages) => {
    const reply = await act("topics", { verb: "list", args: [page] }, contextIn("en", many));
    expect(reply?.select?.options).toHaveLength(count);
    expect(reply).toMatchObject({ paging: { page: at, pages } });
  });

  it.each([
    ["1", ["q-0-10", "q-0-19"], 1],
    ["3", ["q-0-30", "q-0-32"], 3],
    ["99", ["q-0-30", "q-0-32"], 3],
  ])("shows page %s of 23 questions: from %j", async (page, ends, at) => {
    const reply = await act("topics", { verb: "page", args: ["topic-10", page] }, contextIn("en", many));
    const ids = reply?.select?.options.map(({ value }) => value) ?? [];
    expect([ids[0], ids.at(-1)]).toEqual(ends);
    expect(reply).toMatchObject({ paging: { page: at, pages: 3 } });
  });

  it.each<[Partial<Action>, string]>([
    [{ verb: "topic", values: ["nowhere"] }, "a topic that is gone"],
    [{ verb: "topic" }, "no topic"],
    [{ verb: "answer", args: ["village", "1"], values: ["nobody"] }, "a question that is gone"],
    [{ verb: "answer", args: ["village", "1"] }, "no question"],
  ])("leads nowhere with %j (%s)", async (action) => {
    expect(await acted("topics", action)).toBeUndefined();
  });
});
