import { EventEmitter, once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { GatewayIntentBits } from "discord.js";
import { describe, expect } from "vitest";
import { Answerer } from "../../src/answer/answerer.js";
import { startBot } from "../../src/discord/connect.js";
import { Live } from "../../src/live.js";
import { startDouble } from "../support/double.js";
import { bareGateway } from "./bare-gateway.js";
import { holdingProxy } from "./holding-proxy.js";
import { textsOf } from "./shown.js";
import { contextOf, countAnswers, HARBOUR, it, keptLog, UNHURRIED } from "./support.js";

const HEIGHT = "The lighthouse is 41 metres tall. \\[1\\]";
const question = "How tall is the lighthouse?";

/** What `startBot` says where it cannot log in. */
async function problemOf(discordApi: string, discordToken: string) {
  const { log, lines } = keptLog();
  const config = { discordApi, discordToken, logLevel: "silent" as const, pace: UNHURRIED };
  const problem = await startBot(config, new Live(HARBOUR), ({ preferred }) => contextOf(HARBOUR, preferred), { log });
  if (typeof problem !== "string") await problem.stop();
  return { problem, lines };
}

describe("connecting", () => {
  it("asks for no privileged intent", async ({ connect }) => {
    const { discord } = await connect();
    const { Guilds, GuildMessages, DirectMessages } = GatewayIntentBits;
    expect(discord.identifies).toMatchObject([{ intents: Guilds | GuildMessages | DirectMessages }]);
  });

  it("is known, also when the connection is lost and comes back", async ({ connect }) => {
    const { discord, bot } = await connect();
    await expect.poll(bot.isConnected).toBe(true);
    discord.invalidateSession();
    await expect.poll(bot.isConnected, { interval: 5 }).toBe(false);
    await expect.poll(bot.isConnected, { timeout: 15_000 }).toBe(true);
    await bot.stop();
    expect(bot.isConnected()).toBe(false);
  });

  it("registers no command", async ({ connect }) => {
    const { discord, ask } = await connect();
    await ask(question);
    expect(discord.requests.filter(({ method }) => method === "PUT")).toEqual([]);
  });

  it("says what to do about a wrong token, without the token", async ({ onTestFinished }) => {
    const discord = await startDouble();
    onTestFinished(() => discord.stop());
    const { problem, lines } = await problemOf(discord.api, "MTE.wrong.secret");
    expect(problem).toBe(
      "Discord refused the token: copy the bot's token anew from the developer portal (Bot, Reset Token) into DISCORD_TOKEN.",
    );
    expect(JSON.stringify([problem, lines])).not.toContain("secret");
    discord.assertClean();
  });

  it("says that it is not Discord what answers with a page of its own", async ({ onTestFinished }) => {
    const proxy = createServer((_, response) => response.end("<html>Log in to this network</html>")).listen(
      0,
      "127.0.0.1",
    );
    await once(proxy, "listening");
    onTestFinished(() => void proxy.close());
    const { port } = proxy.address() as AddressInfo;
    const { problem } = await problemOf(`http://127.0.0.1:${port}/api`, "MTE.some.token");
    expect(problem).toBe(
      "What answers is not Discord, perhaps a proxy's page: check the network, and DISCORD_API where it is set.",
    );
  });

  it("says what to do where Discord refuses an intent", async ({ onTestFinished }) => {
    const discord = await bareGateway({ closeWith: 4014 });
    onTestFinished(() => discord.stop());
    const { problem } = await problemOf(discord.api, "token");
    expect(problem).toMatch(/^Discord refused an intent that Footnote does not need: check/);
  });

  it("says what to do where Discord cannot be reached", async ({ onTestFinished }) => {
    const discord = await bareGateway({});
    onTestFinished(() => discord.stop());
    await discord.stop();
    const { problem } = await problemOf(discord.api, "token");
    expect(problem).toBe(
      "Discord cannot be reached (ECONNREFUSED): check the network, and DISCORD_API where it is set.",
    );
  });
});

describe("the index of every language", () => {
  it("is built before Discord sends anything", async ({ connect }) => {
    const discord = await startDouble();
    const warmed: [string | undefined, number][] = [];
    class Watched extends Answerer {
      override warmUp(language?: string): void {
        warmed.push([language, discord.identifies.length]);
      }
    }
    await connect({ discord, answerer: new Watched(HARBOUR.knowledge) });
    expect(warmed).toEqual([
      ["en", 0],
      ["es", 0],
    ]);
  });
});

describe.concurrent("a lost connection", () => {
  it("is resumed, and a message that came meanwhile is answered once", async ({ connect }) => {
    const { discord, bot } = await connect();
    discord.dropConnection();
    discord.directMessage({ content: question });
    await discord.resumed();
    expect(textsOf(await discord.nextMessage())[0]).toBe(HEIGHT);
    await bot.stop();
    expect(discord.messages).toHaveLength(1);
    expect(discord.identifies).toHaveLength(1);
  });

  it("is resumed, and a command that was used meanwhile is answered once", async ({ connect }) => {
    const { discord, bot } = await connect();
    discord.dropConnection();
    const handle = discord.slash({ command: "ask", options: { question } });
    await discord.resumed();
    expect(textsOf(await handle.reply())[0]).toBe(HEIGHT);
    await bot.stop();
    expect(countAnswers(discord)).toBe(1);
  });

  it("is resumed where Discord asks for a reconnect", async ({ connect }) => {
    const { discord, ask } = await connect();
    discord.requestReconnect();
    await discord.resumed();
    expect(textsOf(await ask(question))[0]).toBe(HEIGHT);
  });
});

describe("an interaction that Discord sends a second time", () => {
  it("is answered once", async ({ connect }) => {
    const { discord, bot, ask } = await connect();
    const handle = discord.slash({ command: "ask", options: { question } });
    await handle.reply();
    discord.redeliver(handle);
    await ask(question);
    await bot.stop();
    expect(countAnswers(discord)).toBe(2);
  });

  it("is answered once while the first is still being answered", async ({ connect }) => {
    const { discord, bot, ask } = await connect();
    const handle = discord.slash({ command: "ask", options: { question } });
    discord.redeliver(handle);
    await ask(question);
    await bot.stop();
    expect(countAnswers(discord)).toBe(2);
  });
});

describe("stopping", () => {
  it("stays connected until what was begun is finished", async ({ connect, onTestFinished }) => {
    const discord = await startDouble();
    const proxy = await holdingProxy(discord.api);
    onTestFinished(() => proxy.stop());
    const { bot } = await connect({ discord, api: proxy.api });
    const first = discord.slash({ command: "ask", options: { question } });
    await proxy.held;
    const stopped = bot.stop();
    await discord.slash({ command: "help" }).reply();
    expect(first.message()).toBeUndefined();
    proxy.release();
    await stopped;
    expect(textsOf(first.message() ?? {})[0]).toBe(HEIGHT);
  });

  it("finishes what was begun", async ({ connect }) => {
    const events = new EventEmitter();
    const context = <T>(usual: T) => {
      events.emit("begun");
      return usual;
    };
    const { discord, bot } = await connect({ context });
    const begun = once(events, "begun");
    const handle = discord.slash({ command: "ask", options: { question } });
    await begun;
    await bot.stop();
    expect(textsOf(handle.message() ?? {})[0]).toBe(HEIGHT);
  });

  it("takes leave of Discord, so that nothing more arrives", async ({ connect }) => {
    const { discord, bot } = await connect();
    await bot.stop();
    await expect(discord.ready(1, { timeoutMs: 0 })).rejects.toThrow("0 of 1 sessions");
    expect(discord.slash({ command: "help" }).deliveredTo).toBe(0);
  });

  it("may be asked for twice", async ({ connect }) => {
    const { bot } = await connect();
    await Promise.all([bot.stop(), bot.stop()]);
  });
});
