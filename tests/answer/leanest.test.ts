import { describe, expect, it } from "vitest";
import { Answerer } from "../../src/answer/answerer.js";
import { knowledgeOf } from "./support.js";

const source = (id: string) => `---\ntitle: ${id}\npublisher: A press\nlanguage: en\nrights: none\n---\n`;
const cite = (name: string) => ({ source: name, paragraph: 0 });
const event = (id: string, name: string) => ({
  id,
  kind: "event",
  name,
  aliases: [name.replace(/^the | of \d+$/g, "")],
});

const fairs = knowledgeOf({
  sources: { gazette: source("Gazette"), courier: source("Courier") },
  entities: [event("spring-fair", "the spring fair of 1920"), event("autumn-fair", "the autumn fair of 1921")],
  entries: [
    {
      id: "both-dates",
      question: "On which days did the fairs of the two towns take place?",
      also: ["days of the fairs", "calendar days of the spring fair and of the autumn fair"],
      answer: [
        { text: "The spring fair was on 3 May 1920.", cites: [cite("gazette")] },
        { text: "The autumn fair was on 9 October 1921.", cites: [cite("courier")] },
      ],
      aspect: "when",
      about: ["spring-fair", "autumn-fair"],
    },
    {
      id: "spring-date",
      question: "When was the spring fair?",
      also: ["date of the spring fair", "days of the fair"],
      answer: [{ text: "The spring fair was on 3 May 1920.", cites: [cite("gazette")] }],
      aspect: "when",
      about: ["spring-fair"],
    },
    {
      id: "spring-guest",
      question: "Who opened the spring fair, and on which days was it open to guests?",
      answer: [{ text: "Ada opened it.", cites: [cite("gazette")] }],
      aspect: "who",
      about: ["spring-fair"],
    },
  ],
});
const answerer = new Answerer(fairs);
const first = (question: string) => answerer.answer(question).candidates[0]?.entry.id;

describe("an entry that tells of other events as well", () => {
  it.each([
    ["on which calendar days was the spring fair", "spring-date", "the question names one of its events"],
    ["calendar days of the fair in 1920", "spring-date", "the question names the year of one of them"],
    ["calendar days of the spring fair and the autumn fair", "both-dates", "the question names both"],
    ["calendar days of both the spring fair and the next one", "both-dates", "the question compares"],
    ["calendar days of the fairs", "both-dates", "the question names neither"],
    ["calendar days of the spring fair and of the autumn fair", "both-dates", "a curator wrote the very question"],
    ["calendar days of the fairs in 1920 and in 1921", "both-dates", "the question names two years"],
  ])("for %j gives %s the first place: %s", (question, id) => {
    expect(first(question)).toBe(id);
  });
});
