import { ID, type RawEntry } from "./schema.js";

/**
 * Whether data is an entry that the schema would take as it stands. Most are, and the schema needs ten times as long to say so; it alone
 * knows dates, kinds of questions, other languages and what is wrong.
 */
export function isPlainEntry(data: unknown): data is RawEntry {
  if (!isKeyed(data)) return false;
  let needed = 0;
  for (const key of Object.keys(data)) {
    const value = data[key];
    if (key === "id" && isId(value)) needed++;
    else if (key === "question" && isText(value)) needed++;
    else if (key === "answer" && isListOf(value, isStatement) && value.length > 0) needed++;
    else if (key === "also" && isListOf(value, isText)) continue;
    else if ((key === "about" || key === "see") && isListOf(value, isId)) continue;
    else if (key !== "notStated" || typeof value !== "boolean") return false;
  }
  return needed === 3;
}

function isStatement(data: unknown): boolean {
  if (!isKeyed(data)) return false;
  const { text, cites } = data;
  return isText(text) && isListOf(cites, isCitation) && cites.length > 0 && Object.keys(data).length === 2;
}

function isCitation(data: unknown): boolean {
  if (!isKeyed(data)) return false;
  const { source, paragraph, quote } = data;
  const isQuoted = "quote" in data;
  if (isQuoted && !isText(quote)) return false;
  const isPlace = isId(source) && Number.isSafeInteger(paragraph) && Number(paragraph) >= 0;
  return isPlace && Object.keys(data).length === (isQuoted ? 3 : 2);
}

function isKeyed(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}

function isListOf(data: unknown, isItem: (item: unknown) => boolean): data is readonly unknown[] {
  return Array.isArray(data) && data.every(isItem);
}

function isText(value: unknown): boolean {
  return typeof value === "string" && value.trim() !== "";
}

function isId(value: unknown): boolean {
  return typeof value === "string" && ID.test(value);
}
