import type { Files } from "./files.js";
import type { Entry, Problem } from "./model.js";
import { type Parsed, type Path, parseData, splitFrontMatter } from "./parse.js";

/** Finds the lines of entries, entities and records in a folder that loads, parsing a file again only when something in it is to be told. */
export class Places {
  private readonly parsed = new Map<string, Parsed | undefined>();

  constructor(private readonly files: Files) {}

  /** A file's data, of a source its record; undefined where there is none. */
  dataOf(file: string): unknown {
    return this.parse(file)?.data;
  }

  /** A finding at a place of a file. */
  inFile(file: string, path: Path, problem: string, field: Path = path): Problem {
    const line = this.parse(file)?.lineOf(path) ?? 1;
    return { file, line, field: field.map(String).join("."), problem };
  }

  /** A finding at a field of an entry. */
  inEntry({ id, topic }: Entry, field: Path, problem: string): Problem {
    const files = ["yaml", "yml", "json"].map((ending) => `entries/${topic}.${ending}`);
    return this.inItem(files, id, field, problem);
  }

  /** A finding at a field of an entity. */
  inEntity(id: string, field: Path, problem: string): Problem {
    return this.inItem(["entities.yaml"], id, field, problem);
  }

  private inItem(files: readonly string[], id: string, field: Path, problem: string): Problem {
    for (const file of files) {
      const data = this.parse(file)?.data;
      const index = Array.isArray(data) ? (data as { id: string }[]).findIndex((item) => item.id === id) : -1;
      if (index >= 0) return this.inFile(file, [index, ...field], problem, field);
    }
    return this.inFile(files[0], [], problem, field);
  }

  private parse(file: string): Parsed | undefined {
    if (!this.parsed.has(file)) this.parsed.set(file, parseFile(file, this.files.get(file)));
    return this.parsed.get(file);
  }
}

function parseFile(file: string, content: string | undefined): Parsed | undefined {
  if (content === undefined) return undefined;
  const record = file.endsWith(".md") ? splitFrontMatter(content)?.record : undefined;
  const parsed = parseData(record ?? content, file.endsWith(".json") ? "json" : "yaml", record === undefined ? 1 : 2);
  return Array.isArray(parsed) ? undefined : parsed;
}
