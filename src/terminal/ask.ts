import type { Readable, Writable } from "node:stream";
import type { Answerer, Result } from "../answer/answerer.js";
import { type Why, whyOf } from "../answer/why.js";
import type { Knowledge } from "../knowledge/model.js";
import { choiceOf, replyOf } from "../replies.js";
import { plainText } from "../reply-text.js";
import { whyLines } from "../why-text.js";
import { type Paint, showReply } from "./paint.js";

/** What `npm run ask` was told: see DESIGN's batch interface in the README. */
export interface AskOptions {
  readonly json: boolean;
  readonly top: number | undefined;
  readonly why: boolean;
}

/** One line of `--json`. */
export interface AnswerLine {
  question: string;
  outcome: Result["outcome"];
  text: string;
  notStated: boolean;
  confidence: number;
  entries: string[];
  citations: { source: string; paragraph: number; quote?: string }[];
  passages?: true;
  candidates?: { entry: string; question: string; confidence: number }[];
  why?: string[];
  language: string;
  ms: number;
}

/** Answers questions one after the other, each on a line of JSON or for people. */
export async function askAll(
  answerer: Answerer,
  questions: AsyncIterable<string> | Iterable<string>,
  options: AskOptions,
  output: Writable,
  paint: Paint,
): Promise<void> {
  for await (const question of questions) {
    const line = options.json
      ? JSON.stringify(answerLine(answerer, question, options))
      : forPeople(answerer, question, options, paint);
    if (!output.write(`${line}\n`)) await new Promise((resolve) => output.once("drain", resolve));
  }
}

/**
 * The questions of a command line's arguments: `["who led it?", "when was it?"]` are two, for each has a space or a question mark at
 * its end; otherwise they are the words of one, `["who", "led", "it?"]`.
 */
export function questionsIn(args: readonly string[]): string[] {
  const areWhole = args.length > 1 && args.every((arg) => /\s/.test(arg.trim()) || arg.trim().endsWith("?"));
  return areWhole ? [...args] : [args.join(" ")];
}

/** Questions from a stream, one a line; only `\n` and `\r\n` end a line, an empty line is a question. */
export async function* linesFrom(input: Readable): AsyncGenerator<string> {
  let rest = "";
  input.setEncoding("utf8");
  for await (const chunk of input) {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) yield line.replace(/\r$/, "");
  }
  if (rest !== "") yield rest;
}

/** The answer to a question as the batch interface gives it. */
export function answerLine(
  answerer: Answerer,
  question: string,
  { top, why }: Pick<AskOptions, "top" | "why">,
): AnswerLine {
  const start = performance.now();
  const result = answerer.answer(question);
  const ms = performance.now() - start;
  const { knowledge } = answerer;
  const citations = result.passage
    ? [result.passage.citation]
    : result.answers
        .flatMap(({ entry }) => entry.citations.flat())
        .filter((one, i, all) => all.findIndex((other) => sameCitation(one, other)) === i);
  return {
    question,
    outcome: result.outcome,
    text: plainText(replyOf(knowledge, result)),
    notStated: result.answers.length > 0 && result.answers.every(({ entry }) => entry.notStated),
    confidence: round(result.confidence),
    entries: result.answers.map(({ entry }) => entry.id),
    citations: citations.map(({ source, paragraph, quote }) => ({
      source,
      paragraph,
      ...(quote === undefined ? {} : { quote }),
    })),
    ...(result.passage ? { passages: true as const } : {}),
    ...(top === undefined ? {} : { candidates: candidatesOf(knowledge, result, top) }),
    ...(why ? { why: whyLines(reasonsOf(answerer, result)) } : {}),
    language: result.language,
    ms: Math.round(ms * 1000) / 1000,
  };
}

function reasonsOf(answerer: Answerer, result: Result): Why {
  return whyOf(answerer.knowledge, result, answerer.calibrationOf(result.language));
}

function candidatesOf(knowledge: Knowledge, { candidates, language }: Result, top: number) {
  return candidates
    .slice(0, top)
    .map(({ entry, confidence }) => ({ ...choiceOf(knowledge, entry, language), confidence: round(confidence) }));
}

function round(share: number): number {
  return Math.round(share * 10_000) / 10_000;
}

function sameCitation(a: { source: string; paragraph: number; quote?: string }, b: typeof a): boolean {
  return a.source === b.source && a.paragraph === b.paragraph && a.quote === b.quote;
}

function forPeople(answerer: Answerer, question: string, { why, top }: AskOptions, paint: Paint): string {
  const result = answerer.answer(question);
  const reasons = why ? reasonsOf(answerer, result) : undefined;
  const listed = candidatesOf(answerer.knowledge, result, top ?? 0).map(
    ({ entry, question: own, confidence }) => `  ${confidence.toFixed(2)}  ${own} (${entry})`,
  );
  return [
    showReply(replyOf(answerer.knowledge, result, reasons), paint, { why }),
    ...(listed.length > 0 ? ["", ...listed] : []),
    "",
  ].join("\n");
}
