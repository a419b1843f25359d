import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadKnowledge } from "../../src/knowledge/load.js";
import { contentKey, readParsed, writeParsed } from "../../src/knowledge/parsed.js";
import { writeFolder } from "../support/folder.js";
import { CLUB, edited, knowledgeOf, problemsOf } from "./club.js";

const FILE = "entries/club.yaml";

describe("writeParsed", () => {
  it("keeps what loads as the same knowledge", () => {
    const dir = writeFolder(CLUB);
    expect(loadKnowledge(dir, parsedFrom(dir))).toEqual({ ok: true, knowledge: knowledgeOf(CLUB) });
  });

  it("leaves files with errors out, so that their errors are told", () => {
    const files = edited({ file: FILE, from: "question: When", to: "question: Q: When" });
    const dir = writeFolder(files);
    expect(loadKnowledge(dir, parsedFrom(dir))).toEqual({ ok: false, problems: problemsOf(files) });
  });
});

describe("loadKnowledge", () => {
  it("takes the data that were kept for a file's very content", () => {
    const parsed = readParsed(
      kept(JSON.stringify({ [contentKey(CLUB.get("words.yaml") ?? "")]: { en: { a: ["b"] } } })),
    );
    expect(loadKnowledge(writeFolder(CLUB), parsed)).toMatchObject({ knowledge: { words: { en: [["a", "b"]] } } });
  });

  it("parses a file anew that has changed since", () => {
    const parsed = parsedFrom(writeFolder(CLUB));
    const files = edited({ file: FILE, from: "When was the club founded?", to: "Since when is there a club?" });
    expect(loadKnowledge(writeFolder(files), parsed)).toEqual({ ok: true, knowledge: knowledgeOf(files) });
  });

  it("finds the lines of problems in files that were parsed before", () => {
    const files = edited({ file: FILE, from: "see: [first-match]", to: "see: [last-match]" });
    const dir = writeFolder(files);
    expect(loadKnowledge(dir, parsedFrom(dir))).toEqual({ ok: false, problems: problemsOf(files) });
  });
});

describe("readParsed", () => {
  it.each([
    ["is not JSON", "{"],
    ["is no object", "7"],
    ["is null", "null"],
    ["is empty", ""],
  ])("takes nothing from a file that %s", (_, content) => {
    expect(readParsed(kept(content)).size).toBe(0);
  });

  it("takes nothing from a file that is not there", () => {
    expect(readParsed(join(writeFolder(new Map()), "parsed.json")).size).toBe(0);
  });
});

function parsedFrom(dir: string) {
  const file = join(writeFolder(new Map()), "parsed.json");
  writeParsed(dir, file);
  return readParsed(file);
}

function kept(content: string): string {
  return join(writeFolder(new Map([["parsed.json", content]])), "parsed.json");
}
