import { type APIMessage, InteractionContextType, InteractionResponseType, MessageFlags } from "discord.js";
import { describe, expect } from "vitest";
import { commands } from "../../commands/index.js";
import { Answerer } from "../../src/answer/answerer.js";
import { buildUser, type Double } from "../support/double.js";
import { PIXEL, shelf, toy } from "../support/toy.js";
import { harbour } from "./harbour.js";
import { buttonsOf, picturesOf, selectsOf, textsOf } from "./shown.js";
import { it } from "./support.js";

const GRACE = buildUser({ username: "grace" });
const PRIVATE = MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral;
const HEIGHT = "The lighthouse is 41 metres tall. \\[1\\]";
const NOT_YOURS = "Only the person who asked can use this. Ask me yourself, and you get one of your own.";
const { ChannelMessageWithSource, UpdateMessage } = InteractionResponseType;
const TOYS = [...commands, shelf, toy];

/** The id of the button with this label. */
function idOf(message: APIMessage, label: string): string {
  const found = buttonsOf(message).find((one) => one.label === label);
  if (!found) throw new Error(`no button ${label} among ${buttonsOf(message).map((one) => one.label)}`);
  return found.id;
}

/** Presses the button with this label. */
function press(discord: Double, message: APIMessage, label: string, user = buildUser()) {
  return discord.press({ message, customId: idOf(message, label), user });
}

describe("quotations", () => {
  it("are shown in full to whoever presses, each with its source", async ({ connect }) => {
    const { discord, ask } = await connect();
    const handle = press(discord, await ask("How many sailors did the keeper rescue?"), "Quotations", GRACE);
    expect((await handle.response()).data.flags).toBe(PRIVATE);
    expect(textsOf(await handle.reply())).toEqual([
      "### Quotations\n- “rowed out eleven sailors” \\[1\\]\n- no words are quoted; the place says it as a whole \\[2\\]",
      expect.stringContaining("-# \\[1\\] Amber Gazette"),
    ]);
  });

  it("leave the answer where it is", async ({ connect }) => {
    const { discord, ask } = await connect();
    const message = await ask("How tall is the lighthouse?");
    expect((await press(discord, message, "Quotations").response()).type).toBe(ChannelMessageWithSource);
  });

  it("of an entry that is gone are said to be gone", async ({ connect }) => {
    const first = await connect();
    const message = await first.ask("How tall is the lighthouse?");
    await first.bot.stop();
    const answerer = new Answerer(harbour({ without: ["lighthouse-height"] }));
    const { discord } = await connect({ discord: first.discord, answerer });
    expect(textsOf(await press(discord, message, "Quotations").reply())).toEqual([
      "This question is no longer in the knowledge base. Please ask again.",
    ]);
  });
});

