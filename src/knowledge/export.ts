import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import {
  type AddedTexts,
  type Addition,
  type AdditionProblem,
  askedProblems,
  type EntryAddition,
  entryProblems,
  translationProblems,
  wordingProblems,
} from "./addition.js";
import { type FileAdditions, withAdditions } from "./edit/entries-file.js";
import { alone, type Holder, LOCK } from "./edit/folder-lock.js";
import { goodOnes } from "./edit/good-ones.js";
import { KnownTexts } from "./edit/known-texts.js";
import { idFor, isSame, type WrittenEntry, writtenEntry } from "./edit/new-entry.js";
import { type Replacement, replacementOf } from "./edit/replacement.js";
import { type Files, readFolder } from "./files.js";
import { assemble } from "./load.js";
import { type Entry, type Knowledge, type Language, type Problem, showProblem } from "./model.js";
import { contentKey, parsedOf } from "./parsed.js";

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
  /** The folder has problems without any addition: nothing was written. */
  | { readonly kind: "faulty"; readonly problems: readonly Problem[] }
  /** Somebody changed a file meanwhile: nothing was written to it. */
  | { readonly kind: "changed"; readonly file: string }
  /** Another process writes into the folder: nothing was written. */
  | { readonly kind: "held"; readonly holder: Holder }
  /** A file cannot be written, for a reason such as `"EACCES: permission denied"`; nothing was written to it and those after it. */
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
 * Writes additions into a folder: each file whole or not at all, and only so that the folder loads; what would keep it from that is
 * left out alone. What stands there already is left as it is, so that doing it again does no harm.
 * @param isTrial to write nothing, not even a lock, and say what would be written
 */
export function exportInto(dir: string, drafts: readonly Exported[], isTrial = false): ExportOutcome {
  if (isTrial) return exportAlone(dir, drafts, () => undefined);
  try {
    const made = alone(dir, () => exportAlone(dir, drafts, replaced));
    return "done" in made ? made.done : { kind: "held", holder: made.holder };
  } catch (error) {
    return { kind: "unwritable", file: LOCK, reason: reasonOf(error) };
  }
}

function exportAlone(dir: string, drafts: readonly Exported[], replace: typeof replaced): ExportOutcome {
  const { files, problems } = readFolder(dir);
  // The folder is assembled once more for every try, and most of its files stay as they are.
  const parsed = parsedOf(files);
  const loaded = assemble(files, parsed, problems);
  if (!loaded.ok) return { kind: "faulty", problems: loaded.problems };
  const { knowledge } = loaded;
  const attempts = new Attempts(knowledge, files, parsed);
  const bad = attempts.badOnes(drafts);
  const isBad = new Set(bad.map(({ thing }) => thing));
  const { changed, plan } = attempts.of(drafts.filter((draft) => !isBad.has(draft)));
  const unloadable = bad.map(({ thing, fault }): LeftOut => {
    return { id: thing.id, problems: [{ kind: "unloadable", problem: showProblem(fault) }] };
  });
  return (
    replace(dir, files, changed) ?? {
      kind: "written",
      files: [...changed.keys()].toSorted(),
      done: plan.done,
      there: plan.there,
      left: [...plan.left, ...unloadable],
    }
  );
}

