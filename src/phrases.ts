/** The languages that the bot itself speaks; answers may be in any language of the knowledge. */
export type Speech = "en" | "es";

/** A text in every language that the bot speaks. */
export type Localised = Readonly<Record<Speech, string>>;

/** What a text that is English where nothing else is said is called in the other languages: `{ es: "preguntar" }`. */
export type Translated = Readonly<Record<Exclude<Speech, "en">, string>>;

/** The bot's own words; every language has all of them, or the compiler says which are missing. */
export interface Phrases {
  readonly didYouMean: string;
  readonly pickByNumber: string;
  readonly noSuchNumber: (most: number) => string;
  /** Before the whole question that a follow-up was taken for. */
  readonly takenAs: (question: string) => string;
  readonly welcome: string;
  readonly forgotten: string;
  readonly nothingToForget: string;
  readonly notFound: string;
  readonly notFoundHint: string;
  readonly nearest: string;
  readonly notStated: string;
  readonly fromText: string;
  /** Before an answer that sets a year right. */
  readonly corrects: string;
  readonly sources: string;
  readonly related: string;
  readonly record: string;
  readonly undated: string;
  readonly paragraph: (number: number) => string;
  readonly hello: (title: string) => string;
  readonly tryAsking: string;
  readonly howToAsk: string;
  readonly everyAnswerIsCited: string;
  readonly sourceCount: (sources: number, entries: number) => string;
  readonly noSuchSource: (id: string) => string;
  readonly noSuchEntry: string;
  readonly noSuchCommand: (name: string) => string;
  /** `about` is the option's description. */
  readonly missingOption: (command: string, option: string, about: string) => string;
  readonly rights: string;
  readonly fullText: string;
  readonly citedOnly: string;
  readonly emptyQuestion: string;
  readonly trouble: (reference: string) => string;
  readonly whyThisAnswer: string;
  /** The same where there is no answer. */
  readonly whyThis: string;
  readonly whyGone: string;
  readonly whyGoneAndChanged: string;
  readonly reasons: Reasons;
}

/** The words that say why; `question` comes as `named` gives it. */
export interface Reasons {
  /** A question of the knowledge, with its entry's id. */
  readonly named: (question: string, entry: string) => string;
  /** Stands before the reasons of the first or the second of two questions. */
  readonly part: (number: number) => string;
  readonly read: (words: string) => string;
  readonly repaired: (list: string) => string;
  readonly noWord: string;
  readonly nothingShared: string;
  readonly smallTalk: string;
  readonly passage: string;
  readonly picked: (question: string) => string;
  readonly exact: (question: string) => string;
  readonly sure: (question: string, percent: number, needed: number) => string;
  readonly unsure: (question: string, percent: number, needed: number) => string;
  readonly notStated: string;
  readonly heldBack: Readonly<
    Record<"year" | "thin" | "otherKind" | "event" | "person" | "country", (words: string) => string>
  >;
  readonly inWordings: (list: string) => string;
  readonly onlyInAnswer: (list: string) => string;
  readonly notCovered: (list: string) => string;
  readonly unknown: (list: string) => string;
  readonly more: (count: number) => string;
  readonly runnerUp: (question: string, percent: number, behind: number) => string;
  readonly runnerUpOfExact: (question: string) => string;
  readonly version: (version: string) => string;
}

