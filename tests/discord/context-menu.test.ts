import { MessageFlags } from "discord.js";
import { describe, expect } from "vitest";
import { buildUser } from "../support/double.js";
import { textsOf } from "./shown.js";
import { it } from "./support.js";

const GRACE = buildUser({ username: "grace" });
const PRIVATE = MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral;
const HEIGHT = "The lighthouse is 41 metres tall. \\[1\\]";

describe("Answer this", () => {
  it("answers somebody's message to whoever used it alone", async ({ connect }) => {
    const { discord } = await connect();
    const targetMessage = discord.guildMessage({ content: "How tall is the lighthouse?", user: GRACE });
    const handle = discord.contextMenu({ command: "Answer this", targetMessage });
    expect((await handle.response()).data.flags).toBe(PRIVATE);
    expect(textsOf(await handle.reply())[0]).toBe(HEIGHT);
  });

  it("answers in the message's language", async ({ connect }) => {
    const { discord } = await connect();
    const targetMessage = discord.guildMessage({ content: "¿Qué altura tiene el faro?", user: GRACE });
    const message = await discord.contextMenu({ command: "Answer this", targetMessage }).reply();
    expect(textsOf(message)[0]).toBe("El faro mide 41 metros. \\[1\\]");
  });

  it.for(["", "?!", "👍", "\u200b"])("says so where the message has no words: %j", async (content, { connect }) => {
    const { discord } = await connect();
    const targetMessage = discord.guildMessage({ content, user: GRACE });
    const handle = discord.contextMenu({ command: "Answer this", targetMessage, locale: "es-419" });
    expect(textsOf(await handle.reply())).toEqual(["En ese mensaje no hay palabras a las que pueda responder."]);
  });

  it("mentions nobody whom the message mentions", async ({ connect }) => {
    const { discord } = await connect();
    const targetMessage = discord.guildMessage({ content: "@everyone <@1> zxqv wkjp", user: GRACE });
    const handle = discord.contextMenu({ command: "Answer this", targetMessage });
    expect((await handle.response()).data.allowed_mentions).toEqual({ parse: [], replied_user: false });
    expect(textsOf(await handle.reply()).join("\n")).not.toContain("@");
  });

  it("works on a direct message", async ({ connect }) => {
    const { discord } = await connect();
    const targetMessage = discord.directMessage({ content: "How tall is the lighthouse?" });
    await discord.nextMessage();
    const message = await discord.contextMenu({ command: "Answer this", targetMessage }).reply();
    expect(textsOf(message)[0]).toBe(HEIGHT);
  });

  it("that the bot does not know says where the commands are listed", async ({ connect }) => {
    const { discord } = await connect();
    const targetMessage = discord.guildMessage({ content: "x", user: GRACE });
    const message = await discord.contextMenu({ command: "Forgotten", targetMessage }).reply();
    expect(textsOf(message)[0]).toContain("There is no command /Forgotten");
  });
});
