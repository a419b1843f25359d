import type { Footnote } from "../reply.js";
import { escapeWithin } from "./text.js";

/** A longer link would leave too little for the rest of its footnote. */
const MAX_LINK = 300;

/**
 * Footnotes, a line each, in ever shorter forms until they fit: without quotations, then without titles. A source's title and link stand
 * in the first of its footnotes alone: a phone shows three of them where it would show one.
 */
export function footnotesWithin(notes: readonly Footnote[], limit: number): string {
  const titled = titledOf(notes);
  const forms: ((note: Footnote) => string)[] = [
    (note) => `${head(note, 1000, titled)}${quoted(note, 400)}${link(note, titled)}`,
    (note) => `${head(note, 200, titled)}${quoted(note, 150)}${link(note, titled)}`,
    (note) => head(note, 100, titled),
    (note) => `\\[${note.mark}\\] ${escapeWithin(note.publisher, 20)}, ${escapeWithin(note.place, 20)}`,
    (note) => `\\[${note.mark}\\]`,
  ];
  for (const form of forms) {
    const lines = linesWithin(notes, form, limit);
    if (lines !== undefined) return lines;
  }
  return `-# \\[1\\]–\\[${notes.length}\\]`;
}

/** A line for each; undefined as soon as they are too long. */
function linesWithin(notes: readonly Footnote[], form: (note: Footnote) => string, limit: number): string | undefined {
  let all = "";
  for (const note of notes) {
    all += `${all === "" ? "" : "\n"}-# ${form(note).replace(/\n+/g, " ")}`;
    if (all.length > limit) return undefined;
  }
  return all;
}

/** The footnotes that need their title: the first of each source, and all where publisher and date do not tell two sources apart. */
function titledOf(notes: readonly Footnote[]): ReadonlySet<Footnote> {
  const shortOf = ({ publisher, date }: Footnote) => JSON.stringify([publisher, date]);
  const sourceOf = ({ title, url, ...note }: Footnote) => JSON.stringify([shortOf({ title, ...note }), title, url]);
  const [sources, sourcesByShort] = [new Set<string>(), new Map<string, Set<string>>()];
  for (const note of notes) {
    const known = sourcesByShort.get(shortOf(note)) ?? new Set();
    sourcesByShort.set(shortOf(note), known.add(sourceOf(note)));
  }
  return new Set(
    notes.filter((note) => {
      const isFirst = sources.size < sources.add(sourceOf(note)).size;
      return isFirst || (sourcesByShort.get(shortOf(note))?.size ?? 0) > 1;
    }),
  );
}

function head(note: Footnote, limit: number, titled: ReadonlySet<Footnote>): string {
  const { mark, publisher, title, date, place } = note;
  const named = titled.has(note) ? `, “${escapeWithin(title, limit)}”` : "";
  return `\\[${mark}\\] ${escapeWithin(publisher, limit)}${named}, ${escapeWithin(date, 60)}, ${escapeWithin(place, 60)}`;
}

function quoted({ quote }: Footnote, limit: number): string {
  return quote === undefined ? "" : `: “${escapeWithin(quote, limit)}”`;
}

/** The link where it leads to the web and is not too long; what could end it or mention somebody is percent-encoded. */
function link(note: Footnote, titled: ReadonlySet<Footnote>): string {
  const { url } = note;
  if (!titled.has(note)) return "";
  const web = url !== undefined && URL.canParse(url) ? new URL(url) : undefined;
  if (!web || !["http:", "https:"].includes(web.protocol) || web.username !== "" || web.password !== "") return "";
  const shown = web.href.replace(/[@\\]/g, encodeURIComponent);
  return shown.length > MAX_LINK ? "" : ` <${shown}>`;
}