const english: Phrases = {
  didYouMean: "Did you mean one of these?",
  pickByNumber: "Type a number to pick one, or ask in other words.",
  noSuchNumber: (most) => (most === 1 ? "There is only number 1." : `Choose a number from 1 to ${most}.`),
  takenAs: (question) => `Taken as: ${question}`,
  welcome: "You're welcome. Ask me more whenever you like.",
  forgotten: "Forgotten: your next question stands alone, wherever you ask it.",
  nothingToForget: "There is nothing to forget: no question of yours is remembered.",
  notFound: "I found nothing in my sources that answers this.",
  notFoundHint: "Try other words, or the name of a person, a place or an event; /topics shows what can be asked.",
  nearest: "The nearest questions that I can answer:",
  notStated: "The sources do not say.",
  fromText: "In the source's own words:",
  corrects: "The sources give another year than your question:",
  sources: "Sources",
  related: "Related",
  record: "the source's record",
  undated: "undated",
  paragraph: (number) => `paragraph ${number}`,
  hello: (title) => `I answer questions from a curated knowledge base: ${title}.`,
  tryAsking: "For example:",
  howToAsk: "Just write your question; in a channel, use /ask or mention me.",
  everyAnswerIsCited:
    "Every sentence of an answer has a footnote: source, date, paragraph, and a few quoted words. What the sources do not say, I do not say.",
  sourceCount: (sources, entries) =>
    `${sources} ${sources === 1 ? "source" : "sources"}, ${entries} curated questions.`,
  noSuchSource: (id) => `There is no source "${id}".`,
  noSuchEntry: "This question is no longer in the knowledge base. Please ask again.",
  noSuchCommand: (name) => `There is no command /${name}. /help lists what there is.`,
  missingOption: (command, option, about) => `/${command} needs ${option}: /${command} ${option}: … (${about})`,
  rights: "Rights",
  fullText: "full text",
  citedOnly: "cited only; its text is not kept here",
  emptyQuestion: "Ask me something, and I look it up in my sources.",
  trouble: (reference) =>
    `Something went wrong on my side. Please try again; if it stays, tell whoever runs me this reference: ${reference}.`,
  whyThisAnswer: "Why this answer?",
  whyThis: "Why?",
  whyGone:
    "I remember the reasons for fifteen minutes and not over a restart; these are gone. Ask the question again, and I can say why.",
  whyGoneAndChanged:
    "My knowledge has changed since then, and the reasons are gone with it. Ask the question again: I answer it from what I know now, and can say why.",
  reasons: {
    named: (question, entry) => `“${question}” (${entry})`,
    part: (number) => (number === 1 ? "You asked two things. The first:" : "The second:"),
    read: (words) => `Your question, as I read it: “${words}”.`,
    repaired: (list) => `Spelling that I put right: ${list}.`,
    noWord: "I found no word in your message.",
    nothingShared: "None of my questions and answers shares a word with it.",
    smallTalk: "I took this for a greeting, or for a question about me, and looked nothing up.",
    passage:
      "No curated question is near enough to yours, but one sentence of a source has nearly all of your words. I quote it.",
    picked: (question) => `You picked this question: ${question}.`,
    exact: (question) => `A curator wrote this very question down: it stands under ${question}.`,
    sure: (question, percent, needed) =>
      `It asks the same as ${question}: I am ${percent}% sure, and an answer needs ${needed}%.`,
    unsure: (question, percent, needed) =>
      `It comes nearest to ${question}: I am ${percent}% sure that it asks the same, and an answer needs ${needed}%.`,
    notStated: "A curator looked for this and wrote down that the sources do not say it.",
    heldBack: {
      year: (words) => `Held back: neither that question nor its answer has the year ${words}.`,
      thin: () => "Held back: too little of your question is words that I know for certain.",
      otherKind: () => "Held back: your question asks for another kind of thing, as who instead of when.",
      event: () => "Held back: it is about another event than the one that you name.",
      person: () => "Held back: it is about somebody else than the person whom you name.",
      country: () => "Held back: it is about another country than the one that you name.",
    },
    inWordings: (list) => `Your words that it is asked with, or others that mean the same: ${list}.`,
    onlyInAnswer: (list) => `Your words that only its answer has: ${list}.`,
    notCovered: (list) => `Your words that it does not have: ${list}.`,
    unknown: (list) => `Your words that none of my questions and answers has: ${list}.`,
    more: (count) => `and ${count} more`,
    runnerUp: (question, percent, behind) =>
      `Next comes ${question}: ${percent}% sure, ${behind.toFixed(2)} points behind.`,
    runnerUpOfExact: (question) => `Next comes ${question}; a curator's own wording goes before it.`,
    version: (version) => `Version of my knowledge: ${version}.`,
  },
};

