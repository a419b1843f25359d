/** A language code as `knowledge.yaml` lists them, such as `"en"`. */
export type Language = string;

/** A place in a source: `{ source: "xinhua-2016", paragraph: 4, quote: "Feb. 22-23 technical meeting" }`; paragraph 0 is the record. */
export interface Citation {
  readonly source: string;
  readonly paragraph: number;
  readonly quote?: string;
}

/** What a question asks for; decides the kind of a question and the rows of a comparison. */
export type Aspect = (typeof ASPECTS)[number];
export const ASPECTS = ["who", "what", "when", "where", "why", "how-many"] as const;

/** An entry's texts in one language; `answer[i]` belongs to the citations of the i-th statement. */
export interface EntryTexts {
  readonly question: string;
  readonly also: readonly string[];
  readonly answer: readonly string[];
}

/** One curated question: its texts by language, its citations by statement, and what it is about. */
export interface Entry {
  readonly id: string;
  /** The name of its file without the ending. */
  readonly topic: string;
  /** By language; the knowledge's default language is always there. */
  readonly texts: Readonly<Record<Language, EntryTexts>>;
  readonly citations: readonly (readonly Citation[])[];
  readonly aspect?: Aspect;
  /** The dated fact: `"2016"`, `"2016-02"`, `"2016-02-22"` or `"2016-02-22/2016-02-23"`. */
  readonly when?: string;
  /** Ids of entities. */
  readonly about: readonly string[];
  /** Ids of related entries. */
  readonly see: readonly string[];
  /** True where the answer is that the sources do not say. */
  readonly notStated: boolean;
}

/** An article: its record and, for a full-text source, its text. */
export interface Source {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  /** `"2016-02-25"`, `"2016-02"` or `"2016"`; absent where unknown. */
  readonly published?: string;
  readonly language: Language;
  readonly url?: string;
  readonly rights: string;
  /** SHA-256 of each paragraph in lower-case hex; for cited-only sources. */
  readonly fingerprints: readonly string[];
  /** The text of paragraph n at n - 1; empty for cited-only sources. */
  readonly paragraphs: readonly string[];
}

export type EntityKind = (typeof ENTITY_KINDS)[number];
export const ENTITY_KINDS = ["person", "organisation", "place", "event"] as const;

/** A name and its other forms in one language. */
export interface EntityNames {
  readonly name: string;
  readonly aliases: readonly string[];
}

/** A person, organisation, place or event that entries are about. */
export interface Entity {
  readonly id: string;
  readonly kind: EntityKind;
  /** By language; the default language is always there. */
  readonly names: Readonly<Record<Language, EntityNames>>;
  /** The id of the entry that is its card. */
  readonly entry?: string;
}

/** A group of words or phrases that mean the same, such as `["usa", "united states", "america"]`. */
export type Equivalents = readonly string[];

/** What a knowledge is called and what it is about; the description may be empty. */
export interface Heading {
  readonly title: string;
  readonly description: string;
}

/** A loaded folder: immutable, entries and entities sorted by id so that the order of files and entries changes nothing. */
export interface Knowledge {
  /** By language; the default language's is always there. */
  readonly headings: Readonly<Record<Language, Heading>>;
  /** At least one; the first is the default. */
  readonly languages: readonly Language[];
  readonly sources: ReadonlyMap<string, Source>;
  readonly entries: readonly Entry[];
  readonly entryById: ReadonlyMap<string, Entry>;
  readonly entities: ReadonlyMap<string, Entity>;
  /** By topic and language, in the curator's order: `{ "talks-2016": { en: "The talks", es: "Las conversaciones" } }`; not every topic has any. */
  readonly topicTitles: Readonly<Record<string, Readonly<Record<Language, string>>>>;
  readonly words: Readonly<Record<Language, readonly Equivalents[]>>;
  /** Twelve hex digits of a hash over the folder's files, such as `"3f9a0c12d4e5"`. */
  readonly version: string;
}

/** Something wrong in a folder, with the way out: `entries/talks.yaml:12 answer.0.cites: …`. */
export interface Problem {
  /** Relative to the folder, such as `"entries/talks.yaml"`. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** Such as `"answer.0.cites"`; empty where the whole file is meant. */
  readonly field: string;
  readonly problem: string;
}

/** The highest paragraph number of a source: 0 where it has neither text nor fingerprints. */
export function paragraphCount(source: Source): number {
  return Math.max(source.paragraphs.length, source.fingerprints.length);
}

/** The entry's texts in a language, or in the default one where they are missing; says which it is. */
export function textsOf(entry: Entry, language: Language, fallback: Language): EntryTexts & { language: Language } {
  const own = entry.texts[language];
  return own ? { ...own, language } : { ...entry.texts[fallback], language: fallback };
}

/** What the knowledge is called in a language, or in the default one where the curator gave no other name. */
export function headingOf({ headings, languages }: Knowledge, language: Language): Heading {
  return headings[language] ?? headings[languages[0]];
}

/** `"entries/talks.yaml:12 answer.0.text: is missing; …"`, as problems are shown everywhere. */
export function showProblem({ file, line, field, problem }: Problem): string {
  return `${file}:${line}${field ? ` ${field}` : ""}: ${problem}`;
}

/** The problems by file, then by line; those of one line stay as they were. */
export function inOrder(problems: readonly Problem[]): Problem[] {
  return [...problems].sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}
