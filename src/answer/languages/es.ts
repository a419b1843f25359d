import { SPANISH_SYNONYMS } from "./es-synonyms.js";
import type { FollowUpWords } from "./follow-up-words.js";
import type { LanguageData } from "./language.js";
import { snowball } from "./snowball.js";
import { wordGroups, wordMap, wordSet, wordsAs } from "./words.js";

const followUp: FollowUpWords = {
  opening:
    /^(?:(?:ok|vale|gracias|genial|bien|bueno|pues|ah|oh|mm+) )*(?:(?:y |e |pero )?(?:que hay de|que hay con|que tal|que pasa con|que paso con|que sabes de|que me dices de)|y de|y|e|pero|ademas|(?:(?:no|perdon|espera) )*(?:(?:quise|queria|quiero) decir|digo|mejor dicho|perdon|me (?:refiero|referia)(?: a)?|no(?= (?:el|la|los|las|en|al?|de|por|sobre) )))(?= |$)/,
  about: /que (?:hay de|hay con|tal|pasa con|paso con|sabes de|me dices de)$/,
  pronouns: wordsAs({ thing: "eso esto ello aquello", person: "ella", group: "ellos ellas" }),
  latePronouns: wordsAs({ thing: "esa ese", person: "el", where: "alli alla ahi", when: "entonces" }),
  leads: wordSet("de fue es era en con sobre para por a dijo hizo"),
  possessives: wordsAs({ person: "su sus" }),
  clitics: wordSet("lo la los las le les"),
  other:
    /\b(?:la|las) otras?(?: (parte|delegacion|reunion|ronda|ciudad|persona|fuente))?\b|\b(?:el|los) otros?(?: (\w+))?$|\b(?:el|la) otr[oa] (\w+)\b/,
  fixed: wordSet("otro otra otros otras parte pasa paso dices"),
  determiners: wordSet("el la los las ese esa este esta aquel aquella mismo misma"),
  prepositions: wordSet("en de del a al con por para sobre durante desde"),
  locatives: wordSet("en durante"),
  firstAsks: wordSet("que"),
  auxiliaries: wordSet("es son era eran fue fueron hubo habia hay ha han esta estan estaba estaban estuvo estuvieron"),
  months: wordSet("enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre"),
  kinds: wordsAs({
    event: "reunion reuniones conversaciones evento eventos foro encuentro ronda cumbre torneo feria sesion acto",
    person: "persona hombre mujer funcionario funcionaria orador experto experta delegado",
    place: "lugar ciudad pais parte lado bando delegacion capital pueblo",
    organisation: "organizacion articulo fuente editor ministerio departamento agencia club empresa",
  }),
  whoSaid: /^quien(?:es)? (?:lo |eso )?(?:dijo|dice|afirmo|afirma|informo|cuenta)(?: (?:eso|asi|esto))?$/,
  whoElse: [/^(?:quien(?:es)?|(?:hubo )?alguien) mas$/, "más"],
  which: /^cual(?:es)?(?: (?:son|eran|fueron))?(?: (?:ellos|ellas|esos|esas))?$/,
  counts: /^cuant[oa]s$/,
  whichOf: "qué",
  more: /^(?:(?:hay|hubo|sabes|tienes) )?(?:algo|que|nada) mas$|^(?:(?:dime|cuentame|dame) )?mas(?: (?:sobre|de) (?:eso|esto|ello))?$|^(?:sigue|continua)$/,
  thanks:
    /^(?=.*\bgracias\b)(?:(?:ok|vale|genial|perfecto|bien|muy|bueno|muchas|mil|muchisimas|gracias|por|todo|la|tu|su|ayuda|bot|footnote|amable|es|eso|era|amigo|a|ti|usted|de|nuevo)(?: |$))+$/,
  pick: /^(?:(?:si|quiero|elijo|digo|la|el|opcion|numero|pregunta|prefiero|dame)\s)*(\d{1,2}|primera|primero|segunda|segundo|tercera|tercero|cuarta|cuarto|quinta|quinto|ultima|ultimo)(?: (?:opcion|pregunta|por favor|porfa))*$/,
  ordinals: new Map([
    ["primera", 1],
    ["primero", 1],
    ["segunda", 2],
    ["segundo", 2],
    ["tercera", 3],
    ["tercero", 3],
    ["cuarta", 4],
    ["cuarto", 4],
    ["quinta", 5],
    ["quinto", 5],
    ["ultima", -1],
    ["ultimo", -1],
  ]),
  ask: {
    who: (name) => `quién participó en ${name}`,
    when: (name) => `cuándo fue ${name}`,
    where: (name) => `dónde fue ${name}`,
    why: (name) => `para qué fue ${name}`,
    "how-many": (name) => `cuántos participaron en ${name}`,
  },
  is: { who: "es", when: "es", where: "está" },
  adjectivesFollow: true,
  verbTakesThing: false,
  at: (name) => `en ${name}`,
  joints: [
    [/^de quien(?:es)? (?:es|son|era|eran|fue)$/, ""],
    [/\b(?:a cargo|al frente|(?:el|la|los|las|una?) \w+)$/, "de"],
    [/\bcuant[oa]s (?:minutos|horas|dias|semanas|meses|anos)$/, "duró"],
    [/\bcuant[oa]s \w+$/, "hubo en"],
    [/\basisti(?:o|eron)$/, "a"],
    [/\b(?:participo|participaron|intervino|intervinieron|hablo|hablaron|estuvo|estuvieron|parte)$/, "en"],
  ],
  splitters: new Set(),
  verbless: /^(?:de|en|a|con|por|para|sobre) (?:que|cuales) \w+s$/,
  participles: /(?:ad|id)[oa]s?$/,
  whose: (owned, owner) => `${articleFor(owned)} ${owned} de ${owner}`,
  sentence: (words) =>
    `¿${words.charAt(0).toUpperCase()}${words.slice(1)}?`
      .replace(/ de el (?=\p{L})/gu, " del ")
      .replace(/ a el (?=\p{L})/gu, " al "),
};

