import { type Speech, speechOf } from "../phrases.js";

/** The timeline's own words; every language has all of them, or the compiler says which are missing. */
interface TimelinePhrases {
  /** Days of one month: `("8", "10 July 2019")` gives `"8 to 10 July 2019"`. */
  readonly daysOfMonth: (first: string, last: string) => string;
  /** `isDay` says of each end whether it is a day, which takes an article in some languages. */
  readonly period: (first: string, last: string, isDay: readonly [boolean, boolean]) => string;
  readonly years: (first: number, last: number) => string;
  readonly facts: (count: number) => string;
  /** Between two years with nothing dated in between. */
  readonly yearsLater: (years: number) => string;
  /** The months of an axis, January first; at most four letters each. */
  readonly months: readonly string[];
  readonly altTitle: (title: string) => string;
  readonly moreFacts: (count: number) => string;
  readonly noDate: (typed: string) => string;
  readonly noSuchDay: (typed: string) => string;
  readonly noYear: (typed: string) => string;
  /** Of days and months that are both at most 12: the two ways to read it, in words. */
  readonly twoWays: (typed: string, one: string, other: string) => string;
  readonly howToWrite: string;
  readonly fromAfterTo: (from: string, to: string) => string;
}

const english: TimelinePhrases = {
  daysOfMonth: (first, last) => `${first} to ${last}`,
  period: (first, last) => `${first} to ${last}`,
  years: (first, last) => `${first} to ${last}`,
  facts: (count) => (count === 1 ? "1 dated fact" : `${count} dated facts`),
  yearsLater: (years) => (years === 1 ? "1 year later" : `${years} years later`),
  months: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
  altTitle: (title) => `Timeline: ${title}`,
  moreFacts: (count) => `And ${count} more.`,
  noDate: (typed) => `“${typed}” is not a date that I can read.`,
  noSuchDay: (typed) => `“${typed}” is not in the calendar.`,
  noYear: (typed) => `“${typed}” has no year.`,
  twoWays: (typed, one, other) => `“${typed}” can be ${one} or ${other}.`,
  howToWrite: "Write a year (2016), a month (2016-02 or February 2016) or a day (2016-02-22 or 22 February 2016).",
  fromAfterTo: (from, to) =>
    `The timeline would begin (${from}) after its end (${to}). Swap the two, or leave one out.`,
};

const spanish: TimelinePhrases = {
  daysOfMonth: (first, last) => `del ${first} al ${last}`,
  period: (first, last, [fromDay, toDay]) => `${fromDay ? "del" : "de"} ${first} ${toDay ? "al" : "a"} ${last}`,
  years: (first, last) => `De ${first} a ${last}`,
  facts: (count) => (count === 1 ? "1 hecho con fecha" : `${count} hechos con fecha`),
  yearsLater: (years) => (years === 1 ? "1 año después" : `${years} años después`),
  months: ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic"],
  altTitle: (title) => `Cronología: ${title}`,
  moreFacts: (count) => `Y ${count} más.`,
  noDate: (typed) => `«${typed}» no es una fecha que yo sepa leer.`,
  noSuchDay: (typed) => `«${typed}» no está en el calendario.`,
  noYear: (typed) => `A «${typed}» le falta el año.`,
  twoWays: (typed, one, other) => `«${typed}» puede ser el ${one} o el ${other}.`,
  howToWrite:
    "Escriba un año (2016), un mes (2016-02 o febrero de 2016) o un día (2016-02-22 o 22 de febrero de 2016).",
  fromAfterTo: (from, to) =>
    `La cronología empezaría (${from}) después de su final (${to}). Intercambie las dos fechas o quite una.`,
};

const ALL: Readonly<Record<Speech, TimelinePhrases>> = { en: english, es: spanish };

/** The timeline's words in a language; English for languages that the bot does not speak. */
export function timelinePhrases(language: string): TimelinePhrases {
  return ALL[speechOf(language)];
}
