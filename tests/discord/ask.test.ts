import { fileURLToPath } from "node:url";
import { InteractionContextType, InteractionResponseType, MessageFlags } from "discord.js";
import { describe, expect } from "vitest";
import { Answerer } from "../../src/answer/answerer.js";
import { loadKnowledge } from "../../src/knowledge/load.js";
import { buttonsOf, textsOf } from "./shown.js";
import { choicesOf, HARBOUR, it } from "./support.js";

describe("/ask", () => {
  it("answers with a footnote: source, date, paragraph and quotation", async ({ connect }) => {
    const { ask } = await connect();
    expect(textsOf(await ask("When was the lighthouse built?"))).toEqual([
      "The lighthouse of Port Amber was built in 1874. \\[1\\]",
      "-# \\[1\\] Amber Gazette, “Port Amber\\: a walk”, 3 May 1998, paragraph 1: “built in 1874”",
    ]);
  });

  it("footnotes every statement, the record and an undated source too", async ({ connect }) => {
    const { ask } = await connect();
    expect(textsOf(await ask("How many sailors did the keeper rescue?"))).toEqual([
      "The keeper Jonas Brandt rowed out for eleven sailors. \\[1\\] A later list names only nine of them. \\[2\\]",
      [
        "-# \\[1\\] Amber Gazette, “Port Amber\\: a walk”, 3 May 1998, paragraph 3: “rowed out eleven sailors”",
        "-# \\[2\\] Harbour office, “List of \\*rescues\\*”, undated, the source's record <https://harbour.example/list>",
      ].join("\n"),
    ]);
  });

  it("answers at once with Components V2 and without mentions", async ({ connect }) => {
    const { discord } = await connect();
    const handle = discord.slash({ command: "ask", options: { question: "When was the lighthouse built?" } });
    const { type, data } = await handle.response();
    expect(type).toBe(InteractionResponseType.ChannelMessageWithSource);
    expect(data.flags).toBe(MessageFlags.IsComponentsV2);
    expect(data.allowed_mentions).toEqual({ parse: [], replied_user: false });
  });

  it("offers related questions as buttons", async ({ connect }) => {
    const { ask } = await connect();
    const labels = buttonsOf(await ask("When was the lighthouse built?")).map(({ label }) => label);
    expect(labels).toEqual([
      "1. Who built the lighthouse?",
      "2. How tall is the lighthouse?",
      "Quotations",
      "Why this answer?",
      "Delete",
    ]);
  });

  it("says so where the sources do not say", async ({ connect }) => {
    const { ask } = await connect();
    expect(textsOf(await ask("What was the salary of the keeper?"))[0]).toBe(
      "**The sources do not say.**\nThe gazette names the keeper without his salary. \\[1\\]",
    );
  });

  it("answers small talk with what can be asked", async ({ connect }) => {
    const { ask } = await connect();
    const message = await ask("hello");
    expect(textsOf(message)[0]).toContain("The harbour of Port Amber");
    expect(buttonsOf(message)).not.toEqual([]);
  });

  it("says that it found nothing where no word is known", async ({ connect }) => {
    const { ask } = await connect();
    expect(textsOf(await ask("zxqv wkjp"))[0]).toContain("I found nothing in my sources");
  });

  it("keeps what was typed out of its answer", async ({ connect }) => {
    const { ask } = await connect();
    expect(textsOf(await ask("@everyone <@&1> zxqv wkjp")).join("\n")).not.toMatch(/@|zxqv/);
  });

  it.for([
    { where: "in a guild", place: {} },
    { where: "in a direct message", place: { dm: true } },
    { where: "in a conversation between people", place: { context: InteractionContextType.PrivateChannel } },
    { where: "in a guild that the bot is not in", place: { guild: "1200000000000000777" } },
  ])("answers $where", async ({ place }, { connect }) => {
    const { ask } = await connect();
    expect(textsOf(await ask("How tall is the lighthouse?", place))[0]).toBe(
      "The lighthouse is 41 metres tall. \\[1\\]",
    );
  });

  it.for([
    { locale: "es-ES", question: "¿Cuándo se construyó el faro?", why: "both are Spanish" },
    { locale: "en-US", question: "¿Cuándo se construyó el faro?", why: "the question counts more than the client" },
    { locale: "es-419", question: "cuando se construyo el faro", why: "accents may be missing" },
  ])("answers in Spanish: $why", async ({ locale, question }, { connect }) => {
    const { ask } = await connect();
    expect(textsOf(await ask(question, { locale }))).toEqual([
      "El faro de Port Amber se construyó en 1874. \\[1\\]",
      "-# \\[1\\] Amber Gazette, “Port Amber\\: a walk”, 3 de mayo de 1998, párrafo 1: “built in 1874”",
    ]);
  });

  it("answers an English question in English whatever the client's language", async ({ connect }) => {
    const { ask } = await connect();
    const message = await ask("When was the lighthouse built?", { locale: "es-ES" });
    expect(textsOf(message)[0]).toBe("The lighthouse of Port Amber was built in 1874. \\[1\\]");
  });
});

describe("a command that the bot does not know", () => {
  it("is answered with where the commands are listed", async ({ connect }) => {
    const { discord } = await connect();
    const [text] = textsOf(await discord.slash({ command: "forgotten" }).reply());
    expect(text).toBe("There is no command /forgotten. /help lists what there is.");
  });
});

describe("speed", () => {
  it("answers 95 of 100 /ask within 100 ms", async ({ connect }) => {
    const { discord } = await connect();
    const questions = HARBOUR.knowledge.entries.flatMap(({ texts }) => [texts.en.question, ...texts.es.also]);
    const latencies: number[] = [];
    for (let i = 0; i < 200; i++) {
      const handle = discord.slash({ command: "ask", options: { question: questions[i % questions.length] } });
      await handle.reply();
      latencies.push(handle.latencyMs);
    }
    expect(latencies.toSorted((a, b) => a - b)[189]).toBeLessThan(100);
  });
});

describe("the shipped knowledge", { timeout: 120_000 }, () => {
  it("is answered from within Discord's limits", async ({ connect }) => {
    const loaded = loadKnowledge(fileURLToPath(new URL("../../knowledge", import.meta.url)));
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
    const { entries } = loaded.knowledge;
    const { discord, ask } = await connect({ answerer: new Answerer(loaded.knowledge) });
    expect(await choicesOf(discord.autocomplete({ command: "ask", focused: "question", value: "" }))).toHaveLength(25);
    for (const { id, texts } of entries.filter((_, i) => i % 10 === 0)) {
      const [statement, footnotes] = textsOf(await ask(id, { locale: texts.es ? "es-ES" : "en-US" }));
      expect(statement).toContain("\\[1\\]");
      expect(footnotes).toMatch(/^-# \\\[1\\\] /);
    }
  });
});
