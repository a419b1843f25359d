import { type APIMessage, InteractionContextType, InteractionResponseType, MessageFlags } from "discord.js";
import { PNG } from "pngjs";
import { describe, expect } from "vitest";
import { Answerer } from "../../src/answer/answerer.js";
import { Artist } from "../../src/timeline/artist.js";
import { buildUser, type Double } from "../support/double.js";
import { knowledgeOf } from "../timeline/support.js";
import { buttonsOf, picturesOf, textsOf } from "./shown.js";
import { choicesOf, it, messageWithButton } from "./support.js";

const PRIVATE = MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral;
const GRACE = buildUser({ username: "grace" });
const { UpdateMessage } = InteractionResponseType;
/** Ten facts of ten years, all about the mill, the last of them in Spanish too. */
const facts = Array.from({ length: 10 }, (_, i) => ({
  id: `fact-${i}`,
  when: `190${i}`,
  answer: `Fact *${i}* of the mill.`,
  about: ["mill"],
  ...(i === 9 ? { es: { question: "¿Qué?", answer: ["El último hecho."] } } : {}),
}));
const answererOf = (entries: Parameters<typeof knowledgeOf>[0]["entries"]) =>
  new Answerer(
    knowledgeOf({
      knowledge: { title: "A town", languages: ["en", "es"] },
      entities: [
        {
          id: "mill",
          kind: "place",
          name: "the old mill",
          aliases: ["watermill"],
          es: { name: "el molino", aliases: [] },
        },
        { id: "ana", kind: "person", name: "Ana Ruiz" },
      ],
      entries,
    }),
  );
const TOWN = answererOf([...facts, { id: "ana-born", when: "1950-05-01", about: ["ana"], answer: "Ana was born." }]);

function press(discord: Double, message: APIMessage, label: string, user = buildUser()) {
  const found = buttonsOf(message).find((one) => one.label === label);
  if (!found) throw new Error(`no button ${label} among ${buttonsOf(message).map((one) => one.label)}`);
  return discord.press({ message, customId: found.id, user });
}

