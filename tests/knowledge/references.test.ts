import { describe, expect, it } from "vitest";
import { type EntryParts, folder } from "../support/folder.js";
import { CLUB, edited, lineOf, problemsOf } from "./club.js";

/** An edit that makes one problem, at the line of its new text. */
type Row = readonly [why: string, file: string, from: string, to: string, field: string, problem: string];

const CLUB_FILE = "entries/club.yaml";
const JSON_FILE = "entries/matches.json";
const QUOTE = "answer.0.cites.0.quote";
const PARAGRAPH = "answer.0.cites.0.paragraph";
const NO_ENTRY = "there is no such entry; write it, or mend the id";
const NO_ENTITY = "entities.yaml has no such entity; add it, or mend the id";
const NOT_QUOTED = "is not in paragraph 2 of minutes-1931; copy it letter by letter";
const QUOTES_RECORD = "quotes the record; take it out, or cite a paragraph of the text";

const ROWS: readonly Row[] = [
  [
    "a source that is not there",
    CLUB_FILE,
    "source: minutes-1931\n",
    "source: minutes-1930\n",
    "answer.0.cites.0.source",
    'is "minutes-1930", but there is no file sources/minutes-1930.md; add it, or mend the id',
  ],
  [
    "an entity that is not there",
    CLUB_FILE,
    "about: [club]",
    "about: [club, clubs]",
    "about.1",
    `is "clubs", but ${NO_ENTITY}`,
  ],
  [
    "a related entry that is not there",
    CLUB_FILE,
    "see: [first-match]",
    "see: [last-match]",
    "see.0",
    `is "last-match", but ${NO_ENTRY}`,
  ],
  [
    "an entity's card that is not there",
    "entities.yaml",
    "entry: first-match",
    "entry: last-match",
    "entry",
    `is "last-match", but ${NO_ENTRY}`,
  ],
  [
    "an entity in the place of a related entry",
    CLUB_FILE,
    "see: [first-match]",
    "see: [quill]",
    "see.0",
    `is "quill", but ${NO_ENTRY}`,
  ],
  [
    "a paragraph after the last of a full text",
    CLUB_FILE,
    "paragraph: 2\n",
    "paragraph: 4\n",
    PARAGRAPH,
    "is 4, but minutes-1931 has the paragraphs 0 to 3; cite one of these",
  ],
  [
    "a paragraph after the last fingerprint",
    JSON_FILE,
    '"paragraph": 2',
    '"paragraph": 3',
    PARAGRAPH,
    "is 3, but gazette-1932 has the paragraphs 0 to 2; cite one of these",
  ],
  ["a quotation of a full text's record", CLUB_FILE, "paragraph: 2\n", "paragraph: 0\n", QUOTE, QUOTES_RECORD],
  ["a quotation of a cited-only record", JSON_FILE, '"paragraph": 2', '"paragraph": 0', QUOTE, QUOTES_RECORD],
  [
    "a quotation with a wrong letter",
    CLUB_FILE,
    "the spring of 1931\n    ",
    "the Spring of 1931\n    ",
    QUOTE,
    NOT_QUOTED,
  ],
  ["a quotation with a word left out", CLUB_FILE, "quote: founded in the", "quote: founded in", QUOTE, NOT_QUOTED],
  [
    "a quotation from another paragraph",
    CLUB_FILE,
    "paragraph: 2\n",
    "paragraph: 3\n",
    QUOTE,
    "is not in paragraph 3 of minutes-1931; copy it letter by letter",
  ],
];

