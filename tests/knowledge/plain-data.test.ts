import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { plainData } from "../../src/knowledge/plain-data.js";

describe("plainData", () => {
  it("reads pairs of a key and a plain text", () => {
    expect(plainData("title: A log of 2019, by hand\npublished: 2018-01-01\nrights: none\n")).toEqual({
      title: "A log of 2019, by hand",
      published: "2018-01-01",
      rights: "none",
    });
  });

  it("reads JSON", () => {
    expect(plainData('{ "title": "A: \\"b\\": c", "topics": { "a": { "en": "B" } } }')).toEqual({
      title: 'A: "b": c',
      topics: { a: { en: "B" } },
    });
  });

  it.each([
    ["a year, which is a number", "published: 2016\n"],
    ["true, which is no text", "notStated: true\n"],
    ["nothing for a text", "title: null\n"],
    ["a text over two lines", "title: A\n  log\n"],
    ["a comment behind a text", "title: A log # of storms\n"],
    ["a colon in a text", "title: A log: storms\n"],
    ["a list", "languages: [en, es]\n"],
    ["a key that stands twice", "title: A\ntitle: B\n"],
    ["a key that stands twice in JSON", '{ "title": "A", "title": "B" }'],
    ["a key that stands twice deep in JSON", '{ "a": [{ "b": 1, "b": 2 }] }'],
    ["YAML that begins as JSON does", "{ title: A log }"],
    ["no text at all", ""],
  ])("leaves %s to the library", (_, content) => {
    expect(plainData(content)).toBeUndefined();
  });

  it("reads what it reads as the library does", () => {
    const letters = fc.string({
      unit: fc.constantFrom(..."aZ09 ,.:-#'\"~&*!|>%@`{}[]()/\t\n", "no", "null", "True", "2018-01-01", "é"),
      maxLength: 12,
    });
    const lines = fc.array(fc.tuple(fc.constantFrom("title", "rights", "a"), letters), { maxLength: 4 });
    const pairs = lines.map((all) => all.map(([key, text]) => `${key}: ${text}\n`).join(""));
    fc.assert(
      fc.property(fc.oneof(pairs, fc.json()), (content) => {
        const data = plainData(content);
        if (data !== undefined) expect(data).toEqual(parse(content, { logLevel: "silent" }));
      }),
      { numRuns: 2000 },
    );
  });
});