describe("/timeline", () => {
  it("lists dated facts in order, each with its footnote, eight to a page", async ({ connect }) => {
    const { discord } = await connect({ answerer: TOWN });
    const [body, notes] = textsOf(await discord.slash({ command: "timeline" }).reply());
    expect(body.split("\n").slice(0, 4)).toEqual([
      "### Timeline\\: A town",
      "-# Page 1 of 2",
      "- **1900\\:** Fact \\*0\\* of the mill. \\[1\\]",
      "- **1901\\:** Fact \\*1\\* of the mill. \\[1\\]",
    ]);
    expect(body.split("\n")).toHaveLength(10);
    expect(notes).toContain("\\[1\\] The town");
  });

  it("sends a picture of what the page lists, with all of it in words", async ({ connect }) => {
    const { discord } = await connect({ answerer: TOWN });
    const message = await discord.slash({ command: "timeline" }).reply();
    const [{ url, description }] = picturesOf(message);
    expect(url).toMatch(/\/timeline\.png$/);
    expect(description).toContain("Timeline: A town. 8 dated facts. 1900: Fact *0* of the mill.");
    const { width, height } = PNG.sync.read(Buffer.from(discord.file(message.attachments[0].id) ?? []));
    expect([width, height > 500]).toEqual([1080, true]);
  });

  it("draws in a thread of its own, in time", async ({ connect, onTestFinished }) => {
    const artist = new Artist({
      timeoutMs: 60_000,
      file: new URL("../../dist/src/timeline/draw-worker.js", import.meta.url),
    });
    onTestFinished(() => artist.end());
    const { discord } = await connect({ answerer: TOWN, context: (usual) => ({ ...usual, draw: artist.draw }) });
    const message = await discord.slash({ command: "timeline" }).reply();
    expect(picturesOf(message)).toHaveLength(1);
  });

  it("turns to the next page, with a picture of its own", async ({ connect }) => {
    const { discord } = await connect({ answerer: TOWN });
    const handle = discord.slash({ command: "timeline" });
    expect((await press(discord, await handle.reply(), "Next page").response()).type).toBe(UpdateMessage);
    const second = handle.message() as APIMessage;
    expect(textsOf(second)[0].split("\n").slice(1)).toEqual([
      "-# Page 2 of 2",
      "- **1908\\:** Fact \\*8\\* of the mill. \\[1\\]",
      "- **1909\\:** Fact \\*9\\* of the mill. \\[1\\]",
      "- **1 May 1950\\:** Ana was born. \\[1\\]",
    ]);
    expect(picturesOf(second)[0].description).toContain("3 dated facts");
    expect(second.attachments).toHaveLength(1);
  });

  it("keeps dates and subject from page to page, for others too", async ({ connect }) => {
    const { discord } = await connect({ answerer: TOWN });
    const options = { from: "1901", to: "December 1949", about: "The Old Mill" };
    const message = await discord.slash({ command: "timeline", options }).reply();
    expect(textsOf(message)[0]).toContain("\nFrom\\: 1901 · To\\: December 1949 · About\\: The Old Mill\n");
    const handle = press(discord, message, "Next page", GRACE);
    expect((await handle.response()).data.flags).toBe(PRIVATE);
    expect(textsOf(await handle.reply())[0]).toContain("- **1909\\:** Fact \\*9\\* of the mill.");
    expect(textsOf(await handle.reply())[0]).not.toContain("Ana");
  });

  it("does without the picture where it cannot be drawn, and says so", async ({ connect }) => {
    const draw = async () => undefined;
    const { discord } = await connect({ answerer: TOWN, context: (usual) => ({ ...usual, draw }) });
    const message = await discord.slash({ command: "timeline", options: { about: "ana" } }).reply();
    expect(picturesOf(message)).toEqual([]);
    expect(textsOf(message)[0]).toContain("The picture could not be drawn this time");
    expect(textsOf(message)[0]).toContain("- **1 May 1950\\:** Ana was born.");
  });

  it("says in private what is wrong with a date, and how to write it", async ({ connect }) => {
    const { discord } = await connect({ answerer: TOWN });
    const handle = discord.slash({ command: "timeline", options: { from: "5/6/1950" } });
    expect((await handle.response()).data.flags).toBe(PRIVATE);
    expect(textsOf(await handle.reply())[0]).toContain("can be 5 June 1950 or 6 May 1950");
  });

  it("says that a beginning lies after its end", async ({ connect }) => {
    const { discord } = await connect({ answerer: TOWN });
    const message = await discord.slash({ command: "timeline", options: { from: "1950", to: "1949" } }).reply();
    expect(textsOf(message)[0]).toContain("Swap the two");
  });

  it("says that nothing is dated then, and leads to what is", async ({ connect }) => {
    const { discord } = await connect({ answerer: TOWN });
    const options = { from: "1960", about: "mill" };
    const handle = discord.slash({ command: "timeline", options });
    const message = await handle.reply();
    expect(textsOf(message)[0]).toContain("What is dated runs from 1900 to 1909.");
    await press(discord, message, "Show the whole timeline").response();
    await expect.poll(() => textsOf(handle.message() ?? {})[0]).toContain("About\\: the old mill");
  });

  it("names what there is something about where nothing is about what was asked", async ({ connect }) => {
    const { discord } = await connect({ answerer: TOWN });
    const message = await discord.slash({ command: "timeline", options: { about: "@everyone" } }).reply();
    expect(textsOf(message)[0]).toContain("about “\\@everyone”");
    expect(textsOf(message)[0]).toContain("the old mill, Ana Ruiz");
  });

  it("says that nothing has a date at all", async ({ connect }) => {
    const { discord } = await connect({ answerer: answererOf([{ id: "undated" }]) });
    expect(textsOf(await discord.slash({ command: "timeline" }).reply())[0]).toContain(
      "Nothing in my knowledge has a date.",
    );
  });

  it("speaks Spanish to who does", async ({ connect }) => {
    const { discord } = await connect({ answerer: TOWN });
    const options = { from: "1909", to: "mayo de 1950" };
    const message = await discord.slash({ command: "timeline", locale: "es-ES", options }).reply();
    expect(textsOf(message)[0].split("\n")).toEqual([
      "### Cronología\\: A town",
      "Desde\\: 1909 · Hasta\\: mayo de 1950",
      "- **1909\\:** El último hecho. \\[1\\]",
      "- **1 de mayo de 1950\\:** Ana was born. \\[1\\]",
    ]);
    expect(picturesOf(message)[0].description).toMatch(/^Cronología: A town/);
  });

  it.for([InteractionContextType.BotDM, InteractionContextType.PrivateChannel])(
    "works in the context %i",
    async (context, { connect }) => {
      const { discord } = await connect({ answerer: TOWN });
      const message = await discord.slash({ command: "timeline", context }).reply();
      expect(picturesOf(message)).toHaveLength(1);
    },
  );

  it.for(["timeline:page:000000000000:nineteen:::1", "timeline:page:000000000000::1", "timeline:go:000000000000::::1"])(
    "refuses %s, which it never made, in words",
    async (customId, { connect }) => {
      const { discord } = await connect({ answerer: TOWN });
      const message = await messageWithButton(discord, customId);
      expect(textsOf(await press(discord, message, "Go").reply())[0]).toMatch(/no longer|any more/);
    },
  );

  it("leaves no page out of reach without a word where a subject is too long for a button", async ({ connect }) => {
    const { discord } = await connect({ answerer: TOWN });
    const about = "the mill mill mill mill mill mill mill mill mill mill mill";
    const message = await discord.slash({ command: "timeline", options: { about } }).reply();
    expect(textsOf(message)[0]).toContain("These are the first 8 of 10");
    expect(buttonsOf(message).map(({ label }) => label)).not.toContain("Next page");
  });
});

describe("autocompletion of /timeline", () => {
  it("offers what dated facts are about, the most frequent first", async ({ connect }) => {
    const { discord } = await connect({ answerer: TOWN });
    expect(await choicesOf(discord.autocomplete({ command: "timeline", focused: "about", value: "" }))).toEqual([
      { name: "the old mill (10 dated facts)", value: "mill" },
      { name: "Ana Ruiz (1 dated fact)", value: "ana" },
    ]);
  });

  it("finds them by their aliases, in the language of the person's client", async ({ connect }) => {
    const { discord } = await connect({ answerer: TOWN });
    const typed = { command: "timeline", focused: "about", value: "WATER", locale: "es-ES" } as const;
    expect(await choicesOf(discord.autocomplete(typed))).toEqual([
      { name: "el molino (10 hechos con fecha)", value: "mill" },
    ]);
  });
});
