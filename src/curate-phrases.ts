import { showDate } from "./dates.js";
import type { AdditionProblem } from "./knowledge/addition.js";
import { languageName } from "./language-name.js";
import { spoken } from "./phrases.js";

interface CurateWords {
  readonly notCurator: string;
  readonly queue: string;
  readonly waiting: (groups: number, isMore: boolean) => string;
  readonly nothingWaits: string;
  readonly choose: string;
  readonly asked: (times: number) => string;
  readonly since: (day: string) => string;
  readonly against: (votes: number) => string;
  readonly nearest: string;
  readonly noneNear: string;
  readonly near: (question: string, entry: string, percent: number) => string;
  /** In place of a question whose text is not kept. */
  readonly noText: string;
  readonly settled: Readonly<Record<"drafted" | "dismissed" | "exported", string>>;
  readonly gone: string;
  readonly back: string;
  readonly addWording: string;
  readonly draftEntry: string;
  readonly notStated: string;
  readonly dismiss: string;
  readonly dismissed: string;
  readonly entry: string;
  readonly otherEntry: string;
  readonly otherEntryHint: string;
  readonly wording: string;
  readonly wordingHint: string;
  readonly question: string;
  /** Where the question was asked in another language than the knowledge's first. */
  readonly questionIn: (language: string) => string;
  readonly answer: string;
  readonly answerHint: string;
  readonly unstatedHint: string;
  readonly source: string;
  readonly sourceHint: string;
  readonly paragraph: string;
  readonly paragraphHint: string;
  readonly quote: string;
  readonly quoteHint: string;
  readonly notYet: string;
  readonly drafted: string;
  readonly waits: string;
  readonly drafts: string;
  readonly draftCount: (count: number) => string;
  readonly noDrafts: string;
  readonly chooseDraft: string;
  readonly draftOf: Readonly<Record<"wording" | "entry" | "unstated", string>>;
  readonly forEntry: (question: string, entry: string) => string;
  readonly remove: string;
  readonly removed: string;
  readonly draftGone: string;
  readonly translate: (language: string) => string;
  readonly translationHint: (sentences: number) => string;
  readonly addAsked: string;
  /** Somebody else has changed the same part of a draft. */
  readonly writtenMeanwhile: (text: string) => string;
  readonly sourceGone: (source: string) => string;
  readonly day: (at: number) => string;
  readonly problem: (problem: AdditionProblem) => string;
}

const dayIn = (language: string) => (at: number) => showDate(new Date(at).toISOString().slice(0, 10), language);

