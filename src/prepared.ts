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
    writeFileSync(fileOf(dir, language), serialize({ version, prepared: answerer.prepare(language) }));
  }
}

/** Finds what was kept for a language of this very knowledge; undefined where it is of another version, missing or broken. */
export function preparedIn(dir: string, { version }: Knowledge): (language: Language) => Prepared | undefined {
  return (language) => {
    try {
      const kept: unknown = deserialize(readFileSync(fileOf(dir, language)));
      return isKept(kept) && kept.version === version ? kept.prepared : undefined;
    } catch {
      return undefined;
    }
  };
}

function isKept(kept: unknown): kept is { version: string; prepared: Prepared } {
  return typeof kept === "object" && kept !== null && "version" in kept && "prepared" in kept;
}

function fileOf(dir: string, language: Language): string {
  return join(dir, `prepared-${language}.bin`);
}
