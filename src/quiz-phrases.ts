import { spoken } from "./phrases.js";

/** The words of the quiz. */
interface QuizPhrases {
  readonly title: (question: number) => string;
  readonly right: (answer: string) => string;
  readonly wrong: (answer: string) => string;
  readonly youChose: string;
  readonly sourcesSay: string;
  readonly score: string;
  readonly scored: (right: number, asked: number) => string;
  readonly soFar: (right: number, asked: number) => string;
  readonly next: string;
  readonly again: string;
  readonly noMore: string;
  readonly changed: string;
  readonly tooSmall: readonly string[];
}

/** The words of the quiz, in a language. */
export const quizPhrases = spoken<QuizPhrases>({
  en: {
    title: (question) => `Quiz, question ${question}`,
    right: (answer) => `Right: ${answer}`,
    wrong: (answer) => `Not right. The answer: ${answer}`,
    youChose: "You chose",
    sourcesSay: "What the sources say",
    score: "Your score",
    scored: (right, asked) => `${right} right of ${asked}`,
    soFar: (right, asked) => `So far: ${right} right of ${asked}.`,
    next: "Next question",
    again: "Another round",
    noMore: "That was every question I have for a quiz.",
    changed: "My knowledge has changed since this question was asked, so your answer does not count. Here is a way on.",
    tooSmall: [
      "There is no quiz in my knowledge yet.",
      "A question needs a date, a number or a name for its answer, and three others of its kind that are wrong.",
    ],
  },
  es: {
    title: (question) => `Prueba, pregunta ${question}`,
    right: (answer) => `Correcto: ${answer}`,
    wrong: (answer) => `No es correcto. La respuesta: ${answer}`,
    youChose: "Usted eligió",
    sourcesSay: "Lo que dicen las fuentes",
    score: "Sus aciertos",
    scored: (right, asked) => `${right} de ${asked}`,
    soFar: (right, asked) => `Aciertos hasta ahora: ${right} de ${asked}.`,
    next: "Siguiente pregunta",
    again: "Otra ronda",
    noMore: "Esas eran todas las preguntas que tengo para una prueba.",
    changed:
      "Lo que sé ha cambiado desde que hice esta pregunta, así que su respuesta no cuenta. Puede seguir desde aquí.",
    tooSmall: [
      "Con lo que sé todavía no puedo hacer ninguna prueba.",
      "Una pregunta necesita una fecha, un número o un nombre por respuesta, y otros tres de su clase que no lo sean.",
    ],
  },
});
