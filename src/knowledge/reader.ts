import type { z } from "zod";
import { explain, placesOf } from "./explain.js";
import { atFile, type Files } from "./files.js";
import type { Problem, Source } from "./model.js";
import { type Parsed, type Path, parseData, splitFrontMatter, splitParagraphs } from "./parse.js";
import { contentKey, type ParsedBefore } from "./parsed.js";
import type { Located } from "./references.js";
import { ID, recordSchema } from "./schema.js";

/** An item of a list with its place, its data as it stands and, where nothing is wrong with it, its value. */
export interface Item<T> extends Located {
  readonly value: T | undefined;
}

/** Parses and validates files, collecting the problems instead of stopping at the first. */
export class Reader {
  readonly problems: Problem[];
  /** Files of which nothing is known: unreadable ones, and those with errors of syntax. */
  private readonly lost: Set<string>;

  constructor(
    private readonly files: Files,
    unreadable: readonly Problem[],
    private readonly parsedBefore: ParsedBefore | undefined,
  ) {
    this.problems = [...unreadable];
    this.lost = new Set(unreadable.map(({ file }) => file));
  }

  /** Whether nothing is known of some file with such a path. */
  lacks(path: RegExp): boolean {
    return [...this.lost].some((file) => path.test(file));
  }

  /** A file's data as it stands, before anybody has looked at it; undefined where there is none. */
  raw(file: string): unknown {
    return this.parse(file, this.files.get(file) ?? "")?.data;
  }

  /** The value of a file of keys; undefined where it is missing or wrong. */
  read<T>(file: string, schema: z.ZodType<T>): T | undefined {
    const parsed = this.parse(file, this.files.get(file) ?? "");
    return parsed && this.validate(file, parsed, parsed.data ?? {}, schema);
  }

  /**
   * The items of a file, or of every file below a folder.
   * @param isExcused whether an unknown key of an item may well be right
   * @param isPlain whether an item is right as it stands, told sooner than by the schema
   */
  list<T>(
    at: string,
    schema: z.ZodType<T>,
    isExcused: (key: string) => boolean,
    isPlain?: (data: unknown) => data is T,
  ): Item<T>[] {
    return [...this.files.keys()]
      .filter((file) => isAt(file, at))
      .sort()
      .flatMap((file) => {
        const parsed = this.parse(file, this.files.get(file) ?? "");
        if (!parsed || parsed.data === null) return [];
        if (!Array.isArray(parsed.data)) {
          const how = file.endsWith(".json") ? "put the items between [ and ]" : "begin every item with a hyphen";
          this.problems.push({ file, line: parsed.lineOf([]), field: "", problem: `is not a list; ${how}` });
          this.lost.add(file);
          return [];
        }
        return parsed.data.map((data: unknown, index) => ({
          data,
          value: isPlain?.(data) ? data : this.validate(file, parsed, data, schema, [index], isExcused),
          file,
          path: [index],
          lineOf: parsed.lineOf,
        }));
      });
  }

  /** The sources by id; undefined where the file is there but wrong. */
  sources(): Map<string, Source | undefined> {
    const files = [...this.files.keys(), ...this.lost].filter((file) => isAt(file, "sources/")).sort();
    return new Map(files.map((file) => [sourceIdOf(file), this.source(file, this.files.get(file))]));
  }

  private source(file: string, content: string | undefined): Source | undefined {
    if (content === undefined) return undefined;
    const id = sourceIdOf(file);
    if (!ID.test(id))
      this.problems.push(atFile(file, "has a name that is not an id; use a-z, 0-9 and -, at most 60 characters"));
    const parts = splitFrontMatter(content);
    if (!parts) {
      this.problems.push(atFile(file, "has no record; begin with a line ---, the record, and another line ---"));
      return undefined;
    }
    const parsed = this.parse(file, parts.record, 2);
    const record = parsed && this.validate(file, parsed, parsed.data ?? {}, recordSchema);
    return (
      record && { ...record, id, fingerprints: record.fingerprints ?? [], paragraphs: splitParagraphs(parts.body) }
    );
  }

  private parse(file: string, content: string, firstLine = 1): Parsed | undefined {
    if (this.lost.has(file)) return undefined;
    const known = this.parsedBefore && !file.endsWith(".json") ? this.parsedBefore.get(contentKey(content)) : undefined;
    const parsed = parseData(content, file.endsWith(".json") ? "json" : "yaml", firstLine, known);
    if (!Array.isArray(parsed)) return parsed;
    this.lost.add(file);
    for (const { line, problem } of parsed) this.problems.push({ file, line, field: "", problem });
    return undefined;
  }

  private validate<T>(
    file: string,
    parsed: Parsed,
    data: unknown,
    schema: z.ZodType<T>,
    path: Path = [],
    isExcused: (key: string) => boolean = () => false,
  ): T | undefined {
    const result = schema.safeParse(data, { error: explain });
    if (result.success) return result.data;
    for (const [at, problem] of result.error.issues.flatMap((issue) => placesOf(issue, isExcused))) {
      this.problems.push({ file, line: parsed.lineOf([...path, ...at]), field: at.map(String).join("."), problem });
    }
    return undefined;
  }
}

function isAt(file: string, at: string): boolean {
  return at.endsWith("/") ? file.startsWith(at) : file === at;
}

function sourceIdOf(file: string): string {
  return file.slice("sources/".length).replace(/\.md$/, "");
}
