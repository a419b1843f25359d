import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { projectDir } from "../../src/config.js";
import { checkKnowledge } from "../../src/knowledge/check.js";
import { assemble } from "../../src/knowledge/load.js";
import { ASPECTS, ENTITY_KINDS } from "../../src/knowledge/model.js";
import { entitySchema, entrySchema, manifestSchema, recordSchema } from "../../src/knowledge/schema.js";
import { askableIn } from "../../src/quiz/asked.js";
import { factsOn } from "../../src/schedule/on-this-day.js";
import { datedFacts } from "../../src/timeline/facts.js";

const read = (path: string) => readFileSync(join(projectDir(), path), "utf8");
const page = read("docs/knowledge.md");
/** The examples, by the file's name behind the fence's language. */
const files = new Map([...page.matchAll(/```\w+ (\S+)\n([\s\S]*?)```/g)].map(([, path, text]) => [path, text]));
const loaded = assemble(files);
const languages = ["en", "es"];

/** The keys of a schema and of what lies in it: `["answer", "cites", …]`. */
function keysOf(schema: z.ZodType): string[] {
  const keys = (node: unknown): string[] => {
    if (typeof node !== "object" || node === null) return [];
    const own = "properties" in node && typeof node.properties === "object" ? Object.keys(node.properties ?? {}) : [];
    return [...own, ...Object.values(node).flatMap(keys)];
  };
  return [...new Set(keys(z.toJSONSchema(schema, { io: "input", unrepresentable: "any" })))];
}

describe("the page on the knowledge folder", () => {
  it("has an example of every kind of file", () => {
    const kinds = ["knowledge.yaml", "entities.yaml", "words.yaml", "entries/ferries.yaml", "sources/gazette-1888.md"];
    expect([...files.keys()]).toEqual(expect.arrayContaining(kinds));
  });

  it("has examples that load and leave nothing to mend", () => {
    expect(loaded.ok ? checkKnowledge(loaded.knowledge, files, undefined) : loaded.problems).toEqual([]);
  });

  it.each([
    ["knowledge.yaml", manifestSchema(languages), "languages"],
    ["a source's record", recordSchema, "fingerprints"],
    ["an entry", entrySchema(languages), "cites"],
    ["an entity", entitySchema(languages), "aliases"],
  ])("names every key of %s", (_, schema, one) => {
    const keys = keysOf(schema);
    expect(keys).toContain(one);
    expect(keys.filter((key) => !page.includes(`\`${key}\``))).toEqual([]);
  });

  it("uses every key of an entry and a record in its examples", () => {
    const used = [...files.values()].join("\n");
    const keys = [...keysOf(entrySchema(languages)), ...keysOf(recordSchema), ...keysOf(entitySchema(languages))];
    expect(keys.filter((key) => !new RegExp(`(?:^|[\\s{])${key}:`).test(used))).toEqual([]);
  });

  it("lists the aspects and the kinds of entities", () => {
    expect([...ASPECTS, ...ENTITY_KINDS].filter((one) => !page.includes(`\`${one}\``))).toEqual([]);
  });

  it("is what the README and CONTRIBUTING point to", () => {
    for (const path of ["README.md", "CONTRIBUTING.md"]) expect(read(path)).toContain("(docs/knowledge.md)");
  });

  it("promises no more than its examples get: timeline, days and quiz", () => {
    if (!loaded.ok) throw new Error("the examples do not load");
    const { knowledge } = loaded;
    expect(datedFacts(knowledge, "en").map(({ entry }) => entry.id)).toEqual(["ferry-feast", "ferry-start"]);
    expect(factsOn(knowledge, "en", "2030-10-05").map(({ entry }) => entry.id)).toEqual(["ferry-feast"]);
    const asked = askableIn(knowledge).all.map(({ entry, answer }) => [entry.id, answer.kind]);
    expect(Object.fromEntries(asked)).toEqual({
      "ferry-start": "date",
      "ferry-builder": "entity",
      "ferry-passengers": "count",
    });
  });
});
