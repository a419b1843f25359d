import type { Caution } from "./answer/calibrate.js";
import { type Speech, spoken } from "./phrases.js";

/** The words of `/settings` and `/language`. */
interface SettingsPhrases {
  readonly title: string;
  readonly now: string;
  /** Above the card after a change. */
  readonly changed: string;
  readonly language: string;
  readonly languages: Readonly<Record<Speech | "own", string>>;
  readonly answers: string;
  readonly isPrivate: (isPrivate: boolean) => string;
  readonly certainty: string;
  readonly caution: Readonly<Record<Caution, string>>;
  readonly mentions: string;
  readonly everywhere: string;
  readonly nowhere: string;
  readonly hereToo: string;
  readonly notHere: string;
  readonly tooManyChannels: (most: number) => string;
  readonly curators: string;
  readonly managersOnly: string;
  readonly andManagers: string;
  readonly noCurators: string;
  readonly retention: string;
  readonly days: (days: number) => string;
  /** What can be chosen, `Language: Spanish`. */
  readonly choose: string;
  readonly option: (setting: string, value: string) => string;
  /** What else the command takes. */
  readonly byOption: string;
  readonly inDirectMessages: string;
  /** What `/language` does in a server. */
  readonly inServers: string;
}

/** The words of `/settings` and `/language`, in a language. */
export const settingsWords = spoken<SettingsPhrases>({
  en: {
    title: "How I behave in this server",
    now: "as it is now",
    changed: "changed: as it is from now on",
    language: "Language",
    languages: { own: "each person's own", en: "English", es: "Spanish" },
    answers: "Answers to /ask",
    isPrivate: (isPrivate) => (isPrivate ? "private, for whoever asks" : "public, in the channel"),
    certainty: "How sure I must be",
    caution: { cautious: "cautious: 98 %", balanced: "balanced: 95 %", eager: "eager: 85 %" },
    mentions: "Where I answer mentions",
    everywhere: "everywhere",
    nowhere: "nowhere",
    hereToo: "in this channel",
    notHere: "not in this channel",
    tooManyChannels: (most) => `I answer mentions in at most ${most} channels: take one away first.`,
    curators: "Who curates",
    managersOnly: "those who may manage this server",
    andManagers: "and those who may manage this server",
    noCurators: "no role besides those who manage",
    retention: "How long questions are kept",
    days: (days) => (days === 0 ? "not at all" : days === 1 ? "1 day" : `${days} days`),
    choose: "Change something",
    option: (setting, value) => `${setting}: ${value}`,
    byOption: "Other channels, a role and any number of days (0 to 365) go with /settings and its options.",
    inDirectMessages: "The language in which I write to you in direct messages",
    inServers: "In a server, those who manage it choose the language.",
  },
  es: {
    title: "Cómo me porto en este servidor",
    now: "como está ahora",
    changed: "cambiado: como será desde ahora",
    language: "Idioma",
    languages: { own: "el de cada persona", en: "inglés", es: "español" },
    answers: "Respuestas a /preguntar",
    isPrivate: (isPrivate) => (isPrivate ? "privadas, para quien pregunta" : "públicas, en el canal"),
    certainty: "Cuánta seguridad necesito",
    caution: { cautious: "prudente: 98 %", balanced: "equilibrada: 95 %", eager: "atrevida: 85 %" },
    mentions: "Dónde respondo a las menciones",
    everywhere: "en todas partes",
    nowhere: "en ninguna parte",
    hereToo: "en este canal",
    notHere: "en este canal no",
    tooManyChannels: (most) => `Respondo a menciones en ${most} canales a lo más: quite uno antes.`,
    curators: "Quién cura",
    managersOnly: "quienes pueden gestionar este servidor",
    andManagers: "y quienes pueden gestionar este servidor",
    noCurators: "ningún rol además de quienes gestionan",
    retention: "Cuánto se guardan las preguntas",
    days: (days) => (days === 0 ? "nada" : days === 1 ? "1 día" : `${days} días`),
    choose: "Cambiar algo",
    option: (setting, value) => `${setting}: ${value}`,
    byOption: "Otros canales, un rol y cualquier número de días (0 a 365) van con /ajustes y sus opciones.",
    inDirectMessages: "El idioma en que le escribo en los mensajes directos",
    inServers: "En un servidor, el idioma lo eligen quienes lo gestionan.",
  },
});
