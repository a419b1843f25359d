import type { Footnote } from "../reply.js";
import { escapeWithin } from "./text.js";

/** A longer link would leave too little for the rest of its footnote. */
const MAX_LINK = 300;

/** Footnotes, a line each, in ever shorter forms until they fit: without quotations, then without titles. */
export function footnotesWithin(notes: readonly Footnote[], limit: number): string {
  const forms: ((note: Footnote) => string)[] = [
    (note) => `${head(note, 1000)}${quoted(note, 400)}${link(note)}`,
    (note) => `${head(note, 200)}${quoted(note, 150)}${link(note)}`,
    (note) => head(note, 100),
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

function head({ mark, publisher, title, date, place }: Footnote, limit: number): string {
  return `\\[${mark}\\] ${escapeWithin(publisher, limit)}, “${escapeWithin(title, limit)}”, ${escapeWithin(date, 60)}, ${escapeWithin(place, 60)}`;
}

function quoted({ quote }: Footnote, limit: number): string {
  return quote === undefined ? "" : `: “${escapeWithin(quote, limit)}”`;
}

/** The link where it leads to the web and is not too long; what could end it or mention somebody is percent-encoded. */
function link({ url }: Footnote): string {
  const web = url !== undefined && URL.canParse(url) ? new URL(url) : undefined;
  if (!web || !["http:", "https:"].includes(web.protocol) || web.username !== "" || web.password !== "") return "";
  const shown = web.href.replace(/[@\\]/g, encodeURIComponent);
  return shown.length > MAX_LINK ? "" : ` <${shown}>`;
}