/** What a folder would be with some drafts; what of it was worked out for others before is not worked out again. */
class Attempts {
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

/** Puts all new texts beside their files, and only then each in its place; what kept it from that, if anything did. */
function replaced(dir: string, before: Files, changed: Files): ExportOutcome | undefined {
  const waiting: (readonly [string, Replacement])[] = [];
  let file = "";
  try {
    for (const [path, text] of changed) {
      file = path;
      const replacement = replacementOf(join(dir, path), before.get(path), text);
      if (!replacement) return { kind: "changed", file };
      waiting.push([path, replacement]);
    }
    for (const [path, { commit }] of waiting) {
      file = path;
      if (!commit()) return { kind: "changed", file };
    }
    return undefined;
  } catch (error) {
    return { kind: "unwritable", file, reason: reasonOf(error) };
  } finally {
    for (const [, { drop }] of waiting) drop();
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

interface MutableAdditions extends FileAdditions {
  readonly wordings: Map<string, { language: Language; wording: string }[]>;
  readonly translations: Map<string, Record<Language, AddedTexts>>;
  readonly entries: WrittenEntry[];
}

/** Where each draft goes. */
function planFor(knowledge: Knowledge, files: Files, drafts: readonly Exported[]) {
  const byFile = new Map<string, MutableAdditions>();
  const places = new Map<string, string>();
  const done: string[] = [];
  const there: string[] = [];
  const left: LeftOut[] = [];
  const known = new KnownTexts(knowledge);
  const ids = new Set(knowledge.entryById.keys());
  const additionsTo = (path: string): MutableAdditions => {
    const additions = byFile.get(path) ?? { wordings: new Map(), translations: new Map(), entries: [] };
    byFile.set(path, additions);
    return additions;
  };
  const addWording = (entry: string, { language, wording }: { language: Language; wording: string }) => {
    const { wordings } = additionsTo(fileOf(knowledge.entryById.get(entry), files));
    wordings.set(entry, [...(wordings.get(entry) ?? []), { language, wording }]);
    known.add(entry, language, wording);
  };
  /** What a draft has more than an entry with the same question and answer; whether there was anything. */
  const addMissing = (own: string, { translations, asked }: EntryAddition): boolean => {
    const texts = known.textsOf(own);
    const missing = Object.entries(translations).filter(([language]) => !texts[language]);
    for (const [language, block] of missing) {
      const all = additionsTo(fileOf(knowledge.entryById.get(own), files)).translations;
      all.set(own, { ...all.get(own), [language]: block });
      known.addTexts(own, language, block);
    }
    const isAsked = asked === undefined || known.has(asked, own);
    if (!isAsked) addWording(own, asked);
    return missing.length > 0 || !isAsked;
  };
  for (const { id, addition } of drafts) {
    const own = addition.kind === "wording" ? addition.entry : known.sameEntry(addition);
    const isThere = addition.kind === "wording" ? known.has(addition, own ?? "") : own !== undefined;
    const problems =
      addition.kind === "entry" && own !== undefined
        ? otherwiseIn(own, addition, knowledge, known)
        : isThere
          ? []
          : problemsOf(addition, knowledge, known);
    if (problems.length > 0) {
      left.push({ id, problems });
      continue;
    }
    done.push(id);
    const near = own ?? (addition.kind === "entry" ? addition.near : undefined);
    places.set(id, fileOf(near === undefined ? undefined : knowledge.entryById.get(near), files));
    if (addition.kind === "wording") {
      if (isThere) there.push(id);
      else addWording(addition.entry, addition);
    } else if (own !== undefined) {
      if (!addMissing(own, addition)) there.push(id);
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
  return { files: byFile, places, done, there, left };
}

function problemsOf(addition: Addition, knowledge: Knowledge, known: KnownTexts): AdditionProblem[] {
  return addition.kind === "wording"
    ? wordingProblems(addition, knowledge, known.written)
    : [...entryProblems(addition, knowledge, known.written), ...furtherProblems(addition, knowledge, known)];
}

/** What is wrong with a draft's translations and with how it was asked, which would keep the folder from loading. */
function furtherProblems(addition: EntryAddition, knowledge: Knowledge, known: KnownTexts, own?: string) {
  const { translations, asked } = addition;
  const isOwn = (problem: AdditionProblem) => problem.kind === "taken" && problem.entry === own;
  return [
    ...Object.entries(translations).flatMap(([language, block]) =>
      translationProblems(addition, language, block, knowledge, known.written),
    ),
    ...(asked === undefined ? [] : askedProblems(asked.wording, asked.language, knowledge, known.written)),
  ].filter((problem) => !isOwn(problem));
}

/** Why what a draft has more cannot be added to the entry with the same question and answer. */
function otherwiseIn(own: string, addition: EntryAddition, knowledge: Knowledge, known: KnownTexts): AdditionProblem[] {
  const texts = known.textsOf(own);
  const isAlike = ([language, { question, answer }]: [Language, { question: string; answer: readonly string[] }]) =>
    texts[language] !== undefined &&
    isSame(texts[language].question, question) &&
    isSame(texts[language].answer.join(" "), answer.join(" "));
  const others = Object.entries(addition.translations).filter((one) => !isAlike(one));
  const asked = addition.asked && known.has(addition.asked, own) ? undefined : addition.asked;
  if (others.length === 0 && asked === undefined) return [];
  // It is not in the file yet, so nothing can be put into it.
  if (!knowledge.entryById.has(own)) return [{ kind: "drafted-twice" }];
  const isThere = ([language]: readonly [Language, unknown]) => texts[language] !== undefined;
  const missing = Object.fromEntries(others.filter((one) => !isThere(one)));
  const answer = texts[knowledge.languages[0]]?.answer ?? addition.texts.answer;
  const more = { ...addition, texts: { ...addition.texts, answer }, translations: missing, asked };
  return [
    ...others
      .filter(isThere)
      .map(([language]): AdditionProblem => ({ kind: "translated-otherwise", entry: own, language })),
    ...furtherProblems(more, knowledge, known, own),
  ];
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
