import { resolve } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Answerer } from "../../src/answer/answerer.js";
import { projectDir } from "../../src/config.js";
import { toMessage } from "../../src/discord/message.js";
import { loadKnowledge } from "../../src/knowledge/load.js";
import { replyOf } from "../../src/replies.js";
import { plainText } from "../../src/reply-text.js";
import { paintFor, showReply } from "../../src/terminal/paint.js";

const loaded = loadKnowledge(resolve(projectDir(), "knowledge"));
if (!loaded.ok) throw new Error("the shipped knowledge cannot be loaded");
const { knowledge } = loaded;
const answerer = new Answerer(knowledge);

const pieces = fc.oneof(
  fc.constantFrom(
    "@everyone",
    "@here",
    "<@123456789012345678>",
    "<@&1>",
    "<#1>",
    "<:emoji:123456789012345678>",
    "<t:1700000000:R>",
  ),
  fc.constantFrom(
    "**bold**",
    "||spoiler||",
    "```js\ncode\n```",
    "# head",
    "> quote",
    "[x](https://x.example)",
    "https://x.example/?a=b",
    "-# small",
  ),
  fc.constantFrom(
    "\u001b[31mred\u001b[0m",
    "\u001b]0;title\u0007",
    "\u202e",
    "\u200b",
    "\u0000",
    "\r\n",
    "\t",
    "\ud83d",
    "\udc4d",
  ),
  fc.constantFrom(
    "🎉🎉🎉",
    "👩‍👩‍👧‍👧",
    "שלום עולם",
    "مرحبا بالعالم",
    "你好，世界",
    "Привет, мир",
    "สวัสดี",
    "é",
    "½",
    "ﬁ",
  ),
  fc.constantFrom(
    "who led",
    "when was",
    "the forum",
    "in Havana",
    "2016",
    "Krutskikh",
    "¿quién",
    "la reunión",
    "and where",
    "cyber-crime",
  ),
  fc.string({ unit: "binary", maxLength: 40 }),
);
const inputs = fc.oneof(
  fc.constant(""),
  fc.string({ unit: "binary", minLength: 3990, maxLength: 4100 }),
  fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join(" ")),
  fc.array(pieces, { minLength: 200, maxLength: 400 }).map((parts) => parts.join(" ")),
  fc
    .constantFrom("a", "?", " ", "\n\n\n")
    .chain((one) => fc.integer({ min: 1, max: 4000 }).map((times) => one.repeat(times))),
);

describe("ten thousand hostile inputs", () => {
  it("each get an answer, choices or a helpful word, ping nobody and break no layout", () => {
    let count = 0;
    fc.assert(
      fc.property(inputs, fc.constantFrom("en", "es", ""), (question, preferred) => {
        count++;
        const result = answerer.answer(question, { preferred });
        const reply = replyOf(knowledge, result);
        expect(plainText(reply).trim()).not.toBe("");
        expect(showReply(reply, paintFor(false))).not.toMatch(
          /[\u0000-\u0009\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]/,
        );
        const message = toMessage(reply, { version: knowledge.version });
        expect(message.allowedMentions.parse).toEqual([]);
        const texts = [...JSON.stringify(message).matchAll(/"content":"((?:[^"\\]|\\.)*)"/g)].map(([, text]) => text);
        expect(texts.join("")).not.toMatch(/@everyone|@here|<@/);
      }),
      { numRuns: 10_000, seed: 20260101 },
    );
    expect(count).toBeGreaterThanOrEqual(10_000);
  });

  it("are answered the same the second time", () => {
    fc.assert(
      fc.property(inputs, (question) => {
        const once = () => JSON.stringify(replyOf(knowledge, answerer.answer(question)));
        expect(once()).toBe(once());
      }),
      { numRuns: 1_000, seed: 20260102 },
    );
  });
});
