import { describe, expect } from "vitest";
import { textsOf } from "./shown.js";
import { it, PATIENCE } from "./started.js";

describe("npm start with a token", { timeout: 30_000 }, () => {
  it("answers, and ends with 0 on SIGTERM", async ({ discord, start }) => {
    const { child, written, ended } = start(discord.token);
    await discord.ready(1, PATIENCE);
    const asked = discord.slash({ command: "ask", options: { question: "How tall is the lighthouse?" } });
    expect(textsOf(await asked.reply(PATIENCE))[0]).toBe("The lighthouse is 41 metres tall. \\[1\\]");
    const signalled = performance.now();
    child.kill("SIGTERM");
    expect(await ended).toEqual([0, null]);
    expect(performance.now() - signalled).toBeLessThan(5000);
    expect(written.out).toContain('"msg":"connected"');
    expect(written.out).toContain('"msg":"stopped"');
    expect(written.out + written.err).not.toContain(discord.token);
  });

  it("ends with 0 on SIGTERM while it is connecting again", async ({ discord, start }) => {
    const { child, written, ended } = start(discord.token);
    await discord.ready(1, PATIENCE);
    discord.invalidateSession();
    await expect.poll(() => discord.identifies.length, { timeout: 9000, interval: 1 }).toBe(2);
    child.kill("SIGTERM");
    expect(await ended).toEqual([0, null]);
    expect(written.out).toContain('"msg":"stopped"');
  });

  it("ends with 1 and a sentence where the token is wrong, and never shows it", async ({ start }) => {
    const { written, ended } = start("MTIzNDU2.wrong.c2VjcmV0");
    expect(await ended).toEqual([1, null]);
    expect(written.err).toContain("Discord refused the token: copy the bot's token anew");
    expect(written.err).not.toMatch(/^\s+at |Error:/m);
    expect(written.out + written.err).not.toMatch(/MTIzNDU2|c2VjcmV0/);
  });
});

describe("npm run register", { timeout: 60_000 }, () => {
  it("twice sends the list once, and says where to invite the bot both times", async ({ discord, start }) => {
    const first = start(discord.token, { action: "register" });
    expect(await first.ended).toEqual([0, null]);
    const second = start(discord.token, { action: "register" });
    expect(await second.ended).toEqual([0, null]);
    expect(discord.count("PUT", "/applications/:application/commands")).toBe(1);
    expect(first.written.out).toMatch(/^Registered: \/ask/);
    expect(second.written.out).toContain("Nothing was sent.");
    for (const { written } of [first, second]) {
      expect(written.out).toContain(`https://discord.com/oauth2/authorize?client_id=${discord.applicationId}`);
      expect(written.out + written.err).not.toContain(discord.token);
    }
  });
});
