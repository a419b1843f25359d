import type { ParsedComponents } from "chrono-node";
import { casual as english } from "chrono-node/en";
import { casual as spanish } from "chrono-node/es";

/** Chrono completes dates from a day of reference; what it completed is not used. */
const REFERENCE = new Date(Date.UTC(2000, 0, 1));

/**
 * A date with its month in English or Spanish words, whatever else the text holds being refused: `"Feb 2016"` gives `"2016-02"`,
 * `"22 de febrero de 2016"` `"2016-02-22"`, `"8 to 10 July 2019"` `"2019-07-08/2019-07-10"`; undefined for anything else.
 */
export function wordedDate(text: string): string | undefined {
  // Chrono does not know these forms: "febrero del 2016", "8 al 10 de julio de 2019".
  const plain = text.replace(/ del (?=\d{4}$)/i, " de ").replace(/^(\d{1,2}) al (\d{1,2})\b/i, "$1 - $2");
  for (const parser of [english, spanish]) {
    const [found, ...more] = parser.parse(plain, REFERENCE);
    if (!found || more.length > 0 || found.text.length !== plain.length || !hasWholeYear(plain)) continue;
    const ends = [found.start, ...(found.end ? [found.end] : [])].map(dateOf);
    if (!ends.includes(undefined)) return ends.join("/");
  }
  return undefined;
}

/** Chrono makes 2016 of "16": only years in full count. */
function hasWholeYear(text: string): boolean {
  return /(?<!\d)\d{4}(?!\d)/.test(text);
}

function dateOf(parts: ParsedComponents): string | undefined {
  const [year, month] = [parts.get("year"), parts.get("month")];
  if (year === null || month === null || parts.isCertain("hour")) return undefined;
  if (!parts.isCertain("year") || !parts.isCertain("month")) return undefined;
  const padded = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}`;
  return parts.isCertain("day") ? `${padded}-${String(parts.get("day")).padStart(2, "0")}` : padded;
}
