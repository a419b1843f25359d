import { wordSet } from "../answer/languages/words.js";
import type { Language } from "../knowledge/model.js";

/** How a language asks for a number of things and tells it; all words are folded. */
export interface CountingWords {
  readonly asks: (word: string, before: string | undefined) => boolean;
  /** Joins two things that are asked for: "boats and rafts". */
  readonly and: ReadonlySet<string>;
  /** Things in number that do not end in -s. */
  readonly irregular: RegExp;
  /** Whether a noun before another one tells what kind that is: "sports clubs" are clubs. */
  readonly nounsBeforeNouns: boolean;
  /** Words that may stand between a number and its things: "21 *different* countries". */
  readonly between: ReadonlySet<string>;
  readonly kinds: ReadonlySet<string>;
  readonly of: string;
  /** Words after which a number stands for what was asked: "there were 40". */
  readonly existing: ReadonlySet<string>;
  /** Words after a number that stands alone: "forty *at* the quay". */
  readonly places: ReadonlySet<string>;
  /** Behind a number that is the whole: "five *in all*". */
  readonly inAll: RegExp;
  /** Close before a number, they make it another one: "*about* forty". */
  readonly around: ReadonlySet<string>;
  /** With one of these a statement's number may not be the answer. */
  readonly doubtful: ReadonlySet<string>;
}

export const COUNTING: Readonly<Record<Language, CountingWords>> = {
  en: {
    asks: (word, before) => word === "many" && before === "how",
    and: wordSet("and or"),
    irregular: /^(?:people|children|\w*men|fish|sheep|mice|feet|teeth|geese|deer|police|crew|staff)$/,
    nounsBeforeNouns: true,
    between: wordSet("different distinct separate"),
    kinds: wordSet("kinds types sorts forms classes"),
    of: "of",
    existing: wordSet("are were has have had"),
    places: wordSet("in at on"),
    inAll: /^(?:in (?:all|total)|altogether|overall)\b/,
    around:
      wordSet(`about around circa over under above below than as up another other number room line page route chapter section grade close near upwards
      region like say beyond exceed exceeds exceeded exceeding first last next final remaining further additional but except besides apart instead`),
    doubtful:
      wordSet(`not no nor never neither none nobody without cannot more most fewer less per each every average percent percentage
      least maximum minimum max approximately roughly almost nearly few several many some others rest majority both perhaps maybe possibly probably estimated aged odd
      hardly barely scarcely thereabouts so give counting might could would false denied disputed excepted failed lacks allegedly short additional`),
  },
  es: {
    asks: (word) => /^cuant[oa]s$/.test(word),
    and: wordSet("y e o u"),
    irregular: /^(?:gente)$/,
    nounsBeforeNouns: false,
    between: wordSet("diferentes distintos distintas"),
    kinds: wordSet("tipos clases formas"),
    of: "de",
    existing: wordSet("hay habia hubo son eran fueron tiene tienen tenia tuvo"),
    places: wordSet("en"),
    inAll: /^(?:en (?:total|todo))\b/,
    around:
      wordSet(`unos unas alrededor cerca sobre hasta como otros otras numero anos decada sala linea pagina ruta torno cosa encima debajo
      supera superan superaron superaba superaban ronda rondan rondaban roza rozan pasa pasan restantes excepto salvo ademas aparte vez`),
    doubtful:
      wordSet(`no ni nunca nadie ninguno ninguna ningun sin tampoco mas menos cada promedio porcentaje mucho maximo minimo aproximadamente casi pocos pocas varios varias muchos
      muchas algunos algunas demas resto mayoria ambos ambas quiza quizas acaso posiblemente probablemente
      apenas sumo asi escasos escasas largos largas podria podrian adicionales primeros primeras ultimos ultimas falta faltan faltaban estima supuestamente presuntamente falso`),
  },
};
