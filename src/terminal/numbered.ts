import { controls } from "../control-phrases.js";
import { type Address, choicesIn, pagesAround, type Reply } from "../reply.js";

/** Something that a number picks: a question where it leads nowhere by itself, for the conversation knows it by that number too. */
export interface Numbered {
  readonly label: string;
  readonly leads?: Address & { readonly values: readonly string[] };
}

/**
 * What a reply offers, in the order of its numbers from 1: questions first, then actions and pages, then what is to be selected;
 * this goes before the actions where it is what the reply is about.
 */
export function numberedIn(reply: Reply): Numbered[] {
  const { before, after } = reply.kind === "list" && reply.paging ? pagesAround(reply.paging) : {};
  const { pageBefore, pageAfter } = controls(reply.language);
  const actions = [
    ...(before ? [{ ...before, label: pageBefore }] : []),
    ...(after ? [{ ...after, label: pageAfter }] : []),
    ...(reply.actions ?? []),
  ];
  const { select } = reply;
  const options = (select?.options ?? []).map(({ label, description, value }) => ({
    label: description === undefined ? label : `${label} (${description})`,
    leads: { command: select?.command ?? "", verb: select?.verb ?? "", args: select?.args ?? [], values: [value] },
  }));
  const done = actions.map(({ label, command, verb, args }) => ({ label, leads: { command, verb, args, values: [] } }));
  return [
    ...choicesIn(reply).map(({ question }) => ({ label: question })),
    ...(select?.listed ? [...options, ...done] : [...done, ...options]),
  ];
}
