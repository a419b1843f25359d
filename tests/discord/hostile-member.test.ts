import fc from "fast-check";
import { describe, expect } from "vitest";
import { buildUser, type Double } from "../support/double.js";
import { hostileText } from "./hostile.js";
import { buttonsOf, textsOf } from "./shown.js";
import { it, keptLog } from "./support.js";

/** What somebody may try who wants to ping, to deceive or to flood. */
const TRICKS = [
  { what: "everybody", text: "@everyone @here what is zork?" },
  { what: "a role and a person", text: "<@&123456789012345678> <@1> <#1> zork" },
  { what: "a masked link", text: "[the harbour](https://evil.example) zork" },
  { what: "a block of code", text: "```ansi\n\u001b[31mzork\n```" },
  { what: "spoilers", text: "||zork|| ||||" },
  { what: "a text that turns its direction", text: "\u202ekroz\u202c \u2066zork\u2069" },
  { what: "characters of no width", text: "z\u200bo\u200dr\u2060k" },
  { what: "a thousand characters", text: "zork ".repeat(200) },
  { what: "a flood of emoji", text: "👨‍👩‍👧‍👦😀🇨🇺".repeat(70) },
  { what: "stacked marks", text: `z${"\u0301".repeat(300)}ork` },
  { what: "headings and quotes", text: "# zork\n> zork\n-# zork\n1. zork" },
];

/** Every option that takes free text. */
const TAKING: readonly (readonly [string, (text: string) => Record<string, string>])[] = [
  ["ask", (question) => ({ question })],
  ["cite", (entry) => ({ entry })],
  ["who", (name) => ({ name: name.slice(0, 200) })],
  ["compare", (text) => ({ first: text.slice(0, 200), second: text.slice(0, 200) })],
  ["sources", (id) => ({ id: id.slice(0, 100) })],
  ["timeline", (text) => ({ from: text.slice(0, 60) })],
  ["timeline", (text) => ({ about: text.slice(0, 60) })],
];

/** What Discord would take for a mention or markup of its own in shown texts, but for the bot's own signs. */
const LIVE = /(?<!\\)(?:@everyone|@here|<@|<#|<t:|\]\(|\|\|)|[\u202a-\u202e\u2066-\u2069]/;

async function assertHarmless(discord: Double, message: Parameters<typeof textsOf>[0]): Promise<void> {
  expect(textsOf(message).join("\n")).not.toMatch(LIVE);
  expect(
    buttonsOf(message)
      .map(({ label }) => label)
      .join("\n"),
  ).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
  const sent = discord.requests.filter(({ body }) => JSON.stringify(body ?? "").includes("allowed_mentions"));
  for (const { body } of sent.slice(-2)) expect(JSON.stringify(body)).toContain('"parse":[]');
}

describe.for(TRICKS)("a member who sends $what", ({ text }) => {
  it.for(TAKING)("in an option of /%s pings nobody and breaks nothing", async ([command, options], { connect }) => {
    const { log, lines } = keptLog();
    const { discord } = await connect({ log });
    await assertHarmless(discord, await discord.slash({ command, options: options(text) }).reply());
    expect(lines.filter(({ level }) => Number(level) >= 40)).toEqual([]);
  });

  it("in a message pings nobody and breaks nothing", async ({ connect }) => {
    const { log, lines } = keptLog();
    const { discord } = await connect({ log });
    discord.directMessage({ content: text });
    await assertHarmless(discord, await discord.nextMessage());
    discord.mention({ content: text });
    await assertHarmless(discord, await discord.nextMessage(discord.channelId));
    expect(lines.filter(({ level }) => Number(level) >= 40)).toEqual([]);
  });
});

describe("any text", () => {
  it("in any option and in a message is answered in words, without a ping or a failure", async ({ connect }) => {
    const { log, lines } = keptLog();
    const { discord } = await connect({ discord: { requestsPerSecond: 10_000 }, log });
    const texts = hostileText.map((text) => text.toWellFormed().slice(0, 1000).toWellFormed());
    await fc.assert(
      fc.asyncProperty(texts, fc.constantFrom(...TAKING), async (text, [command, options]) => {
        await assertHarmless(discord, await discord.slash({ command, options: options(text.trim() || "x") }).reply());
        discord.directMessage({ content: text });
        await assertHarmless(discord, await discord.nextMessage());
      }),
      { numRuns: 60 },
    );
    expect(lines.filter(({ level }) => Number(level) >= 40)).toEqual([]);
  });
});

describe("a person's own name", () => {
  it("is shown without markup, mention or turning where they share an answer, whatever it is", async ({ connect }) => {
    const { discord } = await connect({ discord: { requestsPerSecond: 10_000 } });
    const names = hostileText.map((name) => name.toWellFormed().slice(0, 32).toWellFormed() || "ada");
    await fc.assert(
      fc.asyncProperty(names, fc.nat(1e9), async (global_name, id) => {
        const user = buildUser({ username: `ada${id}`, global_name });
        const options = { question: "lighthouse-height", private: true };
        const message = await discord.slash({ command: "ask", options, user }).reply();
        const customId = buttonsOf(message).find(({ label }) => label === "Share")?.id ?? "";
        const handle = discord.press({ message, customId, user });
        await expect.poll(() => handle.followUps.length).toBe(1);
        const [line] = textsOf(handle.followUps[0]);
        expect(line.startsWith("-# Asked and shared by ")).toBe(true);
        expect(line).not.toMatch(/(?<!\\)(?:\\\\)*[@<`*|[\]]/);
        expect(line.split("\n")).toHaveLength(1);
        expect(line).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
      }),
      { numRuns: 40 },
    );
  });
});

describe("an interaction that is sent again", () => {
  it("is answered once: a command, a button and a completion", async ({ connect }) => {
    const { discord, bot } = await connect();
    const asked = discord.slash({ command: "ask", options: { question: "lighthouse-height" } });
    const message = await asked.reply();
    discord.redeliver(asked);
    const [{ id: customId }] = buttonsOf(message);
    const pressed = discord.press({ message, customId });
    await pressed.response();
    discord.redeliver(pressed);
    const typed = discord.autocomplete({ command: "ask", focused: "question", value: "how" });
    await typed.response();
    discord.redeliver(typed);
    await discord.slash({ command: "help" }).reply();
    await bot.stop();
    expect(discord.count("POST", "/interactions/:interaction/:token/callback")).toBe(4);
  });
});
