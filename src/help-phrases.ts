import { spoken } from "./phrases.js";

/** The words of `/help`, in a language; `offering` stands before questions to pick. */
export const helpWords = spoken<{ title: string; offering: string }>({
  en: { title: "What can I ask?", offering: "For example" },
  es: { title: "¿Qué puedo preguntar?", offering: "Por ejemplo" },
});