describe("checkReferences", () => {
  it.each(ROWS)("refuses %s, with file and line", (_, file, from, to, field, problem) => {
    const files = edited({ file, from, to });
    const at = field === QUOTE ? "quote" : to;
    expect(problemsOf(files)).toEqual([{ file, line: lineOf(files, file, at), field, problem }]);
  });

  it.each([
    ["white space of another kind", "founded in the spring of 1931\n    ", '"founded  in\\tthe spring of 1931"\n    '],
    ["a line break of the source made a space", "quote: twelve players", "quote: twelve players. They met"],
    ["part of a word", "quote: twelve players", "quote: elve player"],
  ])("takes a quotation with %s", (_, from, to) => {
    expect(problemsOf(edited({ file: CLUB_FILE, from, to }))).toEqual([]);
  });

  it("takes a quotation with straight quotes where the source has curly ones", () => {
    const from = "paragraph: 2\n          quote: founded in the spring of 1931";
    const to = `paragraph: 3\n          quote: '"two crowns" a year, said the treasurer''s'`;
    expect(problemsOf(edited({ file: CLUB_FILE, from, to }))).toEqual([]);
  });

  it("takes a quotation from a cited-only source as it stands, for its text is not at hand", () => {
    expect(problemsOf(edited({ file: JSON_FILE, from: "won in 61 moves", to: "lost in 16 moves" }))).toEqual([]);
  });

  it("knows only the record of a source with neither text nor fingerprints", () => {
    const problems = problemsOf(folder({ sources: { letter: {} }, entries: [citing("letter", 1)] }));
    const wayOut =
      "cite that, or in sources/letter.md put its text below the front matter, or its fingerprints: into it (npm run knowledge -- fingerprint FILE)";
    expect(problems).toMatchObject([
      { field: PARAGRAPH, problem: `is 1, but letter has only its record, paragraph 0; ${wayOut}` },
    ]);
  });

  it("takes paragraph 0 of every source, for the record is always there", () => {
    expect(problemsOf(folder({ sources: { letter: {} }, entries: [citing("letter", 0)] }))).toEqual([]);
  });

  it("refuses an id that two entries of a file have, and names the place of the first", () => {
    const files = folder({ entries: [{ id: "fee" }, { id: "rooms" }, { id: "fee" }] });
    const second = (files.get("entries/all.yaml") ?? "").split("\n").lastIndexOf("- id: fee") + 1;
    const problem = 'is "fee", which another entry has (entries/all.yaml:1); choose another id';
    expect(problemsOf(files)).toEqual([{ file: "entries/all.yaml", line: second, field: "id", problem }]);
  });

  it("refuses an id that entries of two files have, at the file that comes later whatever the order of reading", () => {
    const files = folder({ entries: { "b.yaml": [{ id: "fee" }], "a.json": [{ id: "rooms" }, { id: "fee" }] } });
    const line = lineOf(files, "entries/a.json", '"fee"');
    const problem = `is "fee", which another entry has (entries/a.json:${line}); choose another id`;
    expect(problemsOf(files)).toEqual([{ file: "entries/b.yaml", line: 1, field: "id", problem }]);
  });

  it("refuses an id that two entities have", () => {
    const entities = "- { id: quill, kind: person, name: Ada }\n- { id: quill, kind: person, name: Bea }\n";
    const problem = 'is "quill", which another entity has (entities.yaml:1); choose another id';
    expect(problemsOf(folder({ entities }))).toEqual([{ file: "entities.yaml", line: 2, field: "id", problem }]);
  });

  it("lets an entry and an entity have the same id", () => {
    const entities = [{ id: "quill", kind: "person", name: "Ada Quill" }];
    expect(problemsOf(folder({ entries: [{ id: "quill" }], entities }))).toEqual([]);
  });

  it("checks the rest of an entry in which something else is wrong", () => {
    const files = edited(
      { file: CLUB_FILE, from: "aspect: when", to: "aspects: when" },
      { file: CLUB_FILE, from: "quote: twelve players", to: "quote: eleven players" },
      { file: CLUB_FILE, from: "about: [club]", to: "about: [clubs]" },
    );
    expect(problemsOf(files).map(({ field }) => field)).toEqual(["answer.1.cites.0.quote", "aspects", "about.0"]);
  });

  it.each([
    ["an entry with an unknown key", JSON_FILE, '"notStated"', '"notSaid"', "notSaid"],
    ["an entity of an unknown kind", "entities.yaml", "kind: person", "kind: player", "kind"],
    ["a source without a publisher", "sources/minutes-1931.md", "publisher: The chess club\n", "", "publisher"],
  ])("does not call %s unknown where others refer to it", (_, file, from, to, field) => {
    expect(problemsOf(edited({ file, from, to })).map((problem) => problem.field)).toEqual([field]);
  });

  it.each([
    ["entries that others refer to", JSON_FILE, '"about"', "about"],
    ["entities that entries are about", "entities.yaml", "kind: person", "kind: [person"],
    ["a source that entries cite", "sources/gazette-1932.md", "publisher:", "publisher: The:"],
  ])("tells only the error of syntax where it hides %s", (_, file, from, to) => {
    const problems = problemsOf(edited({ file, from, to }));
    expect(problems.filter((problem) => problem.field !== "" || problem.file !== file)).toEqual([]);
  });

  it("tells only what is wrong in knowledge.yaml where it hides the languages", () => {
    const problems = problemsOf(new Map([...CLUB, ["knowledge.yaml", "title: The: club\nlanguages: [en, es]\n"]]));
    expect(problems.map(({ file, line }) => `${file}:${line}`)).toEqual(["knowledge.yaml:1"]);
  });
});

function citing(source: string, paragraph: number): EntryParts {
  return { id: "fee", answer: [{ text: "It is two crowns.", cites: [{ source, paragraph }] }] };
}
