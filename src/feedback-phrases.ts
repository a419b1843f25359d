import { spoken } from "./phrases.js";
import type { Reason } from "./votes.js";

/** The words of votes on answers. */
interface FeedbackPhrases {
  readonly helped: string;
  readonly unhelped: string;
  readonly notedHelped: string;
  readonly notedUnhelped: string;
  /** The title of the form, at most 45 characters: the vote is noted already. */
  readonly formTitle: string;
  readonly whatWasWrong: string;
  readonly mayClose: string;
  readonly reasons: Readonly<Record<Reason, string>>;
  readonly because: (reason: string) => string;
  readonly gone: string;
}

/** The words of votes on answers, in a language. */
export const feedbackWords = spoken<FeedbackPhrases>({
  en: {
    helped: "Helped",
    unhelped: "Did not help",
    notedHelped: "Noted: it helped. You can change it.",
    notedUnhelped: "Noted: it did not help. You can change it.",
    formTitle: "Noted: it did not help",
    whatWasWrong: "What was wrong?",
    mayClose: "Your vote counts already; you can close this without a word.",
    reasons: { answer: "The answer is wrong", citation: "The citation is wrong", question: "It is not what I asked" },
    because: (reason) => `Noted: it did not help (${reason.toLowerCase()}). You can change it.`,
    gone: "I do not keep that question any more, so I cannot take a vote on its answer.",
  },
  es: {
    helped: "Me sirvió",
    unhelped: "No me sirvió",
    notedHelped: "Anotado: le sirvió. Puede cambiarlo.",
    notedUnhelped: "Anotado: no le sirvió. Puede cambiarlo.",
    formTitle: "Anotado: no le sirvió",
    whatWasWrong: "¿Qué estaba mal?",
    mayClose: "Su voto ya cuenta; puede cerrar esto sin decir nada.",
    reasons: {
      answer: "La respuesta es errónea",
      citation: "La cita es errónea",
      question: "No es lo que pregunté",
    },
    because: (reason) => `Anotado: no le sirvió (${reason.toLowerCase()}). Puede cambiarlo.`,
    gone: "Ya no guardo esa pregunta, así que no puedo tomar un voto sobre su respuesta.",
  },
});
