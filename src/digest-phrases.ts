import type { DigestKind, PauseReason } from "./digests.js";
import { spoken } from "./phrases.js";

interface DigestWords {
  /** Above the facts of a day: `"On this day, 20 July"`. */
  readonly onThisDay: (day: string) => string;
  readonly askAbout: string;
  readonly kinds: Readonly<Record<DigestKind, string>>;
  /** `channel` is its name, or undefined where that is not known. */
  readonly subscribed: (kind: string, channel: string | undefined, when: string, zone: string) => string;
  readonly next: (dates: string) => string;
  readonly noDates: string;
  readonly emptyDays: string;
  readonly zoneChanges: string;
  readonly notUnderstood: (typed: string) => string;
  readonly howToSay: string;
  readonly noSuchZone: (typed: string) => string;
  readonly full: (most: number) => string;
  readonly title: string;
  readonly none: string;
  readonly line: (kind: string, channel: string | undefined, when: string, zone: string) => string;
  /** Stands before how a digest is. */
  readonly state: string;
  readonly paused: string;
  readonly pausedBecause: Readonly<Record<PauseReason, string>>;
  readonly choose: string;
  readonly isPaused: (number: number) => string;
  readonly isResumed: (number: number) => string;
  readonly isRemoved: (number: number) => string;
  readonly noSuch: string;
  readonly pause: string;
  readonly resume: string;
  readonly remove: string;
  readonly back: string;
  readonly examples: readonly string[];
  /** To the server's owner. */
  readonly toOwner: (server: string, channel: string | undefined, count: number) => string;
  readonly wayOut: string;
}

/** The words of digests, in a language. */
export const digestWords = spoken<DigestWords>({
  en: {
    onThisDay: (day) => `On this day, ${day}`,
    askAbout: "Ask about it",
    kinds: { fact: "a cited fact", "on-this-day": "what happened on this day" },
    subscribed: (kind, channel, when, zone) =>
      `From now on I post ${kind} in ${channel ?? "that channel"}: ${when}, by the clocks of ${zone}.`,
    next: (dates) => `Next: ${dates}.`,
    noDates: "In the years ahead no date of my knowledge falls on one of these days, so nothing comes as it is now.",
    emptyDays: "On days of which my knowledge has nothing I post nothing.",
    zoneChanges: "The option zone sets another time zone.",
    notUnderstood: (typed) => `I do not understand “${typed}” as a time, or it would come more than once an hour.`,
    howToSay:
      "Say it like this: daily 9:00, weekdays 8:00, weekly Monday 9:00, monthly 1 9:00, hourly :30, or 0 9 * * 1.",
    noSuchZone: (typed) => `I know no time zone “${typed}”. Choose one while you type, such as Europe/Madrid.`,
    full: (most) => `This server has ${most} digests already, and more there cannot be. Remove one first.`,
    title: "Digests of this server",
    none: "This server has no digests. /digest subscribe makes one.",
    line: (kind, channel, when, zone) => `${kind}${channel === undefined ? "" : ` in ${channel}`}, ${when} (${zone})`,
    state: "State",
    paused: "Paused.",
    pausedBecause: {
      gone: "Paused: its channel is gone.",
      forbidden: "Paused: I may not see its channel or not write there.",
      "not-text": "Paused: its channel is not for messages.",
      over: "Paused: no date comes any more.",
    },
    choose: "Change one",
    isPaused: (number) => `Digest ${number} pauses. Nothing is made up for later.`,
    isResumed: (number) => `Digest ${number} goes on.`,
    isRemoved: (number) => `Digest ${number} is removed.`,
    noSuch: "There is no such digest any more. /digest list shows those there are.",
    pause: "Pause",
    resume: "Resume",
    remove: "Remove",
    back: "All digests",
    examples: ["daily 9:00", "weekdays 9:00", "weekly Monday 9:00", "monthly 1 9:00", "hourly :00"],
    toOwner: (server, channel, count) =>
      `In ${server} I have stopped ${count === 1 ? "a digest" : `${count} digests`} for ${channel === undefined ? "a channel" : `#${channel}`}.`,
    wayOut: "/digest list shows them there; once the channel is right again, /digest resume lets them go on.",
  },
  es: {
    onThisDay: (day) => `Un día como hoy, ${day}`,
    askAbout: "Pregunte por ello",
    kinds: { fact: "un hecho con su fuente", "on-this-day": "lo que ocurrió un día como hoy" },
    subscribed: (kind, channel, when, zone) =>
      `Desde ahora publico ${kind} en ${channel ?? "ese canal"}: ${when}, según los relojes de ${zone}.`,
    next: (dates) => `Próximas fechas: ${dates}.`,
    noDates:
      "En los años que vienen ninguna fecha de mi conocimiento cae en uno de esos días; tal como está, no saldrá nada.",
    emptyDays: "Los días de los que mi conocimiento no dice nada no publico nada.",
    zoneChanges: "La opción zona fija otra zona horaria.",
    notUnderstood: (typed) => `No entiendo «${typed}» como hora, o saldría más de una vez por hora.`,
    howToSay:
      "Dígalo así: diario 9:00, entre semana 8:00, semanal lunes 9:00, mensual 1 9:00, cada hora :30, o 0 9 * * 1.",
    noSuchZone: (typed) => `No conozco la zona horaria «${typed}». Elija una al escribir, como Europe/Madrid.`,
    full: (most) => `Este servidor ya tiene ${most} boletines, y no caben más. Quite uno primero.`,
    title: "Boletines de este servidor",
    none: "Este servidor no tiene boletines. /boletín suscribir crea uno.",
    line: (kind, channel, when, zone) => `${kind}${channel === undefined ? "" : ` en ${channel}`}, ${when} (${zone})`,
    state: "Estado",
    paused: "En pausa.",
    pausedBecause: {
      gone: "En pausa: su canal ya no existe.",
      forbidden: "En pausa: no puedo ver su canal o no puedo escribir en él.",
      "not-text": "En pausa: su canal no es para mensajes.",
      over: "En pausa: ya no llega ninguna fecha.",
    },
    choose: "Cambiar uno",
    isPaused: (number) => `El boletín ${number} queda en pausa. Lo que falte no se recupera después.`,
    isResumed: (number) => `El boletín ${number} sigue.`,
    isRemoved: (number) => `El boletín ${number} se quitó.`,
    noSuch: "Ese boletín ya no existe. /boletín lista muestra los que hay.",
    pause: "Pausar",
    resume: "Reanudar",
    remove: "Quitar",
    back: "Todos los boletines",
    examples: ["diario 9:00", "entre semana 9:00", "semanal lunes 9:00", "mensual 1 9:00", "cada hora :00"],
    toOwner: (server, channel, count) =>
      `En ${server} he detenido ${count === 1 ? "un boletín" : `${count} boletines`} de ${channel === undefined ? "un canal" : `#${channel}`}.`,
    wayOut:
      "Allí los muestra /boletín lista; cuando el canal vuelva a estar bien, /boletín reanudar los pone en marcha.",
  },
});
