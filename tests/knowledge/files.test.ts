import { chmodSync, mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Files, readFolder, versionOf } from "../../src/knowledge/files.js";
import { loadKnowledge } from "../../src/knowledge/load.js";
import { folder, writeFolder } from "../support/folder.js";
import { CLUB, knowledgeOf } from "./club.js";

const GIVE_ANOTHER = "cannot be read: it is not there; add it, or give the folder that has it";
const NOT_UTF8 = "cannot be read: this line is not UTF-8; save the file as UTF-8";

describe("readFolder", () => {
  it("reads a folder as it was written", () => {
    expect(readFolder(writeFolder(CLUB))).toEqual({ files: CLUB, problems: [] });
  });

  it("takes byte order marks off and ends every line alike", () => {
    const windows = new Map([...CLUB].map(([path, text]) => [path, `\ufeff${text.replaceAll("\n", "\r\n")}`]));
    expect(readFolder(writeFolder(windows))).toEqual({ files: CLUB, problems: [] });
  });

  it.each([
    ["entities.yaml", "no names need be known"],
    ["words.yaml", "no words need be equivalent"],
  ])("does without %s, for %s", (file) => {
    expect(readFolder(writeFolder(without(file))).problems).toEqual([]);
  });

  it("needs knowledge.yaml", () => {
    const { problems } = readFolder(writeFolder(without("knowledge.yaml")));
    expect(problems).toEqual([{ file: "knowledge.yaml", line: 1, field: "", problem: GIVE_ANOTHER }]);
  });

  it.each(["sources", "entries"])("needs the folder %s", (name) => {
    const files = new Map([...CLUB].filter(([path]) => !path.startsWith(name)));
    expect(readFolder(writeFolder(files)).problems).toEqual([
      { file: name, line: 1, field: "", problem: GIVE_ANOTHER },
    ]);
  });

  it("says once for each part that a folder is not there", () => {
    const { problems } = readFolder(join(writeFolder(new Map()), "nowhere"));
    expect(problems.map(({ file, problem }) => `${file} ${problem}`)).toEqual([
      `knowledge.yaml ${GIVE_ANOTHER}`,
      `sources ${GIVE_ANOTHER}`,
      `entries ${GIVE_ANOTHER}`,
    ]);
  });

  it("says that a file is no folder", () => {
    const { problems } = readFolder(join(writeFolder(CLUB), "knowledge.yaml"));
    expect(new Set(problems.map(({ problem }) => problem))).toEqual(
      new Set(["cannot be read: its folder is a file; give a folder"]),
    );
  });

  it.each([
    ["sources/notes.txt", "is not a file of sources/; name it .md, or move it out"],
    ["sources/records.yaml", "is not a file of sources/; name it .md, or move it out"],
    ["entries/README.md", "is not a file of entries/; name it .yaml or .yml or .json, or move it out"],
    ["entries/club.YAML", "is not a file of entries/; name it .yaml or .yml or .json, or move it out"],
    [
      "entries/old/club.yaml",
      "is not a file of entries/; name it .yaml or .yml or .json, or move it out",
      "entries/old",
    ],
  ])("refuses %s, for it %s", (path, problem, file = path) => {
    expect(readFolder(writeFolder(new Map([...CLUB, [path, "- id: a\n"]]))).problems).toEqual([
      { file, line: 1, field: "", problem },
    ]);
  });

  it.each(["entries/.DS_Store", "sources/.gitkeep", "README.md"])("does not mind %s", (path) => {
    expect(readFolder(writeFolder(new Map([...CLUB, [path, "x"]])))).toEqual({ files: CLUB, problems: [] });
  });

  it.each([
    ["sources/minutes-1931.md", "Minutes of the Café\n", 1],
    ["entries/latin.yaml", "- id: fee\n  question: ok\n  also: [caf\u00e9]\n", 3],
    ["entries/latin.json", '[\r\n"caf\u00e9"]\r\n', 2],
    ["words.yaml", "en:\n  a: [b]\n  c: [\u00e9]\n", 3],
  ])("says which line of %s is not UTF-8", (file, text, line) => {
    const files = new Map<string, string | Uint8Array>([...CLUB, [file, Buffer.from(text, "latin1")]]);
    expect(readFolder(writeFolder(files)).problems).toEqual([{ file, line, field: "", problem: NOT_UTF8 }]);
  });

  it("says that a text in UTF-16 is not UTF-8", () => {
    const file = "entities.yaml";
    const files = new Map<string, string | Uint8Array>([...CLUB, [file, Buffer.from("\ufeff- id: a\n", "utf16le")]]);
    expect(readFolder(writeFolder(files)).problems).toEqual([{ file, line: 1, field: "", problem: NOT_UTF8 }]);
  });

  it("says that a folder stands in the place of a file", () => {
    const dir = writeFolder(CLUB);
    mkdirSync(join(dir, "entries/old.yaml"));
    const problem = "cannot be read: it is a folder; put a file in its place";
    expect(readFolder(dir).problems).toEqual([{ file: "entries/old.yaml", line: 1, field: "", problem }]);
  });

  it("says that a link leads nowhere", () => {
    const dir = writeFolder(CLUB);
    symlinkSync("nowhere.yaml", join(dir, "entries/link.yaml"));
    expect(readFolder(dir).problems).toEqual([
      { file: "entries/link.yaml", line: 1, field: "", problem: GIVE_ANOTHER },
    ]);
  });

  it.skipIf(process.getuid?.() === 0)("says that the right to read a file is missing", () => {
    const dir = writeFolder(CLUB);
    chmodSync(join(dir, "words.yaml"), 0);
    const problem = "cannot be read: the right to read it is missing; give it to the user that runs this";
    expect(readFolder(dir).problems).toEqual([{ file: "words.yaml", line: 1, field: "", problem }]);
  });
});

