import { PassThrough } from "node:stream";
import { commands } from "../../commands/index.js";
import type { Answerer } from "../../src/answer/answerer.js";
import { Conversations } from "../../src/answer/conversation/conversations.js";
import { AT_TERMINAL, contextOf } from "../../src/context.js";
import { chat } from "../../src/terminal/chat.js";
import { paintFor } from "../../src/terminal/paint.js";

/** When the transcript is set; ages are counted to this day. */
const NOW = Date.UTC(2026, 10, 23, 12);

/**
 * Types a transcript's lines behind `> ` into a chat and gives the transcript as it really goes, to be compared with the file:
 * what is shown stands indented below each line, comments behind `#` stay. A version of the knowledge is written as `<version>`.
 */
export async function replayChat(answerer: Answerer, transcript: string, preferred: string): Promise<string> {
  const said = transcript.split("\n").filter((line) => /^(> |#)/.test(line));
  const shown = await typed(
    answerer,
    preferred,
    said.filter((line) => line.startsWith("> ")).map((line) => line.slice(2)),
  );
  const blocks = said.map((line, i) => {
    if (line.startsWith("#")) return `${i === 0 || said[i - 1].startsWith("#") ? "" : "\n"}${line}`;
    const reply = shown.shift() ?? "(nothing)";
    return `${line}\n${indented(reply.replaceAll(answerer.knowledge.version, "<version>"))}`;
  });
  return `${blocks.join("\n")}\n`;
}

/** What a chat shows for each line: one reply for one line. */
async function typed(answerer: Answerer, preferred: string, lines: readonly string[]): Promise<string[]> {
  const talk = new Conversations(answerer).with("a member", () => NOW);
  const context = contextOf(answerer, commands, talk, { ...AT_TERMINAL, preferred, now: () => NOW, seed: "1" });
  const [input, output] = [new PassThrough(), new PassThrough()];
  const shown: string[] = [];
  output.on("data", (chunk: Buffer) => shown.push(chunk.toString().trimEnd()));
  const done = chat({ input, output, interactive: false, paint: paintFor(false) }, () => context, []);
  input.end(lines.map((line) => `${line}\n`).join(""));
  await done;
  // The name and the help come before the first line.
  return shown.slice(2);
}

function indented(text: string): string {
  return text
    .split("\n")
    .map((line) => (line === "" ? "" : `  ${line}`))
    .join("\n");
}
