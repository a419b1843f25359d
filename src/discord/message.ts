import { type APIMessageTopLevelComponent, ComponentType, MessageFlags } from "discord.js";
import { controls } from "../control-phrases.js";
import { phrases } from "../phrases.js";
import type { AnswerReply, CardReply, Choice, Footnote, ListReply, Named, Picture, TextFile, Told } from "../reply.js";
import { bodyWithin, type Piece } from "./body.js";
import { type Button, controlRows } from "./controls.js";
import {
  MAX_BUTTONS_IN_ROW,
  MAX_FILE,
  MAX_PICTURE_DESCRIPTION,
  MAX_SELECT_OPTIONS,
  MAX_TEXT_OF_MESSAGE,
} from "./limits.js";
import { footnotesWithin } from "./notes.js";
import { cut, escapeWithin } from "./text.js";

/** A message as Discord takes it: Components V2, no mention. */
export interface Message {
  readonly flags: typeof MessageFlags.IsComponentsV2;
  readonly components: APIMessageTopLevelComponent[];
  readonly files: { readonly attachment: Buffer; readonly name: string; readonly description: string }[];
  readonly allowedMentions: { readonly parse: []; readonly repliedUser: false };
}

/** What an adapter adds to a reply. */
export interface Frame {
  /** The knowledge's version, for the ids of the controls. */
  readonly version: string;
  /** A line before everything else, such as that the knowledge has changed. */
  readonly lead?: string;
  readonly buttons?: readonly Button[];
}

/** What of the message's text is kept for the bot's own short words, those of a shared copy too. */
const RESERVED = 500;
/** What the line that an adapter puts first may take. */
const MAX_LEAD = 200;
/** What the footnotes may take of the rest; the statements get what they leave. */
const FOOTNOTES_SHARE = 0.6;
/** What the line that says how a follow-up was read may take. */
const MAX_TAKEN = 400;
/** What each of the questions to choose from may take. */
const MAX_LISTED = 300;
/** What a title, a label or a line of the bot's own may take. */
const MAX_TITLE = 150;
const MAX_LABEL = 60;
/** What a text to copy may take. */
const MAX_COPY = 1000;
/** What the questions under a heading of their own, and what can be selected, may take together: footnotes need the rest. */
const MAX_OFFERED = 1500;
/** What each of the questions under a heading of their own may take. */
const MAX_OFFERED_QUESTION = 140;

/** Renders a reply within Discord's limits: text is shortened before a citation is. */
export function toMessage(reply: Told, { version, lead, buttons }: Frame): Message {
  const before = lead === undefined ? [] : [text(`-# ${oneLine(lead, MAX_LEAD)}`)];
  const picture = reply.kind === "list" ? reply.picture : undefined;
  const files = [
    ...(picture === undefined ? [] : [fileOf(picture)]),
    ...(reply.kind !== "notice" || reply.file === undefined ? [] : [textFileOf(reply.file)]),
  ];
  return {
    flags: MessageFlags.IsComponentsV2,
    components: [...before, ...textsOf(reply), ...controlRows(reply, version, buttons)],
    files,
    allowedMentions: { parse: [], repliedUser: false },
  };
}

function textsOf(reply: Told): APIMessageTopLevelComponent[] {
  const offered = offeredIn(reply);
  const more = [offered, listedIn(reply, MAX_OFFERED - offered.length)].filter((one) => one !== "");
  const room = MAX_TEXT_OF_MESSAGE - RESERVED - more.join("").length;
  return [...ownTexts(reply, room), ...more.map(text)];
}

function ownTexts(reply: Told, room: number): APIMessageTopLevelComponent[] {
  switch (reply.kind) {
    case "answer":
      return answerTexts(reply, room);
    case "card":
      return cardTexts(reply, room);
    case "list":
      return listTexts(reply, room);
    case "choices":
      return [text(`${takenAs(reply)}**${phrases(reply.language).didYouMean}**\n${numbered(reply.choices)}`)];
    case "unknown":
      return [text(takenAs(reply) + linesWithin(reply.lines, room - MAX_TAKEN))];
    case "notice": {
      const title = reply.title === undefined ? "" : `**${oneLine(reply.title, MAX_TITLE)}**\n`;
      const file = reply.file === undefined ? [] : [attached(textFileOf(reply.file))];
      return [text(title + linesWithin(reply.lines, room - title.length)), ...file];
    }
  }
}

function answerTexts(reply: AnswerReply, room: number): APIMessageTopLevelComponent[] {
  const words = phrases(reply.language);
  const kind = reply.notStated
    ? words.notStated
    : reply.fromText
      ? words.fromText
      : reply.corrects
        ? words.corrects
        : undefined;
  const title = reply.title === undefined ? "" : `### ${oneLine(reply.title, MAX_TITLE)}\n`;
  const head = title + takenAs(reply) + (kind === undefined ? "" : `**${kind}**\n`);
  return withFootnotes(head, spaced(reply.statements), reply.footnotes, room);
}

function cardTexts(reply: CardReply, room: number): APIMessageTopLevelComponent[] {
  const { title, subtitle, rows, footnotes, copy } = reply;
  const kind = subtitle === undefined ? "" : `\n-# ${oneLine(subtitle, MAX_TITLE)}`;
  const head = `### ${oneLine(title, MAX_TITLE)}${kind}${pageLine(reply)}`;
  const pieces = rows.flatMap(({ label, statements }) => {
    const name = `\n**${oneLine(label, MAX_LABEL)}**`;
    if (statements.length === 0) return [{ before: name, text: "", marks: [] }];
    return statements.map(({ of, named = [], text: own, marks }, i): Piece => {
      const whose = of === undefined ? "" : `${oneLine(of, MAX_LABEL)}\\: `;
      const before = `${i === 0 ? `${name}\n` : of === undefined ? " " : "\n"}${whose}${namedIn(named)}`;
      return { before, text: own, marks };
    });
  });
  const copied = copy === undefined ? "" : `\`\`\`\n${copyWithin(copy, MAX_COPY) || "…"}\n\`\`\``;
  return [...withFootnotes(head, pieces, footnotes, room - copied.length), ...(copied === "" ? [] : [text(copied)])];
}

