import { spoken } from "./phrases.js";

/** What is said to whom a command is not for. */
interface AudiencePhrases {
  readonly managers: string;
  readonly owners: string;
  readonly servers: string;
}

/** What is said to whom a command is not for, in a language. */
export const audienceWords = spoken<AudiencePhrases>({
  en: {
    managers: "This is for those who may manage this server.",
    owners: "This is for those alone who run me.",
    servers: "This works in a server only.",
  },
  es: {
    managers: "Esto es para quienes pueden gestionar este servidor.",
    owners: "Esto es solo para quienes me administran.",
    servers: "Esto solo funciona en un servidor.",
  },
});
