import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { projectDir } from "../../src/config.js";
import { versionOf } from "../../src/knowledge/files.js";
import { fingerprint } from "../../src/knowledge/quotes.js";
import { writeFolder } from "../support/folder.js";
import { CLUB, edited, GAZETTE } from "./club.js";

// dist/ is what runs here: npm run prepare builds it.
const FOOTNOTE = join(projectDir(), "bin/footnote.mjs");
const TEXTS = new Map([["gazette-1932.txt", `${GAZETTE.join("\n")}\n`]]);
const COUNTS = "2 entries, 2 sources, version";

describe("npm run knowledge -- check", { timeout: 30_000 }, () => {
  it("says that a folder has no findings, and succeeds", () => {
    expect(knowledge(["check", writeFolder(CLUB)])).toEqual({
      status: 0,
      lines: [`${COUNTS} ${versionOf(CLUB)}: no findings.`],
    });
  });

  it("says what it compared with the texts", () => {
    expect(knowledge(["check", writeFolder(CLUB), "--texts", writeFolder(TEXTS)])).toEqual({
      status: 0,
      lines: [
        `${COUNTS} ${versionOf(CLUB)}; fingerprints and 1 quotation compared with the texts of 1 source: no findings.`,
      ],
    });
  });

  it("lists the findings by file and line, and fails", () => {
    const files = edited(
      { file: "words.yaml", from: "es:", to: "fr:" },
      { file: "entries/club.yaml", from: "- Year of the founding", to: "- When was the club founded" },
    );
    expect(knowledge(["check", writeFolder(files)])).toEqual({
      status: 1,
      lines: [
        'entries/club.yaml:4 also.0: "When was the club founded" stands twice in this entry; keep one',
        'words.yaml:3 fr: "fr" is not among the languages of knowledge.yaml; add it there, or take these words out',
        `${COUNTS} ${versionOf(files)}: 2 findings.`,
      ],
    });
  });

  it("lists what the texts show to be wrong, and fails", () => {
    const files = edited({ file: "entries/matches.json", from: "won in 61 moves", to: "won in 16 moves" });
    const texts = new Map([["gazette-1932.txt", `${GAZETTE[1]}\n${GAZETTE[1]}\n`]]);
    const { status, lines } = knowledge(["check", writeFolder(files), "--texts", writeFolder(texts)]);
    expect([status, ...lines.slice(0, -1)]).toEqual([
      1,
      "entries/matches.json:8 answer.0.cites.0.quote: is not in paragraph 2 of gazette-1932; copy it letter by letter",
      "sources/gazette-1932.md:8 fingerprints.0: is not that of paragraph 1; npm run knowledge -- fingerprint FILE prints the right ones",
    ]);
  });

  it("lists every problem of a folder that cannot be loaded, and fails", () => {
    const files = edited(
      { file: "knowledge.yaml", from: "description:", to: "subtitle:" },
      {
        file: "entries/club.yaml",
        from: "cites: [{ source: minutes-1931, paragraph: 2, quote: twelve players }]",
        to: "cites: []",
      },
    );
    expect(knowledge(["check", writeFolder(files)])).toEqual({
      status: 1,
      lines: [
        "entries/club.yaml:12 answer.1.cites: is empty; a statement needs at least one citation",
        "knowledge.yaml:2 subtitle: is an unknown key; take it out or use one of title, description, languages, topics, es",
        "2 problems: the folder cannot be loaded.",
      ],
    });
  });

  it("takes both folders relative to where npm was called", () => {
    const parent = writeFolder(new Map([...within("club", CLUB), ...within("texts", TEXTS)]));
    const { status } = knowledge(["check", "club", "--texts", "texts"], parent);
    expect(status).toBe(0);
  });

  it("checks the project's own folder where none is given", () => {
    const { status, lines } = knowledge(["check"], tmp(), { KNOWLEDGE_DIR: writeFolder(CLUB) });
    expect([status, ...lines]).toEqual([0, `${COUNTS} ${versionOf(CLUB)}: no findings.`]);
  });

  it("says that a folder is not there", () => {
    const { status, lines } = knowledge(["check", "nowhere"], tmp());
    expect(status).toBe(1);
    expect(lines).toContain(
      "knowledge.yaml:1: cannot be read: it is not there; add it, or give the folder that has it",
    );
  });
});

describe("npm run knowledge -- fingerprint", { timeout: 30_000 }, () => {
  it("prints the fingerprints of a text as a record has them", () => {
    const text = `\ufeff${GAZETTE[0]}\r\n\r\n ${GAZETTE[1]}\r\n`;
    const dir = writeFolder(new Map([["gazette.txt", text]]));
    expect(knowledge(["fingerprint", "gazette.txt"], dir)).toEqual({
      status: 0,
      lines: ["fingerprints:", ...GAZETTE.map((paragraph) => `  - ${fingerprint(paragraph)}`)],
    });
  });

  it("takes the text of a source's file, by the paragraphs that citations count", () => {
    const dir = writeFolder(CLUB);
    const paragraphs = [
      "Minutes",
      "The club was founded in the spring of 1931 by twelve players. They met in the reading room of the library.",
      "The fee is “two crowns” a year, said the treasurer’s note.",
    ];
    expect(knowledge(["fingerprint", "sources/minutes-1931.md"], dir)).toEqual({
      status: 0,
      lines: ["fingerprints:", ...paragraphs.map((paragraph) => `  - ${fingerprint(paragraph)}`)],
    });
  });

  it.each([
    ["gazette.txt", "", 1, "has no text; put the article's into it, one paragraph a line"],
    ["gazette.txt", " \n\n", 3, "has no text; put the article's into it, one paragraph a line"],
    [
      "gazette.md",
      "---\ntitle: a\n---\n",
      4,
      "has no text below the front matter; put it there, an empty line between paragraphs",
    ],
  ])("says that %s with %j in it has no text, and fails", (file, text, line, problem) => {
    const dir = writeFolder(new Map([[file, text]]));
    expect(knowledge(["fingerprint", file], dir)).toEqual({
      status: 1,
      lines: [`${join(dir, file)}:${line}: ${problem}`],
    });
  });

  it("says in plain words that a text is not there, and fails", () => {
    const dir = tmp();
    const problem = "cannot be read: it is not there; add it, or give the folder that has it";
    expect(knowledge(["fingerprint", "gazette.txt"], dir)).toEqual({
      status: 1,
      lines: [`${join(dir, "gazette.txt")}:1: ${problem}`],
    });
  });
});

/** Runs the command as npm does, which tells in INIT_CWD where it was called. */
function knowledge(args: readonly string[], calledFrom = tmp(), variables: Readonly<Record<string, string>> = {}) {
  const env = { PATH: process.env.PATH, INIT_CWD: calledFrom, ...variables };
  const ran = spawnSync(process.execPath, [FOOTNOTE, "knowledge", ...args], {
    cwd: projectDir(),
    env,
    encoding: "utf8",
  });
  return { status: ran.status, lines: ran.stdout.split("\n").slice(0, -1) };
}

function tmp(): string {
  return writeFolder(new Map());
}

function within(dir: string, files: ReadonlyMap<string, string>): [string, string][] {
  return [...files].map(([path, text]) => [`${dir}/${path}`, text]);
}