/** Channels and roles as Discord shows their names; nobody is called by it, for a message mentions nobody. */
function namedIn(named: readonly Named[]): string {
  return named
    .filter(({ id }) => /^\d{1,20}$/.test(id))
    .map(({ kind, id }) => `<${kind === "channel" ? "#" : "@&"}${id}> `)
    .join("");
}

function listTexts(reply: ListReply, room: number): APIMessageTopLevelComponent[] {
  const { title, lines = [], items, footnotes, picture } = reply;
  const head = `### ${oneLine(title, MAX_TITLE)}${pageLine(reply)}${lines.length === 0 ? "" : `\n${linesWithin(lines, 600)}`}`;
  const pieces = items.map(({ label, text: own, marks }): Piece => {
    const name = label === undefined ? "" : `**${oneLine(label, MAX_LABEL)}** `;
    return { before: `\n- ${name}`, text: own.replace(/\s+/g, " "), marks };
  });
  const drawn = picture === undefined ? [] : [gallery(picture)];
  return [...drawn, ...withFootnotes(head, pieces, footnotes, room)];
}

function pageLine({ paging, language }: CardReply | ListReply): string {
  return paging === undefined ? "" : `\n-# ${oneLine(controls(language).page(paging.page, paging.pages), MAX_LABEL)}`;
}

/** A body and, set apart, its footnotes, both within the room. */
function withFootnotes(
  head: string,
  pieces: readonly Piece[],
  footnotes: readonly Footnote[],
  room: number,
): APIMessageTopLevelComponent[] {
  const notes = footnotesWithin(footnotes, Math.floor((room - head.length) * FOOTNOTES_SHARE));
  const body = text(head + bodyWithin(pieces, room - head.length - notes.length));
  return footnotes.length === 0 ? [body] : [body, { type: ComponentType.Separator }, text(notes)];
}

function spaced(statements: AnswerReply["statements"]): Piece[] {
  return statements.map(({ text: own, marks }, i) => ({ before: i === 0 ? "" : " ", text: own, marks }));
}

function gallery(picture: Picture): APIMessageTopLevelComponent {
  const { name, description } = fileOf(picture);
  return { type: ComponentType.MediaGallery, items: [{ media: { url: `attachment://${name}` }, description }] };
}

function fileOf({ png, alt, fileName }: Picture): Message["files"][number] {
  const name = /^[a-z0-9][a-z0-9-]{0,40}\.png$/.test(fileName) ? fileName : "picture.png";
  return { attachment: Buffer.from(png), name, description: cut(alt, MAX_PICTURE_DESCRIPTION) || name };
}

/** A text as a file; what is longer than Discord takes is cut. */
function textFileOf({ text: own, fileName }: TextFile): Message["files"][number] {
  const name = /^[a-z0-9][a-z0-9-]{0,40}\.(?:json|txt)$/.test(fileName) ? fileName : "file.txt";
  return { attachment: Buffer.from(own).subarray(0, MAX_FILE), name, description: name };
}

function attached({ name }: Message["files"][number]): APIMessageTopLevelComponent {
  return { type: ComponentType.File, file: { url: `attachment://${name}` } };
}

/** How a follow-up was read, in one short line. */
function takenAs({ readAs, language }: { readonly readAs?: string; readonly language: string }): string {
  return readAs === undefined ? "" : `-# ${oneLine(phrases(language).takenAs(readAs), MAX_TAKEN)}\n`;
}

/** A text to copy, its lines cut alike where they are too long together; nothing in it ends the block. */
function copyWithin(copy: string, limit: number): string {
  const lines = copy
    .replaceAll("`", "'")
    .split("\n", 20)
    .filter((line) => line.trim() !== "");
  return lines.map((line) => cut(line, Math.floor(limit / lines.length) - 1)).join("\n");
}

/** The questions of a card or list under their own heading, in full, by the numbers of their buttons. */
function offeredIn(reply: Told): string {
  if ((reply.kind !== "card" && reply.kind !== "list") || reply.offering === undefined) return "";
  if (reply.choices.length === 0) return "";
  return `**${oneLine(reply.offering, MAX_LABEL)}**\n${numbered(reply.choices, MAX_OFFERED_QUESTION)}`;
}

/** What can be selected, by number and in full, where that is what the reply is about. */
function listedIn({ select }: Told, limit: number): string {
  if (!select?.listed) return "";
  const pieces = select.options.slice(0, MAX_SELECT_OPTIONS).map(({ label, description }, i): Piece => {
    const about = description === undefined ? "" : ` (${description})`;
    return { before: `${i === 0 ? "" : "\n"}${i + 1}\\. `, text: `${label}${about}`.replace(/\s+/g, " "), marks: [] };
  });
  return bodyWithin(pieces, limit);
}

/** The questions of the buttons in full, by the numbers that pick them. */
function numbered(choices: readonly Choice[], most = MAX_LISTED): string {
  return choices
    .slice(0, MAX_BUTTONS_IN_ROW)
    .map(({ question }, i) => `${i + 1}. ${oneLine(question, most)}`)
    .join("\n");
}

function text(content: string): APIMessageTopLevelComponent {
  return { type: ComponentType.TextDisplay, content: content.trim() === "" ? "…" : content };
}

function oneLine(plain: string, limit: number): string {
  return escapeWithin(plain.replace(/\s+/g, " "), limit);
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
