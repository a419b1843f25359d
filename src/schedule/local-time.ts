import { speechOf } from "../phrases.js";

/** Making a format takes a hundred times as long as using it; so many are kept. */
const MAX_KEPT = 200;
const kept = new Map<string, Intl.DateTimeFormat>();

/** A moment as clocks in a time zone show it, in words: `"Monday, 30 November 2026 at 09:00"`. */
export function momentInWords(at: number, zone: string, language: string): string {
  const style = { dateStyle: "full", timeStyle: "short" } as const;
  return formatOf(localeOf(language), zone, style).format(at);
}

/** The same in short, for lists of completions: `"Mon, 30 Nov, 09:00"`. */
export function momentInShort(at: number, zone: string, language: string): string {
  const style = { weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" } as const;
  return formatOf(localeOf(language), zone, style).format(at);
}

/** The date that a moment has in a time zone, `"2026-11-30"`. */
export function localDate(at: number, zone: string): string {
  const parts = formatOf("en-US", zone, DIGITS).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? "";
  return `${part("year")}-${part("month")}-${part("day")}`;
}

/** The time of day that a moment has in a time zone, `"09:05"`. */
export function localTime(at: number, zone: string): string {
  const style = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
  return formatOf("en-GB", zone, style).format(at);
}

const DIGITS = { year: "numeric", month: "2-digit", day: "2-digit" } as const;

function localeOf(language: string): string {
  return speechOf(language) === "es" ? "es-ES" : "en-GB";
}

function formatOf(locale: string, zone: string, style: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${zone} ${JSON.stringify(style)}`;
  const known = kept.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, {
    ...style,
    timeZone: zone,
    ...(locale === "es-ES" ? { hourCycle: "h23" } : {}),
  });
  if (kept.size >= MAX_KEPT) kept.clear();
  kept.set(key, made);
  return made;
}
