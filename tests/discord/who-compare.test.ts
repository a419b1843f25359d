import { type APIMessage, ComponentType, InteractionResponseType } from "discord.js";
import { describe, expect } from "vitest";
import { Answerer } from "../../src/answer/answerer.js";
import { fairs, fairsAnswerer, muchOfAda } from "../support/fairs.js";
import { buttonsOf, textsOf } from "./shown.js";
import { choicesOf, it, messageWithButton } from "./support.js";

const FAIRS = fairsAnswerer();
const MUCH = new Answerer(fairs(muchOfAda(40)));
const { version } = FAIRS.knowledge;
const { UpdateMessage } = InteractionResponseType;

/** The select of a message: its id and the values that it offers. */
function selectOf({ components = [] }: APIMessage) {
  const rows = components.flatMap((one) => (one.type === ComponentType.ActionRow ? one.components : []));
  const [select] = rows.flatMap((one) => (one.type === ComponentType.StringSelect ? [one] : []));
  return { id: select.custom_id, values: select.options.map(({ value }) => value) };
}

const idOf = (message: APIMessage, label: string) =>
  buttonsOf(message).find((button) => button.label.includes(label))?.id ?? `no button ${label}`;

describe("/who", () => {
  it("shows a card with its footnotes", async ({ connect }) => {
    const { discord } = await connect({ answerer: FAIRS });
    const message = await discord.slash({ command: "who", options: { name: "Ada Brown" } }).reply();
    expect(textsOf(message)[0]).toContain("### Ada Brown\n-# person\n**In short**\nAda Brown is the baker. \\[1\\]");
    expect(textsOf(message)[1]).toContain("-# \\[1\\] Old Post");
  });

  it("shows it in Spanish", async ({ connect }) => {
    const { discord } = await connect({ answerer: FAIRS });
    const message = await discord.slash({ command: "who", options: { name: "la panadera" }, locale: "es-419" }).reply();
    expect(textsOf(message)[0]).toContain("-# persona\n**En breve**\nAda Brown es la panadera. \\[1\\]");
  });

  it.for([
    { typed: "", first: "The spring fair (event)", why: "what most is told of, before anything was typed" },
    { typed: "ada", first: "Ada Brown (person)", why: "the first letters" },
    { typed: "reeed", first: "Tom Reed (person)", why: "a typo" },
  ])("completes $typed: $why", async ({ typed, first }, { connect }) => {
    const { discord } = await connect({ answerer: FAIRS });
    const choices = await choicesOf(discord.autocomplete({ command: "who", focused: "name", value: typed }));
    expect(choices[0]?.name).toBe(first);
  });

  it("takes a completion's value", async ({ connect }) => {
    const { discord } = await connect({ answerer: FAIRS });
    const [{ value }] = await choicesOf(discord.autocomplete({ command: "who", focused: "name", value: "mrs" }));
    const message = await discord.slash({ command: "who", options: { name: String(value) } }).reply();
    expect(textsOf(message)[0]).toContain("### Ada Brown");
  });

  it("leads by a button to whoever is told of beside them", async ({ connect }) => {
    const { discord } = await connect({ answerer: FAIRS });
    const handle = discord.slash({ command: "who", options: { name: "Ada Brown" } });
    const message = await handle.reply();
    const { type } = await discord.press({ message, customId: idOf(message, "Tom Reed") }).response();
    expect(type).toBe(UpdateMessage);
    expect(textsOf(handle.message() ?? {})[0]).toContain("### Tom Reed");
  });

  it("leads by a button to a related question's answer", async ({ connect }) => {
    const { discord } = await connect({ answerer: FAIRS });
    const handle = discord.slash({ command: "who", options: { name: "Ada Brown" } });
    const message = await handle.reply();
    await discord.press({ message, customId: idOf(message, "What did Ada Brown say?") }).response();
    expect(textsOf(handle.message() ?? {})[0]).toContain("honey was too dear");
  });

  it("turns its pages forth and back", async ({ connect }) => {
    const { discord } = await connect({ answerer: MUCH });
    const handle = discord.slash({ command: "who", options: { name: "ada-brown" } });
    const first = await handle.reply();
    await discord.press({ message: first, customId: idOf(first, "Next page") }).response();
    const second = handle.message() ?? first;
    expect(textsOf(second)[0]).toContain("-# Page 2 of ");
    await discord.press({ message: second, customId: idOf(second, "Previous page") }).response();
    expect(textsOf(handle.message() ?? {})[0]).toContain("-# Page 1 of ");
  });

  it("asks which of two is meant, and shows the one that is chosen", async ({ connect }) => {
    const { discord } = await connect({ answerer: FAIRS });
    const handle = discord.slash({ command: "who", options: { name: "Ambery" } });
    const message = await handle.reply();
    const { id, values } = selectOf(message);
    expect(values).toEqual(["river", "town"]);
    await discord.press({ message, customId: id, values: ["town"] }).response();
    expect(textsOf(handle.message() ?? {})[0]).toContain("### Ambery\n-# place");
  });

  it("says that nobody is called so, without mentioning anybody", async ({ connect }) => {
    const { discord } = await connect({ answerer: FAIRS });
    const message = await discord.slash({ command: "who", options: { name: "@everyone" } }).reply();
    expect(textsOf(message)[0]).toContain("called “\\@everyone”");
  });
});

