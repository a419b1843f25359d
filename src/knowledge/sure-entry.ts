import { ASPECTS, type Language } from "./model.js";
import { ENTRY_FIELDS, ID, isPeriod, type RawEntry, TRANSLATION_FIELDS } from "./schema.js";

type Keys = Readonly<Record<string, unknown>>;

/**
 * Tells whether an entry's data are surely as `entrySchema` wants them, in a tenth of its time: most are, and a large folder has many.
 * False says nothing; the schema then says what is wrong, if anything is.
 */
export function sureEntry(languages: readonly Language[]): (data: unknown) => data is RawEntry {
  const codes = languages.slice(1);
  const fields = new Set([...ENTRY_FIELDS, ...codes]);
  return (data): data is RawEntry =>
    isKeys(data, fields) &&
    isId(data.id) &&
    isText(data.question) &&
    isAbsentOr(data.also, isText) &&
    isFilled(data.answer, isStatement) &&
    (data.aspect === undefined || ASPECTS.some((aspect) => aspect === data.aspect)) &&
    (data.when === undefined || (typeof data.when === "string" && isPeriod(data.when))) &&
    isAbsentOr(data.about, isId) &&
    isAbsentOr(data.see, isId) &&
    (data.notStated === undefined || typeof data.notStated === "boolean") &&
    codes.every((code) => data[code] === undefined || isTranslation(data[code]));
}

const STATEMENT_FIELDS = new Set(["text", "cites"]);
const CITATION_FIELDS = new Set(["source", "paragraph", "quote"]);

function isStatement(data: unknown): boolean {
  return isKeys(data, STATEMENT_FIELDS) && isText(data.text) && isFilled(data.cites, isCitation);
}

function isCitation(data: unknown): boolean {
  return (
    isKeys(data, CITATION_FIELDS) &&
    isId(data.source) &&
    Number.isSafeInteger(data.paragraph) &&
    Number(data.paragraph) >= 0 &&
    (data.quote === undefined || isText(data.quote))
  );
}

function isTranslation(data: unknown): boolean {
  return (
    isKeys(data, TRANSLATION_FIELDS) &&
    isText(data.question) &&
    isAbsentOr(data.also, isText) &&
    isFilled(data.answer, isText)
  );
}

/** Whether data are keys with values, and no others than those known; a key without a value is for the schema to judge. */
function isKeys(data: unknown, known: ReadonlySet<string>): data is Keys {
  if (typeof data !== "object" || data === null || Object.getPrototypeOf(data) !== Object.prototype) return false;
  for (const key of Object.keys(data)) if (!known.has(key) || (data as Keys)[key] === undefined) return false;
  return true;
}

function isText(data: unknown): boolean {
  return typeof data === "string" && /\S/.test(data);
}

function isId(data: unknown): boolean {
  return typeof data === "string" && ID.test(data);
}

function isAbsentOr(data: unknown, isItem: (item: unknown) => boolean): boolean {
  return data === undefined || (Array.isArray(data) && data.every(isItem));
}

function isFilled(data: unknown, isItem: (item: unknown) => boolean): boolean {
  return Array.isArray(data) && data.length > 0 && data.every(isItem);
}
