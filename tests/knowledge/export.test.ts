import { execFile } from "node:child_process";
import { chmodSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { Addition, EntryAddition } from "../../src/knowledge/addition.js";
import { LOCK } from "../../src/knowledge/edit/folder-lock.js";
import { type ExportOutcome, exportInto } from "../../src/knowledge/export.js";
import { loadKnowledge } from "../../src/knowledge/load.js";
import { folder, writeFolder } from "../support/folder.js";

const CITES = "[{ source: almanac, paragraph: 1 }]";
const TOWN = `# The town's towers.

- id: tower   # the old one
  question: "How tall is the tower?"
  also: [height of the tower, 'its size']   # more to come
  answer:
    - text: It is tall.
      cites: ${CITES}
  es:
    question: ¿Qué altura tiene la torre?
    also:
      - altura de la torre  # plain
    answer: [Es alta.]

# The bridge is new.
- { id: bridge, question: Is there a bridge?, answer: [{ text: There is., cites: ${CITES} }] }

- question: >
    Is there a well
    in the town?
  id: well
  answer: [{ text: "Yes.", cites: ${CITES} }]
# The end.
`;
const JSON_TOWN = JSON.stringify(
  parse(TOWN.replaceAll("tower", "gate").replaceAll("bridge", "ford").replaceAll("well", "spring")),
  null,
  4,
);

function town(files: Readonly<Record<string, string | undefined>> = {}): string {
  return writeFolder(
    folder({
      knowledge: { title: "A town", languages: ["en", "es"] },
      files: { "entries/all.yaml": undefined, "entries/town.yaml": TOWN, ...files },
    }),
  );
}
/** Lists of wordings in all the ways in which YAML can write them. */
const STYLES = `${TOWN.replace("# The end.\n", "")}
- id: empty
  question: Is it empty?
  also: []
  answer: [{ text: So., cites: ${CITES} }]
- id: comma
  question: Is there a comma?
  also: [
    a comma, # the first
    "commas" , # the last
  ]
  answer: [{ text: So., cites: ${CITES} }]
- id: below
  question: Is it below?
  also:
  -
     an item below
  - # with a remark
     another one
  answer: [{ text: So., cites: ${CITES} }]
- id: block
  question: |
    Is it a block?
  also:
    - >-
      one over
      two lines

    - |+
      kept to the end

  # A remark.
  answer: [{ text: So., cites: ${CITES} }]
- id: quoted
  also:
    - plain over
      two lines
    - "quoted over
      two lines" # a remark
  question: Is it
    quoted?
  answer: [{ text: So., cites: ${CITES} }]
- id: alone
  answer: [{ text: So., cites: ${CITES} }]
  question: 'Is it alone?'   # a remark
- id: last
  answer: [{ text: So., cites: ${CITES} }]
  question: Is it the last?`;
/** What YAML may take for something else. */
const NASTY = [
  ...[
    "---",
    "...",
    "--- ",
    "\n---\n",
    "\n...\n",
    "? ",
    "- ",
    "% ",
    "%YAML 1.2\n",
    ": ",
    " #",
    "#",
    "'",
    '"',
    "\\",
    "|",
    ">",
    "|-\n",
  ],
  ...[
    "&a ",
    "*a",
    "!tag ",
    "@",
    "`",
    "{",
    "}",
    "[",
    "]",
    ",",
    "~",
    "null",
    "true",
    "=",
    "<<",
    "0x1f",
    "1e5",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
  ],
  ...[
    "\t",
    " ",
    "  ",
    "\u0000",
    "\u0007",
    "\u0085",
    "\u00a0",
    "\u2028",
    "\u2029",
    "\ufeff",
    "\ud800",
    "\u{1f600}",
    "\u007f",
  ],
];
/** Whether a text is another one with something put into it at one place. */
function isInsertedInto(before: string, after: string): boolean {
  let front = 0;
  while (front < before.length && before[front] === after[front]) front += 1;
  return after.endsWith(before.slice(front));
}
const wording = (entry: string, text: string, language = "en"): Addition => ({
  kind: "wording",
  entry,
  language,
  wording: text,
});
const ENTRY: EntryAddition = {
  kind: "entry",
  texts: { question: "Who keeps the almanac?", answer: ["The town keeps it.", "It has two paragraphs."] },
  translations: {},
  asked: { language: "en", wording: "almanac keeper" },
  citation: { source: "almanac", paragraph: 2, quote: "two paragraphs" },
  notStated: false,
  near: "tower",
};
const SPANISH = { question: "¿Quién guarda el almanaque?", answer: ["El pueblo.", "Tiene dos párrafos."] };
/** Processes run what was built: Node reads no TypeScript. */
const BUILT = new URL("../../dist/src/knowledge/export.js", import.meta.url);
const run = (dir: string, ...additions: Addition[]): ExportOutcome =>
  exportInto(
    dir,
    additions.map((addition, i) => ({ id: `d${i}`, addition })),
  );
const read = (dir: string, file = "town.yaml") => readFileSync(join(dir, "entries", file), "utf8");
/** The lines that a file has now and did not have before, with nothing else changed. */
function added(before: string, after: string): string[] {
  const [old, now] = [before.split("\n"), after.split("\n")];
  const fresh: string[] = [];
  let at = 0;
  for (const line of now) {
    if (line === old[at]) at += 1;
    else fresh.push(line);
  }
  expect(at).toBe(old.length);
  return fresh;
}
function loaded(dir: string) {
  const found = loadKnowledge(dir);
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return found.knowledge;
}

describe("a wording that is exported", () => {
  it("goes behind the others on their line, and leaves all else as it was", () => {
    const dir = town();
    expect(run(dir, wording("tower", "tower: height?"), wording("tower", "so how tall"))).toEqual({
      kind: "written",
      files: ["entries/town.yaml"],
      done: ["d0", "d1"],
      there: [],
      left: [],
    });
    expect(read(dir)).toBe(TOWN.replace("'its size']", `'its size', "tower: height?", "so how tall"]`));
  });

  it.each([
    ["a list of lines", wording("tower", "mide la torre", "es"), ["      - mide la torre"]],
    ["a question over several lines, with none before", wording("well", "a well?"), ["  also:", "    - a well?"]],
  ])("goes into %s as another line", (_, addition, lines) => {
    const dir = town();
    expect(run(dir, addition).kind).toBe("written");
    expect(added(TOWN, read(dir))).toEqual(lines);
  });

  it("goes into an entry on one line", () => {
    const dir = town();
    run(dir, wording("bridge", "bridges"));
    expect(read(dir)).toBe(TOWN.replace("Is there a bridge?,", `Is there a bridge?, "also": ["bridges"],`));
  });

  it("in a language that the entry has no texts in goes to those of the first", () => {
    const dir = town();
    run(dir, wording("bridge", "hay puente", "es"));
    expect(loaded(dir).entryById.get("bridge")?.texts.en.also).toEqual(["hay puente"]);
  });

  it.each([
    ["four spaces", JSON_TOWN],
    ["tabs and a last line", `${JSON.stringify(JSON.parse(JSON_TOWN), null, "\t")}\n`],
    ["none", JSON.stringify(JSON.parse(JSON_TOWN))],
  ])("keeps the indentation of JSON: %s", (_, text) => {
    const dir = town({ "entries/gates.json": text });
    run(dir, wording("gate", "the gate's height"), wording("spring", "a spring"));
    const now = read(dir, "gates.json");
    expect(JSON.parse(now)[0].also.at(-1)).toBe("the gate's height");
    expect(now).toBe(
      `${JSON.stringify(JSON.parse(now), null, /\n([ \t]+)/.exec(text)?.[1] ?? "")}${text.endsWith("\n") ? "\n" : ""}`,
    );
  });

  it("goes into JSON that was written by hand without another change", () => {
    const text = `[ { "id": "gate", "question": "Is there a gate?",\n    "answer": [ {"text": "Yes.", "cites": [ {"source": "almanac", "paragraph": 0} ] } ] } ]\n`;
    const dir = town({ "entries/gates.json": text });
    run(dir, wording("gate", "gates"));
    expect(read(dir, "gates.json")).toBe(text.replace(`a gate?",`, `a gate?", "also": ["gates"],`));
  });

  it("keeps Windows' line ends, a byte order mark and the file's rights", () => {
    const dir = town();
    const file = join(dir, "entries/town.yaml");
    writeFileSync(file, `\uFEFF${TOWN.replaceAll("\n", "\r\n")}`);
    chmodSync(file, 0o640);
    run(dir, wording("well", "a well?"));
    const now = read(dir);
    expect(now.startsWith("\uFEFF")).toBe(true);
    expect(now.replaceAll("\r\n", "")).not.toContain("\n");
    expect(now).toContain("    - a well?\r\n");
    expect(statSync(file).mode & 0o777).toBe(0o640);
  });

  it("is what was typed, whatever that is", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.constantFrom("tower", "bridge", "well"),
            fc.stringMatching(/^[a-zñ][ a-z0-9:#'"{}[\],&*!|>%@`?-]{0,20}[a-z0-9?!]$/),
          ),
          { minLength: 1, maxLength: 4 },
        ),
        (some) => {
          const dir = town();
          const outcome = run(dir, ...some.map(([entry, text]) => wording(entry, text)));
          expect(outcome.kind).toBe("written");
          if (outcome.kind !== "written") return;
          const fresh = outcome.done.filter((id) => !outcome.there.includes(id)).map((id) => some[Number(id.slice(1))]);
          for (const [entry, text] of fresh) expect(loaded(dir).entryById.get(entry)?.texts.en.also).toContain(text);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe("an entry that is exported", () => {
  it("stands at the end of the file of its nearest, with an id of its words", () => {
    const dir = town();
    run(dir, ENTRY);
    expect(added(TOWN, read(dir))).toEqual([
      "- id: who-keeps-the-almanac",
      "  question: Who keeps the almanac?",
      "  also:",
      "    - almanac keeper",
      "  answer:",
      "    - text: The town keeps it.",
      "      cites:",
      "        - { source: almanac, paragraph: 2, quote: two paragraphs }",
      "    - text: It has two paragraphs.",
      "      cites:",
      "        - { source: almanac, paragraph: 2, quote: two paragraphs }",
      "  see: [tower]",
      "",
    ]);
  });

  it("without a nearest one goes to a file for such entries", () => {
    const dir = town();
    const { near: _, ...alone } = ENTRY;
    expect(run(dir, alone)).toMatchObject({ files: ["entries/community.yaml"] });
    expect(read(dir, "community.yaml")).toMatch(/^# What members asked and curators answered\.\n\n- id: who-keeps/);
    expect(run(dir, { ...alone, texts: { ...alone.texts, question: "What else?" }, asked: undefined }).kind).toBe(
      "written",
    );
    expect(loaded(dir).entryById.has("what-else")).toBe(true);
  });

  it("has its translation, its gap and an id that nobody else has", () => {
    const dir = town({
      "entries/more.yaml": `- { id: who-keeps-the-almanac, question: Else?, answer: [{ text: So., cites: ${CITES} }] }\n`,
    });
    const texts = { question: "¿Quién guarda el almanaque?", answer: ["El pueblo.", "Tiene dos párrafos."] };
    run(dir, {
      ...ENTRY,
      notStated: true,
      translations: { es: texts },
      asked: { language: "es", wording: "guarda almanaque" },
    });
    expect(loaded(dir).entryById.get("who-keeps-the-almanac-2")).toMatchObject({
      notStated: true,
      topic: "town",
      texts: { en: { also: [] }, es: { ...texts, also: ["guarda almanaque"] } },
    });
  });

  it("goes to the end of JSON too", () => {
    const dir = town({ "entries/gates.json": JSON_TOWN });
    run(dir, { ...ENTRY, near: "gate" });
    expect(JSON.parse(read(dir, "gates.json")).at(-1)).toMatchObject({ id: "who-keeps-the-almanac", see: ["gate"] });
  });
});

describe("any text", () => {
  const FOLDER = {
    "entries/town.yaml": STYLES,
    "entries/gates.json": JSON_TOWN,
    "entries/hand.json": `[ { "id": "moat", "question": "Is there a moat?",\n "answer": [ {"text": "Yes.", "cites": [ {"source": "almanac", "paragraph": 0} ] } ] } ]\n`,
  };
  const before = loaded(town(FOLDER)).entries;
  const nasty = fc.oneof(
    fc.constantFrom(...NASTY),
    fc.string({ unit: "binary", maxLength: 12 }),
    fc.array(fc.constantFrom(...NASTY, "a", "1"), { maxLength: 6 }).map((all) => all.join("")),
    fc.integer({ min: 1000, max: 3000 }).map((count) => "so: long ".repeat(count)),
  );
  // With a word of its own nobody else has it, and it is not refused.
  const text = fc.oneof(
    nasty.map((sign) => `${sign}zq7`),
    nasty.map((sign) => `zq7${sign}`),
    fc.tuple(nasty, nasty).map(([front, back]) => `${front}zq7${back}`),
  );

  it("that is drafted as a wording comes back as it was, into whatever list, and changes nothing else", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...before.map(({ id }) => id)),
        fc.constantFrom("en", "es"),
        text,
        (id, code, typed) => {
          const dir = town(FOLDER);
          expect(run(dir, wording(id, typed, code))).toMatchObject({ done: ["d0"], there: [], left: [] });
          const after = loaded(dir).entries;
          const [old, now] = [before, after].map((all) => all.find((entry) => entry.id === id));
          const own = code === "es" && old?.texts.es ? "es" : "en";
          expect(now?.texts[own].also).toEqual([...(old?.texts[own].also ?? []), typed]);
          const others = (all: typeof before) =>
            all.map((entry) =>
              entry.id === id ? { ...entry, texts: { ...entry.texts, [own]: entry.texts[own].answer } } : entry,
            );
          expect(others(after)).toEqual(others(before));
          for (const [path, content] of Object.entries(FOLDER)) {
            const written = readFileSync(join(dir, path), "utf8");
            if (path !== "entries/gates.json") expect(isInsertedInto(content, written), path).toBe(true);
          }
        },
      ),
      { numRuns: 120 },
    );
  });

  it("of a new entry comes back as it was, in YAML and in JSON", () => {
    const near = fc.constantFrom("tower", "gate", "moat", undefined);
    fc.assert(
      fc.property(near, text, text, text, text, (near, question, answer, asked, es) => {
        const dir = town(FOLDER);
        const own: EntryAddition = {
          kind: "entry",
          texts: { question: `1 ${question}`, answer: [answer] },
          translations: { es: { question: `2 ${es}`, answer: [es] } },
          asked: { language: "en", wording: `3 ${asked}` },
          citation: { source: "almanac", paragraph: 2, quote: "two paragraphs" },
          notStated: true,
          ...(near === undefined ? {} : { near }),
        };
        expect(run(dir, own)).toMatchObject({ done: ["d0"], left: [] });
        const fresh = loaded(dir).entries.filter(({ id }) => !before.some((entry) => entry.id === id));
        expect(fresh.map(({ texts, citations }) => ({ texts, citations }))).toEqual([
          {
            texts: {
              en: { question: `1 ${question}`, also: [`3 ${asked}`], answer: [answer] },
              es: { question: `2 ${es}`, also: [], answer: [es] },
            },
            citations: [[own.citation]],
          },
        ]);
      }),
      { numRuns: 50 },
    );
  });

  it("of a translation comes back as it was", () => {
    fc.assert(
      fc.property(fc.constantFrom("block", "bridge", "last", "spring", "moat"), text, text, (id, question, answer) => {
        const dir = town(FOLDER);
        const { texts, citations } = before.find((entry) => entry.id === id) ?? before[0];
        const more: EntryAddition = {
          kind: "entry",
          texts: texts.en,
          translations: { es: { question, answer: [answer] } },
          citation: citations[0][0],
          notStated: false,
        };
        expect(run(dir, more)).toMatchObject({ done: ["d0"], there: [], left: [] });
        expect(loaded(dir).entryById.get(id)?.texts.es).toEqual({ question, also: [], answer: [answer] });
      }),
      { numRuns: 40 },
    );
  });
});

describe("an export", () => {
  const ALL = [wording("tower", "how tall"), ENTRY, wording("well", "pozo", "es")];

  it("that is done again changes nothing and says that all is there", () => {
    const dir = town();
    run(dir, ...ALL);
    const before = read(dir);
    expect(run(dir, ...ALL)).toMatchObject({ files: [], done: ["d0", "d1", "d2"], there: ["d0", "d1", "d2"] });
    expect(read(dir)).toBe(before);
  });

  it("that is tried says what it would do, writes nothing and needs no lock", () => {
    const dir = town();
    writeFileSync(join(dir, LOCK), JSON.stringify({ pid: process.ppid, host: hostname(), since: 7 }));
    const drafts = [...ALL, wording("castle", "a castle")].map((addition, i) => ({ id: `d${i}`, addition }));
    const before = readdirSync(dir, { recursive: true }).toSorted();
    const tried = exportInto(dir, drafts, true);
    expect(tried).toMatchObject({ kind: "written", files: ["entries/town.yaml"], done: ["d0", "d1", "d2"] });
    expect([read(dir), readdirSync(dir, { recursive: true }).toSorted()]).toEqual([TOWN, before]);
    rmSync(join(dir, LOCK));
    expect(exportInto(dir, drafts)).toEqual(tried);
  });

  it("writes what two drafts say alike once", () => {
    const dir = town();
    expect(run(dir, ...ALL, ...ALL)).toMatchObject({
      done: ["d0", "d1", "d2", "d3", "d4", "d5"],
      there: ["d3", "d4", "d5"],
    });
    expect(read(dir).match(/how tall\b/g)?.length).toBe(1);
  });

  it("leaves out what cannot be added, says all that is wrong with it, and writes the rest", () => {
    const dir = town();
    const outcome = run(
      dir,
      wording("castle", "a castle"),
      wording("tower", "Is there a bridge"),
      { ...ENTRY, citation: { source: "almanac", paragraph: 1, quote: "two paragraphs" } },
      wording("well", "wells"),
    );
    expect(outcome).toMatchObject({
      done: ["d3"],
      left: [
        { id: "d0", problems: [{ kind: "no-such-entry" }] },
        { id: "d1", problems: [{ kind: "taken", entry: "bridge" }] },
        { id: "d2", problems: [{ kind: "not-quoted", paragraph: 1 }] },
      ],
    });
  });

  it("leaves out alone what the files cannot take, says where, and writes the rest", () => {
    const shared = TOWN.replace("also: [height", "also: &names [height").replace(
      "  id: well\n",
      "  id: well\n  also: *names\n",
    );
    const dir = town({ "entries/town.yaml": shared });
    const drafts = [wording("bridge", "one"), wording("well", "two"), wording("bridge", "three"), ENTRY];
    expect(run(dir, ...drafts)).toMatchObject({
      kind: "written",
      done: ["d0", "d2", "d3"],
      left: [
        {
          id: "d1",
          problems: [
            {
              kind: "unloadable",
              problem: `entries/town.yaml:1 well: "two" could not be added; write the entry's also as a list`,
            },
          ],
        },
      ],
    });
    expect(read(dir)).toContain(`"also": ["one", "three"]`);
    expect(loaded(dir).entryById.has("who-keeps-the-almanac")).toBe(true);
  });

  it("leaves out several from two files, and writes what is between them in its order", () => {
    const shared = (text: string) =>
      text.replace("also: [height", "also: &names [height").replace("  id: well\n", "  id: well\n  also: *names\n");
    const more = shared(TOWN).replaceAll("tower", "gate").replaceAll("bridge", "ford").replaceAll("well", "spring");
    const dir = town({ "entries/town.yaml": shared(TOWN), "entries/more.yaml": more.replace("its size", "its width") });
    const drafts = ["well", "gate", "spring", "tower", "well", "ford"].map((id, i) => wording(id, `word ${i}`));
    const outcome = run(dir, ...drafts);
    expect(outcome).toMatchObject({ kind: "written", done: ["d1", "d3", "d5"] });
    expect(outcome.kind === "written" && outcome.left.map(({ id }) => id)).toEqual(["d0", "d2", "d4"]);
  });

  it.each(["---", "...", "%", "?"])("leaves out %s, which is no wording, and writes the rest", (typed) => {
    const dir = town();
    const asked = { ...ENTRY, asked: { language: "en", wording: typed } };
    const titled = { ...ENTRY, texts: { ...ENTRY.texts, question: typed } };
    const translated = { ...ENTRY, translations: { es: { ...SPANISH, question: typed } } };
    const problems = [{ kind: "no-words" }];
    expect(run(dir, wording("tower", typed, "es"), asked, titled, translated, wording("well", "wells"))).toMatchObject({
      done: ["d4"],
      left: ["d0", "d1", "d2", "d3"].map((id) => ({ id, problems })),
    });
  });

  it("writes nothing into a folder with problems, and lists them", () => {
    const dir = town({ "entries/bad.yaml": "- id: bad\n" });
    const outcome = run(dir, ...ALL);
    expect(outcome).toMatchObject({ kind: "faulty" });
    expect(outcome.kind === "faulty" && outcome.problems.map(({ file }) => file)).toContain("entries/bad.yaml");
    expect(read(dir)).toBe(TOWN);
  });

  it("that the disk has no room for leaves every file whole, and says which cannot be written", async () => {
    const before = `${TOWN}${"# A long remark about nothing.\n".repeat(400)}`;
    const dir = town({ "entries/town.yaml": before, "entries/gates.json": JSON_TOWN });
    // A process that may write eight kilobytes into a file: the system takes so much of a longer text without an error, as of a full disk.
    const script = `import { exportInto } from ${JSON.stringify(BUILT.href)};
      const drafts = JSON.parse(process.argv[1]).map((addition, i) => ({ id: "d" + i, addition }));
      console.log(JSON.stringify(exportInto(${JSON.stringify(dir)}, drafts)));`;
    const args = ["--input-type=module", "-e", script, JSON.stringify([wording("gate", "the gate"), ...ALL])];
    const { stdout } = await promisify(execFile)("bash", [
      "-c",
      'ulimit -f 8; exec "$@"',
      "bash",
      process.execPath,
      ...args,
    ]);
    expect(JSON.parse(stdout)).toMatchObject({
      kind: "unwritable",
      file: "entries/town.yaml",
      reason: expect.stringContaining("EFBIG"),
    });
    expect([read(dir), read(dir, "gates.json")]).toEqual([before, JSON_TOWN]);
    expect(readdirSync(join(dir, "entries")).toSorted()).toEqual(["gates.json", "town.yaml"]);
    expect(readdirSync(dir)).not.toContain(LOCK);
  });

  it("says that a folder cannot be written in which no lock can be made", () => {
    expect(run(join(town(), "nowhere"), ...ALL)).toMatchObject({
      kind: "unwritable",
      file: LOCK,
      reason: expect.stringContaining("ENOENT"),
    });
  });

  it("writes nothing while another process does, says which, and leaves its lock", () => {
    const dir = town();
    const lock = JSON.stringify({ pid: process.ppid, host: hostname(), since: 7 });
    writeFileSync(join(dir, LOCK), lock);
    expect(run(dir, ...ALL)).toEqual({ kind: "held", holder: { pid: process.ppid, host: hostname(), since: 7 } });
    expect([read(dir), readFileSync(join(dir, LOCK), "utf8")]).toEqual([TOWN, lock]);
  });

  it("adds the translation and the wording that a draft has more than the entry that stands there", () => {
    for (const [file, id] of [
      ["town.yaml", "tower"],
      ["gates.json", "gate"],
    ]) {
      const dir = town({ "entries/gates.json": JSON_TOWN });
      run(dir, { ...ENTRY, near: id, asked: undefined });
      const before = read(dir, file);
      const more = {
        ...ENTRY,
        near: id,
        translations: { es: SPANISH },
        asked: { language: "es", wording: "guarda almanaque" },
      };
      expect(run(dir, more)).toMatchObject({ files: [`entries/${file}`], done: ["d0"], there: [] });
      expect(loaded(dir).entryById.get("who-keeps-the-almanac")?.texts.es).toMatchObject(SPANISH);
      expect(loaded(dir).entryById.get("who-keeps-the-almanac")?.texts.en.also).toEqual(["guarda almanaque"]);
      if (file === "town.yaml") expect(added(before, read(dir)).length).toBe(7);
      expect(run(dir, more)).toMatchObject({ files: [], there: ["d0"] });
    }
  });

  it("puts a translation behind an entry on one line, and between others with their comments", () => {
    const dir = town();
    const at = (question: string, answer: string): EntryAddition => ({
      ...{ kind: "entry", texts: { question, answer: [answer] }, notStated: false },
      ...{ translations: { es: { question: `¿${question}`, answer: ["Sí."] } } },
      citation: { source: "almanac", paragraph: 1 },
    });
    expect(run(dir, at("Is there a bridge?", "There is."), at("Is there a well in the town?", "Yes.")).kind).toBe(
      "written",
    );
    expect(added(TOWN, read(dir).replace(', "es": {"question":"¿Is there a bridge?","answer":["Sí."]}', ""))).toEqual([
      "  es:",
      "    question: ¿Is there a well in the town?",
      "    answer:",
      "      - Sí.",
    ]);
    expect(loaded(dir).entryById.get("bridge")?.texts.es?.answer).toEqual(["Sí."]);
  });

  it.each<[string, Partial<EntryAddition>, object]>([
    [
      "another translation than stands there",
      { translations: { es: { question: "¿Qué guarda el almanaque?", answer: ["Otro.", "Dos."] } } },
      { kind: "translated-otherwise", entry: "who-keeps-the-almanac", language: "es" },
    ],
    [
      "a wording that another entry has",
      { translations: { es: SPANISH }, asked: { language: "en", wording: "its size" } },
      { kind: "taken", entry: "tower" },
    ],
  ])("keeps a draft with %s, and says why", (_, more, problem) => {
    const dir = town();
    run(dir, { ...ENTRY, translations: { es: SPANISH } });
    expect(run(dir, { ...ENTRY, ...more })).toMatchObject({
      files: [],
      done: [],
      left: [{ id: "d0", problems: [problem] }],
    });
  });

  it("keeps the second of two like drafts that has more, and adds that the next time", () => {
    const dir = town();
    const more = { ...ENTRY, translations: { es: SPANISH } };
    expect(run(dir, ENTRY, more)).toMatchObject({
      done: ["d0"],
      left: [{ id: "d1", problems: [{ kind: "drafted-twice" }] }],
    });
    expect(run(dir, more)).toMatchObject({ done: ["d0"], there: [] });
    expect(loaded(dir).entryById.get("who-keeps-the-almanac")?.texts.es).toMatchObject(SPANISH);
  });

  it.each<[string, Partial<EntryAddition>]>([
    ["a wording", { asked: { language: "en", wording: "its size" } }],
    ["a translation", { translations: { es: { question: "altura de la torre", answer: ["A.", "B."] } } }],
  ])("leaves out a new entry with %s that another entry has by now, and writes the rest", (_, more) => {
    const dir = town();
    expect(run(dir, { ...ENTRY, ...more }, wording("well", "wells"))).toMatchObject({
      kind: "written",
      done: ["d1"],
      left: [{ id: "d0", problems: [{ kind: "taken", entry: "tower" }] }],
    });
  });

  it("leaves no other file behind", () => {
    const dir = town();
    run(dir, ...ALL);
    expect(readdirSync(join(dir, "entries"))).toEqual(["town.yaml"]);
  });
});
