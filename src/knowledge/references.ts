import { type Language, type Problem, paragraphCount, type Source } from "./model.js";
import type { Path } from "./parse.js";
import { isQuotedFrom } from "./quotes.js";
import { ID } from "./schema.js";

/** Data as it stands in a file, with its place; what is wrong with it has been told, and the rest is checked all the same. */
export interface Located {
  readonly data: unknown;
  readonly file: string;
  readonly path: Path;
  readonly lineOf: (path: Path) => number;
}

interface Parts {
  readonly languages: readonly Language[];
  /** By id; undefined where the file is there but wrong. */
  readonly sources: ReadonlyMap<string, Source | undefined>;
  readonly entries: readonly Located[];
  readonly entities: readonly Located[];
  /** Whether some of them could not be read, so that an unknown id may well be right. */
  readonly incomplete: Readonly<Record<"sources" | "entries" | "entities", boolean>>;
}

/** Problems between the parts of a folder: duplicate and unknown ids, paragraphs, quotations, numbers of statements. */
export function checkReferences({ languages, sources, entries, entities, incomplete }: Parts): Problem[] {
  const entryIds = new Set(entries.map(idOf));
  const entityIds = new Set(entities.map(idOf));
  const isEntry = (id: string) => incomplete.entries || entryIds.has(id);
  const isEntity = (id: string) => incomplete.entities || entityIds.has(id);
  const isSource = (id: string) => incomplete.sources || sources.has(id);
  return [
    ...duplicates(entries, "entry"),
    ...duplicates(entities, "entity"),
    ...entries.flatMap((entry) =>
      citationProblems(entry, sources, isSource).concat(
        unknownIds(entry, "about", isEntity, "entities.yaml has no such entity; add it, or mend the id"),
        unknownIds(entry, "see", isEntry, NO_ENTRY),
        lengthProblems(entry, languages),
      ),
    ),
    ...entities.flatMap((entity) => {
      const id = asId(at(entity.data, "entry"));
      return id !== undefined && !isEntry(id) ? [problemAt(entity, ["entry"], `is "${id}", but ${NO_ENTRY}`)] : [];
    }),
  ];
}

const NO_ENTRY = "there is no such entry; write it, or mend the id";

function duplicates(all: readonly Located[], what: string): Problem[] {
  const first = new Map<string, Located>();
  return all.flatMap((item) => {
    const id = idOf(item);
    const earlier = id === undefined ? item : first.get(id);
    if (id === undefined || earlier === item) return [];
    if (!earlier) {
      first.set(id, item);
      return [];
    }
    const where = `${earlier.file}:${earlier.lineOf([...earlier.path, "id"])}`;
    return [problemAt(item, ["id"], `is "${id}", which another ${what} has (${where}); choose another id`)];
  });
}

function citationProblems(
  entry: Located,
  sources: ReadonlyMap<string, Source | undefined>,
  isSource: (id: string) => boolean,
): Problem[] {
  return listAt(entry.data, "answer").flatMap((statement, s) =>
    listAt(statement, "cites").flatMap((citation, c) => {
      const id = asId(at(citation, "source"));
      const paragraph = at(citation, "paragraph");
      const quote = at(citation, "quote");
      const problem = (field: string, words: string) => problemAt(entry, ["answer", s, "cites", c, field], words);
      if (id === undefined) return [];
      if (!isSource(id))
        return problem("source", `is "${id}", but there is no file sources/${id}.md; add it, or mend the id`);
      const isQuoted = typeof quote === "string";
      if (paragraph === 0 && isQuoted)
        return problem("quote", "quotes the record; take it out, or cite a paragraph of the text");
      const source = sources.get(id);
      if (!source || typeof paragraph !== "number" || !Number.isInteger(paragraph)) return [];
      const count = paragraphCount(source);
      if (paragraph > count) return problem("paragraph", `is ${paragraph}, but ${id} has ${paragraphsOf(count, id)}`);
      const text = source.paragraphs[paragraph - 1];
      return isQuoted && text !== undefined && !isQuotedFrom(quote, text)
        ? problem("quote", `is not in paragraph ${paragraph} of ${id}; copy it letter by letter`)
        : [];
    }),
  );
}

function paragraphsOf(count: number, id: string): string {
  if (count > 0) return `the paragraphs 0 to ${count}; cite one of these`;
  const wayOut = "put its text below the front matter, or its fingerprints: into it";
  return `only its record, paragraph 0; cite that, or in sources/${id}.md ${wayOut} (npm run knowledge -- fingerprint FILE)`;
}

function unknownIds(entry: Located, field: string, isKnown: (id: string) => boolean, why: string): Problem[] {
  return listAt(entry.data, field).flatMap((value, index) => {
    const id = asId(value);
    return id === undefined || isKnown(id) ? [] : [problemAt(entry, [field, index], `is "${id}", but ${why}`)];
  });
}

function lengthProblems(entry: Located, languages: readonly Language[]): Problem[] {
  if (languages.length === 1) return [];
  const count = listAt(entry.data, "answer").length;
  return languages.slice(1).flatMap((language) => {
    const translated = listAt(at(entry.data, language), "answer").length;
    return count > 0 && translated > 0 && translated !== count
      ? [
          problemAt(
            entry,
            [language, "answer"],
            `has another number of statements (${translated}) than the answer (${count}); translate each one`,
          ),
        ]
      : [];
  });
}

function problemAt(located: Located, field: Path, problem: string): Problem {
  const { file, path, lineOf } = located;
  return { file, line: lineOf([...path, ...field]), field: field.map(String).join("."), problem };
}

function idOf({ data }: Located): string | undefined {
  return asId(at(data, "id"));
}

/** The value where it is an id; one of another shape has been told already. */
function asId(value: unknown): string | undefined {
  return typeof value === "string" && ID.test(value) ? value : undefined;
}

/** The value of a key; undefined where there is none. */
function at(data: unknown, key: string): unknown {
  return typeof data === "object" && data !== null ? (data as Readonly<Record<string, unknown>>)[key] : undefined;
}

/** The list under a key; empty where there is none. */
function listAt(data: unknown, key: string): readonly unknown[] {
  const list = at(data, key);
  return Array.isArray(list) ? list : [];
}
