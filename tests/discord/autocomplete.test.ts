import { describe, expect } from "vitest";
import { Answerer } from "../../src/answer/answerer.js";
import { harbour } from "./harbour.js";
import { textsOf } from "./shown.js";
import { choicesOf, countAnswers, HARBOUR, it } from "./support.js";

const MANY_SOURCES = new Answerer(harbour({ extraSources: 60 }));

describe("autocompletion of /ask", () => {
  it("offers questions; the values are ids of entries", async ({ connect }) => {
    const { discord } = await connect();
    const choices = await choicesOf(
      discord.autocomplete({ command: "ask", focused: "question", value: "how tall is" }),
    );
    expect(choices[0]).toEqual({ name: "How tall is the lighthouse?", value: "lighthouse-height" });
    for (const { value } of choices) expect(HARBOUR.knowledge.entryById.has(String(value))).toBe(true);
  });

  it("offers questions before anything was typed", async ({ connect }) => {
    const { discord } = await connect();
    const choices = await choicesOf(discord.autocomplete({ command: "ask", focused: "question", value: "" }));
    expect(choices.length).toBeGreaterThan(5);
  });

  it("offers Spanish questions to who types Spanish", async ({ connect }) => {
    const { discord } = await connect();
    const choices = await choicesOf(
      discord.autocomplete({ command: "ask", focused: "question", value: "¿Cuánto cuesta", locale: "es-ES" }),
    );
    expect(choices[0]).toEqual({ name: "¿Cuánto cuesta un billete del transbordador?", value: "ferry-price" });
  });

  it("answers a value that was picked", async ({ connect }) => {
    const { discord, ask } = await connect();
    const [{ value }] = await choicesOf(
      discord.autocomplete({ command: "ask", focused: "question", value: "how tall is" }),
    );
    expect(textsOf(await ask(String(value)))[0]).toBe("The lighthouse is 41 metres tall. \\[1\\]");
  });

  it("answers a value that was picked in the language of the person's client", async ({ connect }) => {
    const { ask } = await connect();
    expect(textsOf(await ask("lighthouse-height", { locale: "es-ES" }))[0]).toBe("El faro mide 41 metros. \\[1\\]");
  });

  it("leaves free text as it is", async ({ connect }) => {
    const { discord, ask } = await connect();
    await choicesOf(discord.autocomplete({ command: "ask", focused: "question", value: "how tall" }));
    expect(textsOf(await ask("what is the height of the lighthouse"))[0]).toBe(
      "The lighthouse is 41 metres tall. \\[1\\]",
    );
  });

  it.for(["\u202e\u0000", "@everyone", "```", "x".repeat(6000), "😀".repeat(500)])(
    "takes %j as typed text",
    async (value, { connect }) => {
      const { discord } = await connect();
      const choices = await choicesOf(discord.autocomplete({ command: "ask", focused: "question", value }));
      expect(choices.length).toBeLessThanOrEqual(25);
    },
  );

  it("offers nothing for a command that the bot does not know", async ({ connect }) => {
    const { discord } = await connect();
    expect(await choicesOf(discord.autocomplete({ command: "forgotten", focused: "x", value: "" }))).toEqual([]);
  });

  it("offers nothing where looking fails", async ({ connect }) => {
    const suggest = () => {
      throw new Error("broken");
    };
    const { discord } = await connect({ context: (usual) => ({ ...usual, suggest }) });
    expect(await choicesOf(discord.autocomplete({ command: "ask", focused: "question", value: "x" }))).toEqual([]);
    expect(countAnswers(discord)).toBe(1);
  });
});

describe("autocompletion of /sources", () => {
  it("offers the sources that have the typed letters", async ({ connect }) => {
    const { discord } = await connect();
    const choices = await choicesOf(discord.autocomplete({ command: "sources", focused: "id", value: "RESC" }));
    expect(choices).toEqual([{ name: "Harbour office: List of *rescues*", value: "harbour-list" }]);
  });

  it("offers 25 where there are more", async ({ connect }) => {
    const { discord } = await connect({ answerer: MANY_SOURCES });
    expect(await choicesOf(discord.autocomplete({ command: "sources", focused: "id", value: "log" }))).toHaveLength(25);
  });
});

describe("what is offered", () => {
  it("is cut to Discord's lengths, and left out where it has no label or too long a value", async ({ connect }) => {
    const suggest = () => [
      { entry: "long", question: "😀".repeat(80) },
      { entry: "blank", question: " \n " },
      { entry: "v".repeat(101), question: "too long a value" },
      ...Array.from({ length: 30 }, (_, i) => ({ entry: `e${i}`, question: `question ${i}` })),
    ];
    const { discord } = await connect({ context: (usual) => ({ ...usual, suggest }) });
    const choices = await choicesOf(discord.autocomplete({ command: "ask", focused: "question", value: "x" }));
    expect(choices.map(({ value }) => value)).toEqual(["long", ...Array.from({ length: 24 }, (_, i) => `e${i}`)]);
    expect(choices[0].name).toBe(`${"😀".repeat(49)}…`);
  });
});
