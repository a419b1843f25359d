import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { commands } from "../../commands/index.js";
import type { Context } from "../../src/command.js";
import { numberedIn } from "../../src/numbered.js";
import type { CardReply, Reply } from "../../src/reply.js";
import { plainText } from "../../src/reply-text.js";
import { chat, replyTo } from "../../src/terminal/chat.js";
import { paintFor, showReply } from "../../src/terminal/paint.js";
import { shelf, toy } from "../support/toy.js";
import { villageAnswerer, villageContext } from "../support/village.js";

const answerer = villageAnswerer();
const plain = paintFor(false);

function contextOf(preferred = "en"): Context {
  return { ...villageContext(answerer, preferred), commands: [...commands, shelf, toy] };
}

async function typed(...lines: string[]): Promise<string> {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const context = contextOf();
  const done = chat({ input, output, interactive: false, paint: plain }, () => context, []);
  for (const line of lines) input.write(`${line}\n`);
  input.end();
  await done;
  return output.read()?.toString() ?? "";
}

describe("a list in the terminal", () => {
  it("says its page and its picture in words, and numbers what can be done", async () => {
    const shown = await typed("/shelf");
    expect(shown.slice(shown.indexOf("The shelf"))).toBe(`The shelf
Page 1 of 3
Picture: A shelf with one toy
- Toy 1 It is small.

You can also choose:
  1. Next page
  2. Take it
  3. Own it
  4. Look aside

Choose a toy:
  5. Ball
  6. Cube (of wood)

`);
  });

  it.each([
    [["/shelf", "1"], "Page 2 of 3", "a page"],
    [["/shelf", "1", "1"], "Page 1 of 3", "the page before"],
    [["/shelf", "2"], "Taken: toy-1", "an action"],
    [["/shelf", "6"], "Taken: cube", "a thing to select"],
    [["/shelf", "7"], "Choose a number from 1 to 6.", "a number that is not there"],
    [["when did the bakery open?", "2"], "Quotations\n- “in 1998” [1]", "an action behind the questions"],
    [["when did the bakery open?", "1"], "The baker is Ada Brown.", "a question"],
    [["/shelf", "2", "5"], "Taken: ball", "what was offered before words that offer nothing"],
  ])("after %j shows %j (%s)", async (lines, shown) => {
    expect(await typed(...lines)).toContain(shown);
  });
});

describe("a select that is what a reply is about", () => {
  it("has the first numbers, before actions", () => {
    const select = {
      prompt: "Take",
      command: "shelf",
      verb: "take",
      args: [],
      options: [{ label: "Ball", value: "ball" }],
    };
    const reply: Reply = {
      kind: "notice",
      language: "en",
      lines: ["Toys"],
      choices: [],
      actions: [{ label: "Look", command: "shelf", verb: "aside", args: [] }],
      select: { ...select, listed: true },
    };
    expect(showReply(reply, plain, { actions: true })).toBe(
      "Toys\n\nTake:\n  1. Ball\n\nYou can also choose:\n  2. Look",
    );
    expect(numberedIn(reply).map(({ label }) => label)).toEqual(["Ball", "Look"]);
  });
});

describe("a card in the terminal", () => {
  const card: CardReply = {
    kind: "card",
    language: "en",
    title: "Two fairs",
    subtitle: "event",
    rows: [
      {
        label: "When",
        statements: [
          { of: "Fair", text: "In June.", marks: [1] },
          { text: "Or later.", marks: [] },
        ],
      },
    ],
    footnotes: [{ mark: 1, publisher: "P", title: "T", date: "1998", place: "paragraph 1", quote: "every June" }],
    copy: "P, T, 1998.",
    choices: [{ entry: "fair-month", question: "In which month is the fair held?" }],
  };

  it("shows every field", () => {
    expect(showReply(card, plain)).toBe(`Two fairs
event

When
  Fair: In June. [1]
  Or later.

  [1] P, “T”, 1998, paragraph 1: “every June”

P, T, 1998.

Related:
  1. In which month is the fair held?`);
  });

  it("names what its questions are, where they are not related ones", () => {
    expect(showReply({ ...card, offering: "For example" }, plain)).toMatch(/\n\nFor example:\n {2}1\. In which/);
  });

  it("keeps the lines of a text to copy apart", () => {
    expect(showReply({ ...card, copy: "One.\nTwo." }, plain)).toContain("\n\nOne.\nTwo.\n");
  });

  it("reads as one text", () => {
    expect(plainText(card)).toBe("Two fairs In June. Or later.");
  });
});

describe("options in the terminal", () => {
  it.each([
    ["/toy top", "top undefined    true", "the first option needs no name"],
    ["/toy name: top size: 3 shape: cube private: yes", "top number 3 cube true true", "each of its kind"],
    ["/juguete nombre: top tamaño: 3 privado: sí", "top number 3  true true", "in Spanish"],
    ["/TOY top shape: a Ball private: no", "top undefined  ball false true", "a choice by its words"],
    ["/toy", "/toy needs name", "a missing one"],
    ["/toy top size: many", "size needs a whole number within its range.", "no number"],
    ["/toy top size: 10", "size needs a whole number within its range.", "out of its range"],
    ["/toy top private: maybe", "private needs yes or no.", "neither yes nor no"],
    ["/toy top shape: pyramid", "shape can be one of these: a ball, a cube.", "no choice"],
    ["/preguntar pregunta: when did the bakery open", "The bakery opened in 1998.", "a command by its Spanish name"],
    ["/Answer this: x", "There is no command /Answer", "a longer name"],
    ["/answer this when did the bakery open?", "The bakery opened in 1998.", "a command on a message"],
    ["/Responder a esto ¿cuándo abrió la panadería?", "La panadería abrió en 1998.", "the same in Spanish"],
    ["/answer this", "There are no words in that message that I could answer.", "on a message without words"],
  ])("of %j are read: %j (%s)", async (line, expected) => {
    expect(plainText(await replyTo(line, contextOf()))).toContain(expected);
  });

  it("that are wrong are told so in the person's language", async () => {
    expect(plainText(await replyTo("/toy top private: maybe", contextOf("es")))).toBe("privado necesita sí o no.");
  });
});
