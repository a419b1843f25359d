import { spoken } from "./phrases.js";

/** The words of `/cite`, in a language. */
export const citeWords = spoken<{ choose: string; answer: string; entry: (id: string, topic: string) => string }>({
  en: { choose: "Choose a question", answer: "Answer", entry: (id, topic) => `Entry ${id}, under: ${topic}` },
  es: { choose: "Elija una pregunta", answer: "Respuesta", entry: (id, topic) => `Entrada ${id}, en: ${topic}` },
});
