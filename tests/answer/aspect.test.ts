import { describe, expect, it } from "vitest";
import { aspectAsked } from "../../src/answer/aspect.js";
import { languageData } from "../../src/answer/languages/language.js";
import { wordsOf } from "../../src/answer/text.js";
import type { Aspect } from "../../src/knowledge/model.js";

const ENGLISH: readonly (readonly [question: string, asked: Aspect | undefined])[] = [
  ["Who designed the lighthouse?", "who"],
  ["Whose bakery is it?", "who"],
  ["By whom was the club founded?", "who"],
  ["Which experts inspected the tower?", "who"],
  ["when was it built", "when"],
  ["What date did the bakery open?", "when"],
  ["In which year was the club founded?", "when"],
  ["date of the tournament", "when"],
  ["wen was it built", "when"],
  ["do you know when the bakery opened?", "when"],
  ["the year in which it opened, or when it closed", "when"],
  ["Where does the club meet?", "where"],
  ["In what city is the mill?", "where"],
  ["location of the lighthouse", "where"],
  ["Why was the keeper sent home?", "why"],
  ["How come the lamp went out?", "why"],
  ["the reason for the closure", "why"],
  ["How many members does the club have?", "how-many"],
  ["how much flour do they use", "how-many"],
  ["number of steps in the tower", "how-many"],
  ["please tell me how many loaves they bake", "how-many"],
  ["How many people won when it rained?", "how-many"],
  ["Who lit the lamp when the bakery opened?", "who"],
  ["where did they meet when the mill burned", "where"],
  ["give me the calendar days of the fair", "when"],
  ["on which exact date did the mill burn", "when"],
  ["the very day the lamp went out", "when"],
  ["name the man who keeps the lamp", "who"],
  ["which minister opened the fair", "who"],
  ["whereabouts is the mill", "where"],
  ["which town hosted the fair, and what site", "where"],
  ["duration of the fair", "how-many"],
  ["head count of the club", "how-many"],
  ["tell me about the bakery", undefined],
  ["the lighthouse", undefined],
  ["Did the keeper live there?", undefined],
  ["", undefined],
];

const SPANISH: readonly (readonly [question: string, asked: Aspect | undefined])[] = [
  ["¿Quién diseñó el faro?", "who"],
  ["¿Quiénes fundaron el club?", "who"],
  ["¿Qué expertos revisaron la torre?", "who"],
  ["¿Cuándo abrió la panadería?", "when"],
  ["¿En qué año se fundó?", "when"],
  ["¿Cuál fue la fecha del torneo?", "when"],
  ["fecha de la apertura", "when"],
  ["¿Dónde se reúne el club?", "where"],
  ["¿En qué ciudad está el molino?", "where"],
  ["lugar del torneo", "where"],
  ["dnd se reúne el club", "where"],
  ["¿Por qué se apagó la lámpara?", "why"],
  ["xq se apagó la lámpara", "why"],
  ["el motivo del cierre", "why"],
  ["¿Cuántos socios tiene el club?", "how-many"],
  ["¿Cuánta harina usan?", "how-many"],
  ["número de escalones", "how-many"],
  ["fecha exacta del incendio", "when"],
  ["en qué meses abre la panadería", "when"],
  ["duración de la feria", "how-many"],
  ["qué ministra inauguró la feria", "who"],
  ["en cuál de las ciudades está el molino", "where"],
  ["háblame de la panadería", undefined],
  ["", undefined],
];

describe("aspectAsked", () => {
  it.each(ENGLISH)("hears in %j: %s", (question, asked) => {
    expect(aspectAsked(languageData("en"), wordsOf(question))).toBe(asked);
  });

  it.each(SPANISH)("hears in the Spanish %j: %s", (question, asked) => {
    expect(aspectAsked(languageData("es"), wordsOf(question))).toBe(asked);
  });

  it("hears nothing in a language that the engine does not know", () => {
    expect(aspectAsked(languageData("tlh"), ["who", "when", "where"])).toBeUndefined();
  });
});
