import { describe, expect, it } from "vitest";
import type { Context } from "../../src/command.js";
import { replyTo } from "../../src/terminal/chat.js";
import { acted, contextIn, typed, VILLAGE } from "./support.js";

describe("/cite", () => {
  const card = `Who is the baker?
Entry baker-name, under: Village

Answer
  The baker is Ada Brown. [1]
  Her bakery is on Mill Street. [2]

  [1] Village Press, “The village gazette”, 1 May 1998, paragraph 1: “The baker Ada Brown” <https://gazette.example/1998>
  [2] Village Press, “The village gazette”, 1 May 1998, paragraph 1: “on Mill Street” <https://gazette.example/1998>

Village Press, “The village gazette”, 1 May 1998, paragraph 1. https://gazette.example/1998`;

  it.each([
    ["/cite baker-name", "an entry's id"],
    ["/cite whose bakery is it", "a question in other words"],
    ["/cite pregunta: baker-name", "its option by its Spanish name"],
  ])("%s shows every citation in full and a reference (%s)", async (line) => {
    expect(await typed(line)).toBe(card);
  });

  it("says what the sources do not say, and that they are undated", async () => {
    const text = await typed("/cite mayor-letter");
    expect(text).toContain("The sources do not say\n  The letter names no price of the bridge. [1]");
    expect(text).toMatch(/\nThe mayor, “A letter”, undated, paragraph 1\.$/);
  });

  it.each([
    ["/citar fair-month", "en"],
    ["/cite fair-month", "es"],
  ])("speaks Spanish by its name or to whoever does: %s, %s", async (line, preferred) => {
    const text = await typed(line, preferred);
    expect(text).toContain("Respuesta\n  La feria es en junio. [1]");
    expect(text).toContain("Village Press, “The village gazette”, 1 de mayo de 1998, párrafo 2.");
  });

  it("cites a sentence where no entry answers", async () => {
    const text = await typed("/cite until when do potters sell their jugs under the old oak?");
    expect(text).toContain("Potters sell their jugs under the old oak until dusk. [1]");
    expect(text).toContain("1 May 1998, paragraph 3. https");
  });

  it("offers what an unsure question may mean, to be cited", async () => {
    const unsure: Context = {
      ...contextIn(),
      answer: (...asked) => ({
        ...contextIn().answer(...asked),
        outcome: "choices",
        answers: [],
        candidates: VILLAGE.knowledge.entries.map((entry) => ({ entry, confidence: 0.5 })),
      }),
    };
    const reply = await replyTo("/cite the bakery", unsure);
    expect(reply.select).toMatchObject({ command: "cite", verb: "show" });
    expect(await acted("cite", { verb: "show", values: [reply.select?.options[0].value ?? ""] })).toBe(card);
  });

  it("says that it found nothing", async () => {
    expect(await typed("/cite zxqv wkjp")).toContain("I found nothing in my sources");
  });

  it("leads nowhere with an entry that is gone", async () => {
    expect(await acted("cite", { verb: "show", values: ["gone"] })).toBeUndefined();
  });
});
