import { showDate } from "./dates.js";
import type { Citation, Knowledge, Language } from "./knowledge/model.js";
import { phrases } from "./phrases.js";
import type { Footnote } from "./reply.js";

/** The footnotes of a reply while it is made: each citation gets its mark, the same one again where it comes again. */
export class Footnotes {
  /** In the order of their marks, from 1. */
  readonly notes: Footnote[] = [];
  private readonly markOf = new Map<string, number>();

  constructor(
    private readonly knowledge: Knowledge,
    private readonly language: Language,
  ) {}

  /** The marks of citations: `[1, 2]`. */
  marks(citations: readonly Citation[]): number[] {
    return citations.map((citation) => this.mark(citation));
  }

  private mark(citation: Citation): number {
    const key = `${citation.source} ${citation.paragraph} ${citation.quote ?? ""}`;
    const known = this.markOf.get(key);
    if (known !== undefined) return known;
    const next = this.notes.length + 1;
    this.markOf.set(key, next);
    this.notes.push(footnoteOf(this.knowledge, citation, next, this.language));
    return next;
  }
}

function footnoteOf(
  knowledge: Knowledge,
  { source: id, paragraph, quote }: Citation,
  mark: number,
  language: Language,
): Footnote {
  const source = knowledge.sources.get(id);
  if (!source) throw new Error(`a citation names the source "${id}", which loading should have refused`);
  const words = phrases(language);
  return {
    mark,
    publisher: source.publisher,
    title: source.title,
    date: source.published === undefined ? words.undated : showDate(source.published, language),
    place: paragraph === 0 ? words.record : words.paragraph(paragraph),
    ...(quote === undefined ? {} : { quote }),
    ...(source.url === undefined ? {} : { url: source.url }),
  };
}
