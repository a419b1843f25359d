import { spoken } from "../phrases.js";

interface TerminalWords {
  /** What a chat says first. */
  readonly intro: readonly string[];
  /** Before answers and actions that nothing else is offered with. */
  readonly choose: string;
}

/** The words that only a terminal needs, in a language. */
export const terminalWords = spoken<TerminalWords>({
  en: {
    intro: [
      "This is a chat in the terminal, for no DISCORD_TOKEN is set.",
      "To answer in Discord, copy .env.example to .env, put the bot's token there, and start again.",
      "Type a question, the number of what is offered, or /help for all commands. Leave with exit or Ctrl-C.",
    ],
    choose: "Choose:",
  },
  es: {
    intro: [
      "Esta es una charla en la terminal, pues no hay DISCORD_TOKEN.",
      "Para responder en Discord, copie .env.example como .env, ponga ahí el token del bot y empiece de nuevo.",
      "Escriba una pregunta, el número de lo que se ofrece, o /ayuda para ver todas las órdenes. Salga con salir o Ctrl-C.",
    ],
    choose: "Elija:",
  },
});
