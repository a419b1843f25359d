import { type APIMessage, InteractionContextType, InteractionResponseType, MessageFlags } from "discord.js";
import { describe, expect } from "vitest";
import { Answerer } from "../../src/answer/answerer.js";
import { buildUser, type Double, type Handle } from "../support/double.js";
import { harbour } from "./harbour.js";
import { buttonsOf, selectsOf, textsOf } from "./shown.js";
import { choicesOf, HARBOUR, it, messageWithButton, unsure } from "./support.js";

const GRACE = buildUser({ username: "grace" });
const { UpdateMessage } = InteractionResponseType;

const textOf = (message: APIMessage | undefined) => textsOf(message ?? {}).join("\n");
const labelsOf = (message: APIMessage | undefined) => buttonsOf(message ?? {}).map(({ label }) => label);

/** Presses the button with a label; the message as it is then. */
async function press(discord: Double, handle: Handle, label: string): Promise<APIMessage | undefined> {
  const message = handle.message() ?? (await handle.reply());
  const { id = "" } = buttonsOf(message).find((one) => one.label === label) ?? {};
  expect((await discord.press({ message, customId: id }).response()).type).toBe(UpdateMessage);
  return handle.message();
}

/** Chooses a value from the message's select; the message as it is then. */
async function choose(discord: Double, handle: Handle, value: string): Promise<APIMessage | undefined> {
  const message = handle.message() ?? (await handle.reply());
  const [{ id }] = selectsOf(message);
  expect((await discord.press({ message, customId: id, values: [value] }).response()).type).toBe(UpdateMessage);
  return handle.message();
}

describe("/topics", () => {
  it("leads from a topic over its pages to an answer and back", async ({ connect }) => {
    const { discord } = await connect();
    const handle = discord.slash({ command: "topics" });
    expect(textOf(await handle.reply())).toContain("1\\. Harbour \\(13 questions, 1 not stated\\)");
    expect(textOf(await choose(discord, handle, "harbour"))).toContain("### Harbour\n-# Page 1 of 2");
    const second = await press(discord, handle, "Next page");
    expect(textOf(second)).toContain("What was the salary of the keeper? \\(the sources do not say\\)");
    expect(labelsOf(second)).toEqual(["Previous page", "All topics", "Delete"]);
    const answer = await choose(discord, handle, "not-stated-salary");
    expect(textOf(answer)).toContain("The gazette names the keeper without his salary. \\[1\\]");
    expect(textOf(await press(discord, handle, "Back to: Harbour"))).toContain("-# Page 2 of 2");
    expect(textOf(await press(discord, handle, "Previous page"))).toContain("-# Page 1 of 2");
    expect(textOf(await press(discord, handle, "All topics"))).toContain("### Topics");
  });

  it("speaks Spanish to whoever does", async ({ connect }) => {
    const { discord } = await connect();
    const handle = discord.slash({ command: "topics", locale: "es-419" });
    expect(textOf(await handle.reply())).toContain("1\\. Harbour \\(13 preguntas, 1 no consta\\)");
  });

  it("gives somebody else a page of their own", async ({ connect }) => {
    const { discord } = await connect();
    const message = await discord.slash({ command: "topics" }).reply();
    const [{ id }] = selectsOf(message);
    const { data } = await discord.press({ message, customId: id, values: ["harbour"], user: GRACE }).response();
    expect((data.flags ?? 0) & MessageFlags.Ephemeral).toBeTruthy();
  });

  it("refuses in words a topic that is not there", async ({ connect }) => {
    const { discord } = await connect();
    const message = await discord.slash({ command: "topics" }).reply();
    const old = await messageWithButton(
      discord,
      `topics:page:${HARBOUR.knowledge.version}:nowhere:1`,
      message.channel_id,
    );
    const handle = discord.press({ message: old, customId: buttonsOf(old)[0].id });
    expect(textOf(await handle.reply())).toBe("This button does not lead anywhere any more. Please ask again.");
  });
});

