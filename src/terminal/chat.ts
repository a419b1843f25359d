import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import type { Command, Context } from "../command.js";
import { phrases } from "../phrases.js";
import { help } from "../replies.js";
import type { Reply } from "../reply.js";
import { parseCommandLine } from "./command-line.js";
import { type Paint, showReply } from "./paint.js";

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
 * Chats until the end of input or Ctrl-C: questions, `/commands` as in Discord, and a number for one of the questions just offered.
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
  const show = (reply: Reply) => {
    context.shown(reply);
    say(showReply(reply, paint, why));
  };
  say([paint.strong("Footnote"), ...intro].join("\n"));
  show(help(context.knowledge, context.preferred));
  lines.on("SIGINT", () => lines.close());
  if (interactive) lines.prompt();
  for await (const line of lines) {
    if (line.trim() !== "") show(replyTo(line.trim(), context));
    if (interactive) lines.prompt();
  }
  if (interactive) output.write("\n");
}

/** What a typed line asks for: a slash names a command, anything else is a question, or a number for one that was offered. */
export function replyTo(line: string, context: Context): Reply {
  if (!line.startsWith("/")) return runCommand("ask", { question: line }, context);
  const { name, options } = parseCommandLine(line, context.commands);
  return runCommand(name, options, context);
}

function runCommand(name: string, options: Readonly<Record<string, string>>, context: Context): Reply {
  const language = context.preferred;
  const command = context.commands.find((one) => one.name === name);
  if (!command) return { kind: "notice", language, lines: [phrases(language).noSuchCommand(name)], choices: [] };
  const missing = missingOption(command, options);
  if (missing !== undefined)
    return { kind: "notice", language, lines: [phrases(language).missingOption(name, missing)], choices: [] };
  return command.run(options, context);
}

function missingOption(command: Command, options: Readonly<Record<string, string>>): string | undefined {
  return Object.entries(command.options).find(([name, { required }]) => required && (options[name] ?? "") === "")?.[0];
}
