import { spoken } from "./phrases.js";

/** How old something is, in whole units: `{ unit: "years", least: 10, most: 11 }` where only its year is known. */
interface Age {
  readonly unit: "years" | "months" | "days";
  readonly least: number;
  readonly most: number;
}

const DAY_MS = 86_400_000;

/**
 * The age at a time of what was published on a day, in a month or in a year, only as exact as that date is:
 * `ageOf("2015", Date.UTC(2026, 10, 23))` is 10 or 11 years. Undefined for what is still to come.
 */
function ageOf(published: string, now: number): Age | undefined {
  const [year, month, day] = published.split("-").map(Number);
  const first = Date.UTC(year, (month ?? 1) - 1, day ?? 1);
  if (first > now) return undefined;
  const last = month === undefined ? Date.UTC(year, 11, 31) : day === undefined ? Date.UTC(year, month, 0) : first;
  const [least, most] = [monthsBetween(last, now), monthsBetween(first, now)];
  if (least >= 12 || month === undefined)
    return { unit: "years", least: Math.floor(least / 12), most: Math.floor(most / 12) };
  if (most >= 1 || day === undefined) return { unit: "months", least, most };
  const days = Math.floor((now - first) / DAY_MS);
  return { unit: "days", least: days, most: days };
}

/** The same in words: `"10 years old"`, `"10 or 11 years old"`, `"less than 2 months old"`. */
export function ageInWords(published: string, now: number, language: string): string | undefined {
  const age = ageOf(published, now);
  return age && words(language)(age);
}

/** Whole months from one time to a later one; 0 where it is not later. */
function monthsBetween(from: number, to: number): number {
  const [a, b] = [new Date(from), new Date(to)];
  const months = (b.getUTCFullYear() - a.getUTCFullYear()) * 12 + b.getUTCMonth() - a.getUTCMonth();
  return Math.max(0, b.getUTCDate() < a.getUTCDate() ? months - 1 : months);
}

const UNITS = {
  en: { years: ["year", "years"], months: ["month", "months"], days: ["day", "days"] },
  es: { years: ["año", "años"], months: ["mes", "meses"], days: ["día", "días"] },
} as const;

const words = spoken<(age: Age) => string>({
  en: ({ unit, least, most }) => {
    const counted = (count: number) => `${count} ${UNITS.en[unit][count === 1 ? 0 : 1]}`;
    if (most === 0 && unit === "days") return "published today";
    if (least === 0) return `less than ${counted(most + 1)} old`;
    return `${least === most ? "" : `${least} or `}${counted(most)} old`;
  },
  es: ({ unit, least, most }) => {
    const counted = (count: number) => `${count} ${UNITS.es[unit][count === 1 ? 0 : 1]}`;
    if (most === 0 && unit === "days") return "publicada hoy";
    if (least === 0) return `de hace menos de ${counted(most + 1)}`;
    // "u" stands before what sounds like o: ocho, once, ochenta.
    const or = /^(8|11$)/.test(String(most)) ? "u" : "o";
    return `de hace ${least === most ? "" : `${least} ${or} `}${counted(most)}`;
  },
});
