import { AttachmentBuilder } from "discord.js";
import { describe, expect } from "vitest";
import { DEFAULT_GUILD } from "../double.js";
import { call, it, QUIET } from "./client.js";

describe("channels", () => {
  it("keep what the bot sends, edits and deletes", async ({ start, login }) => {
    const discord = await start();
    const client = await login(discord);
    const channel = await client.channels.fetch(discord.channelId, { force: true });
    if (!channel?.isSendable()) throw new Error("not sendable");
    await channel.sendTyping();
    const message = await channel.send("one");
    await message.edit("two");
    expect(discord.typing).toMatchObject([{ channelId: discord.channelId }]);
    expect(discord.messages).toMatchObject([{ content: "two" }]);
    await message.delete();
    expect(discord.messages).toEqual([]);
    discord.assertClean();
  });

  it("take files and serve them", async ({ start, login }) => {
    const discord = await start();
    const client = await login(discord);
    const user = discord.directMessage({ content: "hi" }).author;
    const sent = await client.users.send(user.id, {
      files: [new AttachmentBuilder(Buffer.from("data"), { name: "a.txt" })],
    });
    const attachment = sent.attachments.first();
    expect(attachment?.name).toBe("a.txt");
    await expect(fetch(attachment?.url ?? "").then((response) => response.text())).resolves.toBe("data");
    expect(discord.file(attachment?.id ?? "")).toEqual(new Uint8Array(Buffer.from("data")));
  });

  it.for([50001, 50007, 50013])("that are forbidden answer with %i", async (code, { start, login }) => {
    const discord = await start({ forbid: { [DEFAULT_GUILD.channels[0].id]: code } });
    const client = await login(discord);
    const channel = client.channels.cache.get(discord.channelId);
    if (!channel?.isSendable()) throw new Error("not sendable");
    await expect(channel.send("hi")).rejects.toMatchObject({ status: 403, code });
    discord.assertClean();
  });

  it("answer a repeated nonce with the earlier message, for some minutes", async ({ start }) => {
    let now = Date.now();
    const discord = await start({ now: () => now });
    const send = async () =>
      (
        await call(discord, "POST", `/channels/${discord.channelId}/messages`, {
          content: "x",
          nonce: "n",
          enforce_nonce: true,
          ...QUIET,
        })
      ).body.id;
    const first = await send();
    expect(await send()).toBe(first);
    now += 6 * 60_000;
    expect(await send()).not.toBe(first);
    expect(discord.messages).toHaveLength(2);
  });
});
