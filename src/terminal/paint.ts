import { controls } from "../control-phrases.js";
import { numberedIn } from "../numbered.js";
import { phrases } from "../phrases.js";
import {
  type CardReply,
  choicesIn,
  type Footnote,
  type ListReply,
  type MarkedStatement,
  type Reply,
} from "../reply.js";
import { footnoteText } from "../reply-text.js";
import { whyLines } from "../why-text.js";
import { terminalWords } from "./words.js";

/** Puts colours on terminal text, or leaves it plain. */
export interface Paint {
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
}

/** What is shown besides the reply itself; by default nothing. */
export interface Besides {
  /** The reasons for it. */
  readonly why?: boolean;
  /** Its actions and what it lets people select, with the numbers that pick them. */
  readonly actions?: boolean;
}

/** Colours, or none: for pipes and `NO_COLOR`. */
export function paintFor(coloured: boolean): Paint {
  const wrap = (code: number) => (text: string) => (coloured ? `\u001b[${code}m${text}\u001b[0m` : text);
  return { strong: wrap(1), faint: wrap(2) };
}

/** A reply for a terminal: statements with their marks, footnotes below, choices numbered; `\n` between lines. */
export function showReply(reply: Reply, paint: Paint, { why = false, actions = false }: Besides = {}): string {
  return [
    ...linesOf(reply, paint),
    ...(actions ? actionsOf(reply, paint) : []),
    ...(why ? reasonsOf(reply, paint) : []),
  ]
    .map(printable)
    .join("\n");
}

function linesOf(reply: Reply, paint: Paint): string[] {
  const words = phrases(reply.language);
  const taken = "readAs" in reply && reply.readAs !== undefined ? [paint.faint(words.takenAs(reply.readAs))] : [];
  switch (reply.kind) {
    case "answer":
      return [
        ...(reply.title === undefined ? [] : [paint.strong(reply.title)]),
        ...taken,
        ...(reply.notStated ? [paint.strong(words.notStated)] : []),
        ...(reply.fromText ? [paint.strong(words.fromText)] : []),
        ...(reply.corrects ? [paint.strong(words.corrects)] : []),
        ...reply.statements.map((statement) => stated(statement, paint)),
        "",
        ...notesOf(reply.footnotes, paint),
        ...(reply.related.length > 0 ? ["", paint.faint(`${words.related}:`), ...questionsOf(reply)] : []),
      ];
    case "choices":
      return [...taken, paint.strong(words.didYouMean), ...questionsOf(reply), paint.faint(words.pickByNumber)];
    case "unknown":
      return [...taken, ...reply.lines, ...questionsOf(reply)];
    case "notice":
      return [
        ...(reply.title === undefined ? [] : [paint.strong(reply.title)]),
        ...reply.lines,
        ...apart(reply.file === undefined ? [] : reply.file.text.split("\n")),
        ...questionsOf(reply),
      ];
    case "card":
      return cardLines(reply, paint);
    case "list":
      return listLines(reply, paint);
    case "form":
      return [paint.strong(reply.title), ...reply.fields.map(({ label }) => `- ${label}`)];
  }
}

function cardLines(reply: CardReply, paint: Paint): string[] {
  const { title, subtitle, rows, footnotes, copy, paging, language } = reply;
  return [
    paint.strong(title),
    ...(subtitle === undefined ? [] : [paint.faint(subtitle)]),
    ...(paging === undefined ? [] : [paint.faint(controls(language).page(paging.page, paging.pages))]),
    ...rows.flatMap(({ label, statements }) => [
      "",
      paint.strong(label),
      ...statements.map(
        ({ of, named = [], ...own }) =>
          `  ${of === undefined ? "" : `${of}: `}${named.map(({ id }) => `${id} `).join("")}${stated(own, paint)}`,
      ),
    ]),
    ...apart(notesOf(footnotes, paint)),
    ...apart(copy === undefined ? [] : copy.split("\n")),
    ...offeredIn(reply, paint),
  ];
}

function listLines(reply: ListReply, paint: Paint): string[] {
  const { title, lines = [], items, footnotes, paging, picture, language } = reply;
  const words = controls(language);
  return [
    paint.strong(title),
    ...(paging === undefined ? [] : [paint.faint(words.page(paging.page, paging.pages))]),
    ...lines,
    ...(picture === undefined ? [] : [paint.faint(words.picture(picture.alt))]),
    ...items.map(
      ({ label, ...own }) => `- ${label === undefined ? "" : `${paint.strong(label)} `}${stated(own, paint)}`,
    ),
    ...apart(notesOf(footnotes, paint)),
    ...offeredIn(reply, paint),
  ];
}

function offeredIn(reply: CardReply | ListReply, paint: Paint): string[] {
  const heading = reply.offering ?? phrases(reply.language).related;
  return apart(reply.choices.length === 0 ? [] : [paint.faint(`${heading}:`), ...questionsOf(reply)]);
}

function stated({ text, marks }: MarkedStatement, paint: Paint): string {
  return marks.length === 0 ? text : `${text} ${paint.faint(marks.map((mark) => `[${mark}]`).join(""))}`;
}

function notesOf(footnotes: readonly Footnote[], paint: Paint): string[] {
  return footnotes.map((note) => paint.faint(`  [${note.mark}] ${footnoteText(note)}`));
}

function questionsOf(reply: Reply): string[] {
  return choicesIn(reply).map(({ question }, i) => `  ${i + 1}. ${question}`);
}

function actionsOf(reply: Reply, paint: Paint): string[] {
  const lines = numberedIn(reply).map(({ label, leads }, i) => ({ leads, line: `  ${i + 1}. ${label}` }));
  const under = (heading: string, isSelect: boolean) => {
    const own = lines.filter(({ leads }) => leads && leads.values.length > 0 === isSelect).map(({ line }) => line);
    return own.length === 0 ? [] : ["", paint.faint(`${heading.replace(/:$/, "")}:`), ...own];
  };
  const isAlone = choicesIn(reply).length === 0 && !reply.select;
  const done = under(isAlone ? terminalWords(reply.language).choose : controls(reply.language).alsoHere, false);
  const selected = under(reply.select?.prompt ?? "", true);
  return reply.select?.listed ? [...selected, ...done] : [...done, ...selected];
}

function reasonsOf(reply: Reply, paint: Paint): string[] {
  if (!("why" in reply) || !reply.why) return [];
  const { whyThis, whyThisAnswer } = phrases(reply.language);
  const title = reply.kind === "answer" ? whyThisAnswer : whyThis;
  return ["", paint.strong(title), ...whyLines(reply.why).map((line) => paint.faint(`  ${line}`))];
}

function apart(lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ["", ...lines];
}

/** Takes out control characters that a text may bring, but not the colours put on here. */
function printable(line: string): string {
  return line.replace(/\u001b\[(?:0|1|2)m|[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, (found) =>
    found.length > 1 ? found : "",
  );
}
