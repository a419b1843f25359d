import { ComponentType } from "discord.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCustomId } from "../../src/discord/custom-id.js";
import { toMessage } from "../../src/discord/message.js";
import type { AnswerReply, CardReply, Footnote, ListReply, Offer, Select, Told } from "../../src/reply.js";
import { problemsOf } from "../support/double/limits.js";
import { anyReply, footnotes, hostileText, wellFormedText } from "./hostile.js";
import { buttonsOf, picturesOf, selectsOf, textsOf } from "./shown.js";

const VERSION = "0123456789ab";
const render = (reply: Told) => toMessage(reply, { version: VERSION });
const allText = (reply: Told) => textsOf(render(reply)).join("\n");
const law = (replies: fc.Arbitrary<Told>, check: (reply: Told) => void) => fc.assert(fc.property(replies, check));

const NOTE: Footnote = {
  mark: 1,
  publisher: "Gazette",
  title: "A walk",
  date: "3 May 1998",
  place: "paragraph 1",
  quote: "built in 1874",
};
const ANSWER: AnswerReply = {
  kind: "answer",
  language: "en",
  statements: [{ text: "It was built in 1874.", marks: [1] }],
  footnotes: [NOTE],
  notStated: false,
  fromText: false,
  corrects: false,
  related: [],
};
const notes = (count: number): Footnote[] => Array.from({ length: count }, (_, i) => ({ ...NOTE, mark: i + 1 }));

describe("any reply", () => {
  it("keeps within Discord's limits", () => {
    law(anyReply(hostileText), (reply) => {
      const { flags, components } = render(reply);
      expect(problemsOf("message", { flags, components })).toEqual([]);
    });
  });

  it("shows at least one text, and none is blank", () => {
    law(anyReply(hostileText), (reply) => {
      const texts = textsOf(render(reply));
      expect(texts.length).toBeGreaterThan(0);
      for (const text of texts) expect(text.trim()).not.toBe("");
    });
  });

  it("has at most twenty buttons, each labelled, with ids of their own that can be read back", () => {
    law(anyReply(hostileText), (reply) => {
      const buttons = buttonsOf(render(reply));
      expect(buttons.length).toBeLessThanOrEqual(20);
      expect(new Set(buttons.map(({ id }) => id)).size).toBe(buttons.length);
      for (const { label, id } of buttons) {
        expect(label.trim()).not.toBe("");
        expect(readCustomId(id)).toMatchObject({ version: VERSION });
      }
    });
  });

  it("pings nobody", () => {
    law(anyReply(hostileText), (reply) => {
      expect(render(reply).allowedMentions).toEqual({ parse: [], repliedUser: false });
    });
  });

  it("has no mention, emoji or time stamp that is not escaped, and links only to the web", () => {
    law(anyReply(hostileText), (reply) => {
      // Nothing is read within a text to copy, and that has no backtick that could end it.
      const bare = allText(reply)
        .replace(/^```\n[^`]*\n```$/m, "")
        .replace(/\\[^\p{L}\p{N}\s]/gu, "");
      expect(bare.replace(/<https?:\/\/[^\s<>@\\]+>/g, "")).not.toMatch(/[<>@\\]/);
    });
  });

  it("splits no code point", () => {
    law(anyReply(wellFormedText.map((text) => text.replaceAll("\ufffd", ""))), (reply) => {
      const shown = [allText(reply), ...buttonsOf(render(reply)).flatMap(({ label, id }) => [label, id])].join("");
      expect(shown.isWellFormed()).toBe(true);
      expect(shown).not.toContain("\ufffd");
    });
  });

  it("has no control character and no mark that turns the direction of text", () => {
    law(anyReply(hostileText), (reply) => {
      const shown = [allText(reply), ...buttonsOf(render(reply)).map(({ label }) => label)].join("");
      expect(shown).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/);
    });
  });

  it("shows each of up to twenty footnotes, whatever its kind and whatever else it has", () => {
    law(anyReply(hostileText, 20), (reply) => {
      const shown = allText(reply);
      for (const { mark } of "footnotes" in reply ? reply.footnotes : []) expect(shown).toContain(`-# \\[${mark}\\]`);
    });
  });

  it("offers at most one select, of options that can be told apart and come back whole", () => {
    law(anyReply(hostileText), (reply) => {
      const selects = selectsOf(render(reply));
      expect(selects.length).toBeLessThanOrEqual(1);
      for (const { id, options } of selects) {
        expect(readCustomId(id)).toMatchObject({ command: reply.select?.command, verb: reply.select?.verb });
        const values = options.map(({ value }) => value);
        expect(new Set(values).size).toBe(values.length);
        expect(reply.select?.options.map(({ value }) => value)).toEqual(expect.arrayContaining(values));
      }
    });
  });

  it("has a picture only with its words and its file", () => {
    law(anyReply(hostileText), (reply) => {
      const { components, files } = render(reply);
      const pictures = picturesOf({ components });
      expect(pictures).toHaveLength(reply.kind === "list" && reply.picture ? 1 : 0);
      expect(pictures.map(({ url }) => url)).toEqual(files.map(({ name }) => `attachment://${name}`));
      for (const { description } of pictures) expect(description?.trim()).not.toBe("");
    });
  });

  it("is the same message every time", () => {
    law(anyReply(hostileText), (reply) => {
      expect(render(reply)).toEqual(render(reply));
    });
  });
});

describe("any reply with a line before it", () => {
  it("leaves room for the line that names who shared it, and for two more components", () => {
    law(anyReply(hostileText), (reply) => {
      const { components, flags } = toMessage(reply, { version: VERSION, lead: "lead ".repeat(100) });
      expect(textsOf({ components }).join("").length).toBeLessThanOrEqual(3850);
      const shared = { type: ComponentType.TextDisplay as const, content: "x".repeat(150) };
      expect(problemsOf("message", { flags, components: [shared, ...components] })).toEqual([]);
    });
  });
});

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
      form: "-# \\[20\\] Gazette, “A walk”, 3 May 1998, paragraph 1: “built in 1874”",
      why: "all of it fits",
    },
    { count: 38, form: "-# \\[38\\] Gazette, “A walk”, 3 May 1998, paragraph 1", why: "without quotations" },
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
