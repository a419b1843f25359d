import { InteractionResponseType } from "discord.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildUser } from "../double.js";
import { startBareBot } from "./bare-bot.js";
import { type RemoteDouble, startDoubleProcess } from "./process.js";

const ask = (who: number) => ({
  kind: "slash" as const,
  command: "ask",
  options: { question: "who?" },
  user: buildUser({ username: `person${who}` }),
});

describe("a double in a process of its own", { timeout: 30_000 }, () => {
  // One for all: starting takes a second or more.
  let discord: RemoteDouble;
  beforeAll(async () => {
    discord = await startDoubleProcess();
  }, 30_000);
  afterAll(() => discord.stop());

  it("hands back what goes wrong in it", async () => {
    await expect(discord.ready(1, 10)).rejects.toThrow("0 of 1 sessions are connected");
  });

  it("says so where nobody answered", async () => {
    const { outcomes } = await discord.run({ perSecond: 100, actions: [ask(1)], patienceMs: 10 });
    expect(outcomes).toEqual([
      { latencyMs: Number.NaN, replyMs: Number.NaN, type: undefined, message: undefined, edits: 0, followUps: 0 },
    ]);
  });

  it("says of each interaction how it was answered and how long that took", async ({ onTestFinished }) => {
    const bot = startBareBot(discord);
    onTestFinished(() => bot.stop());
    await discord.ready(1, 10_000);
    const { outcomes } = await discord.run({ perSecond: 100, actions: [ask(1), ask(2)] });
    const answered = { type: InteractionResponseType.ChannelMessageWithSource, message: { content: "here" } };
    expect(outcomes).toMatchObject(Array(2).fill({ ...answered, edits: 0, followUps: 0 }));
    expect(outcomes.every(({ latencyMs, replyMs }) => latencyMs > 0 && replyMs === latencyMs)).toBe(true);
    expect(await discord.violations()).toEqual([]);
  });
});
