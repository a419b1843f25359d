import { type APIMessage, InteractionContextType, InteractionResponseType, MessageFlags } from "discord.js";
import { describe, expect } from "vitest";
import { Answerer } from "../../src/answer/answerer.js";
import { townOf } from "../quiz/town.js";
import { buildUser, type Double } from "../support/double.js";
import { buttonsOf, textsOf } from "./shown.js";
import { it, messageWithButton } from "./support.js";

const TOWN = new Answerer(townOf());
const GRACE = buildUser({ username: "grace" });
const PRIVATE = MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral;
const { ChannelMessageWithSource, UpdateMessage } = InteractionResponseType;
/** By question: what is right. */
const RIGHT: Readonly<Record<string, string>> = {
  "When was the mill built?": "1901",
  "When did the mill burn down?": "22 February 2016",
  "When was the fair?": "3 to 5 June 2018",
  "When did the bridge open?": "1 May 1950",
  "When did the school open?": "2 May 1971",
  "Who is the mayor?": "Ana Ruiz",
  "Who ran the mill?": "Ben Hall",
  "How many bakers are there?": "three",
};

const own = new Set(["Delete", "Share"]);
const optionsOf = (message: APIMessage) => buttonsOf(message).filter(({ label }) => !own.has(label));
const questionOf = (message: APIMessage) => textsOf(message)[0].split("\n")[1];
const rightOf = (message: APIMessage) => RIGHT[questionOf(message).replaceAll("\\", "")];

function press(discord: Double, message: APIMessage, label: string, user = buildUser()) {
  const found = buttonsOf(message).find((one) => one.label === label);
  if (!found) throw new Error(`no button ${label} among ${buttonsOf(message).map((one) => one.label)}`);
  return discord.press({ message, customId: found.id, user });
}

const wrongOf = (message: APIMessage) =>
  optionsOf(message).find(({ label }) => label !== rightOf(message))?.label ?? "";

