import { assemble } from "../../src/knowledge/load.js";
import type { Knowledge } from "../../src/knowledge/model.js";

/** An entry of the test knowledge in short: `also` and the Spanish texts make it like a curated one. */
interface Short {
  readonly id: string;
  readonly question: string;
  readonly also: readonly string[];
  readonly answer: readonly string[];
  readonly cites: readonly { source: string; paragraph: number; quote?: string }[];
  readonly es: { question: string; also: readonly string[]; answer: readonly string[] };
  readonly see?: readonly string[];
  readonly notStated?: boolean;
}

/** What a test may want otherwise: entries left out, sources that nothing cites. */
interface Variant {
  readonly without?: readonly string[];
  readonly extraSources?: number;
}

const GAZETTE = [
  "The old lighthouse of Port Amber was built in 1874 by the engineer Clara Voss.",
  "It stands on Heron Rock and is 41 metres tall; its lamp burned whale oil until 1902.",
  "The great storm of 9 January 1936 broke the lamp, and the keeper Jonas Brandt rowed out eleven sailors.",
  "A ferry crosses the bay four times a day, and a ticket costs three crowns.",
  "The fish market opens at five in the morning; herring is sold by the barrel.",
  "The museum keeps the broken lamp and 212 letters of the keeper's family.",
];

/** Twelve entries and one about what the sources do not say, each with texts in Spanish. */
const ENTRIES: readonly Short[] = [
  {
    id: "lighthouse-built",
    question: "When was the lighthouse built?",
    also: ["In which year was the lighthouse constructed?", "How old is the lighthouse?"],
    answer: ["The lighthouse of Port Amber was built in 1874."],
    cites: [{ source: "gazette-1998", paragraph: 1, quote: "built in 1874" }],
    es: {
      question: "¿Cuándo se construyó el faro?",
      also: ["¿En qué año se construyó el faro?", "¿Qué edad tiene el faro?"],
      answer: ["El faro de Port Amber se construyó en 1874."],
    },
    see: ["lighthouse-engineer", "lighthouse-height"],
  },
  {
    id: "lighthouse-engineer",
    question: "Who built the lighthouse?",
    also: ["Who was the engineer of the lighthouse?", "Who designed the lighthouse?"],
    answer: ["The engineer Clara Voss built the lighthouse."],
    cites: [{ source: "gazette-1998", paragraph: 1, quote: "the engineer Clara Voss" }],
    es: {
      question: "¿Quién construyó el faro?",
      also: ["¿Quién fue la ingeniera del faro?", "¿Quién diseñó el faro?"],
      answer: ["La ingeniera Clara Voss construyó el faro."],
    },
  },
  {
    id: "lighthouse-height",
    question: "How tall is the lighthouse?",
    also: ["What is the height of the lighthouse?", "How many metres high is the lighthouse?"],
    answer: ["The lighthouse is 41 metres tall."],
    cites: [{ source: "gazette-1998", paragraph: 2, quote: "41 metres tall" }],
    es: {
      question: "¿Qué altura tiene el faro?",
      also: ["¿Cuánto mide el faro?", "¿Cuántos metros de alto tiene el faro?"],
      answer: ["El faro mide 41 metros."],
    },
  },
  {
    id: "lighthouse-place",
    question: "Where does the lighthouse stand?",
    also: ["Where is the lighthouse?", "On which rock is the lighthouse?"],
    answer: ["The lighthouse stands on Heron Rock."],
    cites: [{ source: "gazette-1998", paragraph: 2, quote: "stands on Heron Rock" }],
    es: {
      question: "¿Dónde está el faro?",
      also: ["¿Sobre qué roca está el faro?", "¿En qué lugar se encuentra el faro?"],
      answer: ["El faro está sobre la roca Heron."],
    },
  },
  {
    id: "lamp-fuel",
    question: "What did the lamp burn?",
    also: ["Which oil did the lamp use?", "What was the fuel of the lamp?"],
    answer: ["Until 1902 the lamp burned whale oil."],
    cites: [{ source: "gazette-1998", paragraph: 2, quote: "burned whale oil until 1902" }],
    es: {
      question: "¿Qué quemaba la lámpara?",
      also: ["¿Qué aceite usaba la lámpara?", "¿Cuál era el combustible de la lámpara?"],
      answer: ["Hasta 1902 la lámpara quemaba aceite de ballena."],
    },
  },
  {
    id: "storm-date",
    question: "When was the great storm?",
    also: ["On which day did the storm come?", "What is the date of the great storm?"],
    answer: ["The great storm came on 9 January 1936."],
    cites: [{ source: "gazette-1998", paragraph: 3, quote: "great storm of 9 January 1936" }],
    es: {
      question: "¿Cuándo fue la gran tormenta?",
      also: ["¿Qué día llegó la tormenta?", "¿Cuál es la fecha de la gran tormenta?"],
      answer: ["La gran tormenta llegó el 9 de enero de 1936."],
    },
    see: ["storm-rescue"],
  },
  {
    id: "storm-rescue",
    question: "How many sailors did the keeper rescue?",
    also: ["How many sailors were saved in the storm?", "Whom did Jonas Brandt rescue?"],
    answer: ["The keeper Jonas Brandt rowed out for eleven sailors.", "A later list names only nine of them."],
    cites: [
      { source: "gazette-1998", paragraph: 3, quote: "rowed out eleven sailors" },
      { source: "harbour-list", paragraph: 0 },
    ],
    es: {
      question: "¿A cuántos marineros rescató el farero?",
      also: ["¿Cuántos marineros se salvaron en la tormenta?", "¿A quién rescató Jonas Brandt?"],
      answer: ["El farero Jonas Brandt salió a remo por once marineros.", "Una lista posterior nombra solo a nueve."],
    },
  },
  {
    id: "ferry-times",
    question: "How often does the ferry cross the bay?",
    also: ["How many ferries are there each day?", "What is the timetable of the ferry?"],
    answer: ["The ferry crosses the bay four times a day."],
    cites: [{ source: "gazette-1998", paragraph: 4, quote: "four times a day" }],
    es: {
      question: "¿Con qué frecuencia cruza la bahía el transbordador?",
      also: ["¿Cuántos transbordadores hay al día?", "¿Cuál es el horario del transbordador?"],
      answer: ["El transbordador cruza la bahía cuatro veces al día."],
    },
  },
  {
    id: "ferry-price",
    question: "How much does a ferry ticket cost?",
    also: ["What is the price of a ferry ticket?", "How expensive is the ferry?"],
    answer: ["A ticket for the ferry costs three crowns."],
    cites: [{ source: "gazette-1998", paragraph: 4, quote: "a ticket costs three crowns" }],
    es: {
      question: "¿Cuánto cuesta un billete del transbordador?",
      also: ["¿Cuál es el precio del billete?", "¿Es caro el transbordador?"],
      answer: ["Un billete del transbordador cuesta tres coronas."],
    },
  },
  {
    id: "market-hours",
    question: "When does the fish market open?",
    also: ["At what time does the fish market begin?", "What are the opening hours of the market?"],
    answer: ["The fish market opens at five in the morning."],
    cites: [{ source: "gazette-1998", paragraph: 5, quote: "opens at five in the morning" }],
    es: {
      question: "¿A qué hora abre el mercado de pescado?",
      also: ["¿Cuándo empieza el mercado de pescado?", "¿Cuál es el horario del mercado?"],
      answer: ["El mercado de pescado abre a las cinco de la mañana."],
    },
  },
  {
    id: "museum-letters",
    question: "How many letters does the museum keep?",
    also: ["What is the number of letters in the museum?", "How many family letters are in the museum?"],
    answer: ["The museum keeps 212 letters of the keeper's family."],
    cites: [{ source: "gazette-1998", paragraph: 6, quote: "212 letters" }],
    es: {
      question: "¿Cuántas cartas guarda el museo?",
      also: ["¿Cuál es el número de cartas del museo?", "¿Cuántas cartas de la familia hay en el museo?"],
      answer: ["El museo guarda 212 cartas de la familia del farero."],
    },
  },
  {
    id: "list-author",
    question: "Who compiled the list of the harbour?",
    also: ["Who wrote the harbour list?", "Who is the author of the harbour list?"],
    answer: ["The harbour office compiled the list."],
    cites: [{ source: "harbour-list", paragraph: 0 }],
    es: {
      question: "¿Quién elaboró la lista del puerto?",
      also: ["¿Quién escribió la lista del puerto?", "¿Quién es el autor de la lista del puerto?"],
      answer: ["La oficina del puerto elaboró la lista."],
    },
  },
  {
    id: "not-stated-salary",
    question: "What was the salary of the keeper?",
    also: ["How much was the keeper paid?", "What did Jonas Brandt earn?"],
    answer: ["The gazette names the keeper without his salary."],
    cites: [{ source: "gazette-1998", paragraph: 3 }],
    es: {
      question: "¿Cuál era el salario del farero?",
      also: ["¿Cuánto cobraba el farero?", "¿Qué ganaba Jonas Brandt?"],
      answer: ["La gaceta nombra al farero sin su salario."],
    },
    notStated: true,
  },
];

