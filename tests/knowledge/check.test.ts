import { describe, expect, it } from "vitest";
import { checkKnowledge } from "../../src/knowledge/check.js";
import { readTexts } from "../../src/knowledge/check-texts.js";
import type { Problem } from "../../src/knowledge/model.js";
import { folder, writeFolder } from "../support/folder.js";
import { CLUB, edited, GAZETTE, knowledgeOf, lineOf } from "./club.js";

const CLUB_FILE = "entries/club.yaml";
const JSON_FILE = "entries/matches.json";
const RECORD = "sources/gazette-1932.md";
const WAY_OUT = "npm run knowledge -- fingerprint FILE prints the right ones";
const TEXTS = new Map([["gazette-1932.txt", `${GAZETTE.join("\n")}\n`]]);

describe("checkKnowledge", () => {
  it("finds nothing in a folder that is as it should be", () => {
    expect(findings(CLUB, TEXTS)).toEqual([]);
  });

  it.each([
    ["the same question", "Who won the first match?"],
    ["a question in other letters and signs", "who WON the First match"],
    ["a question with accents", "Whó wón the first match?"],
  ])("finds %s in two entries", (_, question) => {
    const files = edited({ file: CLUB_FILE, from: "When was the club founded?", to: question });
    const problem = `"${question}" is also a question of first-match; keep it where it is answered better`;
    const line = lineOf(files, CLUB_FILE, question);
    expect(findings(files)).toEqual([{ file: CLUB_FILE, line, field: "question", problem }]);
  });

  it("finds another wording that is the question of another entry", () => {
    const files = edited({ file: CLUB_FILE, from: "Year of the founding", to: "Who won the first match" });
    const problem = '"Who won the first match" is also a question of first-match; keep it where it is answered better';
    const line = lineOf(files, CLUB_FILE, "- Who won");
    expect(findings(files)).toEqual([{ file: CLUB_FILE, line, field: "also.0", problem }]);
  });

  it("finds it at the entry that is later by its id, here in a JSON file", () => {
    const files = edited(
      { file: CLUB_FILE, from: "- id: founding", to: "- id: a-founding" },
      {
        file: JSON_FILE,
        from: '"answer": [\n',
        to: '"also": ["Day of it", "year of the founding"],\n    "answer": [\n',
      },
    );
    const problem = '"year of the founding" is also a question of a-founding; keep it where it is answered better';
    const line = lineOf(files, JSON_FILE, "year of the founding");
    expect(findings(files)).toEqual([{ file: JSON_FILE, line, field: "also.1", problem }]);
  });

  it("finds a question that two entries share in the second language", () => {
    const files = edited({ file: CLUB_FILE, from: "[Año de la fundación]", to: "[Año, quien gano]" });
    const problem = '"quien gano" is also a question of first-match; keep it where it is answered better';
    const line = lineOf(files, CLUB_FILE, "quien gano");
    expect(findings(files)).toEqual([{ file: CLUB_FILE, line, field: "es.also.1", problem }]);
  });

  it("lets a question of one language be one of another entry in another language", () => {
    const files = edited({ file: CLUB_FILE, from: "[Año de la fundación]", to: "[Who won the first match?]" });
    expect(findings(files)).toEqual([]);
  });

  it("finds a question that stands twice in one entry", () => {
    const files = edited({ file: CLUB_FILE, from: "- Year of the founding", to: "- When was the club founded" });
    const problem = '"When was the club founded" stands twice in this entry; keep one';
    const line = lineOf(files, CLUB_FILE, "- When");
    expect(findings(files)).toEqual([{ file: CLUB_FILE, line, field: "also.0", problem }]);
  });

  it("finds a question at each further place where it stands", () => {
    const files = folder({ entries: ["a", "b", "c"].map((id) => ({ id, question: "How much?" })) });
    expect(findings(files).map(({ problem }) => problem)).toEqual([
      '"How much?" is also a question of a; keep it where it is answered better',
      '"How much?" is also a question of a; keep it where it is answered better',
    ]);
  });

  it("finds a quotation of more than twelve words from a cited-only source", () => {
    const quote = "one two three four five six seven eight nine ten eleven twelve thirteen";
    const files = edited({ file: JSON_FILE, from: "won in 61 moves", to: quote });
    const problem = "has 13 words; from a cited-only source at most 12 may be quoted";
    const line = lineOf(files, JSON_FILE, quote);
    expect(findings(files)).toEqual([{ file: JSON_FILE, line, field: "answer.0.cites.0.quote", problem }]);
  });

  it("lets twelve words of a cited-only source be quoted", () => {
    const quote = "one two three four five six seven eight nine ten eleven twelve";
    expect(findings(edited({ file: JSON_FILE, from: "won in 61 moves", to: quote }))).toEqual([]);
  });

  it("lets any number of words of a full-text source be quoted", () => {
    const quote = "The club was founded in the spring of 1931 by twelve players. They met in the reading room";
    expect(findings(edited({ file: CLUB_FILE, from: "quote: twelve players", to: `quote: ${quote}` }))).toEqual([]);
  });

  it("finds an entry without texts in a language of the folder", () => {
    const files = edited({ file: "knowledge.yaml", from: "[en, es]", to: "[en, es, fr]" });
    const problem = (id: string) => `${id} has no texts in "fr", which knowledge.yaml lists; add a block "fr:"`;
    expect(findings(files)).toEqual([
      { file: CLUB_FILE, line: 1, field: "", problem: problem("founding") },
      { file: JSON_FILE, line: 2, field: "", problem: problem("first-match") },
    ]);
  });

  it.each([
    ["name: Ada Quill", "name: The CLUB", "name", "The CLUB", "the same name"],
    ["entry: first-match", "aliases: [AQ, the club]", "aliases.1", "the club", "the same alias"],
    [
      "entry: first-match",
      "aliases: [Harbour chess-club]",
      "aliases.0",
      "Harbour chess-club",
      "an alias that is a name",
    ],
    [
      "entry: first-match",
      "es: { name: Q, aliases: [Club de ajedrez del puerto] }",
      "es.aliases.0",
      "Club de ajedrez del puerto",
      "an alias that is a name in Spanish",
    ],
  ])("finds that %4$s belongs to two entities", (from, to, field, name) => {
    const file = "entities.yaml";
    const files = edited({ file, from, to });
    const problem = `"${name}" is also a name of club; a name belongs to one entity, so keep it there or here`;
    expect(findings(files)).toEqual([{ file, line: lineOf(files, file, to), field, problem }]);
  });

  it("lets an entity have a name twice", () => {
    expect(findings(edited({ file: "entities.yaml", from: "[the club]", to: "[the club, The Club]" }))).toEqual([]);
  });

  it("finds a cited-only source that no entry cites", () => {
    const files = edited({
      file: JSON_FILE,
      from: '"gazette-1932", "paragraph": 2, "quote": "won in 61 moves"',
      to: '"minutes-1931", "paragraph": 2',
    });
    const problem = "gazette-1932 is cited by no entry and has no text; cite it or take it out";
    expect(findings(files)).toEqual([{ file: RECORD, line: 2, field: "", problem }]);
  });

  it("lets a full-text source be cited by no entry, for questions are answered from its sentences", () => {
    expect(findings(folder({ entries: [] }))).toEqual([]);
  });

  it("finds words of a language that the folder has not", () => {
    const file = "words.yaml";
    const files = edited({ file, from: "es:", to: "fr:" });
    const problem = '"fr" is not among the languages of knowledge.yaml; add it there, or take these words out';
    expect(findings(files)).toEqual([{ file, line: 3, field: "fr", problem }]);
  });

  it.each([
    ["partida: [juego]", "partida: [juego]\n  torneo: [copa, JUEGO]", "es.torneo.1", "JUEGO", "partida"],
    ["match: [game, contest]", "match: [game, contest]\n  bout: [fight, game]", "en.match.0", "game", "bout"],
  ])("finds a word that stands in two groups, at the later by its name: %s", (from, to, field, word, group) => {
    const file = "words.yaml";
    const files = edited({ file, from, to });
    const problem = `"${word}" is also in the group of ${group}; keep it there or here, or make the two one group`;
    const line = lineOf(files, file, field.startsWith("es") ? word : "match:");
    expect(findings(files)).toEqual([{ file, line, field, problem }]);
  });

  it.each([
    ["has two meanings and names one of them", "match: [game, light]\n  light: [lamp]"],
    ["differs by an accent", "match: [résumé]\n  go: [resume]"],
    ["stands twice in one group", "match: [game, game]"],
    ["is of two languages", "match: [juego]"],
  ])("lets a word be that %s", (_, to) => {
    expect(findings(edited({ file: "words.yaml", from: "match: [game, contest]", to }))).toEqual([]);
  });

  it("finds an entry that leads to itself", () => {
    const files = edited({ file: CLUB_FILE, from: "see: [first-match]", to: "see: [first-match, founding]" });
    const line = lineOf(files, CLUB_FILE, "see: [");
    const problem = '"founding" is this entry itself; take it out';
    expect(findings(files)).toEqual([{ file: CLUB_FILE, line, field: "see.1", problem }]);
  });

  it.each([
    [CLUB_FILE, "- Year of the founding", "- Year of\u0000 the founding", "also.0", "0000", "a NUL in YAML"],
    [CLUB_FILE, "- Year of the founding", '- "Year of\\e the founding"', "also.0", "001B", "an escaped one"],
    [JSON_FILE, "Who won the first match?", "Who won\\u0007 it?", "question", "0007", "an escaped one in JSON"],
    ["entities.yaml", "name: Ada Quill", "name: Ada\u007f Quill", "name", "007F", "one in a name"],
    ["words.yaml", "match: [game,", "match: [ga\bme,", "en.match.0", "0008", "one in a word"],
    ["words.yaml", "match: [game,", '"ma\\btch": [game,', "en.ma\btch", "0008", "one in a key"],
    ["knowledge.yaml", "title: The", "title: The\u0001", "title", "0001", "one in the title"],
    ["sources/minutes-1931.md", "reading room", "reading\froom", "", "000C", "one in a source's text"],
    [RECORD, "title: A long", "title: A\u0002 long", "title", "0002", "one in a source's record"],
  ])("finds in %s %6$s", (file, from, to, field, code) => {
    const files = edited({ file, from, to });
    const problem = `has the control character U+${code}, which nobody sees; take it out`;
    expect(findings(files)).toEqual([{ file, line: lineOf(files, file, to), field, problem }]);
  });

  it("does not mind tabs, further lines and backslashes in texts", () => {
    const files = edited({ file: JSON_FILE, from: "Who won the first match?", to: "Who\\twon\\nthe \\\\ match?" });
    expect(findings(files)).toEqual([]);
  });

  it("finds titles of topics that are not there, and titles that lack a language", () => {
    const knowledge = "title: a\nlanguages: [en, es]\ntopics:\n  all: { en: All }\n  gone: { en: Gone, es: Nada }\n";
    const entries = [{ id: "fee", question: "Fee?", es: { question: "¿Cuota?", answer: ["Sí."] } }];
    expect(findings(folder({ knowledge, entries }))).toEqual([
      { file: "knowledge.yaml", line: 4, field: "topics.all", problem: 'has no title in "es"; add it' },
      {
        file: "knowledge.yaml",
        line: 5,
        field: "topics.gone",
        problem: "there is no file entries/gone.yaml with entries; mend the name, or take the title out",
      },
    ]);
  });

  it("lists all findings in order of file and line", () => {
    const files = edited(
      { file: "words.yaml", from: "en:", to: "fr:" },
      { file: CLUB_FILE, from: "Year of the founding", to: "Who won the first match" },
      { file: CLUB_FILE, from: "When was the club founded?", to: "Who won the first match?" },
      { file: "entities.yaml", from: "Ada Quill", to: "The club" },
    );
    const places = findings(files, new Map()).map(({ file, line, field }) => `${file}:${line} ${field}`);
    expect(places).toEqual([
      "entities.yaml:8 name",
      "entries/club.yaml:2 question",
      "entries/club.yaml:4 also.0",
      "sources/gazette-1932.md:7 fingerprints",
      "words.yaml:1 fr",
    ]);
  });
});

