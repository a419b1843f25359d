import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";
import { Answerer } from "./answer/answerer.js";
import type { Prepared } from "./answer/engine.js";
import { loadKnowledge } from "./knowledge/load.js";
import type { Knowledge, Language } from "./knowledge/model.js";

/** Indexes and calibrates a knowledge folder, and keeps that in a folder, a file for each language: a start need not do it again. */
export function writePrepared(knowledgeDir: string, dir: string): void {
  const loaded = loadKnowledge(knowledgeDir);
  if (!loaded.ok) return;
  const { version, languages } = loaded.knowledge;
  const answerer = new Answerer(loaded.knowledge);
  for (const language of languages) {
    writeFileSync(fileOf(dir, language), Buffer.concat([Buffer.from(version), serialize(answerer.prepare(language))]));
  }
}

/** Finds what was kept for a language of this very knowledge; undefined where it is of another version, missing or broken. */
export function preparedIn(dir: string, { version }: Knowledge): (language: Language) => Prepared | undefined {
  return (language) => {
    try {
      const kept = readFileSync(fileOf(dir, language));
      // To read the data of another version would take longer than all else that a start of a small folder takes.
      if (kept.toString("latin1", 0, version.length) !== version) return undefined;
      const prepared: unknown = deserialize(kept.subarray(version.length));
      return isPrepared(prepared) ? prepared : undefined;
    } catch {
      return undefined;
    }
  };
}

function isPrepared(data: unknown): data is Prepared {
  return typeof data === "object" && data !== null && "index" in data && "calibration" in data;
}

function fileOf(dir: string, language: Language): string {
  return join(dir, `prepared-${language}.bin`);
}
