import { type APIMessage, InteractionResponseType, MessageFlags } from "discord.js";
import fc from "fast-check";
import { describe, expect } from "vitest";
import { Answerer } from "../../src/answer/answerer.js";
import { buildUser } from "../support/double.js";
import { harbour } from "./harbour.js";
import { hostileText } from "./hostile.js";
import { buttonsOf, textsOf } from "./shown.js";
import { HARBOUR, it, keptLog, messageWithButton, unsure } from "./support.js";

const WITHOUT_HEIGHT = new Answerer(harbour({ without: ["lighthouse-height"] }));
const { version } = HARBOUR.knowledge;
const GRACE = buildUser({ username: "grace" });
const HEIGHT = "The lighthouse is 41 metres tall. \\[1\\]";
const GONE = "This question is no longer in the knowledge base. Please ask again.";
const STRANGE = "This button does not lead anywhere any more. Please ask again.";
const { ChannelMessageWithSource, UpdateMessage } = InteractionResponseType;

/** The id of the button that asks for the height. */
function heightOf(message: APIMessage): string {
  const button = buttonsOf(message).find(({ label }) => label.endsWith("How tall is the lighthouse?"));
  if (!button) throw new Error(`no such button among ${buttonsOf(message).map(({ label }) => label)}`);
  return button.id;
}

describe("did you mean", () => {
  it("offers up to five questions as buttons", async ({ connect }) => {
    const { ask } = await connect({ context: unsure });
    const message = await ask("lighthouse");
    expect(textsOf(message)[0]).toContain("**Did you mean one of these?**\n1. When was the lighthouse built?\n2. ");
    expect(buttonsOf(message).filter(({ id }) => id.startsWith("ask:pick:"))).toHaveLength(5);
    expect(buttonsOf(message).map(({ label }) => label)).toContain("3. How tall is the lighthouse?");
  });

  it("becomes the answer when whoever asked presses one", async ({ connect }) => {
    const { discord } = await connect({ context: unsure });
    const handle = discord.slash({ command: "ask", options: { question: "lighthouse" } });
    const message = await handle.reply();
    const { type } = await discord.press({ message, customId: heightOf(message) }).response();
    expect(type).toBe(UpdateMessage);
    expect(textsOf(handle.message() ?? {})[0]).toBe(HEIGHT);
  });

  it("stays for others, and who presses gets a private answer", async ({ connect }) => {
    const { discord, ask } = await connect({ context: unsure });
    const message = await ask("lighthouse");
    const pressed = discord.press({ message, customId: heightOf(message), user: GRACE });
    const { type, data } = await pressed.response();
    expect(type).toBe(ChannelMessageWithSource);
    expect(data.flags).toBe(MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral);
    expect(textsOf(await pressed.reply())[0]).toBe(HEIGHT);
  });

  it("becomes the answer in a direct message", async ({ connect }) => {
    const { discord } = await connect({ context: unsure });
    discord.directMessage({ content: "lighthouse" });
    const message = await discord.nextMessage();
    const { type } = await discord.press({ message, customId: heightOf(message) }).response();
    expect(type).toBe(UpdateMessage);
  });

  it("becomes the answer in a direct message where the question is gone", async ({ connect }) => {
    const { discord } = await connect();
    const customId = `ask:pick:${HARBOUR.knowledge.version}:lighthouse-height`;
    const message = await messageWithButton(discord, customId, discord.directChannel());
    const { type } = await discord.press({ message, customId }).response();
    expect(type).toBe(UpdateMessage);
  });

  it("becomes the answer when whoever mentioned the bot presses one", async ({ connect }) => {
    const { discord } = await connect({ context: unsure });
    discord.mention({ content: "lighthouse" });
    const message = await discord.nextMessage();
    const { type } = await discord.press({ message, customId: heightOf(message) }).response();
    expect(type).toBe(UpdateMessage);
  });

  it("stays when another than who mentioned the bot presses one", async ({ connect }) => {
    const { discord } = await connect({ context: unsure });
    discord.mention({ content: "lighthouse" });
    const message = await discord.nextMessage();
    const { type, data } = await discord.press({ message, customId: heightOf(message), user: GRACE }).response();
    expect(type).toBe(ChannelMessageWithSource);
    expect(data.flags).toBe(MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral);
  });

  it("is answered in the language of who presses", async ({ connect }) => {
    const { discord, ask } = await connect({ context: unsure });
    const message = await ask("lighthouse");
    const pressed = discord.press({ message, customId: heightOf(message), locale: "es-ES" });
    await pressed.response();
    expect(textsOf(pressed.message() ?? {})[0]).toBe("El faro mide 41 metros. \\[1\\]");
  });
});

