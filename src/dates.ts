/** A date in words: `"2015-07-20"` gives `"20 July 2015"` in English, `"20 de julio de 2015"` in Spanish; months and years stay what they are. */
export function showDate(date: string, language: string): string {
  const [year, month, day] = date.split("-").map(Number);
  if (month === undefined) return String(year);
  const format = formatFor(language === "es" ? "es-ES" : "en-GB", day === undefined ? "month" : "day");
  return format.format(new Date(Date.UTC(year, month - 1, day ?? 1)));
}

/** A date or name as it stands alone: `"del 8 al 10 de julio"` gives `"Del 8 al 10 de julio"`. */
export function capital(text: string): string {
  return text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

/** Making a format takes a hundred times as long as using it. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(locale: string, to: "month" | "day"): Intl.DateTimeFormat {
  const key = `${locale} ${to}`;
  const known = formats.get(key);
  if (known) return known;
  const day = to === "day" ? ({ day: "numeric" } as const) : {};
  const made = new Intl.DateTimeFormat(locale, { year: "numeric", month: "long", ...day, timeZone: "UTC" });
  formats.set(key, made);
  return made;
}