const spanish: Phrases = {
  didYouMean: "¿Quiso decir una de estas?",
  pickByNumber: "Escriba un número para elegir una, o pregunte con otras palabras.",
  noSuchNumber: (most) => (most === 1 ? "Solo hay el número 1." : `Elija un número del 1 al ${most}.`),
  takenAs: (question) => `Entendido como: ${question}`,
  welcome: "De nada. Pregúnteme más cuando quiera.",
  forgotten: "Olvidado: su próxima pregunta vale por sí sola, la haga donde la haga.",
  nothingToForget: "No hay nada que olvidar: no recuerdo ninguna pregunta suya.",
  notFound: "No encontré nada en mis fuentes que responda a esto.",
  notFoundHint:
    "Pruebe con otras palabras, o con el nombre de una persona, un lugar o un acontecimiento; /temas muestra lo que se puede preguntar.",
  nearest: "Las preguntas más cercanas que puedo responder:",
  notStated: "Las fuentes no lo dicen.",
  fromText: "Con las palabras de la fuente:",
  corrects: "Las fuentes dan otro año que su pregunta:",
  sources: "Fuentes",
  related: "Relacionadas",
  record: "la ficha de la fuente",
  undated: "sin fecha",
  paragraph: (number) => `párrafo ${number}`,
  hello: (title) => `Respondo preguntas a partir de una base de conocimiento curada: ${title}.`,
  tryAsking: "Por ejemplo:",
  howToAsk: "Escriba su pregunta sin más; en un canal, use /preguntar o mencióneme.",
  everyAnswerIsCited:
    "Cada frase de una respuesta lleva una nota: fuente, fecha, párrafo y unas palabras citadas. Lo que las fuentes no dicen, no lo digo.",
  sourceCount: (sources, entries) =>
    `${sources} ${sources === 1 ? "fuente" : "fuentes"}, ${entries} preguntas curadas.`,
  noSuchSource: (id) => `No hay ninguna fuente «${id}».`,
  noSuchEntry: "Esta pregunta ya no está en la base de conocimiento. Pregunte de nuevo, por favor.",
  noSuchCommand: (name) => `No existe la orden /${name}. /ayuda muestra las que hay.`,
  missingOption: (command, option, about) => `/${command} necesita ${option}: /${command} ${option}: … (${about})`,
  rights: "Derechos",
  fullText: "texto completo",
  citedOnly: "solo citada; su texto no se guarda aquí",
  emptyQuestion: "Pregúnteme algo y lo busco en mis fuentes.",
  trouble: (reference) =>
    `Algo falló de mi lado. Inténtelo de nuevo; si sigue igual, dé esta referencia a quien me administra: ${reference}.`,
  whyThisAnswer: "¿Por qué esta respuesta?",
  whyThis: "¿Por qué?",
  whyGone:
    "Recuerdo los motivos quince minutos, y no tras un reinicio; estos ya no los tengo. Haga la pregunta de nuevo y podré decir por qué.",
  whyGoneAndChanged:
    "Mi conocimiento ha cambiado desde entonces, y los motivos se fueron con él. Haga la pregunta de nuevo: la responderé con lo que sé ahora y podré decir por qué.",
  reasons: {
    named: (question, entry) => `«${question}» (${entry})`,
    part: (number) => (number === 1 ? "Preguntó dos cosas. La primera:" : "La segunda:"),
    read: (words) => `Su pregunta, tal como la leí: «${words}».`,
    repaired: (list) => `Ortografía que corregí: ${list}.`,
    noWord: "No encontré ninguna palabra en su mensaje.",
    nothingShared: "Ninguna de mis preguntas y respuestas comparte una palabra con ella.",
    smallTalk: "Tomé esto por un saludo o por una pregunta sobre mí, y no busqué nada.",
    passage:
      "Ninguna pregunta curada se acerca bastante a la suya, pero una sola frase de una fuente tiene casi todas sus palabras. La cito.",
    picked: (question) => `Usted eligió esta pregunta: ${question}.`,
    exact: (question) => `Un curador escribió esta misma pregunta: figura en ${question}.`,
    sure: (question, percent, needed) =>
      `Pregunta lo mismo que ${question}: tengo una seguridad del ${percent} %, y una respuesta necesita el ${needed} %.`,
    unsure: (question, percent, needed) =>
      `Lo más cercano es ${question}: tengo una seguridad del ${percent} % de que pregunte lo mismo, y una respuesta necesita el ${needed} %.`,
    notStated: "Un curador lo buscó y dejó escrito que las fuentes no lo dicen.",
    heldBack: {
      year: (words) => `Me contuve: ni esa pregunta ni su respuesta tienen el año ${words}.`,
      thin: () => "Me contuve: muy poco de su pregunta son palabras que conozca con certeza.",
      otherKind: () => "Me contuve: su pregunta busca otro tipo de dato, como quién en vez de cuándo.",
      event: () => "Me contuve: trata de otro acto que el que usted nombra.",
      person: () => "Me contuve: trata de otra persona que la que usted nombra.",
      country: () => "Me contuve: trata de otro país que el que usted nombra.",
    },
    inWordings: (list) => `Palabras suyas con las que se pregunta, u otras que significan lo mismo: ${list}.`,
    onlyInAnswer: (list) => `Palabras suyas que solo tiene su respuesta: ${list}.`,
    notCovered: (list) => `Palabras suyas que no tiene: ${list}.`,
    unknown: (list) => `Palabras suyas que no tiene ninguna de mis preguntas y respuestas: ${list}.`,
    more: (count) => `y ${count} más`,
    runnerUp: (question, percent, behind) =>
      `Le sigue ${question}: una seguridad del ${percent} %, a ${behind.toFixed(2).replace(".", ",")} puntos.`,
    runnerUpOfExact: (question) => `Le sigue ${question}; las palabras de un curador van antes.`,
    version: (version) => `Versión de mi conocimiento: ${version}.`,
  },
};

const ALL: Readonly<Record<Speech, Phrases>> = { en: english, es: spanish };

/** The bot's words in a language; English for languages that it does not speak. */
export function phrases(language: string): Phrases {
  return ALL[speechOf(language)];
}

/**
 * A table of words beside this one, for what one command says; name its shape, and the compiler says what is missing:
 * `const words = spoken<{ right: string }>({ en: { right: "Right." }, es: { right: "Correcto." } })`, then `words("es").right`.
 */
export function spoken<Words>(table: Readonly<Record<Speech, Words>>): (language: string) => Words {
  return (language) => table[speechOf(language)];
}

/** What something is called in a language of the bot's: `nameIn({ name: "ask", names: { es: "preguntar" } }, "es-419")` gives `"preguntar"`. */
export function nameIn(
  { name, names }: { readonly name: string; readonly names?: Translated },
  language: string,
): string {
  const speech = speechOf(language);
  return (speech === "en" ? undefined : names?.[speech]) ?? name;
}

/** The language that the bot speaks for a code or locale: `"es-419"` gives `"es"`, `"de"` gives `"en"`. */
export function speechOf(code: string): Speech {
  return code.toLowerCase().startsWith("es") ? "es" : "en";
}