/** The article of a noun by its ending, right for most: `"cargo"` gives `"el"`, `"función"` gives `"la"`. */
function articleFor(noun: string): string {
  const [first] = noun.toLowerCase().split(" ");
  const many = first.endsWith("s");
  const isFeminine = /(?:a|ón|ion|dad|tad)(?:e?s)?$/.test(first);
  return isFeminine ? (many ? "las" : "la") : many ? "los" : "el";
}

/** Spanish. */
export const spanish: LanguageData = {
  code: "es",
  stem: snowball("spanish"),
  stopWords: wordSet(`
    el la los las lo un una unos unas y e o u pero ni si no de del al a ante bajo con contra desde durante en entre hacia hasta para por segun sin sobre tras
    yo tu el ella ello nosotros nosotras vosotros ustedes usted ellos ellas me te se nos os le les mi mis su sus tus nuestro nuestra nuestros nuestras suyo suya
    este esta estos estas ese esa esos esas aquel aquella aquellos aquellas esto eso aquello
    es son era eran fue fueron ser sido siendo estar estaba estaban estuvo estuvieron estan hay habia hubo haber ha han he has habian
    muy mas menos tan tanto tanta tantos mucho mucha muchos muchas poco algun alguno alguna algunos algunas
    ya tambien solo asi como que
  `),
  questionWords: wordSet("quien quienes cual cuales cuando donde adonde cuanto cuanta cuantos cuantas"),
  chatWords: wordSet(`
    hola buenas buenos dias tardes noches gracias porfa porfavor favor oye oiga mira amigo amiga bro tio tia wey che bot
    dime digame decime dame cuentame explica explicame explicar saber sabes sabe sabria conocer quiero quisiera querria necesito puedes puede podrias podria gustaria
    pregunta preguntas duda dudas cosa cosas tema info
    creo pienso supongo recuerdo recuerdas acuerdo quiere
    realmente exactamente basicamente simplemente tal vez quizas quiza aqui ahi alli pues bueno vale ok jaja jeje
    segun
    xfa xfavor plis pls porfis ps pos onda guey parce pana causa loco loca chavo maje neta orale vaya dale venga aja eh ah oh mmm jajaja jajajaja lol xd
    tarea examen clase profesor profesora profe maestro maestra escuela universidad tesis trabajo curso alumno estudiante presentacion ensayo
    resumen contexto parrafo frase palabra palabras linea punto puntos lista listame enumera ejemplo ejemplos respuesta respuestas
    leyendo leer lei leido vi visto viendo oi oido escuche entendi entiendo claro confundido confundida curiosidad busco buscando buscaba averiguar ayudan ayudar ayuda
    nueva nuevo
    `),
  variants: wordMap(`
    qe=que ke=que qeu=que quein=quien qien=quien kienes=quienes cuadno=cuando kuando=cuando quando=cuando odnde=donde dodne=donde kual=cual qual=cual kuantos=cuantos quantos=cuantos kuantas=cuantas quantas=cuantas komo=como cmo=como
    q=que k=que xq=porque pq=porque porq=porque x=por d=de tb=tambien tmb=tambien bn=bien dnd=donde cdo=cuando qn=quien kien=quien kn=quien cuantxs=cuantos
    ene=enero feb=febrero mzo=marzo abr=abril jun=junio jul=julio ago=agosto sept=septiembre sep=septiembre oct=octubre nov=noviembre dic=diciembre setiembre=septiembre
    cero=0 dos=2 tres=3 cuatro=4 cinco=5 seis=6 siete=7 ocho=8 nueve=9 diez=10 once=11 doce=12
  `),
  synonyms: wordGroups(SPANISH_SYNONYMS),
  aspects: [
    [/\bcuant[oa]s?\b|\b(?:numero|cantidad|total|duracion) (?:de|del)\b/, "how-many"],
    [
      /\bcuando\b|\b(?:que|cual|cuales) (?:es la |fue la |era la |son las |fueron las )?(?:fecha|fechas|dia|dias|mes|meses|ano|anos|hora)\b|\bfechas? (?:de|del|en|exactas?|precisas?|concretas?)\b/,
      "when",
    ],
    [
      /\ba?donde\b|\ben (?:que|cual) (?:ciudad|lugar|sitio|pais|capital)\b|\b(?:que|cual) (?:ciudad|lugar|sitio|capital)\b|\b(?:lugar|sede) (?:de|del)\b|\ben cual (?:de las )?(?:ciudad|ciudades|lugar)\b/,
      "where",
    ],
    [
      /\bpor que\b|^porque\b|\bpara que\b|\b(?:motivo|razon|motivos|razones|causa) (?:de|del|por)\b|\bcual (?:fue|es|era) (?:el|la) (?:motivo|razon|causa)\b/,
      "why",
    ],
    [
      /\bquien(?:es)?\b|\bque (?:persona|personas|funcionari[oa]s?|expert[oa]s?|orador|oradora|oradores|ministr[oa]s?|diplomatic[oa]s?|delegad[oa]s?|hombre|mujer)\b/,
      "who",
    ],
  ],
  smallTalk:
    /^(?:(?:hola|buenas|buenos dias|buenas tardes|buenas noches|buen dia|que tal|que onda|que hubo|como estas|como esta|como andas|todo bien|gracias|muchas gracias|mil gracias|adios|chao|chau|hasta luego|nos vemos|vale|ok|genial|perfecto|jaja|jajaja|ayuda|prueba|bot|footnote|a todos|amigo|amigos|por favor|porfa)(?: |$))+$|\b(?:eres|sos|es usted) (?:un |una |realmente |de verdad )*(?:real|human[oa]|bot|robot|ia|persona|maquina|inteligencia artificial)\b|^(?:y )?(?:quien|que) (?:eres|sos)\b|\bquien te (?:hizo|creo|programo)\b|\bque (?:puedes|sabes) hacer\b|\bque puedo preguntar(?:te)?\b|\bcomo te llamas\b|\bcuantos anos tienes\b|\bque hora es\b|\bcuentame un chiste\b|\bte (?:quiero|amo|odio)\b|\bcual es tu (?:nombre|color|opinion|edad)\b/,
  supposing:
    /^(?:(?:y|oye|pero|entonces) )?(?:por que|como es que|como fue que|a que se debe|que llevo|ya que|dado que|puesto que|como|sabiendo que|si|cuando \w+(?: \w+)* (?:quien|que|como))\b|\b(?:verdad|cierto|no)$/,
  comparingWords: wordSet(
    "o u ambos ambas antes despues primero primera compara comparar diferencia entre mismo misma tambien otro otra mas",
  ),
  and: /^(?:y|e|ademas)$/,
  followUp,
};
