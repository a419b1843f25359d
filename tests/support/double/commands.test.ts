import { describe, expect } from "vitest";
import { call, it } from "./client.js";

describe("commands", () => {
  const ask = {
    name: "ask",
    description: "Ask",
    options: [{ type: 3, name: "question", description: "Q", required: false }],
  };

  it("are stored and given back as Discord does: with defaults, without what is false", async ({ start, login }) => {
    const discord = await start();
    const client = await login(discord);
    await client.application?.commands.set([ask]);
    expect(discord.commands()).toMatchObject([{ name: "ask", type: 1, nsfw: false, integration_types: [0] }]);
    expect(discord.commands()).toMatchObject([{ options: [{ type: 3, name: "question", description: "Q" }] }]);
    expect(JSON.stringify(discord.commands())).not.toContain("required");
    expect((await client.application?.commands.fetch())?.map(({ name }) => name)).toEqual(["ask"]);
  });

  it("count how often they were overwritten", async ({ start, login }) => {
    const discord = await start();
    const client = await login(discord);
    await client.application?.commands.set([ask]);
    await client.application?.commands.set([ask], discord.guildId);
    expect(discord.count("PUT", "/applications/:application/commands")).toBe(1);
    expect(discord.commands(discord.guildId)).toHaveLength(1);
  });

  it("can be made, changed and deleted one by one", async ({ start, login }) => {
    const discord = await start();
    const client = await login(discord);
    const made = await client.application?.commands.create(ask);
    await made?.edit({ description: "Ask something" });
    expect(discord.commands()).toMatchObject([{ id: made?.id, description: "Ask something" }]);
    await made?.delete();
    expect(discord.commands()).toEqual([]);
  });

  it("must have the options that people fill in", async ({ start }) => {
    const discord = await start();
    await call(discord, "PUT", `/applications/${discord.applicationId}/commands`, [ask]);
    expect(() => discord.slash({ command: "ask", options: { questoin: "x" } })).toThrow("/ask has no option questoin");
  });
});