/** The knowledge of the end-to-end tests: a harbour town that no model and no other test knows. */
export function harbour(variant: Variant = {}): Knowledge {
  const loaded = assemble(harbourFiles(variant));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems, null, 2));
  return loaded.knowledge;
}

/** The same as files of a folder. */
export function harbourFiles({ without = [], extraSources = 0 }: Variant = {}): ReadonlyMap<string, string> {
  const entries = ENTRIES.filter(({ id }) => !without.includes(id)).map((entry) => entryOf(entry, without));
  const walk = { title: "Port Amber: a walk", publisher: "Amber Gazette", published: "1998-05-03" };
  const list = { title: "List of *rescues*", publisher: "Harbour office", url: "https://harbour.example/list" };
  const logs = Array.from({ length: extraSources }, (_, i) => ({
    title: `Log book ${i}`,
    publisher: "Harbour office",
  }));
  return new Map([
    ["knowledge.yaml", JSON.stringify({ title: "The harbour of Port Amber", languages: ["en", "es"] })],
    ["sources/gazette-1998.md", source(walk, GAZETTE)],
    ["sources/harbour-list.md", source(list)],
    ...logs.map((log, i): [string, string] => [`sources/log-${i}.md`, source(log)]),
    ["entries/harbour.json", JSON.stringify(entries)],
  ]);
}

function entryOf({ answer, cites, see = [], ...rest }: Short, without: readonly string[]) {
  const statements = answer.map((text, i) => ({ text, cites: [cites[i]] }));
  return { ...rest, see: see.filter((id) => !without.includes(id)), answer: statements };
}

function source(record: Readonly<Record<string, string>>, paragraphs: readonly string[] = []): string {
  return [
    "---",
    JSON.stringify({ language: "en", rights: "public domain", ...record }),
    "---",
    paragraphs.join("\n\n"),
    "",
  ].join("\n");
}
