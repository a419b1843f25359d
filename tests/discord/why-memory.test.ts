import { describe, expect, it } from "vitest";
import { type Asked, KEPT_MS, MAX_KEPT, WhyMemory } from "../../src/discord/why-memory.js";

const at = (createdTimestamp: number, id = "1", channelId: string | null = "c"): Asked => ({
  id,
  channelId,
  createdTimestamp,
});

describe("the memory of reasons", () => {
  it("is fifteen minutes long and holds five thousand", () => {
    expect([KEPT_MS, MAX_KEPT]).toEqual([900_000, 5000]);
  });

  it.each<readonly [later: number, found: string | undefined, when: string]>([
    [0, "w", "at once"],
    [KEPT_MS - 1, "w", "just in time"],
    [KEPT_MS, undefined, "too late"],
  ])("gives after %i ms %j: %s", (later, found) => {
    const memory = new WhyMemory<string>();
    memory.keep(at(0), "w", "ada");
    expect(memory.find("1", at(later, "2"))).toBe(found);
  });

  it("gives nothing in another channel", () => {
    const memory = new WhyMemory<string>();
    memory.keep(at(0), "w", "ada");
    expect(memory.find("1", at(1, "2", "d"))).toBeUndefined();
    expect(memory.find("1", at(1, "2"))).toBe("w");
  });

  it("gives nothing under an id that nothing was kept under", () => {
    expect(new WhyMemory<string>().find("1", at(0))).toBeUndefined();
  });

  it("keeps no more than it may, the newest", () => {
    const memory = new WhyMemory<number>();
    for (let i = 0; i < MAX_KEPT + 10; i++) memory.keep(at(0, `${i}`), i, "ada");
    expect(memory.size).toBe(MAX_KEPT);
    expect(memory.find("9", at(0))).toBeUndefined();
    expect(memory.find("10", at(0))).toBe(10);
  });

  it("drops what is too old with the next question", () => {
    const memory = new WhyMemory<string>();
    for (let i = 0; i < 100; i++) memory.keep(at(i, `${i}`), "w", "ada");
    memory.keep(at(KEPT_MS + 49, "new"), "w", "ada");
    expect(memory.size).toBe(51);
  });

  it("drops what is too old though nobody asks any more", () => {
    const memory = new WhyMemory<string>();
    for (const time of [0, 1]) memory.keep(at(time, `${time}`), "w", "ada");
    memory.sweep(KEPT_MS);
    expect(memory.size).toBe(1);
  });

  it("forgets one person's and nobody else's", () => {
    const memory = new WhyMemory<string>();
    memory.keep(at(0, "1"), "w", "ada");
    memory.keep(at(0, "2"), "v", "bob");
    memory.forget("ada");
    expect([memory.find("1", at(1)), memory.find("2", at(1))]).toEqual([undefined, "v"]);
  });
});
