import { spoken } from "./phrases.js";

/** The words of the cards that say who or what somebody or something is. */
interface WhoPhrases {
  readonly whatItIs: string;
  readonly noCard: string;
  readonly otherNames: string;
  readonly inSources: string;
  readonly paragraphs: (numbers: string) => string;
  readonly recordOnly: string;
  readonly notStated: string;
  readonly nothingAbout: string;
  readonly several: (typed: string) => string;
  readonly didYouMean: (typed: string) => string;
  readonly nobody: (typed: string) => string;
  readonly noEntities: string;
  readonly choose: string;
  readonly known: string;
}

/** The words of `/who` in a language. */
export const whoWords = spoken<WhoPhrases>({
  en: {
    whatItIs: "In short",
    noCard: "I know the name, but none of my answers says what it is.",
    otherNames: "Other names",
    inSources: "In the sources",
    paragraphs: (numbers) => `paragraphs ${numbers}`,
    recordOnly: "the article's record",
    notStated: "What the sources do not say",
    nothingAbout: "None of my answers is about it.",
    several: (typed) => `“${typed}” can mean several. Which one?`,
    didYouMean: (typed) => `I know nobody and nothing called “${typed}”. Did you mean one of these?`,
    nobody: (typed) => `I know nobody and nothing called “${typed}”, nor a name like it.`,
    noEntities: "My knowledge lists no people, organisations, places or events. Ask me a question instead.",
    choose: "Choose a name",
    known: "These are the names that I know most about; you can also ask me a question.",
  },
  es: {
    whatItIs: "En breve",
    noCard: "Conozco el nombre, pero ninguna de mis respuestas dice qué es.",
    otherNames: "Otros nombres",
    inSources: "En las fuentes",
    paragraphs: (numbers) => `párrafos ${numbers}`,
    recordOnly: "la ficha del artículo",
    notStated: "Lo que las fuentes no dicen",
    nothingAbout: "Ninguna de mis respuestas trata de ello.",
    several: (typed) => `«${typed}» puede ser más de uno. ¿Cuál?`,
    didYouMean: (typed) => `No conozco a nadie ni nada que se llame «${typed}». ¿Quiso decir uno de estos?`,
    nobody: (typed) => `No conozco a nadie ni nada que se llame «${typed}», ni un nombre parecido.`,
    noEntities: "Mi conocimiento no recoge personas, organizaciones, lugares ni actos. Hágame mejor una pregunta.",
    choose: "Elija un nombre",
    known: "Estos son los nombres de los que más sé; también puede hacerme una pregunta.",
  },
});