/** The words of `/curate`, in a language. */
export const curateWords = spoken<CurateWords>({
  en: {
    notCurator:
      "This is for the curators of this server: whoever manages it, and members of the role that /settings names.",
    queue: "Questions without a good answer",
    waiting: (groups, isMore) =>
      isMore
        ? `More than ${groups - 1} groups of like questions wait; these were asked most often.`
        : `${counted(groups, "group of like questions waits", "groups of like questions wait")}, most asked first.`,
    nothingWaits: "Nothing waits: every question of the last days was answered, or is taken care of.",
    choose: "Choose a question",
    asked: (times) => (times === 1 ? "asked once" : `asked ${times} times`),
    since: (day) => `since ${day}`,
    against: (votes) => `${counted(votes, "vote", "votes")} against the answer`,
    nearest: "Nearest",
    noneNear: "nothing is near",
    near: (question, entry, percent) => `${question} (${entry}, ${percent}% sure)`,
    noText: "(the wording is not kept)",
    settled: {
      drafted: "A draft waits to be exported.",
      dismissed: "Dismissed; it comes back when it is asked three more times.",
      exported: "Written into the knowledge; it comes back when it is asked three more times.",
    },
    gone: "These questions are not kept any more.",
    back: "Back to the queue",
    addWording: "Add to an entry",
    draftEntry: "Draft an answer",
    notStated: "Not stated",
    dismiss: "Dismiss",
    dismissed: "Dismissed. It comes back when it is asked three more times.",
    entry: "Asks the same as",
    otherEntry: "Or another entry's id",
    otherEntryHint: "It goes before the choice; /curate add completes ids",
    wording: "Wording",
    wordingHint: "As anybody would ask it; take out what is personal",
    question: "Question",
    questionIn: (language) => `Question, in ${language}`,
    answer: "Answer",
    answerHint: "Each sentence becomes a statement that cites the place below",
    unstatedHint: "What the sources do not say, and what comes nearest",
    source: "Source",
    sourceHint: "Its id, as /sources shows it",
    paragraph: "Paragraph",
    paragraphHint: "A number; 0 is the source's record",
    quote: "Quotation",
    quoteHint: "Letter by letter from that paragraph; from a cited-only source at most twelve words",
    notYet: "Not yet drafted; what you wrote is kept:",
    drafted: "Drafted.",
    waits: "It answers once whoever runs the bot has exported it; until then curators alone see it.",
    drafts: "Drafts",
    draftCount: (count) => `${counted(count, "draft waits", "drafts wait")} to be exported. Curators alone see them.`,
    noDrafts: "There are no drafts.",
    chooseDraft: "Choose a draft",
    draftOf: { wording: "Draft: another wording", entry: "Draft: a new entry", unstated: "Draft: not stated" },
    forEntry: (question, entry) => `for ${question} (${entry})`,
    remove: "Remove",
    removed: "Removed; its questions stand in the queue again.",
    draftGone: "This draft is not there any more: it was removed, or exported.",
    translate: (language) => `Add ${language}`,
    translationHint: (sentences) => `${counted(sentences, "sentence", "sentences")}, one for each of the answer`,
    addAsked: "Add how it was asked",
    writtenMeanwhile: (text) =>
      `Another curator has written this here meanwhile: “${text}” What you wrote is kept; send it again to put it in its place.`,
    sourceGone: (source) => `${source}, which is no source any more`,
    day: dayIn("en"),
    problem(problem) {
      switch (problem.kind) {
        case "no-question":
          return "The question is empty: write it.";
        case "no-words":
          return "The question has neither a letter nor a digit: ask it in words.";
        case "no-answer":
          return "The answer is empty: write at least one sentence.";
        case "no-such-entry":
          return "There is no such entry: choose one, or complete its id with /curate add.";
        case "record-quoted":
          return "Paragraph 0 is the source's record and has no words to quote: leave the quotation empty, or give a paragraph of the text.";
        case "not-a-number":
          return "The paragraph is not a number: count from 1; 0 is the record.";
        case "taken":
          return `An entry is asked so already: ${problem.question} (${problem.entry}). Add what is missing there, or ask otherwise.`;
        case "no-such-source":
          return `There is no source “${problem.source}”: give one of ${problem.sources.slice(0, MOST_NAMED).join(", ")}.`;
        case "no-such-paragraph":
          return problem.paragraphs === 0
            ? "Of this source there is only the record: give paragraph 0."
            : `This source has the paragraphs 0 to ${problem.paragraphs}: give one of these.`;
        case "not-quoted":
          return `The quotation is not in paragraph ${problem.paragraph}: copy it letter by letter.`;
        case "quote-too-long":
          return `The quotation has ${problem.words} words: this source's words are not kept here, quote at most ${problem.most}.`;
        case "drafted-twice":
          return "Another draft says the same: export again, and what this one has more is added.";
        case "translated-otherwise":
          return `The entry ${problem.entry} has other words in ${languageName(problem.language, "en")} by now: set them right in its file, then remove this draft.`;
        case "unloadable":
          return `It cannot be written as the files stand: ${problem.problem}. Mend that file, or remove this draft.`;
        case "sentences":
          return `The answer has ${counted(problem.expected, "sentence", "sentences")}, this has ${problem.found}: write one for each.`;
      }
    },
  },
  es: {
    notCurator:
      "Esto es para quienes curan este servidor: quienes lo gestionan y los miembros del rol que dice /settings.",
    queue: "Preguntas sin una buena respuesta",
    waiting: (groups, isMore) =>
      isMore
        ? `Esperan más de ${groups - 1} grupos de preguntas parecidas; estas se hicieron más a menudo.`
        : `${counted(groups, "grupo de preguntas parecidas espera", "grupos de preguntas parecidas esperan")}; primero, lo más preguntado.`,
    nothingWaits: "No espera nada: toda pregunta de los últimos días se respondió o está atendida.",
    choose: "Elija una pregunta",
    asked: (times) => (times === 1 ? "preguntada una vez" : `preguntada ${times} veces`),
    since: (day) => `desde el ${day}`,
    against: (votes) => `${counted(votes, "voto", "votos")} en contra de la respuesta`,
    nearest: "Lo más cercano",
    noneNear: "no hay nada cerca",
    near: (question, entry, percent) => `${question} (${entry}, seguridad del ${percent} %)`,
    noText: "(sus palabras no se guardan)",
    settled: {
      drafted: "Un borrador espera a que se exporte.",
      dismissed: "Descartada; vuelve cuando se pregunte tres veces más.",
      exported: "Escrita en el conocimiento; vuelve cuando se pregunte tres veces más.",
    },
    gone: "Estas preguntas ya no se guardan.",
    back: "Volver a la lista",
    addWording: "Añadir a una entrada",
    draftEntry: "Redactar una respuesta",
    notStated: "No consta",
    dismiss: "Descartar",
    dismissed: "Descartada. Vuelve cuando se pregunte tres veces más.",
    entry: "Pregunta lo mismo que",
    otherEntry: "O el id de otra entrada",
    otherEntryHint: "Vale antes que lo elegido; /curate add completa los ids",
    wording: "Palabras",
    wordingHint: "Como lo preguntaría cualquiera; quite lo personal",
    question: "Pregunta",
    questionIn: (language) => `Pregunta, en ${language}`,
    answer: "Respuesta",
    answerHint: "Cada frase es un enunciado que cita el lugar de abajo",
    unstatedHint: "Lo que las fuentes no dicen, y lo que más se acerca",
    source: "Fuente",
    sourceHint: "Su id, como lo muestra /sources",
    paragraph: "Párrafo",
    paragraphHint: "Un número; 0 es la ficha de la fuente",
    quote: "Cita",
    quoteHint: "Letra por letra de ese párrafo; de una fuente solo citada, a lo más doce palabras",
    notYet: "Todavía no es un borrador; lo que escribió se conserva:",
    drafted: "Es un borrador.",
    waits: "Responderá cuando quien administra el bot lo exporte; hasta entonces solo lo ven quienes curan.",
    drafts: "Borradores",
    draftCount: (count) =>
      `${counted(count, "borrador espera", "borradores esperan")} a que se exporten. Solo los ven quienes curan.`,
    noDrafts: "No hay borradores.",
    chooseDraft: "Elija un borrador",
    draftOf: { wording: "Borrador: otras palabras", entry: "Borrador: entrada nueva", unstated: "Borrador: no consta" },
    forEntry: (question, entry) => `para ${question} (${entry})`,
    remove: "Quitar",
    removed: "Quitado; sus preguntas están de nuevo en la lista.",
    draftGone: "Este borrador ya no está: se quitó o se exportó.",
    translate: (language) => `Añadir ${language}`,
    translationHint: (sentences) => `${counted(sentences, "frase", "frases")}, una por cada una de la respuesta`,
    addAsked: "Añadir cómo se preguntó",
    writtenMeanwhile: (text) =>
      `Mientras tanto, otra persona que cura escribió esto aquí: «${text}» Lo que usted escribió se conserva; envíelo de nuevo para ponerlo en su lugar.`,
    sourceGone: (source) => `${source}, que ya no es una fuente`,
    day: dayIn("es"),
    problem(problem) {
      switch (problem.kind) {
        case "no-question":
          return "La pregunta está vacía: escríbala.";
        case "no-words":
          return "La pregunta no tiene ni una letra ni una cifra: pregunte con palabras.";
        case "no-answer":
          return "La respuesta está vacía: escriba al menos una frase.";
        case "no-such-entry":
          return "No hay tal entrada: elija una, o complete su id con /curate add.";
        case "record-quoted":
          return "El párrafo 0 es la ficha de la fuente y no tiene palabras que citar: deje la cita vacía o dé un párrafo del texto.";
        case "not-a-number":
          return "El párrafo no es un número: cuente desde 1; 0 es la ficha.";
        case "taken":
          return `Una entrada ya se pregunta así: ${problem.question} (${problem.entry}). Añada allí lo que falte, o pregunte de otro modo.`;
        case "no-such-source":
          return `No hay ninguna fuente «${problem.source}»: dé una de ${problem.sources.slice(0, MOST_NAMED).join(", ")}.`;
        case "no-such-paragraph":
          return problem.paragraphs === 0
            ? "De esta fuente solo está la ficha: dé el párrafo 0."
            : `Esta fuente tiene los párrafos 0 a ${problem.paragraphs}: dé uno de ellos.`;
        case "not-quoted":
          return `La cita no está en el párrafo ${problem.paragraph}: cópiela letra por letra.`;
        case "quote-too-long":
          return `La cita tiene ${problem.words} palabras: el texto de esta fuente no se guarda aquí, cite a lo más ${problem.most}.`;
        case "drafted-twice":
          return "Otro borrador dice lo mismo: exporte de nuevo y se añade lo que este tiene de más.";
        case "translated-otherwise":
          return `La entrada ${problem.entry} ya tiene otras palabras en ${languageName(problem.language, "es")}: corríjalas en su archivo y quite este borrador.`;
        case "unloadable":
          return `No se puede escribir tal como están los archivos (en inglés): ${problem.problem}. Corrija ese archivo, o quite este borrador.`;
        case "sentences":
          return `La respuesta tiene ${counted(problem.expected, "frase", "frases")} y esto tiene ${problem.found}: escriba una por cada una.`;
      }
    },
  },
});

/** So many sources are named. */
const MOST_NAMED = 10;

function counted(count: number, one: string, more: string): string {
  return `${count} ${count === 1 ? one : more}`;
}
