import { SPANISH_SYNONYMS } from "./es-synonyms.js";
import type { LanguageData } from "./language.js";
import { wordGroups, wordMap, wordSet } from "./words.js";

/** Spanish. */
export const spanish: LanguageData = {
  code: "es",
  stemmer: "spanish",
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
    q=que k=que xq=porque pq=porque porq=porque x=por d=de tb=tambien tmb=tambien bn=bien dnd=donde cdo=cuando qn=quien kien=quien kn=quien cuantxs=cuantos
    ene=enero feb=febrero mzo=marzo abr=abril jun=junio jul=julio ago=agosto sept=septiembre sep=septiembre oct=octubre nov=noviembre dic=diciembre setiembre=septiembre
    cero=0 dos=2 tres=3 cuatro=4 cinco=5 seis=6 siete=7 ocho=8 nueve=9 diez=10 once=11 doce=12
  `),
  synonyms: wordGroups(SPANISH_SYNONYMS),
  aspects: [
    [/\bcuant[oa]s?\b|\b(?:numero|cantidad|total) de\b/, "how-many"],
    [
      /\bcuando\b|\b(?:que|cual|cuales) (?:es la |fue la |era la |son las |fueron las )?(?:fecha|fechas|dia|dias|mes|ano|anos|hora)\b|\bfechas? (?:de|del|en)\b/,
      "when",
    ],
    [
      /\ba?donde\b|\ben (?:que|cual) (?:ciudad|lugar|sitio|pais|capital)\b|\b(?:que|cual) (?:ciudad|lugar|sitio|capital)\b|\b(?:lugar|sede) (?:de|del)\b/,
      "where",
    ],
    [
      /\bpor que\b|^porque\b|\bpara que\b|\b(?:motivo|razon|motivos|razones|causa) (?:de|del|por)\b|\bcual (?:fue|es|era) (?:el|la) (?:motivo|razon|causa)\b/,
      "why",
    ],
    [/\bquien(?:es)?\b|\bque (?:persona|personas|funcionari[oa]s?|experto|expertos|orador|oradores)\b/, "who"],
  ],
  smallTalk:
    /^(?:(?:hola|buenas|buenos dias|buenas tardes|buenas noches|buen dia|que tal|que onda|que hubo|como estas|como esta|como andas|todo bien|gracias|muchas gracias|mil gracias|adios|chao|chau|hasta luego|nos vemos|vale|ok|genial|perfecto|jaja|jajaja|ayuda|prueba|bot|footnote|a todos|amigo|amigos|por favor|porfa)(?: |$))+$|\b(?:eres|sos|es usted) (?:un |una |realmente |de verdad )*(?:real|human[oa]|bot|robot|ia|persona|maquina|inteligencia artificial)\b|^(?:y )?(?:quien|que) (?:eres|sos)\b|\bquien te (?:hizo|creo|programo)\b|\bque (?:puedes|sabes) hacer\b|\bque puedo preguntar(?:te)?\b|\bcomo te llamas\b|\bcuantos anos tienes\b|\bque hora es\b|\bcuentame un chiste\b|\bte (?:quiero|amo|odio)\b|\bcual es tu (?:nombre|color|opinion|edad)\b/,
  and: /^(?:y|e|ademas)$/,
};
