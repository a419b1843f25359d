import type { z } from "zod";
import { type Files, readFolder, versionOf } from "./files.js";
import {
  type Entity,
  type EntityNames,
  type Entry,
  type EntryTexts,
  type Heading,
  inOrder,
  type Knowledge,
  type Language,
  type Problem,
} from "./model.js";
import type { ParsedBefore } from "./parsed.js";
import { isPlainEntry } from "./plain-entry.js";
import { type Item, Reader } from "./reader.js";
import { checkReferences } from "./references.js";
import {
  entitySchema,
  entrySchema,
  isLanguageCode,
  manifestSchema,
  type RawEntry,
  type RawHeading,
  type RawNames,
  type Translation,
  wordsSchema,
} from "./schema.js";

/** What loading a folder gives: the knowledge, or every problem that it has. */
export type Loaded = { ok: true; knowledge: Knowledge } | { ok: false; problems: Problem[] };

/** Loads a knowledge folder whole, or lists every problem in it. */
export function loadKnowledge(dir: string, parsed?: ParsedBefore): Loaded {
  const { files, problems } = readFolder(dir);
  return assemble(files, parsed, problems);
}

/**
 * Builds the knowledge from its files; the order of the files, and of the entries in them, changes nothing.
 * @param unreadable the problems of files that could not be read
 */
export function assemble(files: Files, parsed?: ParsedBefore, unreadable: readonly Problem[] = []): Loaded {
  const reader = new Reader(files, unreadable, parsed);
  const manifest = reader.read("knowledge.yaml", manifestSchema(languagesIn(reader.raw("knowledge.yaml"))));
  const languages: Language[] = [...new Set(manifest?.languages ?? ["en"])];
  const isExcused = (key: string) => manifest === undefined && isLanguageCode(key);
  const sources = reader.sources();
  const entries = reader.list("entries/", entrySchema(languages), isExcused, isPlainEntry);
  const entities = reader.list("entities.yaml", entitySchema(languages), isExcused);
  const words = files.has("words.yaml") ? (reader.read("words.yaml", wordsSchema) ?? {}) : {};
  const incomplete = {
    sources: reader.lacks(/^sources$/),
    entries: reader.lacks(/^entries(?:\/.*\.(?:ya?ml|json))?$/),
    entities: reader.lacks(/^entities\.yaml$/),
  };
  const problems = [...reader.problems, ...checkReferences({ languages, sources, entries, entities, incomplete })];
  if (manifest === undefined || problems.length > 0) return { ok: false, problems: inOrder(problems) };
  const sortedSources = [...sources.values()].flatMap((source) => source ?? []).sort(byId);
  const sortedEntries = entries.flatMap((item) => toEntry(item, languages) ?? []).sort(byId);
  const sortedEntities = entities.flatMap(({ value }) => (value ? toEntity(value, languages) : [])).sort(byId);
  return {
    ok: true,
    knowledge: {
      headings: headingsOf(manifest, languages),
      languages,
      sources: new Map(sortedSources.map((source) => [source.id, source])),
      entries: sortedEntries,
      entryById: new Map(sortedEntries.map((entry) => [entry.id, entry])),
      entities: new Map(sortedEntities.map((entity) => [entity.id, entity])),
      topicTitles: manifest.topics ?? {},
      words: Object.fromEntries(Object.entries(words).map(([code, groups]) => [code, toEquivalents(groups)])),
      version: versionOf(files),
    },
  };
}

/** The codes that a manifest lists, whatever else may be wrong with it. */
function languagesIn(manifest: unknown): Language[] {
  const listed = typeof manifest === "object" && manifest !== null && "languages" in manifest ? manifest.languages : [];
  if (!Array.isArray(listed)) return [];
  return [...new Set(listed.filter((code) => typeof code === "string" && isLanguageCode(code)))];
}

function headingsOf({ title, description = "", ...raw }: RawHeading, languages: readonly Language[]) {
  const others = blocksOf<RawHeading>(raw, languages).map(([code, block]): [Language, Heading] => [
    code,
    { description, ...block },
  ]);
  return Object.fromEntries([[languages[0], { title, description }], ...others]);
}

function toEntry({ value: raw, file }: Item<RawEntry>, languages: readonly Language[]): Entry | undefined {
  if (raw === undefined) return undefined;
  const own: EntryTexts = { question: raw.question, also: raw.also ?? [], answer: raw.answer.map(({ text }) => text) };
  const texts: Record<Language, EntryTexts> = { [languages[0]]: own };
  for (const [code, block] of blocksOf<Translation>(raw, languages)) {
    texts[code] = { question: block.question, also: block.also ?? [], answer: block.answer };
  }
  return {
    id: raw.id,
    topic: topicOf(file),
    texts,
    citations: raw.answer.map(({ cites }) => cites),
    aspect: raw.aspect,
    when: raw.when,
    about: raw.about ?? [],
    see: raw.see ?? [],
    notStated: raw.notStated ?? false,
  };
}

function toEntity(raw: z.infer<ReturnType<typeof entitySchema>>, languages: readonly Language[]): Entity {
  const toNames = ({ name, aliases }: RawNames): EntityNames => ({ name, aliases: aliases ?? [] });
  const others = blocksOf<RawNames>(raw, languages).map(([code, block]): [Language, EntityNames] => [
    code,
    toNames(block),
  ]);
  return {
    id: raw.id,
    kind: raw.kind,
    names: Object.fromEntries([[languages[0], toNames(raw)], ...others]),
    entry: raw.entry,
  };
}

/** The blocks of the languages after the first, which the schema has checked under their codes. */
function blocksOf<Block>(raw: object, languages: readonly Language[]): [Language, Block][] {
  const byKey = raw as Readonly<Record<string, Block | undefined>>;
  if (languages.length === 1) return [];
  return languages.slice(1).flatMap((code): [Language, Block][] => {
    const block = byKey[code];
    return block ? [[code, block]] : [];
  });
}

function toEquivalents(groups: Readonly<Record<string, readonly string[]>>): string[][] {
  return Object.entries(groups)
    .map(([word, others]) => [word, ...others])
    .sort((a, b) => (a[0] < b[0] ? -1 : 1));
}

function topicOf(file: string): string {
  return file.slice("entries/".length, file.lastIndexOf("."));
}

function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
