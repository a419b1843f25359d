import { spoken } from "./phrases.js";

/** What is said where a command needs what lasts, and nothing is kept, in a language. */
export const stateMissing = spoken<string>({
  en: "This needs Discord: nothing is kept in a terminal.",
  es: "Esto necesita Discord: en una terminal no se guarda nada.",
});
