import { spoken } from "./phrases.js";

interface TopicWords {
  readonly title: string;
  readonly choose: string;
  readonly back: string;
  readonly all: (topics: number, questions: number) => string;
  /** How many questions, and to how many of them the answer is that the sources do not say. */
  readonly count: (questions: number, unstated: number) => string;
  /** What "not stated" means. */
  readonly notStated: string;
}

/** The words of `/topics`, in a language. */
export const topicWords = spoken<TopicWords>({
  en: {
    title: "Topics",
    choose: "Choose a topic",
    back: "All topics",
    all: (topics, questions) => `${counted(topics, "topic")} with ${counted(questions, "question")}.`,
    count(questions, unstated) {
      if (unstated === 0) return counted(questions, "question");
      return unstated === questions
        ? `${counted(questions, "question")}, not stated`
        : `${counted(questions, "question")}, ${unstated} not stated`;
    },
    notStated: "Not stated: what people ask and the sources do not say.",
  },
  es: {
    title: "Temas",
    choose: "Elija un tema",
    back: "Todos los temas",
    all: (topics, questions) => `${counted(topics, "tema")} con ${counted(questions, "pregunta")}.`,
    count(questions, unstated) {
      if (unstated === 0) return counted(questions, "pregunta");
      return unstated === questions
        ? `${counted(questions, "pregunta")}, no consta`
        : `${counted(questions, "pregunta")}, ${unstated} no ${unstated === 1 ? "consta" : "constan"}`;
    },
    notStated: "No consta: lo que se pregunta y las fuentes no dicen.",
  },
});

function counted(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? "" : "s"}`;
}
