import { spoken } from "./phrases.js";

interface AboutWords {
  readonly subtitle: string;
  readonly topic: string;
  readonly whatIAm: string;
  readonly bot: readonly string[];
  readonly knowledge: string;
  readonly sources: (count: number) => string;
  readonly entries: (count: number, unstated: number) => string;
  readonly entities: (count: number) => string;
  readonly languages: (names: readonly string[]) => string;
  readonly version: (hash: string) => string;
  readonly privacy: string;
  /** What is kept on a disk, for so many days in this place; and where nothing is kept. */
  readonly kept: (days: number) => string;
  readonly keptNowhere: string;
  /** True to what the bot does today: see `Conversations` and `WhyMemory`. */
  readonly inMemory: string;
  readonly howToAsk: string;
  readonly ways: readonly string[];
}

/** The words of `/about` and `/help` on the bot itself, in a language. */
export const aboutWords = spoken<AboutWords>({
  en: {
    subtitle: "What this bot is and knows",
    topic: "About",
    whatIAm: "What I am",
    bot: [
      "Footnote, a bot that answers from curated articles and footnotes every sentence.",
      "No language model: the same question on the same knowledge gets the same answer.",
    ],
    knowledge: "What I know",
    sources: (count) => `${counted(count, "source", "sources")}.`,
    entries: (count, unstated) =>
      `${counted(count, "curated question", "curated questions")}; the answer to ${unstated} of them is that the sources do not say.`,
    entities: (count) => `${counted(count, "name", "names")} of people, organisations, places and events.`,
    languages: (names) => `Answers in ${joined(names, "and")}.`,
    version: (hash) => `Version ${hash}.`,
    privacy: "Privacy",
    kept: (days) =>
      `${days === 0 ? "The words of your questions are not kept here" : `Your questions here are kept for ${counted(days, "day", "days")}`}, under a keyed code of your account and without ids, links and addresses; /privacy says what I keep about you, /forget deletes it.`,
    keptNowhere: "Nothing that you ask goes to a disk here.",
    inMemory:
      "In memory only: our conversations and what I offered in them for ten minutes, the reasons for an answer for fifteen, a form that was opened for an hour.",
    howToAsk: "How to ask",
    ways: [
      "In a direct message, just write; in a channel, use /ask or mention me.",
      "On somebody's message, open its menu, then Apps, and choose “Answer this”.",
    ],
  },
  es: {
    subtitle: "Qué es este bot y qué sabe",
    topic: "De qué trata",
    whatIAm: "Qué soy",
    bot: [
      "Footnote, un bot que responde a partir de artículos curados y pone una nota a cada frase.",
      "Sin modelo de lenguaje: la misma pregunta sobre el mismo conocimiento recibe la misma respuesta.",
    ],
    knowledge: "Qué sé",
    sources: (count) => `${counted(count, "fuente", "fuentes")}.`,
    entries: (count, unstated) =>
      `${counted(count, "pregunta curada", "preguntas curadas")}; la respuesta a ${unstated} de ellas es que las fuentes no lo dicen.`,
    entities: (count) =>
      `${counted(count, "nombre", "nombres")} de personas, organizaciones, lugares y acontecimientos.`,
    languages: (names) => `Respuestas en ${joined(names, "y")}.`,
    version: (hash) => `Versión ${hash}.`,
    privacy: "Privacidad",
    kept: (days) =>
      `${days === 0 ? "Las palabras de sus preguntas no se guardan aquí" : `Sus preguntas aquí se guardan ${counted(days, "día", "días")}`}, bajo un código cifrado de su cuenta y sin identificadores, enlaces ni direcciones; /privacidad dice qué guardo de usted y /olvidar lo borra.`,
    keptNowhere: "Nada de lo que pregunta va aquí a un disco.",
    inMemory:
      "Solo en memoria: nuestras conversaciones y lo que ofrecí en ellas diez minutos, los motivos de una respuesta quince, un formulario abierto una hora.",
    howToAsk: "Cómo preguntar",
    ways: [
      "En un mensaje directo, escriba sin más; en un canal, use /preguntar o mencióneme.",
      "En el mensaje de otra persona, abra su menú, luego Aplicaciones, y elija «Responder a esto».",
    ],
  },
});

function counted(count: number, one: string, more: string): string {
  return `${count} ${count === 1 ? one : more}`;
}

function joined(names: readonly string[], and: string): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} ${and} ${names.at(-1)}`;
}