describe("/sources", () => {
  it("leads from all to one, to its questions, to an answer and back", async ({ connect }) => {
    const { discord } = await connect();
    const handle = discord.slash({ command: "sources" });
    const list = textOf(await handle.reply());
    expect(list).toContain("1\\. Amber Gazette, 3 May 1998 \\(Port Amber\\: a walk\\)");
    expect(list).toContain("2\\. Harbour office, undated \\(List of \\*rescues\\*\\)");
    const card = await choose(discord, handle, "harbour-list");
    expect(textOf(card)).toContain(
      "Rights\\: public domain \\[1\\]\nText\\: cited only; its text is not kept here \\[1\\]",
    );
    expect(textOf(card)).toContain("the source's record <https://harbour.example/list>");
    expect(textOf(card)).toContain(
      "```\nHarbour office, “List of *rescues*”, undated. https://harbour.example/list\n```",
    );
    expect(textOf(await press(discord, handle, "All its questions"))).toContain(
      "### Questions that cite Harbour office",
    );
    expect(textOf(await choose(discord, handle, "list-author"))).toContain("The harbour office compiled the list.");
    await press(discord, handle, "Back to: Questions that cite Harbour office");
    expect(textOf(await press(discord, handle, "Source harbour-list"))).toContain("### List of \\*rescues\\*");
    expect(textOf(await choose(discord, handle, "harbour"))).toContain("\nHarbour");
    await press(discord, handle, "Source harbour-list");
    expect(textOf(await press(discord, handle, "All sources"))).toContain("### Sources");
  });

  it("offers questions that the source answers, to be picked", async ({ connect }) => {
    const { discord } = await connect();
    const handle = discord.slash({ command: "sources", options: { id: "harbour-list" } });
    const message = await handle.reply();
    expect(textOf(message)).toContain(
      "**It answers, for example**\n1. How many sailors did the keeper rescue?\n2. Who compiled the list of the harbour?",
    );
    const answer = await press(discord, handle, "2. Who compiled the list of the harbour?");
    expect(textOf(answer)).toContain("The harbour office compiled the list. \\[1\\]");
  });

  it("says that there is no such source, without a mention", async ({ connect }) => {
    const { discord } = await connect();
    const message = await discord.slash({ command: "sources", options: { id: "@everyone" } }).reply();
    expect(textOf(message)).toContain('There is no source "\\@everyone".');
  });

  it("turns the pages of many", async ({ connect }) => {
    const { discord } = await connect({ answerer: new Answerer(harbour({ extraSources: 20 })) });
    const handle = discord.slash({ command: "sources" });
    await handle.reply();
    expect(textOf(await press(discord, handle, "Next page"))).toContain("-# Page 2 of 3");
    expect(textOf(await choose(discord, handle, "log-18"))).toContain("**Cited for**\nNothing so far.");
  });
});

describe("/cite", () => {
  it("shows what was completed: the citations in full and a reference", async ({ connect }) => {
    const { discord } = await connect();
    const [{ value }] = await choicesOf(
      discord.autocomplete({ command: "cite", focused: "entry", value: "how many sailors" }),
    );
    const message = await discord.slash({ command: "cite", options: { entry: String(value) } }).reply();
    expect(textsOf(message)).toEqual([
      "### How many sailors did the keeper rescue?\n-# Entry storm\\-rescue, under\\: Harbour\n**Answer**\nThe keeper Jonas Brandt rowed out for eleven sailors. \\[1\\] A later list names only nine of them. \\[2\\]",
      "-# \\[1\\] Amber Gazette, “Port Amber\\: a walk”, 3 May 1998, paragraph 3: “rowed out eleven sailors”\n-# \\[2\\] Harbour office, “List of \\*rescues\\*”, undated, the source's record <https://harbour.example/list>",
      "```\nAmber Gazette, “Port Amber: a walk”, 3 May 1998, paragraph 3.\nHarbour office, “List of *rescues*”, undated. https://harbour.example/list\n```",
    ]);
  });

  it("cites a question in free words, in Spanish", async ({ connect }) => {
    const { discord } = await connect();
    const options = { entry: "¿cuánto mide el faro?" };
    const message = await discord.slash({ command: "cite", options, locale: "es-ES" }).reply();
    expect(textOf(message)).toContain("**Respuesta**\nEl faro mide 41 metros. \\[1\\]");
  });

  it("offers what it may mean where it is unsure, and cites what is chosen", async ({ connect }) => {
    const { discord } = await connect({ context: unsure });
    const handle = discord.slash({ command: "cite", options: { entry: "lighthouse" } });
    expect(textOf(await handle.reply())).toContain("Did you mean one of these?\n1\\. When was the lighthouse built?");
    expect(textOf(await choose(discord, handle, "lighthouse-height"))).toContain("### How tall is the lighthouse?");
  });
});

describe("/help and /about", () => {
  it("name every command in the person's language", async ({ connect }) => {
    const { discord } = await connect();
    const [text] = textsOf(await discord.slash({ command: "help" }).reply());
    expect(text).toContain("The harbour of Port Amber");
    for (const name of ["/ask", "/topics", "/sources", "/forget", "/help"]) expect(text).toContain(`\n- **${name}** `);
    const [spanish] = textsOf(await discord.slash({ command: "help", locale: "es-ES" }).reply());
    expect(spanish).toContain("\n- **/preguntar** Hacer una pregunta");
  });

  it("give examples whose buttons answer them", async ({ connect }) => {
    const { discord } = await connect();
    const handle = discord.slash({ command: "help" });
    const [label] = labelsOf(await handle.reply());
    expect(textOf(await press(discord, handle, label))).toContain("The engineer Clara Voss built the lighthouse.");
  });

  it("say what the bot is and keeps, wherever it is installed", async ({ connect }) => {
    const { discord } = await connect();
    const place = { context: InteractionContextType.PrivateChannel, locale: "es-ES" } as const;
    const text = textOf(await discord.slash({ command: "about", ...place }).reply());
    expect(text).toContain("**Privacidad**\nNada de lo que pregunta va aquí a un disco");
    expect(text).toContain(`Versión ${HARBOUR.knowledge.version}.`);
  });
});
