import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { wordsOf } from "../answer/text.js";
import { type Addition, type AdditionProblem, entryProblems, wordingProblems } from "./addition.js";
import { type FileAdditions, withAdditions } from "./edit/entries-file.js";
import { idFor, isSame, type WrittenEntry, writtenEntry } from "./edit/new-entry.js";
import { type Files, readFolder } from "./files.js";
import { assemble } from "./load.js";
import type { Entry, Knowledge, Language, Problem } from "./model.js";

/** An addition with the id of its draft. */
export interface Exported {
  readonly id: string;
  readonly addition: Addition;
}

/** What writing additions into a folder came to. */
export type ExportOutcome =
  | {
      readonly kind: "written";
      /** The files that were changed, `["entries/talks.yaml"]`; empty where nothing was to be done. */
      readonly files: readonly string[];
      /** The drafts that stand in the folder now. */
      readonly done: readonly string[];
      /** Those of them that stood there before. */
      readonly there: readonly string[];
      readonly left: readonly LeftOut[];
    }
  /** The folder has problems, before or with the additions: nothing was written. */
  | { readonly kind: "faulty"; readonly problems: readonly Problem[] }
  /** Somebody changed a file meanwhile: nothing was written to it. */
  | { readonly kind: "changed"; readonly file: string }
  /** A file cannot be written, for a reason such as `"EACCES: permission denied"`; it and those after it are as they were. */
  | { readonly kind: "unwritable"; readonly file: string; readonly reason: string };

/** A draft that cannot be written, and all that is wrong with it. */
export interface LeftOut {
  readonly id: string;
  readonly problems: readonly AdditionProblem[];
}

/** The file of entries that belong to no other. */
const COMMUNITY = "entries/community.yaml";
const COMMUNITY_HEAD = "# What members asked and curators answered.\n";

/**
 * Writes additions into a folder: each file whole or not at all, and only where the folder loads with all of them. What stands
 * there already is left alone, so that doing it again does no harm.
 */
export function exportInto(dir: string, drafts: readonly Exported[]): ExportOutcome {
  const { files, problems } = readFolder(dir);
  const loaded = assemble(files, undefined, problems);
  if (!loaded.ok) return { kind: "faulty", problems: loaded.problems };
  const plan = planFor(loaded.knowledge, files, drafts);
  const changed = new Map(
    [...plan.files].map(([path, additions]) => [path, changedFile(path, files.get(path), additions, loaded.knowledge)]),
  );
  const after = assemble(new Map([...files, ...changed]));
  if (!after.ok) return { kind: "faulty", problems: after.problems };
  const lost = lostIn(after.knowledge, plan.files);
  if (lost.length > 0) return { kind: "faulty", problems: lost };
  for (const [path, text] of changed) {
    try {
      if (!replaceFile(join(dir, path), files.get(path), text)) return { kind: "changed", file: path };
    } catch (error) {
      return { kind: "unwritable", file: path, reason: error instanceof Error ? error.message : String(error) };
    }
  }
  return {
    kind: "written",
    files: [...changed.keys()].toSorted(),
    done: plan.done,
    there: plan.there,
    left: plan.left,
  };
}

interface MutableAdditions extends FileAdditions {
  readonly wordings: Map<string, { language: Language; wording: string }[]>;
  readonly entries: WrittenEntry[];
}

/** Where each draft goes. */
function planFor(knowledge: Knowledge, files: Files, drafts: readonly Exported[]) {
  const byFile = new Map<string, MutableAdditions>();
  const done: string[] = [];
  const there: string[] = [];
  const left: LeftOut[] = [];
  const known = new Wordings(knowledge);
  const ids = new Set(knowledge.entryById.keys());
  const additionsTo = (path: string): MutableAdditions => {
    const additions = byFile.get(path) ?? { wordings: new Map(), entries: [] };
    byFile.set(path, additions);
    return additions;
  };
  for (const { id, addition } of drafts) {
    const own = addition.kind === "wording" ? addition.entry : known.sameEntry(addition);
    const isThere = addition.kind === "wording" ? known.has(addition, own ?? "") : own !== undefined;
    const problems = isThere ? [] : problemsOf(addition, knowledge, known);
    if (problems.length > 0) {
      left.push({ id, problems });
      continue;
    }
    done.push(id);
    if (isThere) there.push(id);
    else if (addition.kind === "wording") {
      const { entry, language, wording } = addition;
      const { wordings } = additionsTo(fileOf(knowledge.entryById.get(entry), files));
      wordings.set(entry, [...(wordings.get(entry) ?? []), { language, wording }]);
      known.add(entry, language, wording);
    } else {
      const { near, ...parts } = addition;
      const neighbour = near === undefined ? undefined : knowledge.entryById.get(near);
      const newId = idFor(addition.texts.question, (one) => ids.has(one));
      ids.add(newId);
      const entry = { ...parts, ...(neighbour ? { near: neighbour.id } : {}) };
      additionsTo(fileOf(neighbour, files)).entries.push(writtenEntry(entry, newId, knowledge.languages));
      known.addEntry(newId, addition);
    }
  }
  return { files: byFile, done, there, left };
}

