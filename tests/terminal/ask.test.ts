import { PassThrough, Readable } from "node:stream";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerLine, askAll, linesFrom, questionsIn } from "../../src/terminal/ask.js";
import { paintFor } from "../../src/terminal/paint.js";
import { villageAnswerer } from "../support/village.js";

const answerer = villageAnswerer();

async function linesOf(text: string): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of linesFrom(Readable.from([Buffer.from(text)]))) lines.push(line);
  return lines;
}

describe("linesFrom", () => {
  it.each([
    ["a\nb\n", ["a", "b"], "a line ends with a line feed"],
    ["a\r\nb\r\n", ["a", "b"], "or with both"],
    ["a\n\nb\n", ["a", "", "b"], "an empty line is a question"],
    ["a\nb", ["a", "b"], "the last line may lack its end"],
    ["a\u2028b\u0085c\rd\n", ["a\u2028b\u0085c\rd"], "nothing else ends a line"],
    ["", [], "no input, no question"],
  ])("reads %j as %j (%s)", async (text, lines) => {
    expect(await linesOf(text)).toEqual(lines);
  });

  it("keeps characters whole that are split between chunks", async () => {
    const bytes = Buffer.from("¿panadería? 🥖\n");
    const lines: string[] = [];
    for await (const line of linesFrom(Readable.from([...bytes].map((byte) => Buffer.from([byte]))))) lines.push(line);
    expect(lines).toEqual(["¿panadería? 🥖"]);
  });
});

describe("answerLine", () => {
  it("gives an answer with its entry and citations", () => {
    const { ms, confidence, ...line } = answerLine(answerer, "When did the bakery open?", {
      top: undefined,
      why: false,
    });
    expect(line).toEqual({
      question: "When did the bakery open?",
      outcome: "answer",
      text: "The bakery opened in 1998.",
      notStated: false,
      entries: ["bakery-opened"],
      citations: [{ source: "gazette", paragraph: 1, quote: "in 1998" }],
      language: "en",
    });
    expect(confidence).toBeGreaterThan(0.9);
    expect(ms).toBeGreaterThanOrEqual(0);
  });

  it("gives candidates only where they were asked for, best first, also for unknown questions", () => {
    const line = answerLine(answerer, "price of bread at the bakery in gold coins", { top: 2, why: false });
    expect(line.candidates?.length).toBe(2);
    expect(line.candidates?.[0].confidence).toBeGreaterThanOrEqual(line.candidates?.[1].confidence ?? 1);
    expect(answerLine(answerer, "bakery", { top: undefined, why: false })).not.toHaveProperty("candidates");
  });

  it("answers two questions at once with both entries", () => {
    const line = answerLine(answerer, "Who is the baker and in which month is the fair held?", {
      top: undefined,
      why: false,
    });
    expect(line.entries).toEqual(["baker-name", "fair-month"]);
  });

  it("marks what the sources do not say", () => {
    expect(answerLine(answerer, "bridge price", { top: undefined, why: false }).notStated).toBe(true);
  });

  it("says why in words", () => {
    const why = answerLine(answerer, "when did the bakrey open", { top: undefined, why: true }).why ?? [];
    expect(why.join("\n")).toContain("Spelling that I put right: bakrey → bakery.");
    expect(why.join("\n")).toMatch(/Version of my knowledge: [0-9a-f]{12}\.$/);
  });

  it("gives the same bytes for the same question but for the time", () => {
    const once = () =>
      JSON.stringify({ ...answerLine(answerer, "who runs the bakehouse", { top: 3, why: true }), ms: 0 });
    expect(once()).toBe(once());
  });
});

describe("questionsIn", () => {
  it.each([
    [["who", "led", "it?"], ["who led it?"], "the words of one question"],
    [["who led it?"], ["who led it?"], "one in quotation marks"],
    [["who led it?", "when was it?"], ["who led it?", "when was it?"], "two in quotation marks"],
    [["who led it", "when?"], ["who led it", "when?"], "one word with its question mark"],
    [["who led it", "in", "Havana"], ["who led it in Havana"], "words behind a quotation"],
    [["why?", "when"], ["why? when"], "one that may go on"],
  ])("of %j are %j (%s)", (args, questions) => {
    expect(questionsIn(args)).toEqual(questions);
  });
});

describe("askAll", () => {
  const shown = async (question: string, why: boolean) => {
    const output = new PassThrough();
    await askAll(answerer, [question], { json: false, top: undefined, why }, output, paintFor(false));
    return output.read()?.toString() ?? "";
  };

  it("says why to people where they ask for it, under the title that fits", async () => {
    expect(await shown("when did the bakrey open", true)).toContain(
      "\nWhy this answer?\n  Your question, as I read it:",
    );
    expect(await shown("zxqv wkjp", true)).toContain("\nWhy?\n  Your question, as I read it:");
    expect(await shown("¿quién es la panadera?", true)).toContain("\n¿Por qué esta respuesta?\n  Su pregunta,");
    expect(await shown("when did the bakrey open", false)).not.toContain("Why");
  });

  it("writes one line of JSON a question, whatever the question", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: "binary", maxLength: 200 }), { maxLength: 5 }), async (questions) => {
        const output = new PassThrough({ highWaterMark: 1 << 24 });
        await askAll(answerer, questions, { json: true, top: 1, why: false }, output, paintFor(false));
        const lines = (output.read()?.toString() ?? "").split("\n").slice(0, -1);
        expect(lines.map((line: string) => JSON.parse(line).question)).toEqual(
          questions.map((question) => question.toWellFormed()),
        );
      }),
      { numRuns: 50 },
    );
  });
});
