import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { type Context, commandNamed } from "../command.js";
import { type Numbered, numberedIn, pickOffered } from "../numbered.js";
import { phrases } from "../phrases.js";
import { help } from "../replies.js";
import { offeredBy, type Reply } from "../reply.js";
import { parseCommandLine, parseOnMessage } from "./command-line.js";
import { readOptions } from "./option-values.js";
import { type Paint, showReply } from "./paint.js";

/** What ends a chat, in any of the bot's languages. */
const LEAVE = /^\/?(?:exit|quit|salir)$/i;

/** Where a chat reads and writes. */
export interface Terminal {
  readonly input: Readable;
  readonly output: Writable;
  readonly interactive: boolean;
  readonly paint: Paint;
  /** Whether every reply says why it is as it is; default false. */
  readonly why?: boolean;
}

/**
 * Chats until the end of input, `exit` or Ctrl-C: questions, `/commands` as in Discord, and a number for something that was just offered:
 * a question, an action, one of the things to select.
 */
export async function chat(
  { input, output, interactive, paint, why }: Terminal,
  context: Context,
  intro: readonly string[],
): Promise<void> {
  const lines = createInterface({
    input,
    output: interactive ? output : undefined,
    terminal: interactive,
    prompt: paint.strong("> "),
  });
  const say = (text: string) => output.write(`${text}\n\n`);
  let offered: readonly Numbered[] = [];
  const show = (reply: Reply) => {
    const numbered = numberedIn(reply);
    if (numbered.length > 0 || offeredBy(reply)) offered = numbered;
    context.shown(reply);
    say(showReply(reply, paint, { why, actions: true }));
  };
  say([paint.strong("Footnote"), ...intro].join("\n"));
  show(help(context.knowledge, context.preferred));
  lines.on("SIGINT", () => lines.close());
  if (interactive) lines.prompt();
  let count = 0;
  for await (const line of lines) {
    if (LEAVE.test(line.trim())) break;
    count += 1;
    if (line.trim() !== "") show(await replyTo(line.trim(), { ...context, seed: `${context.seed}-${count}` }, offered));
    if (interactive) lines.prompt();
  }
  if (interactive) output.write("\n");
}

/**
 * What a typed line asks for: a number something that was offered, a slash names a command, anything else is a question, or a
 * number for one of those that the conversation offered.
 */
export async function replyTo(line: string, context: Context, offered: readonly Numbered[] = []): Promise<Reply> {
  const picked = pickOffered(line, offered, context);
  if (picked) return picked;
  if (!line.startsWith("/")) return runCommand("ask", { question: line }, context);
  const onMessage = parseOnMessage(line, context.commands);
  if (onMessage) return onMessage.command.run(onMessage.text, context);
  const { name, options } = parseCommandLine(line, context.commands);
  return runCommand(name, options, context);
}

async function runCommand(name: string, typed: Readonly<Record<string, string>>, context: Context): Promise<Reply> {
  const command = commandNamed(context.commands, name);
  if (!command) return notice(context, phrases(context.preferred).noSuchCommand(name));
  const read = readOptions(command, typed, context.preferred);
  return read.ok ? command.run(read.options, context) : notice(context, read.problem);
}

function notice({ preferred: language }: Context, line: string): Reply {
  return { kind: "notice", language, lines: [line], choices: [] };
}
