import { describe, expect } from "vitest";
import { answerWith, call, callbackOf, it, QUIET } from "./client.js";

describe("violations", () => {
  it("name an unknown route", async ({ start }) => {
    const discord = await start();
    expect(await call(discord, "GET", "/guilds/1/audit-logs")).toMatchObject({ status: 404 });
    expect(() => discord.assertClean()).toThrow("GET /guilds/1/audit-logs: unknown route");
  });

  it("do not count a wrong token, which is answered 401", async ({ start }) => {
    const discord = await start();
    expect(await call(discord, "GET", "/users/@me", undefined, "wrong")).toMatchObject({ status: 401 });
    discord.assertClean();
  });

  it("name mentions that were left on, though Discord takes the message", async ({ start, login }) => {
    const discord = await start();
    await login(discord, {
      allowedMentions: {},
      onInteraction: (interaction) => interaction.isRepliable() && interaction.reply("@everyone"),
    });
    await discord.slash({ command: "ask" }).response();
    expect(discord.violations).toEqual([expect.stringContaining("allowed_mentions must be set, with parse: []")]);
  });

  it("name a message that was meant for one person but went to all", async ({ start }) => {
    const discord = await start();
    await call(discord, "POST", `/channels/${discord.channelId}/messages`, { content: "x", flags: 64, ...QUIET });
    expect(discord.violations).toEqual([expect.stringContaining("EPHEMERAL works only in answers to interactions")]);
  });

  it("name an answer of a kind that the interaction cannot take", async ({ start }) => {
    const discord = await start();
    const handle = discord.autocomplete({ command: "ask", focused: "question", value: "" });
    expect(await call(discord, "POST", callbackOf(handle), answerWith("hi"))).toMatchObject({ body: { code: 50035 } });
    expect(discord.violations).toEqual([expect.stringContaining("cannot answer autocomplete of /ask")]);
  });
});
