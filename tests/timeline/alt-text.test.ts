import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { altText, FACTS_PER_PICTURE } from "../../src/timeline/alt-text.js";
import { factsOf } from "./support.js";
import { whens } from "./whens.js";

const TOWN: readonly (readonly [string, string])[] = [
  ["1901", "The mill was built in 1901."],
  ["2016-02-22/2016-02-23", "The mill burnt for two days"],
];

describe("altText", () => {
  it("says what the picture shows, in words", () => {
    expect(altText(factsOf(TOWN), { title: "A town", language: "en" })).toBe(
      "Timeline: A town. 2 dated facts. 1901: The mill was built in 1901. 22 to 23 February 2016: The mill burnt for two days.",
    );
  });

  it("says it in Spanish", () => {
    expect(altText(factsOf(TOWN.slice(0, 1), "es"), { title: "Un pueblo", language: "es" })).toBe(
      "Cronología: Un pueblo. 1 hecho con fecha. 1901: The mill was built in 1901.",
    );
  });

  it("tells of the facts that the picture has no room for", () => {
    const facts = factsOf(Array.from({ length: FACTS_PER_PICTURE + 3 }, (_, i) => [`${1900 + i}`, `Event ${i}.`]));
    expect(altText(facts, { title: "A town", language: "en" })).toMatch(/1911: Event 11\. And 3 more\.$/);
  });

  it("shortens the longest texts first, and keeps the short ones whole", () => {
    const facts = factsOf([...TOWN, ["2017", "long ".repeat(1000)]]);
    const alt = altText(facts, { title: "A town", language: "en" });
    expect(alt).toMatch("The mill burnt for two days.");
    expect(alt.length).toBeGreaterThan(1000);
  });

  it("has at most 1024 units, every date, and whole code points, whatever the facts say", () => {
    const texts = fc.oneof(
      fc.string({ minLength: 1, unit: "binary" }),
      fc.constant("😀".repeat(2500)),
      fc.constant("\u202emill"),
    );
    const some = fc.uniqueArray(
      fc.tuple(
        whens,
        texts.filter((text) => text.trim() !== ""),
      ),
      { minLength: 1, maxLength: 12, selector: ([when]) => when },
    );
    fc.assert(
      fc.property(some, texts, fc.constantFrom("en", "es"), (all, title, language) => {
        const facts = factsOf(all, language);
        const alt = altText(facts, { title, language });
        expect(alt.length).toBeLessThanOrEqual(1024);
        expect(alt.isWellFormed()).toBe(true);
        expect(alt).not.toMatch(/[\u202a-\u202e\n]/);
        for (const { date } of facts) expect(alt).toContain(`${date}: `);
      }),
      { numRuns: 60 },
    );
  });
});
