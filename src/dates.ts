/** A date in words: `"2015-07-20"` gives `"20 July 2015"` in English, `"20 de julio de 2015"` in Spanish; months and years stay what they are. */
export function showDate(date: string, language: string): string {
  const [year, month, day] = date.split("-").map(Number);
  if (month === undefined) return String(year);
  const locale = language === "es" ? "es-ES" : "en-GB";
  const options: Intl.DateTimeFormatOptions = {
    year: "numeric",
    month: "long",
    ...(day === undefined ? {} : { day: "numeric" }),
  };
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" }).format(
    new Date(Date.UTC(year, month - 1, day ?? 1)),
  );
}
