/** The languages that the bot itself speaks; answers may be in any language of the knowledge. */
export type Speech = "en" | "es";

/** The bot's own words; every language has all of them, or the compiler says which are missing. */
export interface Phrases {
  readonly didYouMean: string;
  readonly pickByNumber: string;
  readonly noSuchNumber: (most: number) => string;
  readonly notFound: string;
  readonly notFoundHint: string;
  readonly nearest: string;
  readonly notStated: string;
  readonly fromText: string;
  readonly sources: string;
  readonly related: string;
  readonly why: string;
  readonly record: string;
  readonly undated: string;
  readonly paragraph: (number: number) => string;
  readonly hello: (title: string) => string;
  readonly tryAsking: string;
  readonly howToAsk: string;
  readonly commandsHere: string;
  readonly everyAnswerIsCited: string;
  readonly sourceCount: (sources: number, entries: number) => string;
  readonly noSuchSource: (id: string) => string;
  readonly noSuchEntry: string;
  readonly noSuchCommand: (name: string) => string;
  readonly missingOption: (command: string, option: string) => string;
  readonly rights: string;
  readonly citedBy: (entries: number) => string;
  readonly fullText: string;
  readonly citedOnly: string;
  readonly emptyQuestion: string;
  readonly trouble: (reference: string) => string;
}

const english: Phrases = {
  didYouMean: "Did you mean one of these?",
  pickByNumber: "Type a number to pick one, or ask in other words.",
  noSuchNumber: (most) => (most === 1 ? "There is only number 1." : `Choose a number from 1 to ${most}.`),
  notFound: "I found nothing in my sources that answers this.",
  notFoundHint: "Try other words, or the name of a person, a place or an event.",
  nearest: "The nearest questions that I can answer:",
  notStated: "The sources do not say.",
  fromText: "In the source's own words:",
  sources: "Sources",
  related: "Related",
  why: "Why this answer",
  record: "the source's record",
  undated: "undated",
  paragraph: (number) => `paragraph ${number}`,
  hello: (title) => `I answer questions from a curated knowledge base: ${title}.`,
  tryAsking: "For example:",
  howToAsk: "Just write your question; in a channel, use /ask or mention me.",
  commandsHere: "Commands:",
  everyAnswerIsCited:
    "Every sentence of an answer has a footnote: source, date, paragraph, and a few quoted words. What the sources do not say, I do not say.",
  sourceCount: (sources, entries) =>
    `${sources} ${sources === 1 ? "source" : "sources"}, ${entries} curated questions.`,
  noSuchSource: (id) => `There is no source "${id}".`,
  noSuchEntry: "This question is no longer in the knowledge base. Please ask again.",
  noSuchCommand: (name) => `There is no command /${name}. /help lists what there is.`,
  missingOption: (command, option) => `/${command} needs ${option}: /${command} ${option}: …`,
  rights: "Rights",
  citedBy: (entries) => `cited by ${entries} ${entries === 1 ? "answer" : "answers"}`,
  fullText: "full text",
  citedOnly: "cited only; its text is not kept here",
  emptyQuestion: "Ask me something, and I look it up in my sources.",
  trouble: (reference) =>
    `Something went wrong on my side. Please try again; if it stays, tell whoever runs me this reference: ${reference}.`,
};

const spanish: Phrases = {
  didYouMean: "¿Quiso decir una de estas?",
  pickByNumber: "Escriba un número para elegir una, o pregunte con otras palabras.",
  noSuchNumber: (most) => (most === 1 ? "Solo hay el número 1." : `Elija un número del 1 al ${most}.`),
  notFound: "No encontré nada en mis fuentes que responda a esto.",
  notFoundHint: "Pruebe con otras palabras, o con el nombre de una persona, un lugar o un acontecimiento.",
  nearest: "Las preguntas más cercanas que puedo responder:",
  notStated: "Las fuentes no lo dicen.",
  fromText: "Con las palabras de la fuente:",
  sources: "Fuentes",
  related: "Relacionadas",
  why: "Por qué esta respuesta",
  record: "la ficha de la fuente",
  undated: "sin fecha",
  paragraph: (number) => `párrafo ${number}`,
  hello: (title) => `Respondo preguntas a partir de una base de conocimiento curada: ${title}.`,
  tryAsking: "Por ejemplo:",
  howToAsk: "Escriba su pregunta sin más; en un canal, use /ask o mencióneme.",
  commandsHere: "Órdenes:",
  everyAnswerIsCited:
    "Cada frase de una respuesta lleva una nota: fuente, fecha, párrafo y unas palabras citadas. Lo que las fuentes no dicen, no lo digo.",
  sourceCount: (sources, entries) =>
    `${sources} ${sources === 1 ? "fuente" : "fuentes"}, ${entries} preguntas curadas.`,
  noSuchSource: (id) => `No hay ninguna fuente «${id}».`,
  noSuchEntry: "Esta pregunta ya no está en la base de conocimiento. Pregunte de nuevo, por favor.",
  noSuchCommand: (name) => `No existe la orden /${name}. /help muestra las que hay.`,
  missingOption: (command, option) => `/${command} necesita ${option}: /${command} ${option}: …`,
  rights: "Derechos",
  citedBy: (entries) => `citada en ${entries} ${entries === 1 ? "respuesta" : "respuestas"}`,
  fullText: "texto completo",
  citedOnly: "solo citada; su texto no se guarda aquí",
  emptyQuestion: "Pregúnteme algo y lo busco en mis fuentes.",
  trouble: (reference) =>
    `Algo falló de mi lado. Inténtelo de nuevo; si sigue igual, dé esta referencia a quien me administra: ${reference}.`,
};

const ALL: Readonly<Record<Speech, Phrases>> = { en: english, es: spanish };

/** The bot's words in a language; English for languages that it does not speak. */
export function phrases(language: string): Phrases {
  return ALL[speechOf(language)];
}

/** The language that the bot speaks for a code or locale: `"es-419"` gives `"es"`, `"de"` gives `"en"`. */
export function speechOf(code: string): Speech {
  return code.toLowerCase().startsWith("es") ? "es" : "en";
}
