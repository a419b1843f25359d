import { commands } from "../../commands/index.js";
import { Answerer } from "../../src/answer/answerer.js";
import { Conversations } from "../../src/answer/conversation/conversations.js";
import type { Context } from "../../src/command.js";
import { AT_TERMINAL, contextOf } from "../../src/context.js";
import { assemble } from "../../src/knowledge/load.js";

const SOURCES = {
  "sources/gazette.md": `---
title: The village gazette
publisher: Village Press
published: 1998-05-01
language: en
rights: free to quote
url: https://gazette.example/1998
---

The baker Ada Brown opened her bakery on Mill Street in 1998.

The fair is held every June on the green.

Potters sell their jugs under the old oak until dusk.`,
  "sources/letter.md": `---
title: A letter
publisher: The mayor
language: en
rights: private
fingerprints: [${"a".repeat(64)}]
---
`,
};

const ENTRIES = [
  {
    id: "bakery-opened",
    question: "When did the bakery open?",
    also: ["opening year of the bakery", "since when is there a bakery", "when was the bakery founded"],
    answer: [{ text: "The bakery opened in 1998.", cites: [{ source: "gazette", paragraph: 1, quote: "in 1998" }] }],
    aspect: "when",
    about: ["bakery"],
    see: ["baker-name"],
    es: {
      question: "¿Cuándo abrió la panadería?",
      also: ["año de apertura de la panadería"],
      answer: ["La panadería abrió en 1998."],
    },
  },
  {
    id: "baker-name",
    question: "Who is the baker?",
    also: ["name of the baker", "who runs the bakery", "whose bakery is it"],
    answer: [
      { text: "The baker is Ada Brown.", cites: [{ source: "gazette", paragraph: 1, quote: "The baker Ada Brown" }] },
      { text: "Her bakery is on Mill Street.", cites: [{ source: "gazette", paragraph: 1, quote: "on Mill Street" }] },
    ],
    aspect: "who",
    about: ["bakery"],
    es: {
      question: "¿Quién es la panadera?",
      also: ["nombre de la panadera"],
      answer: ["La panadera es Ada Brown.", "Su panadería está en Mill Street."],
    },
  },
  {
    id: "fair-month",
    question: "In which month is the fair held?",
    also: ["month of the fair", "what month does the village hold its fair", "when is the fair"],
    answer: [{ text: "The fair is held in June.", cites: [{ source: "gazette", paragraph: 2, quote: "every June" }] }],
    aspect: "when",
    es: { question: "¿En qué mes es la feria?", also: ["mes de la feria"], answer: ["La feria es en junio."] },
  },
  {
    id: "mayor-letter",
    question: "Does the letter say how much the bridge cost?",
    also: ["cost of the bridge in the letter", "bridge price"],
    answer: [{ text: "The letter names no price of the bridge.", cites: [{ source: "letter", paragraph: 1 }] }],
    notStated: true,
    es: {
      question: "¿Dice la carta cuánto costó el puente?",
      also: ["precio del puente"],
      answer: ["La carta no da el precio del puente."],
    },
  },
];

/** The files of a small knowledge about a village, English and Spanish. */
const villageFiles: ReadonlyMap<string, string> = new Map([
  ["knowledge.yaml", "title: The village\nlanguages: [en, es]\n"],
  ...Object.entries(SOURCES),
  ["entries/village.json", JSON.stringify(ENTRIES)],
  ["entities.yaml", "- { id: bakery, kind: organisation, name: the bakery, aliases: [bakehouse] }\n"],
]);

/** An answerer over the village. */
export function villageAnswerer(): Answerer {
  const loaded = assemble(villageFiles);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return new Answerer(loaded.knowledge);
}

/** What commands get when they run over the village, in a conversation of its own. */
export function villageContext(answerer: Answerer, preferred = "en"): Context {
  return contextOf(
    answerer,
    commands,
    new Conversations(answerer).with("somebody", () => 0),
    { ...AT_TERMINAL, preferred, now: () => 0, seed: "1" },
  );
}
