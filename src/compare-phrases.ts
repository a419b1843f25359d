import { spoken } from "./phrases.js";

/** The words of comparisons. */
interface ComparePhrases {
  readonly title: (one: string, other: string) => string;
  readonly article: string;
  readonly sideBySide: string;
  readonly nothingSaid: string;
  readonly ofBoth: string;
  readonly onlyHere: (name: string) => string;
  readonly nothingToCompare: string;
  readonly about: (name: string) => string;
  readonly theSame: (name: string) => string;
  readonly differentKinds: (event: string, source: string) => string;
  readonly notComparable: (typed: string, kind: string) => string;
  readonly several: (typed: string) => string;
  readonly didYouMean: (typed: string) => string;
  readonly unknown: (typed: string) => string;
  readonly canBeCompared: string;
  readonly nothingHere: string;
}

/** The words of `/compare` in a language. */
export const compareWords = spoken<ComparePhrases>({
  en: {
    title: (one, other) => `${one} and ${other}`,
    article: "The article",
    sideBySide: "side by side",
    nothingSaid: "None of my answers says.",
    ofBoth: "On both",
    onlyHere: (name) => `${name} only`,
    nothingToCompare: "My answers tell too little of the two to set them side by side.",
    about: (name) => `About: ${name}`,
    theSame: (name) => `Both are the same: “${name}”.`,
    differentKinds: (event, source) =>
      `“${event}” is an event, and “${source}” an article. I compare two events, or two articles.`,
    notComparable: (typed, kind) => `“${typed}” (${kind}) I cannot compare: I compare two events, or two articles.`,
    several: (typed) => `“${typed}” can mean several. Which one?`,
    didYouMean: (typed) => `I know no event or article called “${typed}”. Did you mean one of these?`,
    unknown: (typed) => `I know no event or article called “${typed}”, nor a name like it.`,
    canBeCompared: "This can be compared:",
    nothingHere: "My knowledge has no two events or articles to compare.",
  },
  es: {
    title: (one, other) => `${one} y ${other}`,
    article: "El artículo",
    sideBySide: "lado a lado",
    nothingSaid: "Ninguna de mis respuestas lo dice.",
    ofBoth: "De ambos",
    onlyHere: (name) => `Solo ${name}`,
    nothingToCompare: "Mis respuestas dicen demasiado poco de ambos para ponerlos lado a lado.",
    about: (name) => `Sobre: ${name}`,
    theSame: (name) => `Los dos son lo mismo: «${name}».`,
    differentKinds: (event, source) =>
      `«${event}» es un acto y «${source}», un artículo. Comparo dos actos o dos artículos.`,
    notComparable: (typed, kind) => `«${typed}» (${kind}) no lo puedo comparar: comparo dos actos o dos artículos.`,
    several: (typed) => `«${typed}» puede ser más de uno. ¿Cuál?`,
    didYouMean: (typed) => `No conozco ningún acto ni artículo que se llame «${typed}». ¿Quiso decir uno de estos?`,
    unknown: (typed) => `No conozco ningún acto ni artículo que se llame «${typed}», ni un nombre parecido.`,
    canBeCompared: "Se puede comparar:",
    nothingHere: "Mi conocimiento no tiene dos actos ni dos artículos que comparar.",
  },
});
