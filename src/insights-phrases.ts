import type { DayCounts } from "./insights.js";
import { spoken } from "./phrases.js";

type Counts = Omit<DayCounts, "day">;

interface InsightsWords {
  readonly notHere: string;
  readonly ownersOnly: string;
  readonly title: string;
  readonly directTitle: string;
  readonly summary: (days: number, sum: Counts) => string;
  readonly nothing: (days: number) => string;
  readonly declined: (percent: number) => string;
  readonly votes: (helped: number, unhelped: number) => string;
  readonly dayByDay: string;
  readonly day: (counts: Counts) => string;
  readonly quiet: string;
  readonly quietDays: (from: string, to: string) => string;
  readonly most: string;
  readonly answered: (times: number) => string;
  readonly gaps: string;
  readonly noGaps: string;
  readonly moreGaps: (count: number, isMore: boolean) => string;
  readonly toQueue: string;
  readonly columns: readonly [string, string, string, string, string, string];
}

/** The words of `/insights`, in a language. */
export const insightsWords = spoken<InsightsWords>({
  en: {
    notHere:
      "This is for the curators of this server: whoever manages it, and members of the role that /settings names.",
    ownersOnly: "The counts of direct messages are for those alone who run me; in a server, ask there.",
    title: "What was asked in this server",
    directTitle: "What was asked in direct messages",
    summary: (days, { asked, answered, declined }) =>
      `In the last ${days} days ${counted(asked, "question was", "questions were")} asked: ${answered} answered, ${declined} not.`,
    nothing: (days) => `In the last ${days} days nothing was asked.`,
    declined: (percent) => `${percent}% got no answer, for nothing near enough is in the knowledge.`,
    votes: (helped, unhelped) => `Of those who said so, ${helped} found the answer helpful, ${unhelped} did not.`,
    dayByDay: "Day by day",
    day: ({ asked, answered, declined, helped, unhelped }) =>
      `asked ${asked}, answered ${answered}, not ${declined}${helped + unhelped > 0 ? `; helped ${helped}, did not ${unhelped}` : ""}`,
    quiet: "nothing",
    quietDays: (from, to) => `${from} to ${to}`,
    most: "Answered most often",
    answered: (times) => (times === 1 ? "once" : `${times} times`),
    gaps: "Asked in vain",
    noGaps: "nothing waits for a curator",
    moreGaps: (count, isMore) => `${isMore ? "more than " : ""}${count} in all`,
    toQueue: "To the queue",
    columns: ["day", "asked", "answered", "declined", "helped", "unhelped"],
  },
  es: {
    notHere:
      "Esto es para quienes curan este servidor: quienes lo gestionan y los miembros del rol que dice /settings.",
    ownersOnly:
      "Los números de los mensajes directos son solo para quienes me administran; en un servidor, pregunte allí.",
    title: "Qué se preguntó en este servidor",
    directTitle: "Qué se preguntó en mensajes directos",
    summary: (days, { asked, answered, declined }) =>
      `En los últimos ${days} días ${asked === 1 ? "se hizo 1 pregunta" : `se hicieron ${asked} preguntas`}: ${answered} con respuesta, ${declined} sin ella.`,
    nothing: (days) => `En los últimos ${days} días no se preguntó nada.`,
    declined: (percent) => `El ${percent} % quedó sin respuesta, pues no hay nada bastante cercano en el conocimiento.`,
    votes: (helped, unhelped) => `De quienes lo dijeron, a ${helped} les sirvió la respuesta y a ${unhelped} no.`,
    dayByDay: "Día a día",
    day: ({ asked, answered, declined, helped, unhelped }) =>
      `preguntas ${asked}, con respuesta ${answered}, sin ella ${declined}${helped + unhelped > 0 ? `; sirvió ${helped}, no ${unhelped}` : ""}`,
    quiet: "nada",
    quietDays: (from, to) => `${from} a ${to}`,
    most: "Lo más respondido",
    answered: (times) => (times === 1 ? "1 vez" : `${times} veces`),
    gaps: "Preguntado en vano",
    noGaps: "nada espera a quien cure",
    moreGaps: (count, isMore) => `${isMore ? "más de " : ""}${count} en total`,
    toQueue: "A la lista",
    columns: ["día", "preguntas", "respondidas", "sin respuesta", "sirvió", "no sirvió"],
  },
});

function counted(count: number, one: string, more: string): string {
  return `${count} ${count === 1 ? one : more}`;
}
