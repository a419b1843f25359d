import { actOn } from "./act-on.js";
import { pickIn } from "./answer/conversation/picks.js";
import { cleanMarkup, wordsOf } from "./answer/text.js";
import type { Context } from "./command.js";
import { controls } from "./control-phrases.js";
import { phrases } from "./phrases.js";
import { type Address, choicesIn, pagesAround, pagingOf, type Reply } from "./reply.js";

/** Something that a number picks: a question where it leads nowhere by itself, for the conversation knows it by that number too. */
export interface Numbered {
  readonly label: string;
  /** What it is called where the label says more: `"Ball"` of `"Ball (of leather)"`. */
  readonly name?: string;
  readonly leads?: Address & { readonly values: readonly string[] };
}

/**
 * What a reply offers, in the order of its numbers from 1: questions first, then actions and pages, then what is to be selected;
 * this goes before the actions where it is what the reply is about.
 */
export function numberedIn(reply: Reply): Numbered[] {
  const paging = pagingOf(reply);
  const { before, after } = paging ? pagesAround(paging) : {};
  const { pageBefore, pageAfter } = controls(reply.language);
  const actions = [
    ...(before ? [{ ...before, label: pageBefore }] : []),
    ...(after ? [{ ...after, label: pageAfter }] : []),
    ...(reply.actions ?? []),
  ];
  const { select } = reply;
  const options = (select?.options ?? []).map(({ label, description, value }) => ({
    label: description === undefined ? label : `${label} (${description})`,
    name: label,
    leads: { command: select?.command ?? "", verb: select?.verb ?? "", args: select?.args ?? [], values: [value] },
  }));
  const done = actions.map(({ label, command, verb, args }) => ({ label, leads: { command, verb, args, values: [] } }));
  return [
    ...choicesIn(reply).map(({ question }) => ({ label: question })),
    ...(select?.listed ? [...options, ...done] : [...done, ...options]),
  ];
}

/**
 * What typed words do with what was offered last: a number, `"the second one"`, a letter before an answer, or the words of a button.
 * Undefined where they pick nothing, or a question, which the conversation knows by its number too.
 */
export function pickOffered(
  typed: string,
  offered: readonly Numbered[],
  context: Context,
): Reply | Promise<Reply> | undefined {
  if (!offered.some(({ leads }) => leads)) return undefined;
  const keys = keysOf(typed);
  const number = pickIn(context.knowledge.languages, keys, offered.length)?.number;
  const picked = offered[(number ?? 0) - 1] ?? offered.find(({ label, name = label }) => isNamed(name, keys));
  if (!picked && number !== undefined) return notice(context, phrases(context.preferred).noSuchNumber(offered.length));
  return picked?.leads && act(picked.leads, context);
}

/** Whether words are those of a name, or the letter that it begins with: `"b"` and `"the white house"` of `"B: The White House"`. */
function isNamed(name: string, keys: string): boolean {
  const parts = /^([A-Z]): (.*)$/s.exec(name) ?? [name];
  return keys !== "" && parts.some((part) => keysOf(part) === keys);
}

function keysOf(text: string): string {
  return wordsOf(cleanMarkup(text)).join(" ");
}

async function act({ command, ...action }: NonNullable<Numbered["leads"]>, context: Context): Promise<Reply> {
  const reply = await actOn(command, action, context);
  return reply ?? notice(context, controls(context.preferred).noSuchAction);
}

function notice({ preferred: language }: Context, line: string): Reply {
  return { kind: "notice", language, lines: [line], choices: [] };
}