function problemsOf(addition: Addition, knowledge: Knowledge, known: Wordings): AdditionProblem[] {
  return addition.kind === "wording"
    ? wordingProblems(addition, knowledge, known.written)
    : entryProblems(addition, knowledge, known.written);
}

/** Which entry has which wording, with those that are added. */
class Wordings {
  private readonly owners = new Map<string, string>();
  private readonly added = new Map<string, readonly string[]>();

  constructor(private readonly knowledge: Knowledge) {
    for (const { id, texts } of knowledge.entries) {
      for (const [language, { question, also }] of Object.entries(texts)) {
        for (const wording of [question, ...also]) this.add(id, language, wording);
      }
    }
  }

  readonly written = (wording: string, language: Language): Entry | undefined => {
    const owner = this.owners.get(keyOf(wording, language));
    return owner === undefined ? undefined : this.knowledge.entryById.get(owner);
  };

  /** Whether an entry has a wording, in its language or, without texts in it, in the first one. */
  has({ language, wording }: { readonly language: Language; readonly wording: string }, entry: string): boolean {
    const languages = [language, this.knowledge.languages[0]];
    return languages.some((one) => this.owners.get(keyOf(wording, one)) === entry);
  }

  /** The entry with the same question and the same answer. */
  sameEntry({ texts: { question, answer } }: Extract<Addition, { kind: "entry" }>): string | undefined {
    const [main] = this.knowledge.languages;
    const owner = this.owners.get(keyOf(question, main));
    if (owner === undefined) return undefined;
    const own = this.knowledge.entryById.get(owner)?.texts[main].answer ?? this.added.get(owner) ?? [];
    return isSame(own.join(" "), answer.join(" ")) ? owner : undefined;
  }

  add(entry: string, language: Language, wording: string): void {
    const key = keyOf(wording, language);
    if (!this.owners.has(key)) this.owners.set(key, entry);
  }

  addEntry(id: string, { texts, asked }: Extract<Addition, { kind: "entry" }>): void {
    this.add(id, this.knowledge.languages[0], texts.question);
    if (asked) this.add(id, asked.language, asked.wording);
    this.added.set(id, texts.answer);
  }
}

function keyOf(wording: string, language: Language): string {
  return `${language} ${wordsOf(wording).join(" ")}`;
}

/** The file that an entry stands in, or the one for those that belong to no other. */
function fileOf(entry: Entry | undefined, files: Files): string {
  if (!entry) return COMMUNITY;
  const paths = ["yaml", "yml", "json"]
    .map((ending) => `entries/${entry.topic}.${ending}`)
    .filter((one) => files.has(one));
  const has = (path: string) => new RegExp(`\\bid["']?\\s*:\\s*["']?${entry.id}(?![\\w-])`).test(files.get(path) ?? "");
  return paths.find(has) ?? paths[0] ?? COMMUNITY;
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
  return [...files].flatMap(([file, { wordings, entries }]) => {
    const problem = (field: string, words: string): Problem => ({ file, line: 1, field, problem: words });
    const texts = (id: string) => Object.values(entryById.get(id)?.texts ?? {}).flatMap(({ also }) => also);
    return [
      ...[...wordings].flatMap(([id, some]) =>
        some
          .filter(({ wording }) => !texts(id).includes(wording))
          .map(({ wording }) => problem(id, `"${wording}" could not be added; write the entry's also as a list`)),
      ),
      ...entries
        .filter(({ id }) => !entryById.has(id))
        .map(({ id }) => problem(id, "could not be added at the end; write the file as a list of entries")),
    ];
  });
}

/** Puts a text in a file's place at once; false where that is not what was read any more. Line ends and a byte order mark stay. */
function replaceFile(named: string, before: string | undefined, text: string): boolean {
  const path = before === undefined ? named : realpathSync(named);
  const raw = before === undefined ? "" : readFileSync(path, "utf8");
  if (before !== undefined && raw.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n") !== before) return false;
  const withEnds = raw.includes("\r\n") ? text.replace(/\n/g, "\r\n") : text;
  // A hidden name: the loader leaves it alone where it stays behind.
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}`);
  mkdirSync(dirname(path), { recursive: true });
  try {
    const file = openSync(temporary, "w", before === undefined ? undefined : statSync(path).mode);
    try {
      writeSync(file, `${raw.startsWith("\uFEFF") ? "\uFEFF" : ""}${withEnds}`);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  return true;
}
