import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { commands } from "../../commands/index.js";
import { projectDir } from "../../src/config.js";
import { plainText } from "../../src/reply-text.js";
import { chat, replyTo } from "../../src/terminal/chat.js";
import { paintFor, showReply } from "../../src/terminal/paint.js";
import { villageAnswerer, villageContext } from "../support/village.js";

const answerer = villageAnswerer();
const context = villageContext(answerer);
const fresh = () => villageContext(answerer);
const plain = paintFor(false);

async function typed(...lines: string[]): Promise<string> {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const context = fresh();
  const done = chat({ input, output, interactive: false, paint: plain }, () => context, ["a line of introduction"]);
  for (const line of lines) input.write(`${line}\n`);
  input.end();
  await done;
  return output.read()?.toString() ?? "";
}

describe("chat", () => {
  it("says what it is, and what can be asked", async () => {
    const text = await typed();
    expect(text).toContain("a line of introduction");
    expect(text).toContain("I answer questions from a curated knowledge base: The village.");
    expect(text).toContain("1. ");
  });

  it("answers a question with its footnotes", async () => {
    expect(await typed("when did the bakery open?")).toContain(
      "The bakery opened in 1998. [1]\n\n  [1] Village Press, “The village gazette”, 1 May 1998, paragraph 1: “in 1998” <https://gazette.example/1998>",
    );
  });

  it("numbers the statements' footnotes one after the other", async () => {
    expect(await typed("who is the baker")).toContain("The baker is Ada Brown. [1]\nHer bakery is on Mill Street. [2]");
  });

  it("takes a number as a pick from the questions just offered", async () => {
    expect(await typed("when did the bakery open?", "1")).toContain("The baker is Ada Brown.");
  });

  it("says which numbers there are where another one is typed", async () => {
    expect(await typed("when did the bakery open?", "9")).toContain("Choose a number from 1 to 2.");
  });

  it("takes no number below zero for a pick", async () => {
    expect(await typed("when did the bakery open?", "-1")).toMatch(/Choose a number from 1 to 2\.\n\n$/);
    expect(await typed("/topics", "-1")).toMatch(/There is only number 1\.\n\n$/);
  });

  it("goes on in Spanish where a command is called by its Spanish name, until something else is asked", async () => {
    expect(await typed("/temas", "1")).toContain("Elija una pregunta:");
    expect(await typed("/temas", "-1")).toMatch(/Solo hay el número 1\.\n\n$/);
    expect(await typed("/temas", "/topics", "1")).toContain("Choose a question:");
    expect(await typed("/temas", "zxqv wkjp")).toContain("I found nothing in my sources");
  });

  it("leaves out empty lines", async () => {
    expect((await typed("", "   ")).match(/I found nothing/g)).toBeNull();
  });

  it.each(["exit", "/quit", "Salir"])("is left with %j", async (word) => {
    const shown = await typed(word, "who is the baker");
    expect(shown).not.toContain("Ada Brown");
    expect(shown).not.toContain("I found nothing");
  });

  it("ends with its input, also in the middle of a line", async () => {
    const [input, output] = [new PassThrough(), new PassThrough()];
    const context = fresh();
    const done = chat({ input, output, interactive: false, paint: plain }, () => context, []);
    input.end("who is the baker");
    await done;
    expect(output.read()?.toString()).toContain("Ada Brown");
  });
});

describe("chat with reasons", () => {
  const withWhy = async (line: string) => {
    const [input, output] = [new PassThrough(), new PassThrough()];
    const done = chat({ input, output, interactive: false, paint: plain, why: true }, () => context, []);
    input.end(`${line}\n`);
    await done;
    return output.read()?.toString() ?? "";
  };

  it.each([
    [
      "opening year of the bakrey",
      "Why this answer?\n  Your question, as I read it: “opening year of the bakrey”.",
      "answer",
    ],
    [
      "año de apertura de la panadería",
      "¿Por qué esta respuesta?\n  Su pregunta, tal como la leí:",
      "answer in Spanish",
    ],
    [
      "/ask bakery-opened",
      "Why this answer?\n  You picked this question: “When did the bakery open?” (bakery-opened).",
      "pick",
    ],
    ["zxqv wkjp", "Why?\n  Your question, as I read it: “zxqv wkjp”.", "no answer"],
    ["hello", "Why?\n  I took this for a greeting", "small talk"],
  ])("after %j shows %j (%s)", async (line, shown) => {
    expect(await withWhy(line)).toContain(shown);
  });

  it("shows none where they were not asked for, nor for what is no question", async () => {
    expect(await typed("opening year of the bakrey")).not.toContain("Why");
    expect(await withWhy("/sources")).not.toContain("Why");
  });

  it("is what `start --why` opens", () => {
    const { stdout, status } = spawnSync(
      process.execPath,
      [join(projectDir(), "bin", "footnote.mjs"), "start", "--why"],
      {
        input: "hello\n",
        encoding: "utf8",
        env: { PATH: process.env.PATH, DISCORD_TOKEN: "", LANG: "en_US.UTF-8" },
      },
    );
    expect(status).toBe(0);
    expect(stdout).toContain("Why?\n  I took this for a greeting");
  });
});