describe("checkKnowledge with the texts", () => {
  it("finds a fingerprint that is not that of its paragraph", () => {
    const texts = new Map([["gazette-1932.txt", `${GAZETTE[0]}\nAnother text: Quill won in 61 moves, they say.\n`]]);
    const problem = `is not that of paragraph 2; ${WAY_OUT}`;
    expect(findings(CLUB, texts)).toEqual([{ file: RECORD, line: 9, field: "fingerprints.1", problem }]);
  });

  it("finds fingerprints in the wrong order, each at its line", () => {
    const texts = new Map([["gazette-1932.txt", `${GAZETTE[1]}\n${GAZETTE[0]} won in 61 moves\n`]]);
    expect(findings(CLUB, texts).map(({ line, field }) => `${line} ${field}`)).toEqual([
      "8 fingerprints.0",
      "9 fingerprints.1",
    ]);
  });

  it("finds that a text has more paragraphs than fingerprints", () => {
    const texts = new Map([["gazette-1932.txt", `${GAZETTE.join("\n")}\nOne more.\n`]]);
    const problem = `has 2 fingerprints, but the text has 3 paragraphs; ${WAY_OUT}`;
    expect(findings(CLUB, texts)).toEqual([{ file: RECORD, line: 7, field: "fingerprints", problem }]);
  });

  it("finds that a text has fewer paragraphs than fingerprints", () => {
    const texts = new Map([["gazette-1932.txt", GAZETTE[0]]]);
    const problem = `is one more than the paragraphs of the text; ${WAY_OUT}`;
    expect(findings(CLUB, texts)).toEqual([{ file: RECORD, line: 9, field: "fingerprints.1", problem }]);
  });

  it("finds that a text is not there", () => {
    const [found, ...others] = findings(CLUB, new Map());
    expect(others).toEqual([]);
    expect(found).toMatchObject({ file: RECORD, line: 7, field: "fingerprints" });
    expect(found.problem).toMatch(
      /^cannot be verified: \/.+\/gazette-1932\.txt cannot be read: it is not there; add it, or give the folder that has it$/,
    );
  });

  it("finds that a text is not UTF-8, and in which line", () => {
    const texts = new Map([["gazette-1932.txt", Buffer.from(`${GAZETTE[0]}\ncaf\u00e9\n`, "latin1")]]);
    expect(findings(CLUB, texts)[0].problem).toMatch(
      /^cannot be verified: .+gazette-1932\.txt:2 cannot be read: this line is not UTF-8; save the file as UTF-8$/,
    );
  });

  it("asks for no text of a full-text source", () => {
    expect(findings(folder(), new Map())).toEqual([]);
  });

  it.each([
    [`\ufeff${GAZETTE.join("\r\n")}\r\n`, "a byte order mark and the line ends of Windows"],
    [`${GAZETTE.join("\n")}\n\n \n`, "empty lines at the end"],
    [GAZETTE.join("\n\n"), "empty lines between"],
    [GAZETTE.map((paragraph) => `  ${paragraph.replaceAll(" ", "  ")}`).join("\n"), "more white space"],
  ])("does not mind %2$s", (text) => {
    expect(findings(CLUB, new Map([["gazette-1932.txt", text]]))).toEqual([]);
  });

  it.each([
    ["won in 16 moves", "is not in paragraph 2 of gazette-1932; copy it letter by letter", "has other words"],
    [
      "Won in 61 moves",
      "is not in paragraph 2 of gazette-1932; copy it letter by letter",
      "has a letter in another case",
    ],
    ["nine hours", "is not in paragraph 2 of gazette-1932; copy it letter by letter", "is in another paragraph"],
  ])("finds that the quotation %j %3$s", (quote, problem) => {
    const files = edited({ file: JSON_FILE, from: "won in 61 moves", to: quote });
    const line = lineOf(files, JSON_FILE, quote);
    expect(findings(files, TEXTS)).toEqual([{ file: JSON_FILE, line, field: "answer.0.cites.0.quote", problem }]);
  });

  it("finds that a quotation is a whole sentence, though it is short", () => {
    const files = edited({
      file: JSON_FILE,
      from: '"paragraph": 2, "quote": "won in 61 moves"',
      to: '"paragraph": 1, "quote": "Club beats the harbour masters."',
    });
    const problem = "is a whole sentence; from a cited-only source quote a fragment";
    const line = lineOf(files, JSON_FILE, "Club beats");
    expect(findings(files, TEXTS)).toEqual([{ file: JSON_FILE, line, field: "answer.0.cites.0.quote", problem }]);
  });

  it("finds both that a quotation is too long and that it is a whole sentence", () => {
    const files = edited({ file: JSON_FILE, from: "won in 61 moves", to: GAZETTE[1] });
    expect(findings(files, TEXTS).map(({ problem }) => problem)).toEqual([
      "has 13 words; from a cited-only source at most 12 may be quoted",
      "is a whole sentence; from a cited-only source quote a fragment",
    ]);
  });

  it("lets a whole sentence of a full-text source be quoted", () => {
    const quote = "The fee is “two crowns” a year, said the treasurer’s note.";
    const files = edited({
      file: CLUB_FILE,
      from: "paragraph: 2, quote: twelve players",
      to: `paragraph: 3, quote: '${quote}'`,
    });
    expect(findings(files, TEXTS)).toEqual([]);
  });
});

function findings(files: ReadonlyMap<string, string>, texts?: ReadonlyMap<string, string | Uint8Array>): Problem[] {
  const knowledge = knowledgeOf(files);
  return checkKnowledge(knowledge, files, texts && readTexts(knowledge, writeFolder(texts)));
}
