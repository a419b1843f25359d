import { readFileSync } from "node:fs";
import { describe, expect } from "vitest";
import { it } from "./client.js";
import { LIMITS, type Measured, type Shown } from "./discord-limits.js";

const facts = Object.entries(LIMITS).flatMap(([limit, all]) => all.map((one) => ({ limit, ...one })));
const measured = facts.filter((one): one is { limit: string } & Measured => "send" in one);
const shown = facts.filter((one): one is { limit: string } & Shown => "file" in one);

describe("a limit of Discord's", () => {
  it.for(measured)("is kept: $limit, $fact, at most $max", async ({ send, max }, { start }) => {
    const discord = await start();
    expect((await send(discord, max)).status).toBeLessThan(300);
    discord.assertClean();
    expect(await send(discord, max + 1)).toMatchObject({ status: 400, body: { code: 50035 } });
    expect(discord.violations).not.toEqual([]);
  });

  it.for(measured.filter(({ min }) => min))("is kept: $limit, $fact, at least $min", async (fact, { start }) => {
    const discord = await start();
    const { send, min = 0 } = fact;
    expect((await send(discord, min)).status).toBeLessThan(300);
    discord.assertClean();
    expect((await send(discord, min - 1)).status).toBe(400);
    expect(discord.violations).not.toEqual([]);
  });

  it.for(shown)("is kept: $limit, $fact, as $file shows", ({ file, test }) => {
    const text = readFileSync(new URL(file, import.meta.url), "utf8");
    expect(text).toMatch(/^import .* from "vitest";$/m);
    expect(text.includes(`("${test}"`), `${file} has no test "${test}"`).toBe(true);
  });
});