describe("loadKnowledge", () => {
  it("loads a folder as it loads its files", () => {
    expect(loadKnowledge(writeFolder(CLUB))).toEqual({ ok: true, knowledge: knowledgeOf(CLUB) });
  });

  it("lists unreadable files among the other problems, in order of file and line", () => {
    const files = new Map<string, string | Uint8Array>([
      ...CLUB,
      ["entries/notes.txt", "x"],
      ["entries/latin.yaml", Buffer.from("- caf\u00e9\n", "latin1")],
      ["entries/asked.yaml", "- id: Asked\n"],
      ["words.yaml", "en: 1\n"],
    ]);
    const loaded = loadKnowledge(writeFolder(files));
    const places = loaded.ok ? [] : loaded.problems.map(({ file, line, field }) => `${file}:${line} ${field}`);
    expect(places).toEqual([
      "entries/asked.yaml:1 id",
      "entries/asked.yaml:1 question",
      "entries/asked.yaml:1 answer",
      "entries/latin.yaml:1 ",
      "entries/notes.txt:1 ",
      "words.yaml:1 en",
    ]);
  });

  it.each([
    ["knowledge.yaml", "the languages"],
    ["entities.yaml", "the entities"],
    ["entries/matches.json", "entries that others refer to"],
    ["sources/gazette-1932.md", "a source that is cited"],
  ])("tells only that %s is unreadable, though it hides %s", (file) => {
    const files = new Map<string, string | Uint8Array>([...CLUB, [file, Buffer.from("caf\u00e9", "latin1")]]);
    const loaded = loadKnowledge(writeFolder(files));
    expect(loaded).toEqual({ ok: false, problems: [{ file, line: 1, field: "", problem: NOT_UTF8 }] });
  });
});

describe("versionOf", () => {
  it("is twelve hex digits", () => {
    expect(versionOf(CLUB)).toMatch(/^[0-9a-f]{12}$/);
  });

  it("does not depend on the order of the files", () => {
    expect(versionOf(new Map([...CLUB].toReversed()))).toBe(versionOf(CLUB));
  });

  it.each<[string, Files]>([
    ["a letter", new Map([...CLUB, ["words.yaml", "en: {}\n"]])],
    ["a comment", new Map([...CLUB, ["words.yaml", `${CLUB.get("words.yaml")}# checked\n`]])],
    ["a file's name", folder({ files: { "entries/a.yaml": "" } })],
    ["where one file ends and the next begins", new Map([["a", "bc"]])],
  ])("changes with %s", (_, files) => {
    const others = [CLUB, folder({ files: { "entries/b.yaml": "" } }), new Map([["ab", "c"]])];
    expect(others.map(versionOf)).not.toContain(versionOf(files));
  });
});

function without(file: string): Map<string, string> {
  return new Map([...CLUB].filter(([path]) => path !== file));
}