describe("/compare", () => {
  it("sets two events side by side", async ({ connect }) => {
    const { discord } = await connect({ answerer: FAIRS });
    const options = { first: "spring fair", second: "autumn fair" };
    const message = await discord.slash({ command: "compare", options }).reply();
    expect(textsOf(message)[0]).toContain(
      "**When**\nThe spring fair\\: The spring fair was held on 4 May 1998. \\[1\\]\nThe autumn fair\\: ",
    );
  });

  it.for(["first", "second"])("completes the %s of the two", async (focused, { connect }) => {
    const { discord } = await connect({ answerer: FAIRS });
    const choices = await choicesOf(discord.autocomplete({ command: "compare", focused, value: "new p" }));
    expect(choices[0]).toEqual({ name: "New Post: The second letter (article)", value: "s.letter-two" });
  });

  it("leads to the card of each", async ({ connect }) => {
    const { discord } = await connect({ answerer: FAIRS });
    const options = { first: "e.spring-fair", second: "e.autumn-fair" };
    const handle = discord.slash({ command: "compare", options });
    const message = await handle.reply();
    await discord.press({ message, customId: idOf(message, "About: The autumn fair") }).response();
    expect(textsOf(handle.message() ?? {})[0]).toContain("### The autumn fair\n-# event");
  });

  it("leads from what cannot be compared to what can", async ({ connect }) => {
    const { discord } = await connect({ answerer: FAIRS });
    const handle = discord.slash({ command: "compare", options: { first: "Ada Brown", second: "spring fair" } });
    const message = await handle.reply();
    await discord.press({ message, customId: idOf(message, "The spring fair and The autumn fair") }).response();
    expect(textsOf(handle.message() ?? {})[0]).toContain("**When**");
  });

  it("speaks Spanish", async ({ connect }) => {
    const { discord } = await connect({ answerer: FAIRS });
    const options = { first: "Ada Brown", second: "zork" };
    const message = await discord.slash({ command: "compare", options, locale: "es-ES" }).reply();
    expect(textsOf(message)[0]).toContain("«Ada Brown» \\(persona\\) no lo puedo comparar");
  });
});

describe("a stranger's button", () => {
  it.for([
    `who:card:${version}`,
    `who:card:${version}:nobody`,
    `who:card:${version}:ada-brown:x`,
    `who:card:${version}:ada-brown:1:2`,
    `who:page:${version}:ada-brown`,
    `who:card:${version}:__proto__`,
    `compare:pair:${version}:e.spring-fair`,
    `compare:pair:${version}:e.spring-fair:e.none`,
    `compare:pair:${version}:e.spring-fair:e.autumn-fair:-1`,
    `compare:pair:${version}:e.spring-fair:e.autumn-fair:1:1`,
    `compare:pears:${version}:e.spring-fair:e.autumn-fair`,
  ])("%s is refused in words", async (customId, { connect }) => {
    const { discord } = await connect({ answerer: FAIRS });
    const message = await messageWithButton(discord, customId);
    expect(textsOf(await discord.press({ message, customId }).reply())[0]).toContain("does not lead anywhere");
  });
});
