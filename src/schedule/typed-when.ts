import { normalCron } from "./due.js";

/** The time of day where none was typed. */
const USUAL = { hour: 9, minute: 0 };

/**
 * Reads when something is to recur, in plain English or Spanish or as five fields of cron, as such fields: `"every weekday at 8"` and
 * `"entre semana a las 8"` give `"0 8 * * 1-5"`, `"monthly 1"` gives `"0 9 1 * *"`. Undefined where it is not understood, never comes,
 * or would come more than once an hour.
 */
export function readWhen(typed: string): string | undefined {
  if (typed.length > 100) return undefined;
  return normalCron(typed) ?? cronIn(plain(typed));
}

function cronIn(text: string): string | undefined {
  const hourly =
    /^(?:hourly|(?:every|each|cada) (?:hour|hora))(?: (?:at )?(?:minute |minuto |al minuto )?:?([0-5]?\d))?$/.exec(
      text,
    );
  if (hourly) return `${Number(hourly[1] ?? 0)} 0-23 * * *`;
  const { time, rest } = timeIn(text);
  if (!time) return undefined;
  // "monthly 1" names a day; "monthly 1 9:00" a day and a time.
  const days = daysIn(rest) ?? (rest === text ? undefined : daysIn(text, true));
  if (days === undefined) return undefined;
  const { hour, minute } = daysIn(rest) === undefined ? USUAL : time;
  return normalCron(`${minute} ${hour} ${days}`);
}

/** The last three fields. */
function daysIn(text: string, isTimeless = false): string | undefined {
  const ranged = text.replace(RANGE, (_, from: string, to: string) => between(from, to));
  const words = ranged.split(/[\s,]+/).filter((word) => word !== "" && !FILLERS.has(word));
  const all = words.join(" ");
  if (!isTimeless && DAILY.has(all)) return "* * *";
  if (!isTimeless && WORKDAYS.has(all)) return "* * 1-5";
  if (!isTimeless && WEEKENDS.has(all)) return "* * 0,6";
  const month = words.filter((word) => !MONTHLY.has(word));
  const day = /^([12]?\d|3[01])(?:st|nd|rd|th|o|ro)?$/.exec(month.join(" "));
  if (day && month.length < words.length && Number(day[1]) > 0) return `${Number(day[1])} * *`;
  const weekdays = words.filter((word) => !WEEKLY.has(word)).map(weekdayOf);
  if (isTimeless || weekdays.length === 0) return undefined;
  const numbers = weekdays.filter((one) => one !== undefined);
  if (numbers.length < weekdays.length) return undefined;
  const sorted = [...new Set(numbers)].sort((a, b) => a - b).join(",");
  return `* * ${sorted === "1,2,3,4,5" ? "1-5" : sorted === "0,1,2,3,4,5,6" ? "*" : sorted}`;
}

/** The time of day at the end of a text, and what stands before it; no time where what stands there is none. */
function timeIn(text: string): { time?: typeof USUAL; rest: string } {
  const named = /^(.*?)(?:^| )(noon|midday|mediodia|midnight|medianoche)$/.exec(text);
  if (named) return { time: { hour: /^mid?n|^median/.test(named[2]) ? 0 : 12, minute: 0 }, rest: named[1] };
  const match = /^(.*?)(?:^| )(\d{1,2})(?:[:.h](\d{2}))? ?(h|am|pm)?$/.exec(text);
  if (!match) return { time: USUAL, rest: text };
  const [, rest, typedHour, typedMinute = "0", half] = match;
  const [hour, minute] = [Number(typedHour), Number(typedMinute)];
  const isHalf = half === "am" || half === "pm";
  if (minute > 59 || hour > 23 || (isHalf && (hour < 1 || hour > 12))) return { rest: text };
  return { time: { hour: isHalf ? (hour % 12) + (half === "pm" ? 12 : 0) : hour, minute }, rest };
}

/** Lower case, without accents, halves of the day as am and pm. */
function plain(typed: string): string {
  return typed
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/\ba\. ?m\.?/g, "am")
    .replace(/\bp\. ?m\.?/g, "pm")
    .replace(/(\d)(am|pm)\b/g, "$1 $2")
    .replace(/ ?(?:de|por) la manana$| ?in the morning$/, " am")
    .replace(/ ?(?:de|por) la (?:tarde|noche)$| ?in the (?:afternoon|evening)$/, " pm")
    .replace(/ ?o'?clock$/, "")
    .replace(/º|°/g, "o")
    .replace(/\s+/g, " ")
    .trim();
}

/** The days of the week by their names in both languages, Sunday first; three letters do, and the plural. */
const WEEKDAYS: readonly (readonly string[])[] = [
  ["sunday", "sun", "domingo", "dom"],
  ["monday", "mon", "lunes", "lun"],
  ["tuesday", "tue", "tues", "martes", "mar"],
  ["wednesday", "wed", "miercoles", "mie"],
  ["thursday", "thu", "thur", "thurs", "jueves", "jue"],
  ["friday", "fri", "viernes", "vie"],
  ["saturday", "sat", "sabado", "sab"],
];
const RANGE = /\b([a-z]{3,})(?: ?- ?| to | through | a | hasta )(?:el )?([a-z]{3,})\b/g;

function weekdayOf(word: string): number | undefined {
  const found = WEEKDAYS.findIndex((names) => names.includes(word) || names.some((name) => `${name}s` === word));
  return found < 0 ? undefined : found;
}

/** `"lunes"` to `"miercoles"` gives `"monday tuesday wednesday"`; what are no days stay as they are. */
function between(from: string, to: string): string {
  const [first, last] = [weekdayOf(from), weekdayOf(to)];
  if (first === undefined || last === undefined) return `${from} ${to}`;
  const count = ((last - first + 7) % 7) + 1;
  return Array.from({ length: count }, (_, i) => WEEKDAYS[(first + i) % 7][0]).join(" ");
}

const setOf = (words: string): ReadonlySet<string> => new Set(words.split("|"));
const FILLERS = setOf("at|on|the|of|every|each|a|las|la|los|el|del|de|cada|todos|todas|en|and|y|e|por");
const DAILY = setOf("daily|day|days|diario|diaria|diariamente|dia|dias");
const WORKDAYS = setOf(
  "weekday|weekdays|workday|workdays|working day|working days|entre semana|laborable|laborables|dia laborable|dias laborables",
);
const WEEKENDS = setOf("weekend|weekends|fin semana|fines semana");
const MONTHLY = setOf("monthly|month|mensual|mensualmente|mes|day|dia");
const WEEKLY = setOf("weekly|week|semanal|semanalmente|semana");
