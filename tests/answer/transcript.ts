import { commands } from "../../commands/index.js";
import type { Answerer } from "../../src/answer/answerer.js";
import { Conversations } from "../../src/answer/conversation/conversations.js";
import type { Heard } from "../../src/answer/conversation/understand.js";
import type { Context } from "../../src/command.js";
import { contextOf } from "../../src/context.js";
import { phrases } from "../../src/phrases.js";
import { plainText } from "../../src/reply-text.js";
import { replyTo } from "../../src/terminal/chat.js";

/** A transcript's lines that a person says; `~ 11 minutes` lets time pass. */
const SAID = /^(?:> |~ )/;

/**
 * Replays what a person says in a transcript and gives the transcript as it really goes, to be compared with the file:
 * `> and in Havana?`, then how it was taken, then `= entry-id`, `? choice | choice` or the bot's own words behind `-`.
 */
export function replay(answerer: Answerer, transcript: string, preferred: string): string {
  let now = 0;
  const talk = new Conversations(answerer).with("a member", () => now);
  const context = contextOf(answerer, commands, preferred, talk);
  const lines = transcript.split("\n").flatMap((line) => {
    if (line.startsWith("~ ")) now += Number(/\d+/.exec(line)?.[0]) * 60_000;
    if (line.startsWith("> ")) return [line, ...heardOf(context, line.slice(2))];
    return SAID.test(line) || line === "" || line.startsWith("#") ? [line] : [];
  });
  return lines.join("\n");
}

function heardOf(context: Context, line: string): string[] {
  const found: Heard[] = [];
  const keep = (heard: Heard) => {
    found.push(heard);
    return heard;
  };
  const watched: Context = {
    ...context,
    answer: (question, asking) => keep(context.answer(question, asking)),
    pick: (entry, language) => keep(context.pick(entry, language)),
  };
  const reply = replyTo(line, watched);
  context.shown(reply);
  const taken =
    "readAs" in reply && reply.readAs !== undefined ? [`  ${phrases(reply.language).takenAs(reply.readAs)}`] : [];
  if (reply.kind === "answer") return [...taken, `  = ${found[0].answers.map(({ entry }) => entry.id).join(" + ")}`];
  if (reply.kind === "choices") return [...taken, `  ? ${reply.choices.map(({ entry }) => entry).join(" | ")}`];
  return [...taken, `  - ${reply.kind === "notice" ? plainText(reply) : reply.lines[0]}`];
}