describe("/quiz", () => {
  it("asks a question with four answers, one of them right", async ({ connect }) => {
    const { discord } = await connect({ answerer: TOWN });
    const message = await discord.slash({ command: "quiz" }).reply();
    expect(textsOf(message)[0]).toMatch(/^\*\*Quiz\\?, question 1\*\*\n/);
    expect(optionsOf(message)).toHaveLength(4);
    expect(optionsOf(message).map(({ label }) => label)).toContain(rightOf(message));
  });

  it("takes an answer that is typed in a direct message, by its number or its words", async ({ connect }) => {
    const { discord } = await connect({ answerer: TOWN });
    const message = await discord.slash({ command: "quiz", dm: true }).reply();
    const labels = optionsOf(message).map(({ label }) => label);
    discord.directMessage({ content: String(labels.indexOf(rightOf(message)) + 1) });
    const result = await discord.nextMessage(discord.directChannel());
    expect(textsOf(result)[0]).toContain("### Right");
    discord.directMessage({ content: "next question" });
    expect(textsOf(await discord.nextMessage(discord.directChannel()))[0]).toContain("question 2");
  });

  it("says in private that an answer is right, with the source, and leaves the question to others", async ({
    connect,
  }) => {
    const { discord } = await connect({ answerer: TOWN });
    const message = await discord.slash({ command: "quiz" }).reply();
    const handle = press(discord, message, rightOf(message));
    const { type, data } = await handle.response();
    expect([type, data.flags]).toEqual([ChannelMessageWithSource, PRIVATE]);
    const [body, note] = textsOf(await handle.reply());
    expect(body.replaceAll("\\", "")).toContain(`### Right: ${rightOf(message)}`);
    expect(body).toContain("1 right of 1");
    expect(note).toContain("The almanac");
  });

  it("says that an answer is wrong, which was chosen, and which is right", async ({ connect }) => {
    const { discord } = await connect({ answerer: TOWN });
    const message = await discord.slash({ command: "quiz" }).reply();
    const [body] = textsOf(await press(discord, message, wrongOf(message)).reply());
    const plain = body.replaceAll("\\", "");
    expect(plain).toContain(`### Not right. The answer: ${rightOf(message)}`);
    expect(plain).toContain(`**You chose**\n${wrongOf(message)}`);
    expect(plain).toContain("0 right of 1");
  });

  it("gives everybody a result and a score of their own", async ({ connect }) => {
    const { discord } = await connect({ answerer: TOWN });
    const message = await discord.slash({ command: "quiz" }).reply();
    await press(discord, message, rightOf(message)).reply();
    const handle = press(discord, message, wrongOf(message), GRACE);
    expect((await handle.response()).data.flags).toBe(PRIVATE);
    expect(textsOf(await handle.reply())[0]).toContain("0 right of 1");
  });

  it("goes on in private, one question after the other, and counts", async ({ connect }) => {
    const { discord } = await connect({ answerer: TOWN });
    const first = await discord.slash({ command: "quiz" }).reply();
    const handle = press(discord, first, rightOf(first));
    let shown = await handle.reply();
    const seen = [questionOf(first)];
    for (let asked = 2; asked <= 8; asked++) {
      expect((await press(discord, shown, "Next question").response()).type).toBe(UpdateMessage);
      const question = handle.message() as APIMessage;
      expect(textsOf(question)[0]).toContain(`So far\\: ${asked - 1} right of ${asked - 1}`);
      seen.push(questionOf(question));
      await press(discord, question, rightOf(question)).response();
      shown = handle.message() as APIMessage;
      expect(textsOf(shown)[0]).toContain(`${asked} right of ${asked}`);
    }
    expect(new Set(seen).size).toBe(8);
    await press(discord, shown, "Next question").response();
    expect(textsOf(handle.message() ?? {})[0].replaceAll("\\", "")).toBe(
      "That was every question I have for a quiz.\nYour score: 8 right of 8.",
    );
    await press(discord, handle.message() as APIMessage, "Another round").response();
    expect(textsOf(handle.message() ?? {})[0]).toMatch(/question 1/);
  });

  it("goes on after a restart", async ({ connect }) => {
    const first = await connect({ answerer: TOWN });
    const message = await first.discord.slash({ command: "quiz" }).reply();
    await first.bot.stop();
    const { discord } = await connect({ discord: first.discord, answerer: new Answerer(townOf()) });
    expect(textsOf(await press(discord, message, rightOf(message)).reply())[0]).toContain("### Right");
  });

  it("does not count an answer to a question that has changed, and goes on", async ({ connect }) => {
    const { discord } = await connect({ answerer: TOWN });
    const message = await messageWithButton(discord, "quiz:guess:000000000000:abcdef:0:zzzz:1:2:3");
    const shown = await press(discord, message, "Go").reply();
    expect(textsOf(shown).join("\n")).toContain("your answer does not count");
    const question = await press(discord, shown, "Next question").reply();
    expect(textsOf(question)[0]).toContain("So far\\: 2 right of 3");
  });

  it("speaks Spanish to who does", async ({ connect }) => {
    const { discord } = await connect({ answerer: TOWN });
    const message = await discord.slash({ command: "quiz", locale: "es-419" }).reply();
    expect(textsOf(message)[0]).toMatch(/^\*\*Prueba\\?, pregunta 1/);
    const result = await discord.press({ message, customId: optionsOf(message)[0].id, locale: "es-ES" }).reply();
    expect(textsOf(result)[0]).toContain("**Lo que dicen las fuentes**");
  });

  it.for([InteractionContextType.BotDM, InteractionContextType.PrivateChannel])(
    "works in the context %i",
    async (context, { connect }) => {
      const { discord } = await connect({ answerer: TOWN });
      const message = await discord.slash({ command: "quiz", context }).reply();
      expect(textsOf(await press(discord, message, rightOf(message)).reply())[0]).toContain("### Right");
    },
  );

  it("is played alone where it is private", async ({ connect }) => {
    const { discord } = await connect({ answerer: TOWN });
    const handle = discord.slash({ command: "quiz", options: { private: true } });
    expect((await handle.response()).data.flags).toBe(PRIVATE);
    const message = await handle.reply();
    expect((await press(discord, message, rightOf(message)).response()).type).toBe(UpdateMessage);
  });

  it("says in words that there is too little for a quiz", async ({ connect }) => {
    const { discord } = await connect({ answerer: new Answerer(townOf([])) });
    const message = await discord.slash({ command: "quiz" }).reply();
    expect(textsOf(message)[0]).toContain("There is no quiz in my knowledge yet");
  });

  it.for([
    "quiz:next:000000000000:abcdef:0:3:2",
    "quiz:next:000000000000:ABCDEF:0:0:0",
    "quiz:guess:000000000000:abcdef:0:zzzz:4:0:0",
    "quiz:guess:000000000000:abcdef:-1:zzzz:0:0:0",
    "quiz:next:000000000000:abcdef:99999:0:0",
  ])("refuses %s, which it never made, in words", async (customId, { connect }) => {
    const { discord } = await connect({ answerer: TOWN });
    const handle = press(discord, await messageWithButton(discord, customId), "Go");
    expect((await handle.response()).data.flags).toBe(PRIVATE);
    expect(textsOf(await handle.reply())[0]).toMatch(/no longer|any more/);
  });
});
