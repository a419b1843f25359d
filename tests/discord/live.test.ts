import { describe, expect } from "vitest";
import { commands } from "../../commands/index.js";
import { Answerer } from "../../src/answer/answerer.js";
import { readCustomId } from "../../src/discord/custom-id.js";
import { Live } from "../../src/live.js";
import { slowCommand } from "../support/toy.js";
import { harbour } from "./harbour.js";
import { buttonsOf, textsOf } from "./shown.js";
import { HARBOUR, it } from "./support.js";

const CHANGED = new Answerer(harbour({ extraSources: 1 }));

/** The versions that the ids of a message's buttons have. */
function versionsOf(message: Parameters<typeof buttonsOf>[0]): Set<string | undefined> {
  return new Set(buttonsOf(message).map(({ id }) => readCustomId(id)?.version));
}

describe("a swap of the knowledge while the bot runs", () => {
  it("is the next answer's, and its buttons'", async ({ connect }) => {
    const live = new Live(HARBOUR);
    const { ask } = await connect({ answerer: live });
    const before = await ask("How tall is the lighthouse?");
    live.swap(CHANGED);
    const after = await ask("How tall is the lighthouse?");
    expect(versionsOf(before)).toEqual(new Set([HARBOUR.knowledge.version]));
    expect(versionsOf(after)).toEqual(new Set([CHANGED.knowledge.version]));
  });

  it("leaves a reply that is being made its own version", async ({ connect }) => {
    const live = new Live(HARBOUR);
    const { slow, release } = slowCommand("slow");
    const { discord } = await connect({ answerer: live, commands: [...commands, slow], manners: { deferAfterMs: 10 } });
    const handle = discord.slash({ command: "slow" });
    await handle.response();
    live.swap(CHANGED);
    release();
    expect(versionsOf(await handle.reply())).toEqual(new Set([HARBOUR.knowledge.version]));
  });

  it("is told to whoever presses a button from before, and goes on", async ({ connect }) => {
    const live = new Live(HARBOUR);
    const { discord, ask } = await connect({ answerer: live });
    const message = await ask("How tall is the lighthouse?");
    live.swap(CHANGED);
    const quotes = buttonsOf(message).find(({ id }) => id.startsWith("ask:quotes:"));
    const handle = discord.press({ message, customId: quotes?.id ?? "" });
    expect(JSON.stringify(textsOf(await handle.reply()))).toContain("My knowledge has changed");
  });

  it("is no reason to forget why an earlier answer was given", async ({ connect }) => {
    const live = new Live(HARBOUR);
    const { discord, ask } = await connect({ answerer: live });
    const message = await ask("How tall is the lighthouse?");
    live.swap(CHANGED);
    const why = buttonsOf(message).find(({ id }) => id.startsWith("bot:why:"));
    const handle = discord.press({ message, customId: why?.id ?? "" });
    expect(textsOf(await handle.reply())[0]).toContain(HARBOUR.knowledge.version);
  });
});
