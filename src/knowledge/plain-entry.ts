import { ID, type RawEntry } from "./schema.js";

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === "string" && value.trim() !== "";
const isId: Check = (value) => typeof value === "string" && ID.test(value);
const isParagraph: Check = (value) => Number.isSafeInteger(value) && Number(value) >= 0;
const isCitation = keyed({ source: isId, paragraph: isParagraph, quote: isText }, ["source", "paragraph"]);
const isStatement = keyed({ text: isText, cites: listOf(isCitation, 1) }, ["text", "cites"]);
const isEntry = keyed(
  {
    id: isId,
    question: isText,
    also: listOf(isText, 0),
    answer: listOf(isStatement, 1),
    about: listOf(isId, 0),
    see: listOf(isId, 0),
    notStated: (value) => typeof value === "boolean",
  },
  ["id", "question", "answer"],
);

/**
 * Whether data is an entry that the schema would take as it stands. Most are, and the schema needs ten times as long to say so; it alone
 * knows dates, kinds of questions, other languages and what is wrong.
 */
export function isPlainEntry(data: unknown): data is RawEntry {
  return isEntry(data);
}

function keyed(checks: Readonly<Record<string, Check>>, needed: readonly string[]): Check {
  const known = new Map(Object.entries(checks));
  return (data) => {
    if (typeof data !== "object" || data === null || Array.isArray(data)) return false;
    let missing = needed.length;
    for (const [key, value] of Object.entries(data)) {
      if (known.get(key)?.(value) !== true) return false;
      if (needed.includes(key)) missing--;
    }
    return missing === 0;
  };
}

function listOf(isItem: Check, least: number): Check {
  return (data) => Array.isArray(data) && data.length >= least && data.every(isItem);
}
