/** What Discord would read as markup or a mention. */
const SIGNS: ReadonlySet<string> = new Set("\\*_~`|>#<@:[]()-");

/**
 * The longest beginning of a text that fits once it is escaped, so that it shows as it is: `"*a* <@1>"` gives `"\*a\* \<\@1\>"`. Cut
 * texts end in an ellipsis, and no code point is split.
 */
export function escapeWithin(text: string, limit: number): string {
  return within(text, limit, (point) => (SIGNS.has(point) ? `\\${point}` : point));
}

/** The longest beginning of a plain text (a label, a choice's name) of at most `limit` UTF-16 units; no code point is split. */
export function cut(text: string, limit: number): string {
  return limit < 1 ? "" : cutClean(clean(text).replace(/\s+/g, " ").trim(), limit, (point) => point);
}

/** The beginning of a plain text of several lines, of at most `limit` UTF-16 units and with nothing added; no code point is split. */
export function beginning(text: string, limit: number): string {
  return clean(text)
    .slice(0, limit)
    .replace(/[\ud800-\udbff]$/, "");
}

/** Stops reading at the limit: texts may be huge. Most of them hold little that `clean` takes out. */
function within(text: string, limit: number, show: (point: string) => string): string {
  if (limit < 1) return "";
  const enough = 2 * limit + 10;
  if (text.length > enough) {
    const beginning = clean(text.slice(0, enough));
    if (beginning.length > limit + 1) return cutClean(beginning, limit, show);
  }
  return cutClean(clean(text), limit, show);
}

function cutClean(text: string, limit: number, show: (point: string) => string): string {
  let kept = "";
  let beforeEllipsis = 0;
  for (const point of text) {
    const shown = show(point);
    if (kept.length + shown.length > limit) return `${kept.slice(0, beforeEllipsis).trimEnd()}…`;
    kept += shown;
    if (kept.length < limit) beforeEllipsis = kept.length;
  }
  return kept;
}

/** Without control characters and marks that turn the direction of text; line breaks stay, tabs become spaces. */
function clean(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, "\n")
    .replace(/[\t\v\f]/g, " ")
    .replace(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g, "");
}