describe("replyTo", () => {
  it.each([
    ["/ask when did the bakery open", "The bakery opened in 1998.", "the first option needs no name"],
    ["/ask question: when did the bakery open", "The bakery opened in 1998.", "an option by its name, as in Discord"],
    ["/ask question:bakery-opened", "The bakery opened in 1998.", "an entry's id, as autocomplete gives it"],
    ["¿cuándo abrió la panadería?", "La panadería abrió en 1998.", "a question in Spanish is answered in Spanish"],
    ["bridge price", "The letter names no price of the bridge.", "what the sources do not say"],
    ["hello", "I answer questions from a curated knowledge base", "small talk gets help"],
    ["what is the capital of France?", "I found nothing in my sources", "nothing is near"],
    ["/nope", "There is no command /nope.", "an unknown command"],
    ["/ask", "/ask needs question: /ask question: … (Your question, in your own words)", "a missing option"],
    ["/ask private: maybe question: x", "private needs yes or no", "an option of another kind"],
    ["/sources", "Sources", "a command that lists"],
    ["/sources id: letter", "A letter", "a command that shows one thing"],
    ["/help", "The sources that answers rest on", "every command with what it does"],
  ])("answers %j with %j (%s)", async (line, expected) => {
    expect(plainText(await replyTo(line, fresh())).toLowerCase()).toContain(expected.toLowerCase());
  });

  it.each([
    ["/ayuda", "¿Qué puedo preguntar?"],
    ["/Temas", "Temas"],
    ["/cronologia", "Nada de lo que sé tiene fecha."],
    ["/CRONOLOGÍA", "Nada de lo que sé tiene fecha."],
    ["/quien", "/quién necesita"],
    ["/responder a esto", "En ese mensaje no hay palabras"],
    ["/who", "/who needs"],
    ["/timeline", "Nothing in my knowledge has a date."],
  ])("answers %j in the language of that name: %j", async (line, expected) => {
    expect(plainText(await replyTo(line, { ...fresh(), commands }))).toContain(expected);
  });

  it("speaks the person's language where the question does not tell", async () => {
    expect(plainText(await replyTo("/help", villageContext(answerer, "es")))).toContain("¿Qué puedo preguntar?");
  });

  it.each([
    ["/preguntar", "/preguntar necesita pregunta: /preguntar pregunta: …", "a missing option"],
    ["/preguntar pregunta: x privado: quizás", "privado necesita sí o no", "an option of another kind"],
    ["/nada", "/ayuda muestra las que hay", "an unknown command"],
    ["zxqv wkjp", "/temas muestra lo que se puede preguntar", "nothing is near"],
  ])("calls commands and options as a Spanish client does: %j gives %j (%s)", async (line, expected) => {
    expect(plainText(await replyTo(line, villageContext(answerer, "es")))).toContain(expected);
  });
});

describe("showReply", () => {
  it("says before an answer that the sources do not say", async () => {
    expect(showReply(await replyTo("bridge price", context), plain)).toMatch(/^The sources do not say\.\n/);
  });

  it("colours marks and footnotes on a terminal only", async () => {
    const reply = await replyTo("who is the baker", context);
    expect(showReply(reply, paintFor(true))).toContain("\u001b[2m[1]\u001b[0m");
    expect(showReply(reply, plain)).not.toContain("\u001b");
  });

  it("takes out escape sequences that a text brings", () => {
    const reply = {
      kind: "notice",
      language: "en",
      lines: ["a\u001b[31mred\u001b]0;title\u0007 \u202e text"],
      choices: [],
    } as const;
    expect(showReply(reply, plain)).toBe("a[31mred]0;title  text");
  });

  it("names a source without a date as undated", async () => {
    expect(showReply(await replyTo("bridge price", context), plain)).toContain("“A letter”, undated, paragraph 1");
  });
});
