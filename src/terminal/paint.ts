import { phrases } from "../phrases.js";
import type { Reply } from "../reply.js";
import { footnoteText } from "../reply-text.js";
import { whyLines } from "../why-text.js";

/** Puts colours on terminal text, or leaves it plain. */
export interface Paint {
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
}

/** Colours, or none: for pipes and `NO_COLOR`. */
export function paintFor(coloured: boolean): Paint {
  const wrap = (code: number) => (text: string) => (coloured ? `\u001b[${code}m${text}\u001b[0m` : text);
  return { strong: wrap(1), faint: wrap(2) };
}

/**
 * A reply for a terminal: statements with their marks, footnotes below, choices numbered, and the reasons for it where they were
 * asked for; `\n` between lines.
 */
export function showReply(reply: Reply, paint: Paint, withWhy = false): string {
  const why = withWhy ? reasonsOf(reply, paint) : [];
  return [...linesOf(reply, paint), ...why].map(printable).join("\n");
}

function linesOf(reply: Reply, paint: Paint): string[] {
  const words = phrases(reply.language);
  const numbered = (choices: readonly { question: string }[]) =>
    choices.map(({ question }, i) => `  ${i + 1}. ${question}`);
  const taken = "readAs" in reply && reply.readAs !== undefined ? [paint.faint(words.takenAs(reply.readAs))] : [];
  switch (reply.kind) {
    case "answer": {
      const statements = reply.statements.map(
        ({ text, marks }) => `${text} ${paint.faint(marks.map((mark) => `[${mark}]`).join(""))}`,
      );
      return [
        ...taken,
        ...(reply.notStated ? [paint.strong(words.notStated)] : []),
        ...(reply.fromText ? [paint.strong(words.fromText)] : []),
        ...(reply.corrects ? [paint.strong(words.corrects)] : []),
        ...statements,
        "",
        ...reply.footnotes.map((note) => paint.faint(`  [${note.mark}] ${footnoteText(note)}`)),
        ...(reply.related.length > 0 ? ["", paint.faint(`${words.related}:`), ...numbered(reply.related)] : []),
      ];
    }
    case "choices":
      return [...taken, paint.strong(words.didYouMean), ...numbered(reply.choices), paint.faint(words.pickByNumber)];
    case "unknown":
      return [...taken, ...reply.lines, ...numbered(reply.choices)];
    case "notice":
      return [
        ...(reply.title === undefined ? [] : [paint.strong(reply.title)]),
        ...reply.lines,
        ...numbered(reply.choices),
      ];
  }
}

function reasonsOf(reply: Reply, paint: Paint): string[] {
  if (!("why" in reply) || !reply.why) return [];
  const { whyThis, whyThisAnswer } = phrases(reply.language);
  const title = reply.kind === "answer" ? whyThisAnswer : whyThis;
  return ["", paint.strong(title), ...whyLines(reply.why).map((line) => paint.faint(`  ${line}`))];
}

/** Takes out control characters that a text may bring, but not the colours put on here. */
function printable(line: string): string {
  return line.replace(/\u001b\[(?:0|1|2)m|[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, (found) =>
    found.length > 1 ? found : "",
  );
}
