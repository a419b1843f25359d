import { describe, expect } from "vitest";
import { commands } from "../../commands/index.js";
import { type Command, command, type MessageCommand } from "../../src/command.js";
import { StoreTrouble } from "../../src/store-trouble.js";
import { buildUser, type Double } from "../support/double.js";
import { shelf } from "../support/toy.js";
import { buttonsOf, selectsOf } from "./shown.js";
import { it, keptLog } from "./support.js";

const GRACE = buildUser({ username: "grace_hopperton", global_name: "Gräce H" });
const QUESTION = "Does my neighbour Quillfeather owe 12345 kroner?";
/** What would say who asked or what, whole or in part. */
const PERSONAL = [GRACE.id, "hopperton", "gräce", "neighbour", "quillfeather", "12345", "kroner"];

/** An error as careless code may throw it. */
function broken(text: string): Error {
  return new Error(`no entry for ${GRACE.username} (${GRACE.id}, Gräce H): ${text}, kept as "${text.slice(0, 30)}"`);
}

const ask: Command = command({
  name: "ask",
  description: { en: "Break", es: "Romper" },
  options: { question: { kind: "text", description: { en: "Q", es: "P" }, completed: true } },
  run: ({ question }) => {
    throw broken(question ?? "");
  },
  complete: (_, typed) => {
    throw broken(typed);
  },
});
const storing: Command = {
  ...ask,
  name: "store",
  run: ({ question }) => {
    throw new StoreTrouble("not saved", { cause: broken(String(question)) });
  },
};
const toys: Command = {
  ...shelf,
  act: ({ values, args }) => {
    throw broken([...values, ...args].join(" "));
  },
};
const onMessage: MessageCommand = {
  on: "message",
  name: "Answer this",
  description: { en: "Break", es: "Romper" },
  run: (text) => {
    throw broken(text);
  },
};
const LIST = [ask, storing, toys, onMessage];

describe("the log of an error that holds what somebody wrote", () => {
  it.for<[string, (discord: Double) => Promise<unknown>]>([
    ["a command", (d) => d.slash({ command: "ask", options: { question: QUESTION }, user: GRACE }).reply()],
    [
      "a command that stores",
      (d) => d.slash({ command: "store", options: { question: QUESTION }, user: GRACE }).reply(),
    ],
    [
      "a completion",
      (d) => d.autocomplete({ command: "ask", focused: "question", value: QUESTION, user: GRACE }).response(),
    ],
    [
      "a direct message",
      (d) => {
        d.directMessage({ content: QUESTION, user: GRACE });
        return d.nextMessage();
      },
    ],
    [
      "a mention",
      (d) => {
        d.mention({ content: QUESTION, user: GRACE });
        return d.nextMessage();
      },
    ],
    [
      "a button",
      async (d) => {
        const message = await d.slash({ command: "shelf", user: GRACE }).reply();
        return d.press({ message, customId: buttonsOf(message)[0].id, user: GRACE }).reply();
      },
    ],
    [
      "a select",
      async (d) => {
        const message = await d.slash({ command: "shelf", user: GRACE }).reply();
        const [{ id }] = selectsOf(message);
        return d.press({ message, customId: id, values: ["ball"], user: GRACE }).reply();
      },
    ],
    [
      "a command on a message",
      async (d) => {
        const targetMessage = d.mention({ content: QUESTION, user: GRACE });
        await d.nextMessage();
        return d.contextMenu({ command: "Answer this", targetMessage, user: GRACE }).reply();
      },
    ],
  ])("has where it broke, but neither who nor what: %s", async ([, use], { connect }) => {
    const { log, lines } = keptLog();
    const { discord } = await connect({ commands: LIST, log });
    await use(discord);
    await expect
      .poll(() => lines.some(({ error, cause }) => String(error ?? cause).includes("no entry for")))
      .toBe(true);
    const all = lines.map((line) => JSON.stringify(line).toLowerCase());
    expect(all.some((line) => line.includes("private-log.test.ts") || line.includes("the store cannot"))).toBe(true);
    expect(all.filter((line) => PERSONAL.some((word) => line.includes(word)) || line.includes(discord.token))).toEqual(
      [],
    );
  });

  it("is whole where it holds nothing of the person's", async ({ connect }) => {
    const { log, lines } = keptLog();
    const context = () => {
      throw new TypeError("Cannot read properties of undefined (reading 'of')");
    };
    const { discord } = await connect({ commands, context, log });
    await discord.slash({ command: "ask", options: { question: "When was it built?" }, user: GRACE }).reply();
    expect(lines.find(({ msg }) => msg === "a handler failed")?.error).toContain(
      "TypeError: Cannot read properties of undefined (reading 'of')\n    at ",
    );
  });
});
