import { assemble } from "../../src/knowledge/load.js";
import type { Knowledge } from "../../src/knowledge/model.js";
import { type EntryParts, folder } from "../support/folder.js";

const people = ["Ana Ruiz", "Ben Hall", "Cleo Marsh", "Dan Pope", "Eve Stone"].map((name) => ({
  id: name.split(" ")[1].toLowerCase(),
  kind: "person",
  name,
  aliases: [name.split(" ")[1]],
}));

/** What the town's people know; each is made to show one rule. */
export const ENTRIES: readonly EntryParts[] = [
  {
    id: "mill-built",
    question: "When was the mill built?",
    answer: "The mill was built in 1901.",
    aspect: "when",
    when: "1901",
    es: { question: "¿Cuándo se construyó el molino?", answer: ["El molino se construyó en 1901."] },
  },
  {
    id: "mill-burnt",
    question: "When did the mill burn down?",
    answer: "It burnt on 22 February 2016.",
    aspect: "when",
    when: "2016-02-22",
  },
  {
    id: "fair-days",
    question: "When was the fair?",
    answer: "It was in June.",
    aspect: "when",
    when: "2018-06-03/2018-06-05",
  },
  {
    id: "bridge-opened",
    question: "When did the bridge open?",
    answer: "It opened on 1 May 1950.",
    aspect: "when",
    when: "1950-05-01",
  },
  {
    id: "school-opened",
    question: "When did the school open?",
    answer: "It opened on 2 May 1971.",
    aspect: "when",
    when: "1971-05-02",
  },
  { id: "flood", question: "What happened in 2016?", answer: "There was a flood.", aspect: "what", when: "2016" },
  {
    id: "mayor",
    question: "Who is the mayor?",
    answer: "The mayor is Ana Ruiz, a friend of the Gazette.",
    aspect: "who",
    about: ["ruiz"],
  },
  {
    id: "miller",
    question: "Who ran the mill?",
    answer: ["Ben Hall ran the mill.", "His helper was Cleo Marsh."],
    aspect: "who",
    about: ["hall"],
  },
  {
    id: "bakers",
    question: "How many bakers are there?",
    answer: ["There are three bakers, on 4 May 2020 too.", "An older list has two."],
    aspect: "how-many",
  },
];

/** Entries that are no questions for a quiz, and why. */
export const UNFAIR: readonly (readonly [string, EntryParts])[] = [
  [
    "the sources do not say it",
    {
      id: "x",
      question: "Who is the judge?",
      answer: "Ana Ruiz is not said to be the judge.",
      aspect: "who",
      notStated: true,
    },
  ],
  [
    "yes or no answers it",
    { id: "x", question: "Was anybody who ran the mill a judge?", answer: "No, Dan Pope was.", aspect: "who" },
  ],
  ["two are named", { id: "x", question: "Who sang?", answer: "Dan Pope and Eve Stone sang.", aspect: "who" }],
  [
    "the question names the answer",
    { id: "x", question: "Who is Dan Pope?", answer: "Dan Pope is a singer.", aspect: "who" },
  ],
  [
    "its alias is in the question",
    { id: "x", question: "Who is Mr Pope?", answer: "Dan Pope is a singer.", aspect: "who" },
  ],
  [
    "whoever is named is not whom it asks for",
    { id: "x", question: "From whom was the mill bought?", answer: "From strangers, says Dan Pope.", aspect: "who" },
  ],
  [
    "the question has the year",
    { id: "x", question: "When in 1999 was it?", answer: "On 3 May 1999.", aspect: "when", when: "1999-05-03" },
  ],
  ["there is no date", { id: "x", question: "When was it?", answer: "Long ago.", aspect: "when" }],
  [
    "only a date has a number",
    { id: "x", question: "How many came?", answer: "Nobody counted on 4 May 2016.", aspect: "how-many" },
  ],
  [
    "it counts with one, too",
    { id: "x", question: "How many came?", answer: "Only one of the 12 came.", aspect: "how-many" },
  ],
  [
    "it is not how many but how long",
    { id: "x", question: "How long was it?", answer: "It was 12 days.", aspect: "how-many" },
  ],
  [
    "its translation says another number",
    {
      id: "x",
      question: "How many boats came?",
      answer: "Forty boats came.",
      aspect: "how-many",
      es: { question: "¿Cuántos barcos vinieron?", answer: ["Vinieron catorce barcos."] },
    },
  ],
  ["it asks two things", { id: "x", question: "Who sang, and when?", answer: "Dan Pope sang.", aspect: "who" }],
  [
    "it compares two events",
    { id: "x", question: "Who sang?", answer: "Dan Pope sang.", aspect: "who", about: ["fair", "feast"] },
  ],
  ["it has no kind", { id: "x", question: "Who sang?", answer: "Dan Pope sang." }],
  ["it asks what", { id: "x", question: "What is it?", answer: "Dan Pope is a singer.", aspect: "what" }],
];

/** The town, or other entries in it. */
export function townOf(entries: readonly EntryParts[] = ENTRIES): Knowledge {
  const loaded = assemble(
    folder({
      knowledge: { title: "A town", languages: ["en", "es"] },
      entities: [
        ...people,
        { id: "gazette", kind: "organisation", name: "the Gazette" },
        { id: "fair", kind: "event", name: "the fair" },
        { id: "feast", kind: "event", name: "the feast" },
      ],
      entries: { "all.json": entries },
    }),
  );
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.knowledge;
}
