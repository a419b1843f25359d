import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { entrySchema } from "../../src/knowledge/schema.js";
import { sureEntry } from "../../src/knowledge/sure-entry.js";

const LANGUAGES = ["en", "es"];
const isSure = sureEntry(LANGUAGES);
const schema = entrySchema(LANGUAGES);

const ENTRY = {
  id: "founding",
  question: "When was the club founded?",
  also: ["Year of the founding"],
  answer: [{ text: "It was founded in 1931.", cites: [{ source: "minutes-1931", paragraph: 2, quote: "in 1931" }] }],
  aspect: "when",
  when: "1931-04/1931-05",
  about: ["club"],
  see: [],
  notStated: false,
  es: { question: "¿Cuándo se fundó?", also: [], answer: ["En 1931."] },
};

describe("sureEntry", () => {
  it("is sure of an entry with every key, and of one with the least", () => {
    const { id, question, answer } = ENTRY;
    expect([ENTRY, { id, question, answer }].map(isSure)).toEqual([true, true]);
  });

  it.each([
    [{ ...ENTRY, id: "Founding" }, "an id with a capital"],
    [{ ...ENTRY, question: " " }, "an empty question"],
    [{ ...ENTRY, fr: ENTRY.es }, "an unknown key"],
    [{ ...ENTRY, answer: [] }, "no statement"],
    [{ ...ENTRY, answer: [{ text: "It was.", cites: [] }] }, "no citation"],
    [{ ...ENTRY, when: "1931-13" }, "a month that is none"],
    [{ ...ENTRY, when: 1931 }, "a year as a number, which the schema makes a text"],
    [{ ...ENTRY, also: null }, "a key without a value"],
    [{ ...ENTRY, es: { ...ENTRY.es, answer: [] } }, "an empty translation"],
  ])("leaves %j to the schema: %s", (data, _why) => {
    expect(isSure(data)).toBe(false);
  });

  it("is sure of nothing that the schema refuses or changes", () => {
    const odd = fc.oneof(
      fc.constantFrom<unknown>(
        undefined,
        null,
        "",
        " ",
        "1931",
        "1931/1930",
        "en",
        0,
        -1,
        1.5,
        true,
        [],
        {},
        [""],
        ["a"],
        [null],
      ),
      fc.constantFrom<unknown>(ENTRY.answer, ENTRY.answer[0], ENTRY.answer[0].cites, ENTRY.es, new Date(0)),
      fc.string(),
    );
    const places = [
      "",
      "id",
      "question",
      "also",
      "also.0",
      "answer",
      "answer.0",
      "answer.0.text",
      "answer.0.cites",
    ].concat(
      ["answer.0.cites.0", "answer.0.cites.0.source", "answer.0.cites.0.paragraph", "answer.0.cites.0.quote", "aspect"],
      [
        "when",
        "about",
        "about.0",
        "see",
        "notStated",
        "es",
        "es.question",
        "es.also",
        "es.answer",
        "es.answer.0",
        "x",
        "es.x",
      ],
    );
    fc.assert(
      fc.property(fc.constantFrom(...places), odd, (place, value) => {
        const data = changed(ENTRY, place === "" ? [] : place.split("."), value);
        if (!isSure(data)) return;
        expect(schema.safeParse(data)).toEqual({ success: true, data });
      }),
      { numRuns: 3000 },
    );
  });
});

/** A copy of data with another value at a place. */
function changed(data: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(data)) return data.map((item, i) => (i === Number(key) ? changed(item, rest, value) : item));
  const keys = { ...(data as Record<string, unknown>) };
  return { ...keys, [key]: changed(keys[key], rest, value) };
}
