import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CardReply, ListReply, Told } from "../../src/reply.js";
import { hostileText } from "./hostile.js";
import { law, NOTE, notes, render } from "./rendering.js";
import { buttonsOf, picturesOf, textsOf } from "./shown.js";

describe("a card", () => {
  const CARD: CardReply = {
    kind: "card",
    language: "en",
    title: "Two *lighthouses*",
    subtitle: "event",
    rows: [
      {
        label: "When",
        statements: [
          { of: "Old", text: "In 1874.", marks: [1] },
          { of: "New", text: "In 1960.", marks: [1] },
        ],
      },
      {
        label: "Where",
        statements: [
          { text: "On a rock.", marks: [] },
          { text: "It is high.", marks: [1] },
        ],
      },
      { label: "Why", statements: [] },
    ],
    footnotes: [NOTE],
    copy: "Gazette, `A walk`, @everyone.",
    choices: [],
  };

  it("shows every field: title, kind, rows, whose each statement is, footnotes, a text to copy", () => {
    expect(textsOf(render(CARD))).toEqual([
      "### Two \\*lighthouses\\*\n-# event\n**When**\nOld\\: In 1874. \\[1\\]\nNew\\: In 1960. \\[1\\]\n**Where**\nOn a rock. It is high. \\[1\\]\n**Why**",
      "-# \\[1\\] Gazette, “A walk”, 3 May 1998, paragraph 1: “built in 1874”",
      "```\nGazette, 'A walk', @everyone.\n```",
    ]);
  });

  it("has its questions in full under their own heading, where they are not related ones", () => {
    const choices = [{ entry: "a", question: `How ${"very ".repeat(20)}tall is it?` }];
    expect(textsOf(render({ ...CARD, choices, offering: "For example" })).at(-1)).toBe(
      `**For example**\n1. ${choices[0].question}`,
    );
    expect(textsOf(render({ ...CARD, choices })).at(-1)).not.toContain("tall");
  });

  it("keeps the lines of a text to copy apart, and as many of each as there is room for", () => {
    expect(textsOf(render({ ...CARD, copy: "One.\n\nTwo." })).at(-1)).toBe("```\nOne.\nTwo.\n```");
    const [, ...lines] =
      textsOf(render({ ...CARD, copy: `${"a".repeat(2000)}\n${"b".repeat(2000)}` }))
        .at(-1)
        ?.split("\n") ?? [];
    expect(lines.slice(0, 2).map((line) => [line[0], line.length])).toEqual([
      ["a", 499],
      ["b", 499],
    ]);
  });

  it("keeps the marks of every statement and every footnote, however long the texts", () => {
    const replies = fc.array(hostileText, { minLength: 1, maxLength: 20 }).map((texts): Told => {
      const rows = texts.map((text, i) => ({ label: text, statements: [{ text, of: text, marks: [i + 1] }] }));
      return { ...CARD, rows, footnotes: notes(texts.length) };
    });
    law(replies, (reply) => {
      const [body, footer] = textsOf(render(reply));
      if (reply.kind !== "card") return;
      for (const { mark } of reply.footnotes) {
        expect(body).toContain(` \\[${mark}\\]`);
        expect(footer).toContain(`-# \\[${mark}\\]`);
      }
    });
  });
});

describe("a list", () => {
  const LIST: ListReply = {
    kind: "list",
    language: "es",
    title: "Fechas",
    lines: ["Todas las fechas."],
    items: [{ label: "1874", text: "El faro\nse construyó.", marks: [1] }],
    footnotes: [NOTE],
    paging: { command: "timeline", verb: "page", args: ["", "2016"], page: 2, pages: 3 },
    picture: { png: new Uint8Array([1]), alt: "Un eje con 1874", fileName: "Fechas 1.png" },
    choices: [],
  };

  it("shows every field: title, page, lines, labelled items, footnotes", () => {
    expect(textsOf(render(LIST))).toEqual([
      "### Fechas\n-# Página 2 de 3\nTodas las fechas.\n- **1874** El faro se construyó. \\[1\\]",
      expect.stringContaining("-# \\[1\\] Gazette"),
    ]);
  });

  it("has buttons to the pages around, with the page behind the other arguments", () => {
    expect(buttonsOf(render(LIST))).toEqual([
      { label: "Página anterior", id: "timeline:page:0123456789ab::2016:1" },
      { label: "Página siguiente", id: "timeline:page:0123456789ab::2016:3" },
    ]);
  });

  it("has its picture as a file with a plain name, and in words", () => {
    const { components, files } = render(LIST);
    expect(picturesOf({ components })).toEqual([{ url: "attachment://picture.png", description: "Un eje con 1874" }]);
    expect(files).toEqual([{ attachment: Buffer.from([1]), name: "picture.png", description: "Un eje con 1874" }]);
  });

  it("keeps the marks of every item, up to forty of them, however long the texts", () => {
    const replies = fc.array(hostileText, { minLength: 1, maxLength: 40 }).map((texts): Told => {
      const items = texts.map((text, i) => ({ text, marks: [i + 1] }));
      return { ...LIST, items, footnotes: notes(texts.length) };
    });
    law(replies, (reply) => {
      if (reply.kind !== "list") return;
      for (const { marks } of reply.items) expect(textsOf(render(reply))[0]).toContain(` \\[${marks[0]}\\]`);
    });
  });

  it("shortens its longest texts first", () => {
    const items = [
      { text: "short", marks: [1] },
      { text: "word ".repeat(2000), marks: [1] },
      { text: "also short", marks: [1] },
    ];
    const [body] = textsOf(render({ ...LIST, items }));
    expect(body).toContain("- short \\[1\\]\n");
    expect(body).toMatch(/w?o?r?d?… \\\[1\\\]\n- also short \\\[1\\\]$/);
    expect(body.length).toBeGreaterThan(3000);
  });
});