describe("a button", () => {
  it("of an answer leads to a related question's answer", async ({ connect }) => {
    const { discord } = await connect();
    const handle = discord.slash({ command: "ask", options: { question: "When was the lighthouse built?" } });
    const message = await handle.reply();
    await discord.press({ message, customId: heightOf(message) }).response();
    expect(textsOf(handle.message() ?? {})[0]).toBe(HEIGHT);
  });

  it("of an entry that is gone says so to who pressed it, and leaves the message", async ({ connect }) => {
    const first = await connect({ context: unsure });
    const message = await first.ask("lighthouse");
    await first.bot.stop();
    const { discord } = await connect({ discord: first.discord, answerer: WITHOUT_HEIGHT });
    const pressed = discord.press({ message, customId: heightOf(message) });
    const { type, data } = await pressed.response();
    expect(type).toBe(ChannelMessageWithSource);
    expect(data.flags).toBe(MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral);
    expect(textsOf(await pressed.reply())).toEqual([GONE]);
  });

  it("of an older version of the knowledge still works where the entry is there", async ({ connect }) => {
    const first = await connect({ context: unsure, answerer: WITHOUT_HEIGHT });
    const message = await first.ask("lighthouse");
    await first.bot.stop();
    const { discord } = await connect({ discord: first.discord });
    const [{ id, label }] = buttonsOf(message);
    expect(label).toContain("lighthouse");
    const { type } = await discord.press({ message, customId: id }).response();
    expect(type).toBe(UpdateMessage);
  });

  it.for([
    { id: "x", why: "another program's" },
    { id: "ask:pick:", why: "cut off" },
    { id: `ask:pick:${version}:__proto__`, why: "a name that objects have" },
    { id: `constructor:pick:${version}:lighthouse-height`, why: "another such name" },
    { id: `help:pick:${version}:lighthouse-height`, why: "a command without actions" },
    { id: `ask:pickle:${version}:lighthouse-height`, why: "an action that the command does not have" },
    { id: `ask:pick:${version}:lighthouse-height:2`, why: "too many arguments" },
    { id: `ask:quotes:${version}`, why: "too few of them" },
    { id: `bot:shut-down:${version}`, why: "an action that the bot does not have" },
    { id: "ask:pick:0123456789ab:@everyone", why: "a mention" },
    { id: "ask:pick:../../etc/passwd:a", why: "a path" },
    { id: "\u202e\u0007".repeat(50), why: "control characters" },
  ])("with a strange id is refused in words: $why", async ({ id }, { connect }) => {
    const { discord } = await connect();
    const message = await messageWithButton(discord, id);
    const pressed = discord.press({ message, customId: id });
    expect(textsOf(await pressed.reply())).toEqual([STRANGE]);
  });

  it("is refused in the language of who presses", async ({ connect }) => {
    const { discord } = await connect();
    const message = await messageWithButton(discord, "x");
    const pressed = discord.press({ message, customId: "x", locale: "es-ES" });
    expect(textsOf(await pressed.reply())[0]).toContain("ya no lleva a ninguna parte");
  });

  it("with any id that a stranger could send is answered in words, privately or in place, and breaks nothing", async ({
    connect,
  }) => {
    const { log, lines } = keptLog();
    const { discord } = await connect({ discord: { requestsPerSecond: 10_000 }, log });
    const part = fc.oneof(
      fc.constantFrom("ask", "bot", "pick", "quotes", "why", "share", "delete", version),
      hostileText,
    );
    const ids = fc
      .oneof(
        hostileText,
        fc.array(part, { minLength: 2, maxLength: 6 }).map((parts) => parts.join(":")),
      )
      .map((id) => id.toWellFormed().slice(0, 100).toWellFormed())
      .filter((id) => id.trim() !== "" && !id.startsWith(`bot:delete:${version}:`));
    await fc.assert(
      fc.asyncProperty(ids, async (customId) => {
        const handle = discord.press({ message: await messageWithButton(discord, customId), customId });
        expect(textsOf(await handle.reply())[0]).not.toMatch(/Something went wrong/);
        const { data } = await handle.response();
        expect(data.allowed_mentions).toEqual({ parse: [], replied_user: false });
      }),
    );
    expect(lines.filter(({ level }) => Number(level) >= 40)).toEqual([]);
  });
});
