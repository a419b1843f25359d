import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isPlainEntry } from "../../src/knowledge/plain-entry.js";
import { entrySchema } from "../../src/knowledge/schema.js";

const cites = [{ source: "log", paragraph: 1, quote: "a storm" }];
const plain = {
  id: "storm",
  question: "When was the storm?",
  also: ["date of the storm"],
  answer: [{ text: "In May.", cites }],
  about: ["harbour"],
  see: [],
  notStated: false,
};

describe("isPlainEntry", () => {
  it("knows a right entry", () => {
    expect(isPlainEntry(plain)).toBe(true);
  });

  it("knows one with no more than it must have", () => {
    const { id, question, answer } = plain;
    expect(isPlainEntry({ id, question, answer })).toBe(true);
  });

  it.each([
    ["a date, which the schema makes a text", { ...plain, when: 2016 }],
    ["a kind of question", { ...plain, aspect: "when" }],
    ["another language", { ...plain, es: { question: "¿Cuándo?", answer: ["En mayo."] } }],
    ["an unknown key", { ...plain, colour: "red" }],
    ["a missing question", { id: plain.id, answer: plain.answer }],
    ["an empty text", { ...plain, question: " " }],
    ["an id of another shape", { ...plain, id: "The Storm" }],
    ["no statement", { ...plain, answer: [] }],
    ["a statement without a citation", { ...plain, answer: [{ text: "In May.", cites: [] }] }],
    ["half a paragraph", { ...plain, answer: [{ text: "In May.", cites: [{ source: "log", paragraph: 0.5 }] }] }],
    ["a list in the entry's place", [plain]],
    ["nothing", null],
  ])("leaves %s to the schema", (_, data) => {
    expect(isPlainEntry(data)).toBe(false);
  });

  it("takes nothing that the schema would refuse or change", () => {
    const schema = entrySchema(["en", "es"]);
    const odd = fc.oneof(
      fc.constantFrom<unknown>("a", "", " ", 0, -1, 0.5, 2 ** 60, true, null, undefined, [], {}),
      fc.anything(),
    );
    const mostly = <T>(value: fc.Arbitrary<T>) =>
      fc.oneof({ arbitrary: value as fc.Arbitrary<unknown>, weight: 12 }, { arbitrary: odd, weight: 1 });
    const id = mostly(fc.constantFrom("a", "b-1"));
    const text = mostly(fc.string({ minLength: 1 }));
    const citation = mostly(
      fc.record({ source: id, paragraph: mostly(fc.nat(9)), quote: text }, { requiredKeys: ["source", "paragraph"] }),
    );
    const statement = mostly(fc.record({ text, cites: mostly(fc.array(citation, { maxLength: 2 })) }));
    const entry = fc.record(
      {
        id,
        question: text,
        answer: mostly(fc.array(statement, { maxLength: 2 })),
        also: mostly(fc.array(text, { maxLength: 2 })),
        see: mostly(fc.array(id, { maxLength: 2 })),
        notStated: mostly(fc.boolean()),
      },
      { requiredKeys: ["id", "question", "answer"] },
    );
    fc.assert(
      fc.property(entry, (data) => {
        if (isPlainEntry(data)) expect(schema.safeParse(data)).toEqual({ success: true, data });
      }),
      { numRuns: 1000 },
    );
  });
});
