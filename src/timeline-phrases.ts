import { spoken } from "./phrases.js";

/** The words around a list of dated facts. */
interface ListPhrases {
  readonly title: (knowledge: string) => string;
  readonly from: (date: string) => string;
  readonly to: (date: string) => string;
  readonly about: (name: string) => string;
  /** Of an entity that can be chosen: what it is called and how many facts there are about it. */
  readonly completion: (name: string, facts: number) => string;
  readonly noPicture: string;
  /** Where the pages after the first cannot be reached. */
  readonly firstOf: (shown: number, all: number) => string;
  readonly nothingDated: string;
  readonly nothingThen: string;
  /** What is dated, from the first fact to the last. */
  readonly runs: (first: string, last: string) => string;
  readonly oneDate: (date: string) => string;
  readonly nothingAbout: (about: string) => string;
  readonly tryThese: (names: string) => string;
  readonly wholeTimeline: string;
}

/** The words around a list of dated facts, in a language. */
export const listPhrases = spoken<ListPhrases>({
  en: {
    title: (knowledge) => `Timeline: ${knowledge}`,
    from: (date) => `From: ${date}`,
    to: (date) => `To: ${date}`,
    about: (name) => `About: ${name}`,
    completion: (name, facts) => `${name} (${facts === 1 ? "1 dated fact" : `${facts} dated facts`})`,
    noPicture: "The picture could not be drawn this time; everything is here in words.",
    firstOf: (shown, all) => `These are the first ${shown} of ${all}; give a later “from” to see others.`,
    nothingDated: "Nothing in my knowledge has a date.",
    nothingThen: "Nothing that I know is dated in this time.",
    runs: (first, last) => `What is dated runs from ${first} to ${last}.`,
    oneDate: (date) => `The one date there is: ${date}.`,
    nothingAbout: (about) => `None of the dated facts is about “${about}”.`,
    tryThese: (names) => `There are some about these: ${names}.`,
    wholeTimeline: "Show the whole timeline",
  },
  es: {
    title: (knowledge) => `Cronología: ${knowledge}`,
    from: (date) => `Desde: ${date}`,
    to: (date) => `Hasta: ${date}`,
    about: (name) => `Sobre: ${name}`,
    completion: (name, facts) => `${name} (${facts === 1 ? "1 hecho con fecha" : `${facts} hechos con fecha`})`,
    noPicture: "Esta vez no se pudo dibujar la imagen; aquí está todo en palabras.",
    firstOf: (shown, all) => `Estos son los primeros ${shown} de ${all}; ponga un «desde» posterior para ver otros.`,
    nothingDated: "Nada de lo que sé tiene fecha.",
    nothingThen: "Nada de lo que sé tiene fecha en ese tiempo.",
    runs: (first, last) => `Lo que tiene fecha empieza con ${first} y termina con ${last}.`,
    oneDate: (date) => `La única fecha que hay: ${date}.`,
    nothingAbout: (about) => `Ninguno de los hechos con fecha trata de «${about}».`,
    tryThese: (names) => `Los hay sobre estos: ${names}.`,
    wholeTimeline: "Ver la cronología entera",
  },
});
