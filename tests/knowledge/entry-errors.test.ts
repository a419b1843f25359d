import { describe, expect, it } from "vitest";
import { edited, problemsOf } from "./club.js";
import {
  BAD_DATE,
  CLUB_FILE,
  EMPTY,
  itRefuses,
  JSON_FILE,
  MISSING,
  NO_KEYS,
  NOT_A_LIST,
  NOT_TEXT,
  unknownKey,
} from "./refusals.js";

const BAD_ID = "is not an id; use a-z, 0-9 and -, beginning with a letter or digit, at most 60 characters";
const BAD_PERIOD = `${BAD_DATE}, or a first and a last date as 2016-02-22/2016-02-23`;
const BAD_PARAGRAPH = "is not a paragraph number; count from 1, 0 is the record";
const ENTRY_KEYS = "id, question, also, answer, aspect, when, about, see, notStated, es";
const UNKNOWN_ASPECT = "is unknown; use one of who, what, when, where, why, how-many";
const noSource = (id: string) => `is "${id}", but there is no file sources/${id}.md; add it, or mend the id`;

describe("loadKnowledge", () => {
  itRefuses("in an entry", CLUB_FILE, [
    ["no id", "id: founding\n  question", "question", "id", MISSING],
    ["no question", "  question: When was the club founded?\n", "", "question", MISSING, "- id"],
    [
      "no statement's text",
      "text: Twelve players founded it.\n      cites",
      "cites",
      "answer.1.text",
      MISSING,
      "- cites",
    ],
    ["no cited source", "source: minutes-1931\n          paragraph", "paragraph", "answer.0.cites.0.source", MISSING],
    ["no answer", "- id: founding", "- { id: fee, question: How much? }\n- id: founding", "answer", MISSING],
    [
      "an empty answer",
      "- id: founding",
      "- { id: fee, question: How much?, answer: [] }\n- id: founding",
      "answer",
      "is empty; an entry needs at least one statement",
    ],
    [
      "a source's title in the place of its id",
      "source: minutes-1931\n",
      "source: Minutes of 1931\n",
      "answer.0.cites.0.source",
      BAD_ID,
    ],
    ["an id with a capital", "- id: founding\n", "- id: Founding\n", "id", BAD_ID],
    ["an id with an underscore", "- id: founding\n", "- id: the_founding\n", "id", BAD_ID],
    ["an id that begins with a hyphen", "- id: founding\n", "- id: -founding\n", "id", BAD_ID],
    ["an id of 61 characters", "- id: founding\n", `- id: ${"f".repeat(61)}\n`, "id", BAD_ID],
    ["an id that YAML reads as a number", "- id: founding\n", "- id: 1931\n", "id", NOT_TEXT],
    ["an empty question", "question: When was the club founded?", "question:", "question", EMPTY],
    ["a wording that is a number", "- Year of the founding", "- 1931", "also.0", NOT_TEXT],
    ["other wordings that are not a list", "also:\n    - Year", "also: Year", "also", NOT_A_LIST],
    ["an unknown key", "aspect:", "aspects:", "aspects", unknownKey(ENTRY_KEYS)],
    ["a block for a language that the folder has not", "  es:", "  fr:", "fr", unknownKey(ENTRY_KEYS)],
    ["an unknown aspect", "aspect: when", "aspect: which", "aspect", UNKNOWN_ASPECT],
    ["a dated fact that is no date", "when: 1931", "when: in 1931", "when", BAD_PERIOD],
    ["a dated fact on a day that no calendar has", "when: 1931", "when: 1931-13-01", "when", BAD_PERIOD],
    ["a period that ends before it begins", "when: 1931", "when: 1932/1931", "when", BAD_PERIOD],
    ["a period of three dates", "when: 1931", "when: 1931/1932/1933", "when", BAD_PERIOD],
    ["entities that are not a list", "about: [club]", "about: club", "about", NOT_A_LIST],
    ["an entity's name in the place of its id", "about: [club]", "about: [The club]", "about.0", BAD_ID],
    ["a related entry that is a number", "see: [first-match]", "see: [1]", "see.0", NOT_TEXT],
    ["yes in the place of true", "aspect: when", "notStated: yes", "notStated", "is text; give true or false"],
  ]);

  itRefuses("in an answer", CLUB_FILE, [
    [
      "a statement without a citation",
      "      cites: [{ source: minutes-1931, paragraph: 2, quote: twelve players }]\n",
      "",
      "answer.1.cites",
      "is missing; a statement needs at least one citation",
      "- text: Twelve players",
    ],
    [
      "a statement with an empty list of citations",
      "cites: [{ source: minutes-1931, paragraph: 2, quote: twelve players }]",
      "cites: []",
      "answer.1.cites",
      "is empty; a statement needs at least one citation",
    ],
    [
      "a citation that is only a source's id",
      "{ source: minutes-1931, paragraph: 2, quote: twelve players }",
      "minutes-1931]  # [",
      "answer.1.cites.0",
      NO_KEYS,
    ],
    [
      "a citation without a paragraph",
      "          paragraph: 2\n",
      "",
      "answer.0.cites.0.paragraph",
      "is missing; 0 is the record",
      "- source",
    ],
    ["a paragraph below 0", "paragraph: 2\n", "paragraph: -1\n", "answer.0.cites.0.paragraph", BAD_PARAGRAPH],
    ["half a paragraph", "paragraph: 2\n", "paragraph: 1.5\n", "answer.0.cites.0.paragraph", BAD_PARAGRAPH],
    ["a paragraph in words", "paragraph: 2\n", "paragraph: second\n", "answer.0.cites.0.paragraph", BAD_PARAGRAPH],
    [
      "a quotation that is a number",
      "quote: founded in the spring of 1931",
      "quote: 1931",
      "answer.0.cites.0.quote",
      NOT_TEXT,
    ],
    ["an empty quotation", "quote: founded in the spring of 1931", 'quote: ""', "answer.0.cites.0.quote", EMPTY],
    [
      "an unknown key of a statement",
      "- text: Twelve",
      "- sentence: 2\n      text: Twelve",
      "answer.1.sentence",
      unknownKey("text, cites"),
    ],
    [
      "an unknown key of a citation",
      "paragraph: 2\n",
      "paragraph: 2\n          page: 1\n",
      "answer.0.cites.0.page",
      unknownKey("source, paragraph, quote"),
      "page",
    ],
    [
      "a statement that is only text",
      "- text: Twelve players founded it.\n      cites: ",
      "- Twelve\n    # ",
      "answer.1",
      NO_KEYS,
    ],
  ]);

  itRefuses("in a translation", CLUB_FILE, [
    ["no question", "    question: ¿Cuándo se fundó el club?\n", "", "es.question", MISSING, "  es:"],
    ["an unknown key", "also: [Año", "alias: [Año", "es.alias", unknownKey("question, also, answer")],
    [
      "statements with citations of their own",
      "answer: [El club se fundó en la primavera de 1931.,",
      "answer: [{ text: El club },",
      "es.answer.0",
      "is a group of keys; give text",
    ],
    [
      "fewer statements than the answer has",
      ", Lo fundaron doce jugadores.",
      "",
      "es.answer",
      "has another number of statements (1) than the answer (2); translate each one",
      "answer: [El club",
    ],
    [
      "more statements than the answer has",
      "doce jugadores.",
      "doce jugadores., Y ya.",
      "es.answer",
      "has another number of statements (3) than the answer (2); translate each one",
    ],
    [
      "no statements",
      "[El club se fundó en la primavera de 1931., Lo fundaron doce jugadores.]",
      "[]",
      "es.answer",
      "is empty; translate every statement",
    ],
  ]);

  itRefuses("in a JSON file", JSON_FILE, [
    ["no question", '    "question": "Who won the first match?",\n', "", "question", MISSING, "  {\n"],
    ["an unknown key", '"about"', '"abuot"', "abuot", unknownKey(ENTRY_KEYS)],
    ["a wrong type", "false", "0", "notStated", "is a number; give true or false"],
    ["an unknown source", '"gazette-1932"', '"gazette-1933"', "answer.0.cites.0.source", noSource("gazette-1933")],
  ]);

  it("lists every unknown key of one entry", () => {
    const entry = "- { id: fee, question: How much?, asks: x, anwser: [] }\n";
    const problems = problemsOf(edited({ file: CLUB_FILE, from: "- id: founding", to: `${entry}- id: founding` }));
    expect(problems.map(({ field }) => field).toSorted()).toEqual(["answer", "anwser", "asks"]);
  });
});
