import { readFileSync, writeFileSync } from "node:fs";
import { z } from "zod";
import { Answerer } from "./answer/answerer.js";
import type { Calibration } from "./answer/calibrate.js";
import { loadKnowledge } from "./knowledge/load.js";
import type { Language } from "./knowledge/model.js";

const schema = z.object({
  version: z.string(),
  calibrations: z.record(
    z.string(),
    z.object({ model: z.object({ bias: z.number(), weights: z.array(z.number()) }), questions: z.number() }),
  ),
});

/** Calibrates a folder once and keeps the result for its version: a start with the same knowledge need not do it again. */
export function writeCalibrations(dir: string, file: string): void {
  const loaded = loadKnowledge(dir);
  if (!loaded.ok) return;
  const { version, languages } = loaded.knowledge;
  const answerer = new Answerer(loaded.knowledge);
  const calibrations = Object.fromEntries(languages.map((language) => [language, answerer.calibrationOf(language)]));
  writeFileSync(file, JSON.stringify({ version, calibrations }));
}

/** The calibrations kept for a version of the knowledge, by language; none where they are of another one. */
export function readCalibrations(file: string, version: string): ReadonlyMap<Language, Calibration> {
  try {
    const kept = schema.parse(JSON.parse(readFileSync(file, "utf8")));
    return kept.version === version ? new Map(Object.entries(kept.calibrations)) : new Map();
  } catch {
    return new Map();
  }
}
