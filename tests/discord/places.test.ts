import { MessageFlags, PermissionFlagsBits } from "discord.js";
import { describe, expect } from "vitest";
import { commands } from "../../commands/index.js";
import { buildUser, type Double } from "../support/double.js";
import { shelf } from "../support/toy.js";
import { buttonsOf, picturesOf, textsOf } from "./shown.js";
import { it, PLACES } from "./support.js";

const GRACE = buildUser({ username: "grace" });
const QUESTION = "How tall is the lighthouse?";
const HEIGHT = "The lighthouse is 41 metres tall. \\[1\\]";
const PRIVATE = MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral;
const THREAD = "1300000000000000002";
const WITH_THREAD = {
  guilds: [
    {
      channels: [
        { id: "1300000000000000001", name: "general" },
        { id: THREAD, name: "side talk", threadOf: "1300000000000000001" },
      ],
    },
  ],
};

describe.for(PLACES)("%s", ([, place]) => {
  it("a command is answered", async ({ connect }) => {
    const { ask } = await connect();
    expect(textsOf(await ask(QUESTION, place))[0]).toBe(HEIGHT);
  });

  it("a command is answered in Spanish for a Spanish client", async ({ connect }) => {
    const { discord } = await connect();
    const message = await discord.slash({ command: "help", locale: "es-419", ...place }).reply();
    expect(textsOf(message)[0]).toContain("Respondo preguntas");
  });

  it("questions are completed", async ({ connect }) => {
    const { discord } = await connect();
    const typing = { command: "ask", focused: "question", value: "how", ...place };
    expect((await discord.autocomplete(typing).response()).data.choices).not.toEqual([]);
  });

  it("a private answer is private, and is shared once", async ({ connect }) => {
    const { discord } = await connect();
    const options = { question: QUESTION, private: true };
    const message = await discord.slash({ command: "ask", options, ...place }).reply();
    expect(message.flags).toBe(PRIVATE);
    const handle = discord.press({ message, customId: idOf(message, "Share") });
    await expect.poll(() => handle.followUps.length).toBe(1);
    expect(textsOf(handle.followUps[0])[1]).toBe(HEIGHT);
  });

  it("an answer is deleted by whoever asked", async ({ connect }) => {
    const { discord } = await connect();
    const handle = discord.slash({ command: "ask", options: { question: QUESTION }, ...place });
    const message = await handle.reply();
    await discord.press({ message, customId: idOf(message, "Delete") }).response();
    await expect.poll(() => handle.message()).toBeUndefined();
  });

  it("the reasons for an answer are told", async ({ connect }) => {
    const { discord, ask } = await connect();
    const message = await ask(QUESTION, place);
    const why = await discord.press({ message, customId: idOf(message, "Why this answer?") }).reply();
    expect(textsOf(why).join("\n")).toContain("How tall is the lighthouse?");
  });

  it("a failure is told with a reference", async ({ connect }) => {
    const answer = () => {
      throw new Error("it broke");
    };
    const { ask } = await connect({ context: (usual) => ({ ...usual, answer }) });
    expect(textsOf(await ask(QUESTION, place))[0]).toContain("this reference\\:");
  });
});

describe("a thread", () => {
  it.for([
    [
      "by a command",
      (d: Double) => d.slash({ command: "ask", options: { question: QUESTION }, channel: THREAD }).reply(),
    ],
    [
      "by a mention",
      (d: Double) => {
        d.mention({ content: QUESTION, channel: THREAD });
        return d.nextMessage(THREAD);
      },
    ],
  ] as const)("is answered in: %s", async ([, use], { connect }) => {
    const { discord } = await connect({ discord: WITH_THREAD });
    const message = await use(discord);
    expect(message.channel_id).toBe(THREAD);
    expect(textsOf(message)[0]).toBe(HEIGHT);
  });

  it("that the bot may not write in is answered in private, by its name", async ({ connect }) => {
    const [thread] = WITH_THREAD.guilds[0].channels.slice(1);
    const denied = { ...thread, denied: PermissionFlagsBits.SendMessagesInThreads };
    const { discord } = await connect({
      discord: { guilds: [{ channels: [WITH_THREAD.guilds[0].channels[0], denied] }] },
    });
    discord.mention({ content: QUESTION, channel: THREAD });
    const message = await discord.nextMessage(discord.directChannel());
    expect(textsOf(message)[0]).toBe("-# I may not reply in \\#side talk, so here is my answer to you.");
  });
});

