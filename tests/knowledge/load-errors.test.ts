import { describe, expect, it } from "vitest";
import { folder } from "../support/folder.js";
import { CLUB, edited, lineOf, problemsOf } from "./club.js";
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

const RECORD = "sources/minutes-1931.md";
const ENTITIES = "entities.yaml";
const WORDS = "words.yaml";
const MANIFEST = "knowledge.yaml";
const BAD_LANGUAGE = "is not a language code; write it like en or es";
const BAD_LINK = "is not a link; write it with https://";
const BAD_FINGERPRINT = "is not a SHA-256 in lower-case hex; npm run knowledge -- fingerprint FILE prints it";
const CODE_IS_KEY =
  "lists id or see after the first language, but entries have keys of these names; use another code, such as ind";
const RECORD_KEYS = "title, publisher, published, language, url, rights, fingerprints";
const KINDS = "use one of person, organisation, place, event";

describe("loadKnowledge", () => {
  it("loads the folder that the faulty ones below are made from", () => {
    expect(problemsOf(CLUB)).toEqual([]);
  });

  itRefuses("in knowledge.yaml", MANIFEST, [
    ["a missing title", "title: The chess club\n", "", "title", MISSING, "description"],
    ["a title with nothing after the colon", "title: The chess club", "title:", "title", EMPTY],
    ["a title of spaces", "title: The chess club", 'title: "  "', "title", EMPTY],
    ["a title that YAML reads as a number", "title: The chess club", "title: 1931", "title", NOT_TEXT],
    [
      "a misspelt key",
      "description",
      "descripton",
      "descripton",
      unknownKey("title, description, languages, topics, es"),
    ],
    [
      "a block of the default language",
      "title:",
      "en: { title: x }\ntitle:",
      "en",
      unknownKey("title, description, languages, topics, es"),
    ],
    [
      "a block of a language that is not listed",
      "title:",
      "fr: { title: x }\ntitle:",
      "fr",
      unknownKey("title, description, languages, topics, es"),
    ],
    ["a block of another language without a title", "title:", "es: { description: x }\ntitle:", "es.title", MISSING],
    [
      "a block of another language with a key that is not known",
      "title:",
      "es: { title: x, subtitle: y }\ntitle:",
      "es.subtitle",
      unknownKey("title, description"),
    ],
    ["one language that is not in a list", "[en, es]", "en", "languages", NOT_A_LIST],
    ["an empty list of languages", "[en, es]", "[]", "languages", "is empty; list at least one language"],
    ["a language by its name", "es]", "Spanish]", "languages.1", BAD_LANGUAGE],
    ["a language whose block would hide the entry's id", "es]", "id]", "languages", CODE_IS_KEY],
  ]);

  itRefuses("in a source's record", RECORD, [
    ["no title", 'title: "Minutes of the first meeting"\n', "", "title", MISSING, "publisher"],
    ["no publisher", "publisher: The chess club\n", "", "publisher", MISSING, "title"],
    ["no language", "language: en\n", "", "language", MISSING, "title"],
    ["no rights", "rights: the club's own\n", "", "rights", MISSING, "title"],
    ["an unknown key", "url:", "link:", "link", unknownKey(RECORD_KEYS)],
    ["rights that are not text", "rights: the club's own", "rights: true", "rights", NOT_TEXT],
    ["rights that are a list", "rights: the club's own", "rights: [a]", "rights", "is a list; give text"],
    ["a language by its name", "language: en", "language: English", "language", BAD_LANGUAGE],
    ["a day that no calendar has", "1931-04-12", "1931-02-30", "published", BAD_DATE],
    ["a date without leading zeros", "1931-04-12", "1931-4-12", "published", BAD_DATE],
    ["a date in words", "1931-04-12", "spring 1931", "published", BAD_DATE],
    ["a period, for an article appears once", "1931-04-12", "1931/1932", "published", BAD_DATE],
    ["a date with nothing after the colon", " 1931-04-12", "", "published", BAD_DATE, "published:"],
    ["a link without its scheme", "https://club.example", "club.example", "url", BAD_LINK],
    ["a link that a click would run", "https://club.example/minutes", "javascript:alert(1)", "url", BAD_LINK],
    ["a fingerprint of the wrong length", "url:", "fingerprints: [3f9a]\nurl:", "fingerprints.0", BAD_FINGERPRINT],
    ["fingerprints that are not a list", "url:", "fingerprints: 3f9a\nurl:", "fingerprints", NOT_A_LIST],
  ]);

  itRefuses("in entities.yaml", ENTITIES, [
    ["no id", "- id: club\n", "- kind: place\n  name: The pier\n- id: club\n", "id", MISSING],
    ["no kind", "  kind: person\n", "", "kind", `is missing; ${KINDS}`, "- id: quill"],
    ["no name", "  name: Ada Quill\n", "", "name", MISSING, "- id: quill"],
    ["an unknown kind", "kind: person", "kind: player", "kind", `is unknown; ${KINDS}`],
    ["an unknown key", "aliases:", "alias:", "alias", unknownKey("id, kind, name, aliases, entry, es")],
    [
      "an unknown key of a language's names",
      "{ name: Club",
      "{ nombre: x, name: Club",
      "es.nombre",
      unknownKey("name, aliases"),
    ],
    ["aliases that are not a list", "aliases: [the club]", "aliases: the club", "aliases", NOT_A_LIST],
    [
      "an item that is only a name",
      "- id: club\n  kind: organisation\n  name: Harbour Chess Club\n  aliases: [the club]\n  es: { name: Club de Ajedrez del Puerto }\n",
      "- Harbour Chess Club\n- { id: club, kind: place, name: Club }\n",
      "",
      NO_KEYS,
    ],
  ]);

  itRefuses("in words.yaml", WORDS, [
    ["a language by its name", "en:", "English:", "English", BAD_LANGUAGE],
    ["words without equivalents", "match: [game, contest]", "match: game", "en.match", NOT_A_LIST],
    [
      "a language that is only a list",
      "en:\n  match: [game, contest]",
      "en: [game]",
      "en",
      "is a list; give keys with values, such as { a: b }",
    ],
    ["an equivalent that is a number", "[juego]", "[1]", "es.partida.0", NOT_TEXT],
  ]);

  it.each([
    [MANIFEST, "languages:", "languages: - ", "in the manifest"],
    [CLUB_FILE, "  aspect:", "   aspect:", "in an entry"],
    [JSON_FILE, '"notStated": false', '"notStated": no', "in JSON"],
    [RECORD, "publisher: The", "publisher: The: ", "in a record, counted from the beginning of its file"],
    [ENTITIES, "kind: person", "kind: person: quill", "in an entity"],
    [WORDS, "  partida: [juego]", "  partida: *juego", "in words"],
  ])("refuses an error of syntax in %s, with its line: %4$s", (file, from, to) => {
    const files = edited({ file, from, to });
    const places = problemsOf(files).map((problem) => `${problem.file}:${problem.line} ${problem.field}`);
    expect(new Set(places)).toEqual(new Set([`${file}:${lineOf(files, file, to)} `]));
  });

  it("lists all problems at once, in order of file and line", () => {
    const files = edited(
      { file: WORDS, from: "game", to: "7" },
      { file: JSON_FILE, from: '"quill"', to: '"quilt"' },
      { file: CLUB_FILE, from: "[first-match]", to: "[last-match]" },
      { file: CLUB_FILE, from: "question: When", to: "query: When" },
      { file: ENTITIES, from: "kind: person", to: "kind: 7" },
      { file: MANIFEST, from: "description:", to: "subtitle:" },
    );
    const places = problemsOf(files).map(({ file, line, field }) => `${file}:${line} ${field}`);
    expect(places).toEqual([
      "entities.yaml:7 kind",
      "entries/club.yaml:1 question",
      "entries/club.yaml:2 query",
      "entries/club.yaml:16 see.0",
      "entries/matches.json:11 about.0",
      "knowledge.yaml:2 subtitle",
      "words.yaml:2 en.match.0",
    ]);
  });

  it("says that knowledge.yaml needs a title where the folder has none", () => {
    const files = new Map(CLUB);
    files.delete(MANIFEST);
    expect(problemsOf(files)).toEqual([{ file: MANIFEST, line: 1, field: "title", problem: MISSING }]);
  });

  it("says what an empty knowledge.yaml needs", () => {
    const files = new Map([...CLUB, [MANIFEST, "# nothing yet\n"]]);
    expect(problemsOf(files)).toEqual([{ file: MANIFEST, line: 1, field: "title", problem: MISSING }]);
  });

  it("says what an empty record needs, at the line of the record", () => {
    const files = folder({ files: { "sources/blank.md": "---\n---\n" } });
    expect(problemsOf(files).map(({ line, field }) => `${line} ${field}`)).toEqual([
      "2 title",
      "2 publisher",
      "2 language",
      "2 rights",
    ]);
  });

  it.each([
    ["sources/Minutes.md", "has a capital"],
    ["sources/minutes 1931.md", "has a space"],
    ["sources/minutes.v2.md", "has a second dot"],
    ["sources/-minutes.md", "begins with a hyphen"],
    [`sources/${"m".repeat(61)}.md`, "is longer than 60 characters"],
    ["sources/.md", "has no name at all"],
  ])("refuses the file name %s, which %s", (file) => {
    const record = "---\ntitle: a\npublisher: b\nlanguage: en\nrights: c\n---\n";
    const problem = "has a name that is not an id; use a-z, 0-9 and -, at most 60 characters";
    expect(problemsOf(folder({ files: { [file]: record } }))).toEqual([{ file, line: 1, field: "", problem }]);
  });

  it.each([
    ["title: Minutes\n", "does not begin with ---"],
    ["---\ntitle: Minutes\n", "has no second ---"],
    ["\n---\ntitle: Minutes\n---\n", "begins with an empty line"],
    ["", "is empty"],
  ])("refuses the source %j, which %s", (content) => {
    const problem = "has no record; begin with a line ---, the record, and another line ---";
    const file = "sources/minutes.md";
    expect(problemsOf(folder({ files: { [file]: content } }))).toEqual([{ file, line: 1, field: "", problem }]);
  });

  it.each([
    ["entries/club.yaml", "# all of them\nid: founding\n", 2, "begin every item with a hyphen"],
    ["entities.yaml", "id: club\n", 1, "begin every item with a hyphen"],
    ["entries/club.json", '\n{ "id": "founding" }', 2, "put the items between [ and ]"],
  ])("refuses %s where %j is not a list", (file, content, line, wayOut) => {
    const problem = `is not a list; ${wayOut}`;
    expect(problemsOf(folder({ files: { [file]: content } }))).toEqual([{ file, line, field: "", problem }]);
  });
});
