import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { actOn } from "../act-on.js";
import { isFor, refusalOf } from "../audience.js";
import { type Action, type Context, commandNamed, type Group, groupNamed, type MessageCommand } from "../command.js";
import { controls } from "../control-phrases.js";
import { formWords } from "../form-phrases.js";
import type { Language } from "../knowledge/model.js";
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
/** A number that picks nothing, whatever is offered. */
const NEGATIVE = /^[-\u2212]\d+$/;

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
  // That of the command whose replies are gone through, where it was called by its name in another one.
  let speaking: Language | undefined;
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
    const there = speaking === undefined ? here : { ...here, preferred: speaking };
    if (filling) {
      const { form } = filling;
      const filled = filling.take(line);
      if (!filled.isOver) say(filled.text);
      else if (!filled.fields) leave(filling);
      else {
        filling = undefined;
        show(await told(act({ ...form.submit, values: [], fields: filled.fields }, there), there, warn), there);
      }
    } else if (line.trim() !== "") {
      const said = heard(line.trim(), here, offered, there);
      speaking = said.context.preferred === here.preferred ? undefined : said.context.preferred;
      show(await told(said.reply, said.context, warn), said.context);
    }
    if (interactive) lines.prompt();
  }
  if (interactive) output.write("\n");
}

/**
 * What a typed line asks for: a number something that was offered, a slash names a command, anything else is a question, or a
 * number for one of those that the conversation offered. A command called by its name in another language is answered in that one.
 */
export async function replyTo(line: string, context: Context, offered: readonly Numbered[] = []): Promise<Reply> {
  return heard(line, context, offered, context).reply;
}

/** The reply to a line, and the context that it was made in: `there` for what is picked, which goes on in the language of before. */
function heard(
  line: string,
  here: Context,
  offered: readonly Numbered[],
  there: Context,
): { reply: Promise<Reply>; context: Context } {
  const made = (context: Context, reply: Reply | Promise<Reply>) => ({ reply: Promise.resolve(reply), context });
  if (NEGATIVE.test(line) && offered.length > 0)
    return made(there, notice(there, phrases(there.preferred).noSuchNumber(offered.length)));
  const picked = pickOffered(line, offered, there);
  if (picked) return made(there, picked);
  if (!line.startsWith("/")) return made(here, runCommand({ name: "ask", options: { question: line } }, here));
  const onMessage = parseOnMessage(line, here.commands);
  const typed = parseCommandLine(line, here.commands);
  const context = { ...here, preferred: (onMessage ?? typed).language ?? here.preferred };
  return made(context, onMessage ? runOn(onMessage, context) : runCommand(typed, context));
}

async function runOn({ command, text }: { command: MessageCommand; text: string }, context: Context): Promise<Reply> {
  return command.run(text, context);
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
