import { type APIMessageTopLevelComponent, ButtonStyle, ComponentType, MessageFlags } from "discord.js";
import { phrases } from "../phrases.js";
import type { Choice, Footnote, Reply } from "../reply.js";
import { parsePickId, pickId } from "./custom-id.js";
import { MAX_BUTTON_LABEL, MAX_BUTTONS_IN_ROW, MAX_TEXT_OF_MESSAGE } from "./limits.js";
import { cut, escapeMarkup, escapeWithin } from "./text.js";

/** A message as Discord takes it: Components V2, no mention. */
export interface Message {
  readonly flags: typeof MessageFlags.IsComponentsV2;
  readonly components: APIMessageTopLevelComponent[];
  readonly allowedMentions: { readonly parse: []; readonly repliedUser: false };
}

/** What of the message's text is kept for the bot's own short words. */
const RESERVED = 200;
/** What the footnotes may take of the rest; the statements get what they leave. */
const FOOTNOTES_SHARE = 0.6;
/** What the line that says how a follow-up was read may take. */
const MAX_TAKEN = 400;
/** What each of the questions to choose from may take. */
const MAX_LISTED = 300;
/** A longer link would leave too little for the rest of its footnote. */
const MAX_LINK = 300;

/** Renders a reply within Discord's limits: text is shortened before a citation is. `version` is the knowledge's, for the buttons. */
export function toMessage(reply: Reply, version: string): Message {
  return {
    flags: MessageFlags.IsComponentsV2,
    components: componentsOf(reply, version),
    allowedMentions: { parse: [], repliedUser: false },
  };
}

function componentsOf(reply: Reply, version: string): APIMessageTopLevelComponent[] {
  const words = phrases(reply.language);
  const room = MAX_TEXT_OF_MESSAGE - RESERVED;
  switch (reply.kind) {
    case "answer": {
      const notes = footnotesWithin(reply.footnotes, Math.floor(room * FOOTNOTES_SHARE));
      const kind = reply.notStated
        ? words.notStated
        : reply.fromText
          ? words.fromText
          : reply.corrects
            ? words.corrects
            : undefined;
      const stated = kind === undefined ? "" : `**${kind}**\n`;
      const lead = takenAs(reply) + stated;
      const body = statementsWithin(reply.statements, room - notes.length - lead.length);
      return [text(lead + body), { type: ComponentType.Separator }, text(notes), ...buttons(reply.related, version)];
    }
    case "choices":
      return [
        text(`${takenAs(reply)}**${words.didYouMean}**\n${numbered(reply.choices)}`),
        ...buttons(reply.choices, version),
      ];
    case "unknown":
      return [text(takenAs(reply) + linesWithin(reply.lines, room - MAX_TAKEN)), ...buttons(reply.choices, version)];
    case "notice": {
      const title = reply.title === undefined ? "" : `**${escapeWithin(reply.title, RESERVED - 10)}**\n`;
      return [text(title + linesWithin(reply.lines, room)), ...buttons(reply.choices, version)];
    }
  }
}

/** How a follow-up was read, in one short line. */
function takenAs({ readAs, language }: { readonly readAs?: string; readonly language: string }): string {
  return readAs === undefined
    ? ""
    : `-# ${escapeWithin(phrases(language).takenAs(readAs).replace(/\s+/g, " "), MAX_TAKEN)}\n`;
}

/** The questions of the buttons in full, by the numbers that pick them. */
function numbered(choices: readonly Choice[]): string {
  return choices
    .slice(0, MAX_BUTTONS_IN_ROW)
    .map(({ question }, i) => `${i + 1}. ${escapeWithin(question.replace(/\s+/g, " "), MAX_LISTED)}`)
    .join("\n");
}

function text(content: string): APIMessageTopLevelComponent {
  return { type: ComponentType.TextDisplay, content: content.trim() === "" ? "…" : content };
}

/** A row of buttons, one for each question; Discord shows at most five. One that could not be read when it is pressed is left out. */
function buttons(choices: readonly Choice[], version: string): APIMessageTopLevelComponent[] {
  const shown = choices
    .map(({ entry, question }, i) => ({
      id: pickId(version, entry),
      label: cut(`${i + 1}. ${cut(question, MAX_BUTTON_LABEL) || entry}`, MAX_BUTTON_LABEL),
    }))
    .filter(({ id }, i, all) => parsePickId(id) && all.findIndex((other) => other.id === id) === i)
    .slice(0, MAX_BUTTONS_IN_ROW);
  if (shown.length === 0) return [];
  return [
    {
      type: ComponentType.ActionRow,
      components: shown.map(({ id, label }) => ({
        type: ComponentType.Button,
        style: ButtonStyle.Secondary,
        label,
        custom_id: id,
      })),
    },
  ];
}

function statementsWithin(statements: readonly { text: string; marks: readonly number[] }[], limit: number): string {
  const marksOf = (marks: readonly number[]) => marks.map((mark, i) => `${i === 0 ? " " : ""}\\[${mark}\\]`);
  const whole = statements.map(({ text: own, marks }) => escapeMarkup(own) + marksOf(marks).join("")).join(" ");
  if (whole.length <= limit) return whole;
  const allMarks = statements.reduce((sum, { marks }) => sum + marksOf(marks).join("").length + 1, 0);
  const each = Math.max(1, Math.floor((limit - allMarks) / statements.length));
  // Only where even the marks alone are too many is anything left out, and then between two of them.
  let kept = "";
  for (const part of statements.flatMap(({ text: own, marks }, i) => [
    `${i === 0 ? "" : " "}${escapeWithin(own, each)}`,
    ...marksOf(marks),
  ])) {
    if (kept.length + part.length + 1 > limit) return `${kept}…`;
    kept += part;
  }
  return kept;
}

/** Footnotes, a line each, in ever shorter forms until they fit: without quotations, then without titles. */
function footnotesWithin(notes: readonly Footnote[], limit: number): string {
  const forms: ((note: Footnote) => string)[] = [
    (note) => `${head(note, 1000)}${quoted(note, 400)}${link(note)}`,
    (note) => `${head(note, 200)}${quoted(note, 150)}${link(note)}`,
    (note) => head(note, 100),
    (note) => `\\[${note.mark}\\] ${escapeWithin(note.publisher, 20)}, ${escapeWithin(note.place, 20)}`,
    (note) => `\\[${note.mark}\\]`,
  ];
  for (const form of forms) {
    const lines = notes.map((note) => `-# ${form(note).replace(/\n+/g, " ")}`).join("\n");
    if (lines.length <= limit) return lines;
  }
  return `-# \\[1\\]–\\[${notes.length}\\]`;
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

function linesWithin(lines: readonly string[], limit: number): string {
  let all = "";
  for (const line of lines) {
    const room = limit - all.length - 1;
    if (room < 2) break;
    all += `${all === "" ? "" : "\n"}${escapeWithin(line, room)}`;
  }
  return all;
}
