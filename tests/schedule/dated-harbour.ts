import { assemble } from "../../src/knowledge/load.js";
import type { Knowledge } from "../../src/knowledge/model.js";
import { harbourFiles } from "../discord/harbour.js";

/** Days of the harbour's own: a day, a stretch of days, a leap day; and a month and a year, which have none. */
const DATED = [
  { id: "storm-day", when: "1936-01-09", text: "The great storm broke the lamp." },
  { id: "fair-days", when: "1951-07-08/1951-07-10", text: "The harbour held its fair." },
  { id: "leap-day", when: "1952-02-29", text: "The pier was opened." },
  { id: "other-storm", when: "1988-01-09", text: "The pier withstood a storm." },
  { id: "lamp-month", when: "1902-05", text: "The lamp was changed." },
  { id: "built-year", when: "1874", text: "The lighthouse was built." },
];

/** The harbour with facts that have dates. */
export function datedHarbour(): Knowledge {
  const entries = DATED.map(({ id, when, text }) => ({
    id,
    when,
    question: `What is known of ${id}?`,
    answer: [{ text, cites: [{ source: "harbour-list", paragraph: 0 }] }],
  }));
  const loaded = assemble(new Map([...harbourFiles(), ["entries/dated.json", JSON.stringify(entries)]]));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems, null, 2));
  return loaded.knowledge;
}
