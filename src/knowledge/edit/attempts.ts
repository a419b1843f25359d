import { isDeepStrictEqual } from "node:util";
import type { Files } from "../files.js";
import { assemble } from "../load.js";
import type { Knowledge, Problem } from "../model.js";
import { contentKey, parsedOf } from "../parsed.js";
import { type FileAdditions, withAdditions } from "./entries-file.js";
import { goodOnes } from "./good-ones.js";
import { type Exported, planFor } from "./plan.js";

const COMMUNITY_HEAD = "# What members asked and curators answered.\n";

/** What a folder would be with some drafts; what of it was worked out for others before is not worked out again. */
export class Attempts {
  private readonly made = new Map<string, { readonly additions: FileAdditions; readonly text: string }>();

  constructor(
    private readonly knowledge: Knowledge,
    private readonly files: Files,
    private readonly parsed: Map<string, unknown>,
  ) {}

  /** Where drafts go, and the files' texts with them. */
  of(drafts: readonly Exported[]) {
    const plan = planFor(this.knowledge, this.files, drafts);
    const changed = [...plan.files].map(([path, more]): [string, string] => [path, this.textOf(path, more)]);
    return { plan, changed: new Map(changed) };
  }

  /** The drafts that cannot be written, each with the first thing that would be wrong. */
  badOnes(drafts: readonly Exported[]) {
    const faulty = new Set(this.problemsOf(drafts).map(({ file }) => file));
    if (faulty.size === 0) return [];
    // Files without a fault keep all that is for them, so that only the others are made and read again and again.
    const { places } = this.of(drafts).plan;
    const suspects = new Set(drafts.filter(({ id }) => faulty.has(places.get(id) ?? "")));
    const others = drafts.filter((draft) => !suspects.has(draft));
    const tried = this.problemsOf(others).length === 0 ? [...suspects] : drafts;
    const isTried = new Set(tried);
    return goodOnes(tried, (some) => {
      const isThere = new Set(some);
      return this.problemsOf(drafts.filter((draft) => !isTried.has(draft) || isThere.has(draft)))[0];
    }).bad;
  }

  /** All that would be wrong with the folder. */
  private problemsOf(drafts: readonly Exported[]): readonly Problem[] {
    const { plan, changed } = this.of(drafts);
    if (changed.size === 0) return [];
    for (const [key, data] of parsedOf(new Map([...changed].filter(([, text]) => !this.parsed.has(contentKey(text))))))
      this.parsed.set(key, data);
    const after = assemble(new Map([...this.files, ...changed]), this.parsed);
    return after.ok ? lostIn(after.knowledge, plan.files) : after.problems;
  }

  private textOf(path: string, additions: FileAdditions): string {
    const before = this.made.get(path);
    if (before && isDeepStrictEqual(before.additions, additions)) return before.text;
    const text = changedFile(path, this.files.get(path), additions, this.knowledge);
    this.made.set(path, { additions, text });
    return text;
  }
}

function changedFile(
  path: string,
  text: string | undefined,
  additions: FileAdditions,
  { languages }: Knowledge,
): string {
  const format = path.endsWith(".json") ? "json" : "yaml";
  return withAdditions(text ?? COMMUNITY_HEAD, format, additions, languages[0]);
}

/** What did not come to stand where it should, for a file that is written as no one foresaw. */
function lostIn({ entryById }: Knowledge, files: ReadonlyMap<string, FileAdditions>): Problem[] {
  return [...files].flatMap(([file, { wordings, translations, entries }]) => {
    const problem = (field: string, words: string): Problem => ({ file, line: 1, field, problem: words });
    const texts = (id: string) => Object.values(entryById.get(id)?.texts ?? {}).flatMap(({ also }) => also);
    return [
      ...[...wordings].flatMap(([id, some]) =>
        some
          .filter(({ wording }) => !texts(id).includes(wording))
          .map(({ wording }) => problem(id, `"${wording}" could not be added; write the entry's also as a list`)),
      ),
      ...[...translations].flatMap(([id, blocks]) =>
        Object.keys(blocks)
          .filter((language) => !entryById.get(id)?.texts[language])
          .map((language) => problem(id, `its ${language} texts could not be added; write the entry as a map`)),
      ),
      ...entries
        .filter(({ id }) => !entryById.has(id))
        .map(({ id }) => problem(id, "could not be added at the end; write the file as a list of entries")),
    ];
  });
}
