import { readFileSync } from "node:fs";
import { PNG } from "pngjs";
import { describe, expect, it } from "vitest";
import { PICTURE, shippedTimeline } from "./shipped.js";

describe("the timeline of the shipped knowledge", () => {
  it("begins in 1961 and ends with the forum of 2019", async () => {
    const { alt } = await shippedTimeline();
    expect(alt).toMatch(/7 dated facts\. 1961: .* 8 July 2019: /);
  });

  it("has every sentence whole in Spanish too", async () => {
    const { alt } = await shippedTimeline("es");
    expect(alt).toMatch(/7 hechos con fecha\. 1961: .* del 22 al 23 de febrero de 2016: /);
    expect(alt).not.toMatch("…");
  });

  it("is what docs/timeline.png shows (npm run picture draws it anew)", async () => {
    const [drawn, kept] = [Buffer.from((await shippedTimeline()).png), readFileSync(PICTURE)].map((png) =>
      PNG.sync.read(png),
    );
    expect([kept.width, kept.height]).toEqual([drawn.width, drawn.height]);
    const other = drawn.data.filter((value, i) => Math.abs(value - kept.data[i]) > 64).length;
    // Another processor may round an edge otherwise; another word changes far more.
    expect(other / drawn.data.length).toBeLessThan(0.001);
  });
});
