import { ComponentType } from "discord.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Told } from "../../src/reply.js";
import { anyReply, footnotes, hostileText } from "./hostile.js";
import { ANSWER, allText, law, NOTE, notes, render } from "./rendering.js";
import { textsOf } from "./shown.js";

describe("an answer", () => {
  it("keeps the mark of every footnote, up to forty of them, however long the texts", () => {
    const replies = fc
      .record({ reply: anyReply(hostileText), footnotes: footnotes(hostileText, 40) })
      .map(
        ({ reply, footnotes }): Told => (reply.kind === "answer" ? { ...reply, footnotes } : { ...ANSWER, footnotes }),
      );
    law(replies, (reply) => {
      if (reply.kind !== "answer") return;
      const shown = allText(reply);
      for (const { mark } of reply.footnotes) expect(shown).toContain(`-# \\[${mark}\\]`);
    });
  });

  it("keeps the marks of every statement, up to forty of them, however long the texts", () => {
    const statements = fc
      .array(hostileText, { minLength: 1, maxLength: 40 })
      .map((texts) => texts.map((text, i) => ({ text, marks: [i + 1] })));
    const replies = statements.map((all): Told => ({ ...ANSWER, statements: all, footnotes: notes(all.length) }));
    law(replies, (reply) => {
      if (reply.kind !== "answer") return;
      for (const { marks } of reply.statements) expect(textsOf(render(reply))[0]).toContain(` \\[${marks[0]}\\]`);
    });
  });

  it("has a footnote's every part", () => {
    expect(textsOf(render(ANSWER))).toEqual([
      "It was built in 1874. \\[1\\]",
      "-# \\[1\\] Gazette, “A walk”, 3 May 1998, paragraph 1: “built in 1874”",
    ]);
  });

  it("names a source's title and link in the first of its footnotes alone, and its publisher, date and place in each", () => {
    const url = "https://gazette.example/1998";
    const footnotes = [
      { ...NOTE, url },
      { ...NOTE, mark: 2, place: "paragraph 2", url },
      { ...NOTE, mark: 3, publisher: "Post" },
      { ...NOTE, mark: 4, date: "1999" },
    ];
    expect(textsOf(render({ ...ANSWER, footnotes }))[1].split("\n")).toEqual([
      `-# \\[1\\] Gazette, “A walk”, 3 May 1998, paragraph 1: “built in 1874” <${url}>`,
      "-# \\[2\\] Gazette, 3 May 1998, paragraph 2: “built in 1874”",
      "-# \\[3\\] Post, “A walk”, 3 May 1998, paragraph 1: “built in 1874”",
      "-# \\[4\\] Gazette, “A walk”, 1999, paragraph 1: “built in 1874”",
    ]);
  });

  it("names the title in each footnote where publisher and date do not tell two sources apart", () => {
    const footnotes = [NOTE, { ...NOTE, mark: 2, title: "A ride" }, { ...NOTE, mark: 3, place: "paragraph 3" }];
    const lines = textsOf(render({ ...ANSWER, footnotes }))[1].split("\n");
    expect(lines.map((line) => /“(A \w+)”/.exec(line)?.[1])).toEqual(["A walk", "A ride", "A walk"]);
  });

  it("shortens its statements before a footnote", () => {
    const [statement, note] = textsOf(render({ ...ANSWER, statements: [{ text: "word ".repeat(2000), marks: [1] }] }));
    expect(statement).toMatch(/w?o?r?d?… \\\[1\\\]$/);
    expect(statement.length).toBeGreaterThan(3000);
    expect(note).toBe("-# \\[1\\] Gazette, “A walk”, 3 May 1998, paragraph 1: “built in 1874”");
  });

  it("ends between two marks where even the marks are too many", () => {
    const statements = Array.from({ length: 300 }, () => ({ text: "x", marks: notes(40).map(({ mark }) => mark) }));
    fc.assert(
      fc.property(fc.nat(100), (length) => {
        const footnotes = [{ ...NOTE, title: "x".repeat(length) }];
        const [statement] = textsOf(render({ ...ANSWER, statements, footnotes }));
        expect(statement).toMatch(/^(x( (\\\[\d+\\\])+)? ?)+…$/);
      }),
    );
  });

  it("has a line for each footnote, whatever line breaks its parts have", () => {
    fc.assert(
      fc.property(footnotes(hostileText, 40), (all) => {
        fc.pre(all.length > 0);
        const lines = textsOf(render({ ...ANSWER, footnotes: all }))[1].split("\n");
        expect(lines).toHaveLength(all.length);
      }),
    );
  });

  it.each([
    {
      count: 20,
      form: "-# \\[20\\] Gazette, 3 May 1998, paragraph 1: “built in 1874”",
      why: "all of it fits",
    },
    { count: 38, form: "-# \\[38\\] Gazette, 3 May 1998, paragraph 1", why: "without quotations" },
    { count: 60, form: "-# \\[60\\] Gazette, paragraph 1", why: "without titles and dates" },
    { count: 150, form: "-# \\[150\\]", why: "marks alone" },
    { count: 300, form: "-# \\[1\\]–\\[300\\]", why: "first and last" },
  ])("shows $count footnotes in a form that fits: $why", ({ count, form }) => {
    expect(
      textsOf(render({ ...ANSWER, footnotes: notes(count) }))[1]
        .split("\n")
        .at(-1),
    ).toBe(form);
  });

  it.each([
    ["https://x.org/a?b=c", " <https://x.org/a?b=c>", "as it is"],
    ["https://x.org/@everyone", " <https://x.org/%40everyone>", "a mention is none any more"],
    ["https://x.org/\u202egpj", " <https://x.org/%E2%80%AEgpj>", "what turns text is spelled out"],
    ["https://x.org/> @here <", " <https://x.org/%3E%20%40here%20%3C>", "what would end it is spelled out"],
    ["javascript:alert(1)", "", "not the web"],
    ["@everyone", "", "no link"],
    ["https://name@x.org/", "", "it would tell a name"],
    ["https://:secret@x.org/", "", "it would tell a password"],
    [`https://x.org/${"a".repeat(600)}`, "", "too long"],
  ])("shows the link %j as %j: %s", (url, shown) => {
    const [, note] = textsOf(render({ ...ANSWER, footnotes: [{ ...NOTE, quote: undefined, url }] }));
    expect(note).toBe(`-# \\[1\\] Gazette, “A walk”, 3 May 1998, paragraph 1${shown}`);
  });

  it.each([
    { reply: { ...ANSWER, notStated: true }, lead: "**The sources do not say.**" },
    { reply: { ...ANSWER, fromText: true }, lead: "**In the source's own words:**" },
    { reply: { ...ANSWER, fromText: true, language: "es" }, lead: "**Con las palabras de la fuente:**" },
  ])("says what it is first: $lead", ({ reply, lead }) => {
    expect(textsOf(render(reply))[0]).toBe(`${lead}\nIt was built in 1874. \\[1\\]`);
  });

  it("stands apart from its footnotes", () => {
    expect(render(ANSWER).components.map(({ type }) => type)).toEqual([
      ComponentType.TextDisplay,
      ComponentType.Separator,
      ComponentType.TextDisplay,
    ]);
  });
});
