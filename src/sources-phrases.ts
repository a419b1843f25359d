import { spoken } from "./phrases.js";

interface SourceWords {
  readonly choose: string;
  readonly kind: (id: string) => string;
  readonly record: string;
  readonly publisher: string;
  readonly date: string;
  readonly language: string;
  readonly text: string;
  readonly citedFor: string;
  readonly questions: (count: number) => string;
  /** For how many questions it is cited, and how many of its paragraphs are. */
  readonly uses: (questions: number, cited: number, paragraphs: number) => string;
  readonly elsewhere: string;
  /** Before questions to pick. */
  readonly answers: string;
  readonly byTopic: string;
  readonly allQuestions: string;
  /** Above the questions that rest on a source. */
  readonly restOn: (publisher: string) => string;
  readonly allSources: string;
}

/** The words of `/sources`, in a language. */
export const sourceWords = spoken<SourceWords>({
  en: {
    choose: "Choose a source",
    kind: (id) => `Source ${id}`,
    record: "Record",
    publisher: "Publisher",
    date: "Published",
    language: "Language",
    text: "Text",
    citedFor: "Cited for",
    questions: (count) => `${count} ${count === 1 ? "question" : "questions"}`,
    uses(questions, cited, paragraphs) {
      const from = paragraphs === 0 ? "" : `; ${cited} of its ${paragraphs} paragraphs are cited`;
      return questions === 0 ? "Nothing so far." : `${questions} ${questions === 1 ? "question" : "questions"}${from}.`;
    },
    elsewhere: "Other topics",
    answers: "It answers, for example",
    byTopic: "Choose a topic to see its questions",
    allQuestions: "All its questions",
    restOn: (publisher) => `Questions that cite ${publisher}`,
    allSources: "All sources",
  },
  es: {
    choose: "Elija una fuente",
    kind: (id) => `Fuente ${id}`,
    record: "Ficha",
    publisher: "Editor",
    date: "Publicación",
    language: "Idioma",
    text: "Texto",
    citedFor: "Citada para",
    questions: (count) => `${count} ${count === 1 ? "pregunta" : "preguntas"}`,
    uses(questions, cited, paragraphs) {
      const from = paragraphs === 0 ? "" : `; se citan ${cited} de sus ${paragraphs} párrafos`;
      return questions === 0 ? "Nada por ahora." : `${questions} ${questions === 1 ? "pregunta" : "preguntas"}${from}.`;
    },
    elsewhere: "Otros temas",
    answers: "Responde, por ejemplo",
    byTopic: "Elija un tema para ver sus preguntas",
    allQuestions: "Todas sus preguntas",
    restOn: (publisher) => `Preguntas que citan a ${publisher}`,
    allSources: "Todas las fuentes",
  },
});
