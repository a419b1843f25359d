import { spoken } from "./phrases.js";

/** The words on and around buttons and selects, and those of the bot's manners. */
interface ControlPhrases {
  readonly quotations: string;
  readonly noQuotation: string;
  readonly pageBefore: string;
  readonly pageAfter: string;
  readonly page: (page: number, pages: number) => string;
  readonly share: string;
  /** Before a private answer that somebody posts for all. */
  readonly sharedBy: (name: string) => string;
  readonly delete: string;
  /** Before actions that are listed with the numbers that pick them. */
  readonly alsoHere: string;
  readonly picture: (alt: string) => string;
  readonly notYours: string;
  readonly noSuchAction: string;
  /** Before what an older control leads to now. */
  readonly changed: string;
  readonly tooFast: (seconds: number) => string;
  /** Before an answer that is told in private. */
  readonly mayNotReply: (channel: string) => string;
  readonly noText: string;
  readonly notAChoice: (option: string, choices: string) => string;
  readonly notAKind: (option: string, kind: "boolean" | "whole" | "role" | "channel") => string;
}

/** The words on and around buttons and selects, in a language. */
export const controls = spoken<ControlPhrases>({
  en: {
    quotations: "Quotations",
    noQuotation: "no words are quoted; the place says it as a whole",
    pageBefore: "Previous page",
    pageAfter: "Next page",
    page: (page, pages) => `Page ${page} of ${pages}`,
    share: "Share",
    sharedBy: (name) => `Asked and shared by ${name}:`,
    delete: "Delete",
    alsoHere: "You can also choose:",
    picture: (alt) => `Picture: ${alt}`,
    notYours: "Only the person who asked can use this. Ask me yourself, and you get one of your own.",
    noSuchAction: "This button does not lead anywhere any more. Please ask again.",
    changed: "My knowledge has changed since then; this is what it says now.",
    tooFast: (seconds) =>
      `One after the other, please: ask me again in ${seconds === 1 ? "a second" : `${seconds} s`}.`,
    mayNotReply: (channel) => `I may not reply in ${channel}, so here is my answer to you.`,
    noText: "There are no words in that message that I could answer.",
    notAChoice: (option, choices) => `${option} can be one of these: ${choices}.`,
    notAKind: (option, kind) =>
      `${option} needs ${{ boolean: "yes or no", whole: "a whole number within its range", role: "the id of a role", channel: "the id of a channel" }[kind]}.`,
  },
  es: {
    quotations: "Citas",
    noQuotation: "sin palabras citadas; el pasaje entero lo dice",
    pageBefore: "Página anterior",
    pageAfter: "Página siguiente",
    page: (page, pages) => `Página ${page} de ${pages}`,
    share: "Compartir",
    sharedBy: (name) => `Pregunta y comparte ${name}:`,
    delete: "Borrar",
    alsoHere: "También puede elegir:",
    picture: (alt) => `Imagen: ${alt}`,
    notYours: "Solo puede usar esto quien preguntó. Pregúnteme usted y tendrá su propia respuesta.",
    noSuchAction: "Este botón ya no lleva a ninguna parte. Pregunte de nuevo, por favor.",
    changed: "Mi conocimiento ha cambiado desde entonces; esto es lo que dice ahora.",
    tooFast: (seconds) =>
      `De una en una, por favor: pregúnteme de nuevo en ${seconds === 1 ? "un segundo" : `${seconds} s`}.`,
    mayNotReply: (channel) => `No puedo responder en ${channel}, así que le respondo aquí.`,
    noText: "En ese mensaje no hay palabras a las que pueda responder.",
    notAChoice: (option, choices) => `${option} puede ser: ${choices}.`,
    notAKind: (option, kind) =>
      `${option} necesita ${{ boolean: "sí o no", whole: "un número entero dentro de su margen", role: "el identificador de un rol", channel: "el identificador de un canal" }[kind]}.`,
  },
});
