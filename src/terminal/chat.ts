import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { actOn } from "../act-on.js";
import { isFor, refusalOf } from "../audience.js";
import { type Action, type Context, commandNamed, type Group, groupNamed } from "../command.js";
import { controls } from "../control-phrases.js";
import { formWords } from "../form-phrases.js";
import { type Numbered, numberedIn, pickOffered } from "../numbered.js";
import { nameIn, phrases, speechOf } from "../phrases.js";
import { help } from "../replies.js";
import { type Address, offeredBy, type Reply } from "../reply.js";
import { StoreTrouble, storeWords } from "../store-trouble.js";
import { parseCommandLine, parseOnMessage, partOf, type TypedCommand } from "./command-line.js";
import { Filling } from "./filling.js";
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
  /** Tells whoever runs the bot of trouble; default on standard error. */
  readonly warn?: (problem: string) => void;
}

/**
 * Chats until the end of input, `exit` or Ctrl-C: questions, `/commands` as in Discord, and a number for something that was just offered:
 * a question, an action, one of the things to select. A form is asked line by line. Each line has the context of its moment.
 */
export async function chat(
  { input, output, interactive, paint, why, warn = (problem) => process.stderr.write(`${problem}\n`) }: Terminal,
  contextNow: () => Context,
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
  let filling: Filling | undefined;
  const show = (reply: Reply, context: Context) => {
    if (reply.kind === "form" && reply.fields.length > 0) {
      filling = new Filling(reply, paint);
      return say(filling.opening());
    }
    const numbered = numberedIn(reply);
    if (numbered.length > 0 || offeredBy(reply)) offered = numbered;
    context.shown(reply);
    say(showReply(reply, paint, { why, actions: true }));
  };
  say([paint.strong("Footnote"), ...intro].join("\n"));
  const first = contextNow();
  show(help(first.knowledge, first.preferred), first);
  const leave = ({ form: { language } }: Filling) => {
    filling = undefined;
    say(formWords(language).cancelled);
  };
  lines.on("SIGINT", () => {
    if (!filling) return lines.close();
    leave(filling);
    lines.prompt();
  });
  if (interactive) lines.prompt();
  let count = 0;
  for await (const line of lines) {
    if (LEAVE.test(line.trim())) break;
    count += 1;
    const now = contextNow();
    const here = { ...now, seed: `${now.seed}-${count}` };
    if (filling) {
      const { form } = filling;
      const filled = filling.take(line);
      if (!filled.isOver) say(filled.text);
      else if (!filled.fields) leave(filling);
      else {
        filling = undefined;
        show(await told(act({ ...form.submit, values: [], fields: filled.fields }, here), here, warn), here);
      }
    } else if (line.trim() !== "") show(await told(replyTo(line.trim(), here, offered), here, warn), here);
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
  if (!line.startsWith("/")) return runCommand({ name: "ask", options: { question: line } }, context);
  const onMessage = parseOnMessage(line, context.commands);
  if (onMessage) return onMessage.command.run(onMessage.text, context);
  return runCommand(parseCommandLine(line, context.commands), context);
}

async function runCommand({ name, part, options: typed }: TypedCommand, context: Context): Promise<Reply> {
  const { commands, preferred } = context;
  const group = groupNamed(commands, name);
  const found = commandNamed(commands, name, part);
  if (group && !found) return refusalOf(group, context) ?? partsOf(group, context);
  if (!found) return notice(context, phrases(preferred).noSuchCommand(name));
  const command = group ? partOf(group, found) : found;
  const refused = refusalOf(command, context);
  if (refused) return refused;
  const read = readOptions(command, typed, preferred);
  return read.ok ? command.run(read.options, context) : notice(context, read.problem);
}

async function act({ command, ...action }: Action & Address, context: Context): Promise<Reply> {
  const reply = await actOn(command, action, context);
  return reply ?? notice(context, controls(context.preferred).noSuchAction);
}

/** What is being made; where the store cannot be used, the words for that. */
async function told(making: Promise<Reply>, context: Context, warn: (problem: string) => void): Promise<Reply> {
  try {
    return await making;
  } catch (error) {
    if (!(error instanceof StoreTrouble)) throw error;
    warn(`The store cannot be used: ${String(error.cause ?? error.message)}`);
    return notice(context, storeWords(context.preferred));
  }
}

/** What can be typed behind a group's name. */
function partsOf(group: Group, context: Context): Reply {
  const speech = speechOf(context.preferred);
  return {
    kind: "list",
    language: context.preferred,
    title: group.description[speech],
    items: group.parts
      .filter((part) => isFor(part, context))
      .map((part) => partOf(group, part))
      .map(({ name, names, description }) => ({
        label: `/${nameIn({ name, names }, context.preferred)}`,
        text: description[speech],
        marks: [],
      })),
    footnotes: [],
    choices: [],
  };
}

function notice({ preferred: language }: Context, line: string): Reply {
  return { kind: "notice", language, lines: [line], choices: [] };
}
