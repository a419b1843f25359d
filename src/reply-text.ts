import { phrases } from "./phrases.js";
import type { Footnote, Reply } from "./reply.js";

/** What a person would read, without footnote marks: the `text` of the batch interface. */
export function plainText(reply: Reply): string {
  switch (reply.kind) {
    case "answer":
      return reply.statements.map(({ text }) => text).join(" ");
    case "choices":
      return [
        phrases(reply.language).didYouMean,
        ...reply.choices.map(({ question }, i) => `${i + 1}. ${question}`),
      ].join(" ");
    case "card":
      return [reply.title, ...reply.rows.flatMap(({ statements }) => statements.map(({ text }) => text))].join(" ");
    case "list":
      return [reply.title, ...reply.items.map(({ text }) => text)].join(" ");
    case "form":
      return [reply.title, ...reply.fields.map(({ label }) => label)].join(" ");
    case "unknown":
    case "notice":
      return [...reply.lines, ...reply.choices.map(({ question }) => question)].join(" ");
  }
}

/** `Xinhua, "Cuba, U.S. hold talks on cybercrime", 25 February 2016, paragraph 4: "Feb. 22-23 technical meeting"`. */
export function footnoteText({ publisher, title, date, place, quote, url }: Footnote): string {
  const quoted = quote === undefined ? "" : `: “${quote}”`;
  return `${publisher}, “${title}”, ${date}, ${place}${quoted}${url === undefined ? "" : ` <${url}>`}`;
}
