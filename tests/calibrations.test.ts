import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Answerer } from "../src/answer/answerer.js";
import { readCalibrations, writeCalibrations } from "../src/calibrations.js";
import { projectDir } from "../src/config.js";
import { loadKnowledge } from "../src/knowledge/load.js";
import { readParsed, writeParsed } from "../src/knowledge/parsed.js";

const dir = join(projectDir(), "knowledge");
const at = mkdtempSync(join(tmpdir(), "prepared-"));
const [calibrations, parsed] = [join(at, "calibrations.json"), join(at, "knowledge.json")];
writeCalibrations(dir, calibrations);
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

  it("is the calibration that the first question would make", () => {
    const kept = readCalibrations(calibrations, fresh.version);
    const answerer = new Answerer(fresh);
    expect([...kept.keys()]).toEqual(["en", "es"]);
    for (const [language, calibration] of kept) expect(answerer.calibrationOf(language)).toEqual(calibration);
  });

  it("is not taken for another version of the knowledge", () => {
    expect(readCalibrations(calibrations, "000000000000").size).toBe(0);
  });

  it.each(["", "{", "[]", '{"version":1}'])("is done anew where the file holds %j", (content) => {
    const broken = join(at, "broken.json");
    writeFileSync(broken, content);
    expect(readCalibrations(broken, fresh.version).size).toBe(0);
    expect(loaded(readParsed(broken))).toEqual(fresh);
  });
});