describe("an older control", () => {
  it("says that the knowledge has changed, and leads to what there is now", async ({ connect }) => {
    const first = await connect({ answerer: new Answerer(harbour({ without: ["ferry-price"] })) });
    const message = await first.ask("How tall is the lighthouse?");
    await first.bot.stop();
    const { discord } = await connect({ discord: first.discord });
    const shown = textsOf(await press(discord, message, "Quotations").reply());
    expect(shown[0]).toBe("-# My knowledge has changed since then; this is what it says now.");
    expect(shown[1]).toContain("“41 metres tall”");
  });

  it("works after a restart, and says nothing of change where there is none", async ({ connect }) => {
    const first = await connect();
    const message = await first.ask("How tall is the lighthouse?");
    await first.bot.stop();
    const { discord } = await connect({ discord: first.discord });
    expect(textsOf(await press(discord, message, "Quotations").reply())[0]).toMatch(/^### Quotations/);
  });
});

describe("a private answer", () => {
  const asked = { command: "ask", options: { question: "How tall is the lighthouse?", private: true } };

  it("is seen by whoever asked alone", async ({ connect }) => {
    const { discord } = await connect();
    const { data } = await discord.slash(asked).response();
    expect(data.flags).toBe(PRIVATE);
  });

  it("is shared as a public copy that names who asked and pings nobody", async ({ connect }) => {
    const { discord } = await connect();
    const user = buildUser({ username: "ada", global_name: "@everyone <@1>" });
    const message = await discord.slash({ ...asked, user }).reply();
    const handle = press(discord, message, "Share", user);
    await expect.poll(() => handle.followUps.length).toBe(1);
    const [copy] = handle.followUps;
    expect((copy.flags ?? 0) & MessageFlags.Ephemeral).toBe(0);
    expect(textsOf(copy).slice(0, 2)).toEqual(["-# Asked and shared by \\@everyone \\<\\@1\\>:", HEIGHT]);
    expect(copy.mentions).toEqual([]);
    expect(discord.requests.at(-1)?.body).toMatchObject({ allowed_mentions: { parse: [] } });
  });

  it("is shared once: the button goes, the answer stays", async ({ connect }) => {
    const { discord } = await connect();
    const message = await discord.slash(asked).reply();
    const handle = press(discord, message, "Share");
    expect((await handle.response()).type).toBe(UpdateMessage);
    const labels = buttonsOf(handle.message() ?? {}).map(({ label }) => label);
    expect(labels).toEqual(["Quotations", "Why this answer?"]);
    expect(textsOf(handle.message() ?? {})[0]).toBe(HEIGHT);
  });

  it("is shared once where the button is pressed twice in a row", async ({ connect }) => {
    const { discord, bot } = await connect();
    const message = await discord.slash(asked).reply();
    const handles = [press(discord, message, "Share"), press(discord, message, "Share")];
    await Promise.all(handles.map((handle) => handle.response()));
    await bot.stop();
    expect(handles.flatMap(({ followUps }) => followUps)).toHaveLength(1);
  });

  it("has a copy that whoever shared it can delete, and nobody else", async ({ connect }) => {
    const { discord } = await connect();
    const handle = press(discord, await discord.slash(asked).reply(), "Share");
    await expect.poll(() => handle.followUps.length).toBe(1);
    const [copy] = handle.followUps;
    expect(textsOf(await press(discord, copy, "Delete", GRACE).reply())).toEqual([NOT_YOURS]);
    await press(discord, copy, "Delete").response();
    await expect.poll(() => handle.followUps).toEqual([]);
  });

  it("is shared after a restart too", async ({ connect }) => {
    const first = await connect();
    const message = await first.discord.slash(asked).reply();
    await first.bot.stop();
    const { discord } = await connect({ discord: first.discord });
    const handle = press(discord, message, "Share");
    await expect.poll(() => handle.followUps.length).toBe(1);
    expect(textsOf(handle.followUps[0])[1]).toBe(HEIGHT);
  });

  it("takes its picture along", async ({ connect }) => {
    const { discord } = await connect({ commands: TOYS });
    const message = await discord.slash({ command: "shelf", options: { private: true } }).reply();
    const handle = press(discord, message, "Share");
    await expect.poll(() => handle.followUps.length).toBe(1);
    const [copy] = handle.followUps;
    expect(picturesOf(copy)).toEqual([
      { url: expect.stringMatching(/\/picture-1\.png$/), description: "A shelf with one toy" },
    ]);
    expect(Buffer.from(discord.file(copy.attachments[0].id) ?? [])).toEqual(PIXEL);
  });
});

describe("delete", () => {
  it("takes an answer to a command away for whoever asked", async ({ connect }) => {
    const { discord } = await connect();
    const handle = discord.slash({ command: "ask", options: { question: "How tall is the lighthouse?" } });
    const message = await handle.reply();
    expect(textsOf(await press(discord, message, "Delete", GRACE).reply())).toEqual([NOT_YOURS]);
    expect(handle.message()).toBeDefined();
    await press(discord, message, "Delete").response();
    await expect.poll(() => handle.message()).toBeUndefined();
  });

  it.for([
    { what: "a mention", say: (d: Double) => d.mention({ content: "How tall is the lighthouse?" }) },
    { what: "a direct message", say: (d: Double) => d.directMessage({ content: "How tall is the lighthouse?" }) },
  ])("takes an answer to $what away for whoever asked", async ({ say }, { connect }) => {
    const { discord } = await connect();
    say(discord);
    const message = await discord.nextMessage();
    await press(discord, message, "Delete").response();
    await expect.poll(() => discord.messages).toEqual([]);
  });

  it("is refused to others under an answer to a mention", async ({ connect }) => {
    const { discord } = await connect();
    discord.mention({ content: "How tall is the lighthouse?" });
    const message = await discord.nextMessage();
    expect(textsOf(await press(discord, message, "Delete", GRACE).reply())).toEqual([NOT_YOURS]);
    expect(discord.messages).toHaveLength(1);
  });

  it("is offered under what only one person sees no more than share is under what all see", async ({ connect }) => {
    const { discord, ask } = await connect();
    const all = buttonsOf(await ask("How tall is the lighthouse?")).map(({ label }) => label);
    const one = buttonsOf(
      await discord
        .slash({ command: "ask", options: { question: "How tall is the lighthouse?", private: true } })
        .reply(),
    ).map(({ label }) => label);
    expect([all.includes("Share"), all.includes("Delete")]).toEqual([false, true]);
    expect([one.includes("Share"), one.includes("Delete")]).toEqual([true, false]);
  });
});

describe("a list", () => {
  it("has a picture that says in words what it shows", async ({ connect }) => {
    const { discord } = await connect({ commands: TOYS });
    const message = await discord.slash({ command: "shelf" }).reply();
    expect(picturesOf(message)).toEqual([
      { url: expect.stringMatching(/\/shelf\.png$/), description: "A shelf with one toy" },
    ]);
    expect(Buffer.from(discord.file(message.attachments[0].id) ?? [])).toEqual(PIXEL);
  });

  it("turns its pages in place for whoever asked, and drops a picture that the page does not have", async ({
    connect,
  }) => {
    const { discord } = await connect({ commands: TOYS });
    const handle = discord.slash({ command: "shelf" });
    const message = await handle.reply();
    expect(buttonsOf(message).map(({ label }) => label)).not.toContain("Previous page");
    expect((await press(discord, message, "Next page").response()).type).toBe(UpdateMessage);
    const second = handle.message();
    expect(textsOf(second ?? {})[0]).toBe("### The shelf\n-# Page 2 of 3\n- **Toy 2** It is small.");
    expect(second?.attachments).toEqual([]);
    expect(buttonsOf(second ?? {}).map(({ label }) => label)).toContain("Previous page");
  });

  it("gives others a page of their own", async ({ connect }) => {
    const { discord } = await connect({ commands: TOYS });
    const message = await discord.slash({ command: "shelf" }).reply();
    const handle = press(discord, message, "Next page", GRACE);
    expect((await handle.response()).data.flags).toBe(PRIVATE);
    expect(textsOf(await handle.reply())[0]).toContain("Page 2 of 3");
  });

  it("hands over what was selected", async ({ connect }) => {
    const { discord } = await connect({ commands: TOYS });
    const handle = discord.slash({ command: "shelf" });
    const message = await handle.reply();
    const [{ id, options }] = selectsOf(message);
    expect(options).toEqual([
      { label: "Ball", value: "ball" },
      { label: "Cube", description: "of wood", value: "cube" },
    ]);
    await discord.press({ message, customId: id, values: ["cube"] }).response();
    expect(textsOf(handle.message() ?? {})).toEqual(["Taken\\: cube"]);
  });

  it("hands over what its action says", async ({ connect }) => {
    const { discord } = await connect({ commands: TOYS });
    const handle = discord.slash({ command: "shelf" });
    await press(discord, await handle.reply(), "Take it").response();
    expect(textsOf(handle.message() ?? {})).toEqual(["Taken\\: toy\\-1"]);
  });

  it("refuses others an action that is for whoever asked", async ({ connect }) => {
    const { discord } = await connect({ commands: TOYS });
    const message = await discord.slash({ command: "shelf" }).reply();
    const handle = press(discord, message, "Own it", GRACE);
    expect((await handle.response()).data.flags).toBe(PRIVATE);
    expect(textsOf(await handle.reply())).toEqual([NOT_YOURS]);
    expect((await press(discord, message, "Own it").response()).type).toBe(UpdateMessage);
  });

  it("stays where an action's reply stands beside it", async ({ connect }) => {
    const { discord } = await connect({ commands: TOYS });
    const { type, data } = await press(
      discord,
      await discord.slash({ command: "shelf" }).reply(),
      "Look aside",
    ).response();
    expect([type, data.flags]).toEqual([ChannelMessageWithSource, PRIVATE]);
  });

  it("works where only a person has installed the bot", async ({ connect }) => {
    const { discord } = await connect({ commands: TOYS });
    const place = { context: InteractionContextType.PrivateChannel };
    const message = await discord.slash({ command: "shelf", ...place }).reply();
    expect((await press(discord, message, "Next page").response()).type).toBe(UpdateMessage);
  });
});

describe("options", () => {
  it("come in the kinds that the command declares", async ({ connect }) => {
    const { discord } = await connect({ commands: TOYS });
    const options = { name: "top", size: 3, shape: "cube", private: true };
    const message = await discord.slash({ command: "toy", options }).reply();
    expect(textsOf(message)).toEqual(["top number 3 cube true true"]);
    expect(message.flags).toBe(PRIVATE);
  });

  it("that are left out or were never offered are missing", async ({ connect }) => {
    const { discord } = await connect({ commands: TOYS });
    const message = await discord.slash({ command: "toy", options: { name: "top", shape: "pyramid" } }).reply();
    expect(textsOf(message)).toEqual(["top undefined    true"]);
  });
});
