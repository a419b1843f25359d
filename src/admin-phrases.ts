import { spoken } from "./phrases.js";

interface AdminWords {
  readonly swapped: (version: string, before: string) => string;
  readonly size: (entries: number, sources: number) => string;
  readonly unchanged: (version: string) => string;
  readonly refused: string;
  readonly problems: (count: number, version: string) => string;
  /** The problems are worded by what reads the folder, for curators. */
  readonly inEnglish?: string;
  readonly failed: (reason: string, version: string) => string;
  readonly notHere: string;
  readonly again: string;
}

/** The words of `/admin`, in a language. */
export const adminWords = spoken<AdminWords>({
  en: {
    swapped: (version, before) =>
      `The knowledge was read anew: version ${version} answers from now on, before it was ${before}.`,
    size: (entries, sources) =>
      `${counted(entries, "question", "questions")} from ${counted(sources, "source", "sources")}.`,
    unchanged: (version) => `Nothing has changed in the knowledge: version ${version} goes on answering.`,
    refused: "The knowledge was not reloaded",
    problems: (count, version) =>
      `${counted(count, "problem", "problems")} in the folder; version ${version} goes on answering. Mend it and reload.`,
    failed: (reason, version) =>
      `The knowledge could not be read: ${reason}. Version ${version} goes on answering; the log says more.`,
    again: "Reload again",
    notHere: "The knowledge cannot be reloaded here; start the bot anew instead.",
  },
  es: {
    swapped: (version, before) =>
      `El conocimiento se leyó de nuevo: desde ahora responde la versión ${version}; antes era la ${before}.`,
    size: (entries, sources) =>
      `${counted(entries, "pregunta", "preguntas")} de ${counted(sources, "fuente", "fuentes")}.`,
    unchanged: (version) => `Nada ha cambiado en el conocimiento: sigue respondiendo la versión ${version}.`,
    refused: "El conocimiento no se recargó",
    problems: (count, version) =>
      `${counted(count, "problema", "problemas")} en la carpeta; sigue respondiendo la versión ${version}. Corrija y recargue.`,
    inEnglish: "Los problemas se describen en inglés.",
    failed: (reason, version) =>
      `El conocimiento no se pudo leer: ${reason}. Sigue respondiendo la versión ${version}; el registro dice más.`,
    again: "Recargar otra vez",
    notHere: "Aquí el conocimiento no se puede recargar; inicie el bot de nuevo.",
  },
});

function counted(count: number, one: string, more: string): string {
  return `${count} ${count === 1 ? one : more}`;
}
