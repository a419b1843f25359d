import { commands } from "../../commands/index.js";
import { type Action, type Context, commandNamed } from "../../src/command.js";
import type { Reply } from "../../src/reply.js";
import { replyTo } from "../../src/terminal/chat.js";
import { paintFor, showReply } from "../../src/terminal/paint.js";
import { villageAnswerer, villageContext } from "../support/village.js";

const NOW = Date.UTC(2026, 10, 23);

/** The village's answerer. */
export const VILLAGE = villageAnswerer();

/** What commands get on 23 November 2026, in a conversation of its own. */
export function contextIn(preferred = "en", over = VILLAGE): Context {
  return { ...villageContext(over, preferred), now: () => NOW };
}

/** What the terminal shows for a typed line. */
export async function typed(line: string, preferred?: string): Promise<string> {
  return shown(await replyTo(line, contextIn(preferred)));
}

/** What a command's action leads to. */
export async function act(command: string, action: Partial<Action>, context = contextIn()): Promise<Reply | undefined> {
  return commandNamed(commands, command)?.act?.({ verb: "", args: [], values: [], ...action }, context);
}

/** The same as the terminal shows it. */
export async function acted(command: string, action: Partial<Action>, context?: Context): Promise<string | undefined> {
  const reply = await act(command, action, context);
  return reply && shown(reply);
}

function shown(reply: Reply): string {
  return showReply(reply, paintFor(false), { actions: true });
}
