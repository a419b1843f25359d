import { type APIMessage, InteractionResponseType, MessageFlags } from "discord.js";
import fc from "fast-check";
import { describe, expect, it as plainIt } from "vitest";
import { Answerer } from "../../src/answer/answerer.js";
import { readCustomId } from "../../src/discord/custom-id.js";
import { toMessage } from "../../src/discord/message.js";
import { OwnButtons } from "../../src/discord/own-buttons.js";
import type { Told } from "../../src/reply.js";
import { problemsOf } from "../support/double/limits.js";
import { buildUser, type Double } from "../support/double.js";
import { harbour } from "./harbour.js";
import { anyReply, hostileText, wellFormedText } from "./hostile.js";
import { buttonsOf, textsOf } from "./shown.js";
import { HARBOUR, it, messageWithButton, unsure } from "./support.js";

const GRACE = buildUser({ username: "grace" });
const PRIVATE = MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral;
const GONE =
  "I remember the reasons for fifteen minutes and not over a restart; these are gone. Ask the question again, and I can say why.";
const { version } = HARBOUR.knowledge;

/** The button that asks why. */
function whyOf(message: APIMessage): { label: string; id: string } {
  const button = buttonsOf(message).find(({ id }) => id.startsWith("bot:why:"));
  if (!button) throw new Error("no button asks why");
  return button;
}

/** What somebody reads who presses the button. */
async function pressed(
  discord: Double,
  message: APIMessage,
  by: Omit<Parameters<Double["press"]>[0], "message" | "customId"> = {},
) {
  const handle = discord.press({ message, customId: whyOf(message).id, ...by });
  const { type, data } = await handle.response();
  const [text] = textsOf(await handle.reply());
  return { type, flags: data.flags, mentions: data.allowed_mentions, lines: text.split("\n") };
}

