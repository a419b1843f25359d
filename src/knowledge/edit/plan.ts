import {
  type AddedTexts,
  type Addition,
  type AdditionProblem,
  askedProblems,
  type EntryAddition,
  entryProblems,
  translationProblems,
  wordingProblems,
} from "../addition.js";
import type { Files } from "../files.js";
import type { Entry, Knowledge, Language } from "../model.js";
import type { FileAdditions } from "./entries-file.js";
import { KnownTexts } from "./known-texts.js";
import { idFor, isSame, type WrittenEntry, writtenEntry } from "./new-entry.js";

/** An addition with the id of its draft. */
export interface Exported {
  readonly id: string;
  readonly addition: Addition;
}

/** A draft that cannot be written, and all that is wrong with it. */
export interface LeftOut {
  readonly id: string;
  readonly problems: readonly AdditionProblem[];
}

/** The file of entries that belong to no other. */
const COMMUNITY = "entries/community.yaml";

interface MutableAdditions extends FileAdditions {
  readonly wordings: Map<string, { language: Language; wording: string }[]>;
  readonly translations: Map<string, Record<Language, AddedTexts>>;
  readonly entries: WrittenEntry[];
}

/** Where each draft goes, and why some go nowhere. */
export function planFor(knowledge: Knowledge, files: Files, drafts: readonly Exported[]) {
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
