import { commands } from "../../commands/index.js";
import type { Answerer } from "../../src/answer/answerer.js";
import { Conversations } from "../../src/answer/conversation/conversations.js";
import type { Heard } from "../../src/answer/conversation/understand.js";
import type { Context } from "../../src/command.js";
import { AT_TERMINAL, contextOf } from "../../src/context.js";
import { phrases } from "../../src/phrases.js";
import { plainText } from "../../src/reply-text.js";
import { replyTo } from "../../src/terminal/chat.js";

/** A transcript's lines that a person says; `~ 11 minutes` lets time pass. */
const SAID = /^(?:> |~ )/;

/**
 * Replays what a person says in a transcript and gives the transcript as it really goes, to be compared with the file:
 * `> and in Havana?`, then how it was taken, then `= entry-id`, `? choice | choice` or the bot's own words behind `-`.
 */
export async function replay(answerer: Answerer, transcript: string, preferred: string): Promise<string> {
  let now = 0;
  const talk = new Conversations(answerer).with("a member", () => now);
  const context = contextOf(answerer, commands, talk, { ...AT_TERMINAL, preferred, now: () => now, seed: "1" });
  const lines: string[] = [];
  for (const line of transcript.split("\n")) {
    if (line.startsWith("~ ")) now += Number(/\d+/.exec(line)?.[0]) * 60_000;
    if (SAID.test(line) || line === "" || line.startsWith("#")) lines.push(line);
    if (line.startsWith("> ")) lines.push(...(await heardOf(context, line.slice(2))));
  }
  return lines.join("\n");
}

async function heardOf(context: Context, line: string): Promise<string[]> {
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
  const reply = await replyTo(line, watched);
  context.shown(reply);
  const taken =
    "readAs" in reply && reply.readAs !== undefined ? [`  ${phrases(reply.language).takenAs(reply.readAs)}`] : [];
  if (reply.kind === "answer") return [...taken, `  = ${found[0].answers.map(({ entry }) => entry.id).join(" + ")}`];
  if (reply.kind === "choices") return [...taken, `  ? ${reply.choices.map(({ entry }) => entry).join(" | ")}`];
  return [...taken, `  - ${reply.kind === "unknown" ? reply.lines[0] : plainText(reply)}`];
}
