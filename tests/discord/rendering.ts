import fc from "fast-check";
import { toMessage } from "../../src/discord/message.js";
import type { AnswerReply, Footnote, Told } from "../../src/reply.js";
import { textsOf } from "./shown.js";

/** The knowledge's version of all rendered replies. */
export const VERSION = "0123456789ab";

/** A reply as the message that Discord gets. */
export const render = (reply: Told) => toMessage(reply, { version: VERSION });

/** All that the message of a reply says, but its buttons. */
export const allText = (reply: Told) => textsOf(render(reply)).join("\n");

/** Checks what holds for all replies of a kind. */
export const law = (replies: fc.Arbitrary<Told>, check: (reply: Told) => void) =>
  fc.assert(fc.property(replies, check));

/** A footnote with all its parts. */
export const NOTE: Footnote = {
  mark: 1,
  publisher: "Gazette",
  title: "A walk",
  date: "3 May 1998",
  place: "paragraph 1",
  quote: "built in 1874",
};

/** An answer of one statement. */
export const ANSWER: AnswerReply = {
  kind: "answer",
  language: "en",
  statements: [{ text: "It was built in 1874.", marks: [1] }],
  footnotes: [NOTE],
  notStated: false,
  fromText: false,
  corrects: false,
  related: [],
};

/** Footnotes by their marks from 1. */
export const notes = (count: number): Footnote[] => Array.from({ length: count }, (_, i) => ({ ...NOTE, mark: i + 1 }));
