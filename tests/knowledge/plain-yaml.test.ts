import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { parsePlainYaml } from "../../src/knowledge/plain-yaml.js";

describe("parsePlainYaml", () => {
  it.each([
    ["title: Our club\nlanguages: [en, es]\n", { title: "Our club", languages: ["en", "es"] }, "a folder's own file"],
    [
      'title: "Cuba, U.S.: talks"\npublished: 2016-02-25\n',
      { title: "Cuba, U.S.: talks", published: "2016-02-25" },
      "a record",
    ],
    ["# ours\n\ntitle: Club\n", { title: "Club" }, "a comment and an empty line"],
    ['{"title":"Our club","languages":["en"]}\n', { title: "Our club", languages: ["en"] }, "JSON on a line"],
  ])("reads %j", (content, data, _why) => {
    expect(parsePlainYaml(content)).toEqual(data);
  });

  it.each([
    ["", "nothing at all"],
    ["title: Club\ntitle: Team\n", "a key twice"],
    ['{"title":"Club","title":"Team"}', "a key of JSON twice"],
    ["title: Club: ours\n", "a colon in a text"],
    ["title: Club # ours\n", "a comment behind a text"],
    ["title: null\n", "a word that is no text"],
    ["title: Club\n  of ours\n", "a text of two lines"],
    ["year: 2016\n", "a number"],
    ['title: "a \\n b"\n', "an escape"],
    ["a: [b, true]\n", "a list with something else than texts"],
    ["- a: b\n", "a list"],
  ])("leaves %j to the library: %s", (content) => {
    expect(parsePlainYaml(content)).toBeUndefined();
  });

  const words = fc.array(
    fc.constantFrom(
      ..."key: Club of 2016-02-25 12 true null ~ . - [ ] { } , # : ' \" \\ & * ! | > % @ ` \t é y no 1e3 .5 --- ...".split(
        " ",
      ),
    ),
    { maxLength: 6 },
  );
  const line = fc
    .tuple(fc.constantFrom("title: ", "b: ", "", " "), words, fc.constantFrom(" ", "", ", "))
    .map(([start, all, between]) => start + all.join(between));

  it("reads nothing in another way than the library does", () => {
    const content = fc.oneof(
      fc.array(line, { maxLength: 4 }).map((lines) => lines.join("\n")),
      fc.jsonValue().map((value) => JSON.stringify(value)),
      fc.dictionary(fc.string({ maxLength: 9 }), fc.jsonValue()).map((value) => JSON.stringify(value)),
    );
    fc.assert(
      fc.property(content, (text) => {
        const data = parsePlainYaml(text);
        if (data !== undefined) expect(data).toEqual(parse(text, { logLevel: "error" }));
      }),
      { numRuns: 5000 },
    );
  });
});