describe("a channel", () => {
  it.for([
    ["write", PermissionFlagsBits.SendMessages],
    ["see older messages, and so reply", PermissionFlagsBits.ReadMessageHistory],
  ] as const)(
    "where the bot may not %s: whoever mentioned it is told in private, once",
    async ([, denied], { connect }) => {
      const { discord, bot } = await connect();
      discord.deny(discord.channelId, denied);
      discord.mention({ content: QUESTION });
      const message = await discord.nextMessage(discord.directChannel());
      expect(textsOf(message).slice(0, 2)).toEqual([
        "-# I may not reply in \\#general, so here is my answer to you.",
        HEIGHT,
      ]);
      await bot.stop();
      expect(discord.messages).toHaveLength(1);
    },
  );

  it("where the bot may not write: a command is answered all the same", async ({ connect }) => {
    const { discord, ask } = await connect();
    discord.deny(discord.channelId, PermissionFlagsBits.SendMessages);
    expect(textsOf(await ask(QUESTION))[0]).toBe(HEIGHT);
  });

  it("where the bot may not write: a person who takes no messages is tried once, and that is no fault", async ({
    connect,
  }) => {
    const { discord, bot } = await connect();
    discord.deny(discord.channelId, PermissionFlagsBits.SendMessages);
    discord.forbid(discord.directChannel(), 50007);
    discord.mention({ content: QUESTION });
    await expect.poll(() => discord.count("POST", "/channels/:channel/messages")).toBe(2);
    await bot.stop();
    expect(discord.count("POST", "/channels/:channel/messages")).toBe(2);
  });

  it("where the bot may not attach files: a picture comes all the same, as the answer to a command", async ({
    connect,
  }) => {
    const { discord } = await connect({ commands: [...commands, shelf] });
    discord.deny(discord.channelId, PermissionFlagsBits.AttachFiles);
    const message = await discord.slash({ command: "shelf" }).reply();
    expect(picturesOf(message)).toHaveLength(1);
  });
});

describe("what people do with their messages", () => {
  it("a question that was deleted at once is answered without harm", async ({ connect }) => {
    const { discord } = await connect();
    discord.deleteMessage(discord.mention({ content: QUESTION }));
    const message = await discord.nextMessage();
    expect(message.message_reference).toBeUndefined();
    expect(textsOf(message)[0]).toBe(HEIGHT);
  });

  it("a webhook's mention is left alone", async ({ connect }) => {
    const { discord, bot } = await connect();
    discord.mention({ content: QUESTION, byWebhook: true });
    discord.mention({ content: QUESTION });
    await discord.nextMessage();
    await bot.stop();
    expect(discord.messages).toHaveLength(1);
  });

  it("an edit that adds a mention is left alone", async ({ connect }) => {
    const { discord, bot } = await connect();
    const message = discord.guildMessage({ content: QUESTION, user: GRACE });
    discord.editMessage({ message, content: `<@${discord.botId}> ${QUESTION}` });
    discord.mention({ content: QUESTION });
    await discord.nextMessage();
    await bot.stop();
    expect(discord.messages).toHaveLength(1);
  });

  it("a reply that does not ping is left alone", async ({ connect }) => {
    const { discord, bot } = await connect();
    discord.mention({ content: QUESTION });
    const replyTo = await discord.nextMessage();
    discord.guildMessage({ content: QUESTION, replyTo, ping: false });
    discord.mention({ content: QUESTION });
    await discord.nextMessage();
    await bot.stop();
    expect(discord.messages).toHaveLength(2);
  });

  it("a message of four thousand characters is answered by Answer this", async ({ connect }) => {
    const { discord } = await connect();
    const content = `${QUESTION} ${"I walked there with my dog. ".repeat(150)}`.slice(0, 4000);
    const targetMessage = discord.guildMessage({ content, user: GRACE });
    const message = await discord.contextMenu({ command: "Answer this", targetMessage }).reply();
    expect(message.flags).toBe(PRIVATE);
    expect(textsOf(message)[0]).not.toBe("");
  });

  it("a message of the bot's own has no words to answer", async ({ connect }) => {
    const { discord, ask } = await connect();
    const targetMessage = await ask(QUESTION);
    const message = await discord.contextMenu({ command: "Answer this", targetMessage }).reply();
    expect(textsOf(message)).toEqual(["There are no words in that message that I could answer."]);
  });
});

/** The id of the button with this label. */
function idOf(message: Parameters<typeof buttonsOf>[0], label: string): string {
  return buttonsOf(message).find((one) => one.label === label)?.id ?? "";
}
