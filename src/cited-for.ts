import type { Citation, Entry, Knowledge } from "./knowledge/model.js";

/** What a source is cited for. */
export interface CitedFor {
  readonly entries: readonly Entry[];
  /** How many of its paragraphs are cited, the record not counted. */
  readonly paragraphs: number;
}

/** The entries that cite a source, and how many of its paragraphs they cite. */
export function citedFor({ entries }: Knowledge, source: string): CitedFor {
  const isOwn = (citation: Citation) => citation.source === source;
  const citing = entries.filter(({ citations }) => citations.flat().some(isOwn));
  const cited = citing.flatMap(({ citations }) => citations.flat().filter(isOwn));
  return {
    entries: citing,
    paragraphs: new Set(cited.map(({ paragraph }) => paragraph).filter((number) => number > 0)).size,
  };
}
