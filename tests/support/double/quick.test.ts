import { describe, expect } from "vitest";
import { it } from "./client.js";

describe("the double", () => {
  it("takes a client from its login to an answer with less than 100 ms of work", async ({ start, login }) => {
    const rounds: number[] = [];
    // The first rounds wait for code that is compiled then. Work, not time: other processes of a busy machine do not count.
    for (let i = 0; i < 8; i++) {
      const discord = await start();
      const began = process.cpuUsage();
      await login(discord, { onInteraction: (interaction) => interaction.isRepliable() && interaction.reply("here") });
      await discord.slash({ command: "ask" }).reply();
      const { user, system } = process.cpuUsage(began);
      rounds.push((user + system) / 1000);
    }
    expect(Math.min(...rounds)).toBeLessThan(100);
  });
});
