import { spoken } from "./phrases.js";

/** The words of `/privacy` and `/forget`; days come in words. */
interface PrivacyPhrases {
  readonly title: string;
  readonly nothing: string;
  readonly questions: (count: number, since: string) => string;
  readonly until: (day: string) => string;
  readonly votes: (count: number) => string;
  readonly language: (name: string) => string;
  readonly drafts: (count: number) => string;
  readonly whose: string;
  readonly inMemory: string;
  readonly counts: string;
  /** What curators write from questions. */
  readonly inDrafts: string;
  readonly never: string;
  readonly how: string;
  readonly export: string;
  readonly forget: string;
  readonly exported: string;
  readonly deleted: (what: readonly string[]) => string;
  readonly deletedQuestions: (count: number) => string;
  readonly deletedVotes: (count: number) => string;
  readonly deletedLanguage: string;
  readonly deletedDrafts: (count: number) => string;
  readonly nothingKept: string;
}

/** The words of `/privacy` and `/forget`, in a language. */
export const privacyWords = spoken<PrivacyPhrases>({
  en: {
    title: "What I keep about you",
    nothing: "Nothing: no question, no vote, no setting of yours.",
    questions: (count, since) => `${counted(count, "question", "questions")}, the oldest of ${since}.`,
    until: (day) =>
      `Each is deleted when the time is over for which its server keeps questions; the last of them on ${day}.`,
    votes: (count) => `${counted(count, "vote", "votes")} on answers; they go with the questions.`,
    language: (name) => `The language of your direct messages (${name}), until you change it.`,
    drafts: (count) => `That you wrote ${counted(count, "draft", "drafts")} for the knowledge base.`,
    whose:
      "All of it stands under a keyed code of your account, from all servers and direct messages; ids, mentions, links, e-mail addresses and telephone numbers are taken out of a question before it is kept.",
    inMemory:
      "In memory only: our conversations and what I offered in them for ten minutes, the reasons for an answer for fifteen, a form that was opened for an hour, and a question until it is written down.",
    counts: "What stays: how many questions and votes there were on a day, without whose they were.",
    inDrafts:
      "Drafts: what curators of a server write for the knowledge base, at times in the words of a question, is kept until they remove it, or for 30 days after it was put into the knowledge base.",
    never: "Never: your name, your account's id, messages that are not for me.",
    how: "“Forget me” or /forget deletes all of it at once, in every server.",
    export: "Export",
    forget: "Forget me",
    exported: "This is all that I keep about you.",
    deleted: (what) => `Deleted in every server: ${what.join(", ")}.`,
    deletedQuestions: (count) => counted(count, "question", "questions"),
    deletedVotes: (count) => counted(count, "vote", "votes"),
    deletedLanguage: "the language of your direct messages",
    deletedDrafts: (count) => `your name on ${counted(count, "draft", "drafts")}`,
    nothingKept: "Nothing else was kept about you.",
  },
  es: {
    title: "Qué guardo de usted",
    nothing: "Nada: ninguna pregunta, ningún voto, ningún ajuste suyo.",
    questions: (count, since) => `${counted(count, "pregunta", "preguntas")}, la más antigua del ${since}.`,
    until: (day) =>
      `Cada una se borra cuando pasa el tiempo que su servidor guarda las preguntas; la última, el ${day}.`,
    votes: (count) => `${counted(count, "voto", "votos")} sobre respuestas; se van con las preguntas.`,
    language: (name) => `El idioma de sus mensajes directos (${name}), hasta que lo cambie.`,
    drafts: (count) => `Que escribió ${counted(count, "borrador", "borradores")} para la base de conocimiento.`,
    whose:
      "Todo está bajo un código cifrado de su cuenta, de todos los servidores y mensajes directos; identificadores, menciones, enlaces, direcciones de correo y números de teléfono se quitan de una pregunta antes de guardarla.",
    inMemory:
      "Solo en memoria: nuestras conversaciones y lo que ofrecí en ellas diez minutos, los motivos de una respuesta quince, un formulario abierto una hora, y una pregunta hasta que queda anotada.",
    counts: "Lo que queda: cuántas preguntas y votos hubo en un día, sin decir de quién.",
    inDrafts:
      "Borradores: lo que quienes curan un servidor escriben para la base de conocimiento, a veces con las palabras de una pregunta, se guarda hasta que lo quitan, o 30 días después de pasar a la base de conocimiento.",
    never: "Nunca: su nombre, el identificador de su cuenta, mensajes que no son para mí.",
    how: "«Olvidarme» u /olvidar lo borra todo al momento, en todos los servidores.",
    export: "Exportar",
    forget: "Olvidarme",
    exported: "Esto es todo lo que guardo de usted.",
    deleted: (what) => `Borrado en todos los servidores: ${what.join(", ")}.`,
    deletedQuestions: (count) => counted(count, "pregunta", "preguntas"),
    deletedVotes: (count) => counted(count, "voto", "votos"),
    deletedLanguage: "el idioma de sus mensajes directos",
    deletedDrafts: (count) => `su nombre en ${counted(count, "borrador", "borradores")}`,
    nothingKept: "No guardaba nada más de usted.",
  },
});

function counted(count: number, one: string, more: string): string {
  return `${count} ${count === 1 ? one : more}`;
}
