import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Answerer } from "../src/answer/answerer.js";
import { projectDir } from "../src/config.js";
import { loadKnowledge } from "../src/knowledge/load.js";
import { readParsed, writeParsed } from "../src/knowledge/parsed.js";
import { preparedIn, writePrepared } from "../src/prepared.js";

const dir = join(projectDir(), "knowledge");
const at = mkdtempSync(join(tmpdir(), "prepared-"));
const parsed = join(at, "knowledge.json");
writePrepared(dir, at);
writeParsed(dir, parsed);

function loaded(before?: ReturnType<typeof readParsed>) {
  const read = loadKnowledge(dir, before);
  if (!read.ok) throw new Error(JSON.stringify(read.problems[0]));
  return read.knowledge;
}

describe("what is prepared at build time", () => {
  const fresh = loaded();

  it("is the knowledge that parsing gives", () => {
    expect(loaded(readParsed(parsed))).toEqual(fresh);
  });

  it("answers as an index and a calibration do that are made on the spot", () => {
    const [kept, made] = [new Answerer(fresh, preparedIn(at, fresh)), new Answerer(fresh)];
    for (const language of fresh.languages) {
      expect(kept.calibrationOf(language)).toEqual(made.calibrationOf(language));
      for (const { texts } of fresh.entries.filter((_, i) => i % 10 === 0)) {
        const question = `so ${texts[language]?.also[1] ?? ""} pleese`;
        const digest = (of: Answerer) =>
          of.answer(question).candidates.map(({ entry, confidence }) => [entry.id, confidence]);
        expect(digest(kept)).toEqual(digest(made));
      }
    }
  });

  it("suggests the same questions too", () => {
    const [kept, made] = [new Answerer(fresh, preparedIn(at, fresh)), new Answerer(fresh)];
    expect(kept.suggest("who led the cub", "en", 25)).toEqual(made.suggest("who led the cub", "en", 25));
  });

  it("is not taken for another version of the knowledge", () => {
    expect(preparedIn(at, { ...fresh, version: "000000000000" })("en")).toBeUndefined();
  });

  it("is not there for a language that nobody prepared", () => {
    expect(preparedIn(at, fresh)("fr")).toBeUndefined();
  });

  it.each(["", "{", "[]", '{"version":1}'])("is done anew where the file holds %j", (content) => {
    const broken = mkdtempSync(join(tmpdir(), "broken-"));
    writeFileSync(join(broken, "prepared-en.bin"), content);
    writeFileSync(join(broken, "knowledge.json"), content);
    expect(preparedIn(broken, fresh)("en")).toBeUndefined();
    expect(loaded(readParsed(join(broken, "knowledge.json")))).toEqual(fresh);
  });
});