describe("why this answer", () => {
  it("is told to whoever presses, and to nobody else", async ({ connect }) => {
    const { discord, ask } = await connect();
    const message = await ask("When was the lighthouse built?");
    expect(whyOf(message).label).toBe("Why this answer?");
    const { type, flags, mentions, lines } = await pressed(discord, message);
    expect(type).toBe(InteractionResponseType.ChannelMessageWithSource);
    expect(flags).toBe(PRIVATE);
    expect(mentions).toEqual({ parse: [], replied_user: false });
    expect(lines).toEqual([
      "Your question, as I read it\\: “when was the lighthouse built”.",
      "A curator wrote this very question down\\: it stands under “When was the lighthouse built?” \\(lighthouse\\-built\\).",
      "Your words that it is asked with, or others that mean the same\\: lighthouse, built.",
      expect.stringMatching(/^Next comes “.+?” \\\([a-z\\-]+\\\)/),
      `Version of my knowledge\\: ${version}.`,
    ]);
  });

  it("is told in Spanish under an answer in Spanish", async ({ connect }) => {
    const { discord, ask } = await connect();
    const message = await ask("¿Cuándo se construyó el faro?");
    expect(whyOf(message).label).toBe("¿Por qué esta respuesta?");
    const { lines } = await pressed(discord, message);
    expect(lines[0]).toBe("Su pregunta, tal como la leí\\: «cuando se construyo el faro».");
    expect(lines.at(-1)).toBe(`Versión de mi conocimiento\\: ${version}.`);
  });

  it("is told to a stranger as well, as often as they press", async ({ connect }) => {
    const { discord, ask } = await connect();
    const message = await ask("When was the lighthouse built?");
    const first = await pressed(discord, message, { user: GRACE, locale: "es-ES" });
    expect(first.flags).toBe(PRIVATE);
    expect(first.lines[0]).toContain("when was the lighthouse built");
    expect(await pressed(discord, message, { user: GRACE })).toEqual(first);
  });

  it("leaves the answer and its related questions as they were", async ({ connect }) => {
    const { discord } = await connect();
    const handle = discord.slash({ command: "ask", options: { question: "When was the lighthouse built?" } });
    const message = await handle.reply();
    await pressed(discord, message);
    expect(handle.message()).toEqual(message);
    expect(buttonsOf(message).map(({ label }) => label)).toEqual([
      "1. Who built the lighthouse?",
      "2. How tall is the lighthouse?",
      "Quotations",
      "Why this answer?",
      "Delete",
    ]);
  });

  it.for([
    { where: "a direct message", say: (d: Double) => d.directMessage({ content: "How tall is the lighthouse?" }) },
    { where: "a mention", say: (d: Double) => d.mention({ content: "How tall is the lighthouse?" }) },
  ])("is told for $where", async ({ say }, { connect }) => {
    const { discord } = await connect();
    say(discord);
    const { flags, lines } = await pressed(discord, await discord.nextMessage());
    expect(flags).toBe(PRIVATE);
    expect(lines[1]).toContain("\\(lighthouse\\-height\\)");
  });

  it("is that it was picked, for a completion", async ({ connect }) => {
    const { discord, ask } = await connect();
    const { lines } = await pressed(discord, await ask("lighthouse-height"));
    expect(lines).toEqual([
      "You picked this question\\: “How tall is the lighthouse?” \\(lighthouse\\-height\\).",
      `Version of my knowledge\\: ${version}.`,
    ]);
  });

  it("is that it was picked, for a button", async ({ connect }) => {
    const { discord } = await connect({ context: unsure });
    const handle = discord.slash({ command: "ask", options: { question: "lighthouse" } });
    const choices = await handle.reply();
    expect(whyOf(choices).label).toBe("Why?");
    const [{ id, label }] = buttonsOf(choices);
    await discord.press({ message: choices, customId: id }).response();
    const answer = handle.message();
    if (!answer) throw new Error("no message");
    expect(whyOf(answer).id).not.toBe(whyOf(choices).id);
    expect((await pressed(discord, answer)).lines[0]).toContain(
      `You picked this question\\: “${label.replace("1. ", "")}”`,
    );
  });

  it("says what was not found where nothing was", async ({ connect }) => {
    const { discord, ask } = await connect();
    const message = await ask("zxqv wkjp");
    expect(whyOf(message).label).toBe("Why?");
    expect((await pressed(discord, message)).lines).toEqual([
      "Your question, as I read it\\: “zxqv wkjp”.",
      "None of my questions and answers shares a word with it.",
      "Your words that none of my questions and answers has\\: zxqv, wkjp.",
      `Version of my knowledge\\: ${version}.`,
    ]);
  });

  it("mentions nobody, whatever was typed", async ({ connect }) => {
    const { discord, ask } = await connect();
    const { lines } = await pressed(discord, await ask("@everyone <@&1> **zxqv** [a](https://x.org) `wkjp`"));
    expect(lines.join("\n")).toContain("everyone");
    expect(lines.join("\n").replace(/\\./g, "")).not.toMatch(/[@<>*`[\]]/);
  });

  it("fits whatever was typed, and still ends in the version", async ({ connect }) => {
    const { discord, ask } = await connect();
    const many = Array.from({ length: 300 }, (_, i) => `zx${i}`).join(" ");
    for (const question of [
      `How tall is the lighthouse? ${"x".repeat(900)}`,
      `${many.slice(0, 500)} and when was the great storm`,
      "lighthose ".repeat(100),
    ]) {
      const { lines } = await pressed(discord, await ask(question.slice(0, 1000)));
      expect(lines.at(-1)).toBe(`Version of my knowledge\\: ${version}.`);
    }
  });

  it("is not asked of help, of the sources, or of a mention alone", async ({ connect }) => {
    const { discord } = await connect();
    discord.mention({ content: "" });
    for (const message of [
      await discord.nextMessage(),
      await discord.slash({ command: "help" }).reply(),
      await discord.slash({ command: "sources" }).reply(),
    ]) {
      expect(buttonsOf(message).filter(({ id }) => id.startsWith("bot:why:"))).toEqual([]);
    }
  });
});

describe("reasons that are gone", () => {
  it("after fifteen minutes are told to be so, with the way out", async ({ connect }) => {
    let late = 0;
    const { discord, ask } = await connect({ discord: { now: () => Date.now() + late } });
    const message = await ask("When was the lighthouse built?");
    late = 14 * 60_000;
    expect((await pressed(discord, message)).lines).not.toEqual([GONE]);
    late = 15 * 60_000 + 1;
    const { flags, lines } = await pressed(discord, message);
    expect(flags).toBe(PRIVATE);
    expect(lines).toEqual([GONE]);
  });

  it("after a restart are told to be so, in the language of who presses", async ({ connect }) => {
    const first = await connect();
    const message = await first.ask("When was the lighthouse built?");
    await first.bot.stop();
    const { discord } = await connect({ discord: first.discord });
    expect((await pressed(discord, message)).lines).toEqual([GONE]);
    const { lines } = await pressed(discord, message, { locale: "es-ES" });
    expect(lines[0]).toMatch(/^Recuerdo los motivos quince minutos/);
  });

  it("after a restart with other knowledge say that it has changed", async ({ connect }) => {
    const first = await connect({ answerer: new Answerer(harbour({ without: ["lighthouse-height"] })) });
    const message = await first.ask("When was the lighthouse built?");
    await first.bot.stop();
    const { discord } = await connect({ discord: first.discord });
    expect((await pressed(discord, message)).lines[0]).toMatch(/^My knowledge has changed since then/);
  });

  it("are those of a question that nobody asked", async ({ connect }) => {
    const { discord } = await connect();
    const message = await messageWithButton(discord, `bot:why:${version}:1400000000000000001`);
    expect((await pressed(discord, message)).lines).toEqual([GONE]);
  });

  it("are those of a question in another channel", async ({ connect }) => {
    const { discord } = await connect();
    discord.directMessage({ content: "How tall is the lighthouse?" });
    const { id } = whyOf(await discord.nextMessage());
    const elsewhere = await messageWithButton(discord, id);
    expect((await pressed(discord, elsewhere)).lines).toEqual([GONE]);
  });

  it.for([
    { id: "bot:why:", reason: "cut off" },
    { id: `bot:why:${version}`, reason: "no question" },
    { id: `bot:why:${version}:1:2`, reason: "two questions" },
    { id: "why:0123456789ab:1", reason: "an older version's" },
    { id: "bot:why:../../etc/passwd:1", reason: "a path" },
  ])("and ids that are none are refused in words: $reason", async ({ id }, { connect }) => {
    const { discord } = await connect();
    const message = await messageWithButton(discord, id);
    const handle = discord.press({ message, customId: id });
    expect(textsOf(await handle.reply())).toEqual(["This button does not lead anywhere any more. Please ask again."]);
  });
});

describe("any reply with its own buttons", () => {
  const asked = { id: "1300000000000000001", channelId: "1", createdTimestamp: 0 };
  const VERSION = "0123456789ab";
  const shown = (reply: Told, own: OwnButtons, isPrivate = false) =>
    toMessage(reply, {
      version: VERSION,
      buttons: own.under(reply, { asked, asker: "1", who: "1", isPrivate, version: VERSION }),
    });
  const law = (text: fc.Arbitrary<string>, check: (reply: Told, own: OwnButtons) => void) =>
    fc.assert(fc.property(anyReply(text), (reply) => check(reply, new OwnButtons())));

  plainIt("keeps within Discord's limits", () => {
    law(hostileText, (reply, own) => {
      const { flags, components } = shown(reply, own, reply.onlyForAsker);
      expect(problemsOf("message", { flags, components })).toEqual([]);
    });
  });

  plainIt("asks why where the reply can say so, and only there", () => {
    law(hostileText, (reply, own) => {
      const asks = buttonsOf(shown(reply, own)).some(({ id }) => id.startsWith("bot:why:"));
      expect(asks).toBe("why" in reply && reply.why !== undefined);
    });
  });

  plainIt("has reasons that keep within Discord's limits, mention nobody and end in the version", () => {
    law(wellFormedText, (reply, own) => {
      const button = buttonsOf(shown(reply, own)).find(({ id }) => id.startsWith("bot:why:"));
      const control = readCustomId(button?.id ?? "");
      if (!control || !("why" in reply) || !reply.why) return;
      const told = toMessage(own.reasons(control, asked, "en", VERSION), { version: VERSION });
      expect(problemsOf("message", { flags: told.flags, components: told.components })).toEqual([]);
      expect(told.allowedMentions).toEqual({ parse: [], repliedUser: false });
      const [text] = textsOf(told);
      expect(text.replace(/\\[^\p{L}\p{N}\s]/gu, "")).not.toMatch(/[<>@\\]/);
      expect(text).toContain(reply.why.version);
    });
  });
});
