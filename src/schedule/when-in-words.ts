import { type Speech, speechOf } from "../phrases.js";

/**
 * Five fields as `readWhen` gives them in plain words that it reads back: `"0 9 * * 1"` gives `"weekly Monday 9:00"` or
 * `"semanal lunes 9:00"`; what no words are known for stays as it is.
 */
export function whenInWords(cron: string, language: string): string {
  const words = WORDS[speechOf(language)];
  const [minute, hour, day, month, weekday] = cron.split(" ");
  if (hour === "0-23" && day === "*" && weekday === "*" && month === "*")
    return `${words.hourly} :${minute.padStart(2, "0")}`;
  if (!/^\d+$/.test(hour) || month !== "*") return cron;
  const time = `${hour}:${minute.padStart(2, "0")}`;
  if (day === "*" && weekday === "*") return `${words.daily} ${time}`;
  if (day === "*" && weekday === "1-5") return `${words.weekdays} ${time}`;
  if (day === "*" && /^[0-6](,[0-6])*$/.test(weekday)) {
    return `${words.weekly} ${weekday
      .split(",")
      .map((one) => words.days[Number(one)])
      .join(", ")} ${time}`;
  }
  return weekday === "*" && /^\d+$/.test(day) ? `${words.monthly} ${day} ${time}` : cron;
}

interface WhenWords {
  readonly hourly: string;
  readonly daily: string;
  readonly weekdays: string;
  readonly weekly: string;
  readonly monthly: string;
  /** Sunday first. */
  readonly days: readonly string[];
}

const WORDS: Readonly<Record<Speech, WhenWords>> = {
  en: {
    hourly: "hourly",
    daily: "daily",
    weekdays: "weekdays",
    weekly: "weekly",
    monthly: "monthly",
    days: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
  },
  es: {
    hourly: "cada hora",
    daily: "diario",
    weekdays: "entre semana",
    weekly: "semanal",
    monthly: "mensual",
    days: ["domingo", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado"],
  },
};
