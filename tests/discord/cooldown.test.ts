import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Cooldown } from "../../src/discord/cooldown.js";

const PACE = { questions: 3, seconds: 30 };

describe("the cooldown of a person", () => {
  it("lets so many questions through at once, then one each time its share of the seconds has passed", () => {
    const cooldown = new Cooldown(PACE);
    const asked = [0, 0, 0, 0, 9_999, 10_000, 10_000, 30_000, 30_000].map((now) => cooldown.take("ada", now).ok);
    expect(asked).toEqual([true, true, true, false, false, true, false, true, true]);
  });

  it("says how long to wait, and whether that is news", () => {
    const cooldown = new Cooldown({ questions: 1, seconds: 10 });
    cooldown.take("ada", 0);
    expect(cooldown.take("ada", 0)).toEqual({ ok: false, waitSeconds: 10, isNews: true });
    expect(cooldown.take("ada", 4_500)).toEqual({ ok: false, waitSeconds: 6, isNews: false });
    expect(cooldown.take("ada", 10_000)).toEqual({ ok: true });
    expect(cooldown.take("ada", 10_000)).toMatchObject({ isNews: true });
  });

  it("is everybody's own", () => {
    const cooldown = new Cooldown({ questions: 1, seconds: 10 });
    cooldown.take("ada", 0);
    expect(cooldown.take("grace", 0)).toEqual({ ok: true });
  });

  it("is none where no number of questions is set", () => {
    const cooldown = new Cooldown({ questions: 0, seconds: 10 });
    expect(Array.from({ length: 100 }, () => cooldown.take("ada", 0).ok)).not.toContain(false);
  });

  it("takes a clock that goes back for one that stands", () => {
    const cooldown = new Cooldown({ questions: 1, seconds: 10 });
    cooldown.take("ada", 50_000);
    expect(cooldown.take("ada", 0).ok).toBe(false);
  });

  it("never lets more through in a time than it may", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5000), { maxLength: 100 }), (waits) => {
        const cooldown = new Cooldown(PACE);
        let now = 0;
        let let_through = 0;
        for (const wait of waits) {
          now += wait;
          if (cooldown.take("ada", now).ok) let_through += 1;
        }
        expect(let_through).toBeLessThanOrEqual(3 + now / 10_000 + 1e-6);
      }),
    );
  });

  it("forgets whoever was silent longest where there are very many", () => {
    const cooldown = new Cooldown({ questions: 1, seconds: 1e6 });
    for (let i = 0; i <= 10_000; i++) cooldown.take(`${i}`, 0);
    expect(cooldown.take("0", 0).ok).toBe(true);
    expect(cooldown.take("10000", 0).ok).toBe(false);
  });
});
