import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jsonFault } from "../../src/knowledge/json-fault.js";
import { type Path, parseData, splitFrontMatter, splitParagraphs } from "../../src/knowledge/parse.js";

const YAML_WAY_OUT = "mend the indentation, or put a text with signs such as : # * in quotes";

describe("parseData", () => {
  it.each([
    [1, "a colon in a text without quotes", "question: Who won: Ada?\n", "Nested mappings"],
    [2, "a backtick before a text", "- a\n- `b`\n", "reserved character"],
    [3, "a quote that is not closed", '- a\n- "b\n- c', "closing"],
    [3, "a bracket that was not closed on the line before", "a: 1\nb: [c\nd: e\n", "Flow sequence"],
    [3, "an item that is indented too little", "a:\n    - b\n  - c\n", "block sequence"],
    [2, "a text in emphasis", "- a\n- *very* much\n", "Unexpected scalar"],
  ])("says on which line (%i) YAML has %s, and the way out", (line, _, content, words) => {
    const problems = syntaxOf(content, "yaml");
    expect(problems[0].line).toBe(line);
    expect(problems[0].problem).toContain(words);
    expect(problems[0].problem).toMatch(new RegExp(`^cannot be read: .+; ${YAML_WAY_OUT.replace("*", "\\*")}$`));
  });

  it.each([
    [3, "in a list", "a: 1\nb:\n\t- c\n\t- d\n"],
    [2, "in a map", "- id: a\n\tquestion: b\n\tanswer: c\n- id: d\n"],
    [3, "behind spaces", "- id: a\n  es:\n  \tquestion: b\n  \tanswer: c\n"],
    [1, "from the first line on", "\ta: 1\n\tb: 1\n"],
  ])("says once, on its line (%i), that YAML wants spaces where it finds a tab %s", (line, _, content) => {
    const problem = "begins with a tab, but YAML wants spaces; put spaces in its place, here and on the lines like it";
    expect(syntaxOf(content, "yaml")).toEqual([{ line, problem }]);
  });

  it.each([
    [2, "a text with two colons", "answer:\n  - text: Mary: Tregarth built:\n    cites: []\n"],
    [2, "a fault that makes all lines below it faulty", `a:\n - "b" c\n${"d: [e\n".repeat(50)}`],
    [3, "a fault behind a key that stands twice", "a: 1\na: 2\nb: c: d\n"],
    [2, "a fault between brackets, where tabs may stand", '{\n\t"a": "b" "c"\n}'],
  ])("tells only the first fault (line %i) of %s", (line, _, content) => {
    expect(syntaxOf(content, "yaml")).toMatchObject([{ line, problem: expect.stringMatching(/^cannot be read: .+;/) }]);
  });

  it("tells every key that stands twice", () => {
    expect(syntaxOf("a: 1\na: 2\nb: 3\nb: 4\n", "yaml").map(({ line }) => line)).toEqual([2, 4]);
  });

  it.each([
    [3, "a key that stands twice", "a: 1\nb: 2\na: 3\n", "has this key twice; keep one"],
    [2, "a line --- in the middle", "a: 1\n---\nb: 2\n", "begins a second document; take the line --- out"],
    [2, "an asterisk before a word", "- a\n- *b\n", "*b refers to nothing; put the text in quotes"],
  ])("says on which line (%i) YAML has %s", (line, _, content, problem) => {
    expect(syntaxOf(content, "yaml")).toEqual([{ line, problem }]);
  });

  it.each([
    [2, "a comma after the last item", "[1,\n]", 'JSON needs a value here, not "]"'],
    [3, "a comma after the last key", '[\n{ "a": 1,\n}]', 'JSON needs a name in double quotes here, not "}"'],
    [2, "single quotes", "[\n'a']", `JSON needs a value or ] here, not "'"`],
    [2, "a key without quotes", "{\n  a: 1 }", 'JSON needs a name in double quotes or } here, not "a"'],
    [3, "a missing comma", "[\n  1\n  2\n]", 'JSON needs a comma or ] here, not "2"'],
    [2, "a missing colon", '{ "a"\n1 }', 'JSON needs a colon here, not "1"'],
    [2, "a bracket of the wrong kind", '{ "a": 1\n]', 'JSON needs a comma or } here, not "]"'],
    [2, "a comment", "[\n// all\n1]", 'JSON needs a value or ] here, not "/"'],
    [2, "a number that begins with 0", "[1,\n01]", 'JSON needs a value here, not "0"'],
    [3, "an end too early", '[\n{ "a": 1\n', "JSON needs a comma or } here, but the file ends"],
    [1, "nothing in it", "", "JSON needs a value here, but the file ends"],
    [2, "something after its end", "[]\n[]", 'JSON needs nothing more here, not "["'],
    [
      2,
      "a text over two lines",
      '[\n"a\nb"]',
      'JSON needs this text closed by " on its line, with \\ before every " and \\ in it',
    ],
  ])("says on which line (%i) JSON has %s, and what it needs there", (line, _, content, problem) => {
    expect(syntaxOf(content, "json")).toEqual([{ line, problem: `cannot be read: ${problem}` }]);
  });

  it.each([
    [[3], "two keys alike", '{ "id": "a",\n  "b": 1,\n  "id": "c" }'],
    [[2, 4], "each of several", '[{ "a": 1,\n"a": 2,\n"b": { "c": 1,\n"c": [] } }]'],
    [[2], "a key that is written otherwise", '{ "a": 1,\n\t"\\u0061": 2 }'],
  ])("says on which lines (%j) a key of JSON stands again: %s", (lines, _, content) => {
    const problem = "has this key twice; keep one";
    expect(syntaxOf(content, "json")).toEqual(lines.map((line) => ({ line, problem })));
  });

  it("finds no key twice in JSON that was written from data", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(parseData(JSON.stringify(value), "json")).toMatchObject({ data: JSON.parse(JSON.stringify(value)) });
      }),
    );
  });

  it("counts the lines of a record from where it begins in its file", () => {
    expect(parseData("a: 1\nb: c: d\n", "yaml", 2)).toMatchObject([{ line: 3 }]);
  });

  it.each<[Path, number, string]>([
    [[0, "id"], 2, "a key is found"],
    [[0, "also", 1], 5, "an item of a list is found"],
    [[1, "answer", 0, "text"], 8, "a key inside a flow is found"],
    [[0, "question"], 2, "a key that is missing is at the start of its item"],
    [[0, "also", 7], 3, "an item that is missing is at the list's key"],
    [[2], 9, "an item may be only text"],
    [[], 2, "the whole is where its data begin"],
  ])("finds the line of %j (%i): %s", (path, line) => {
    const content =
      "# one\n- id: a\n  also:\n    - b\n    - c\n- id: d\n  answer:\n    - { text: e, cites: [] }\n- f\n";
    expect(linesOf(content, "yaml")(path)).toBe(line);
  });

  it("finds lines in JSON that is indented with tabs", () => {
    expect(linesOf('[\n\t{\n\t\t"id": "a",\n\t\t"see": [\n\t\t\t"b"\n\t\t]\n\t}\n]', "json")([0, "see", 0])).toBe(5);
  });

  it("finds the line on which a stray sign was put into any JSON", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.nat(), (value, seed) => {
        const lines = JSON.stringify(value, null, 1).split("\n");
        const at = seed % lines.length;
        const content = lines.with(at, `${lines[at]}?`).join("\n");
        expect(syntaxOf(content, "json")).toMatchObject([{ line: at + 1 }]);
      }),
    );
  });
});

describe("jsonFault", () => {
  it("finds a fault in exactly what JSON.parse refuses", () => {
    const pieces = [
      '"',
      "\\",
      "u12aF",
      "{",
      "}",
      "[",
      "]",
      ",",
      ":",
      " ",
      "\n",
      "-",
      "0",
      "1.5",
      "e+3",
      "true",
      "null",
      "x",
    ];
    const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((all) => all.join(""));
    fc.assert(
      fc.property(texts, (text) => {
        const { offset, problem } = jsonFault(text);
        const isWhole = problem === "JSON needs nothing more here, but the file ends";
        expect(isWhole).toBe(isJson(text));
        expect(offset).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 2000, examples: [['{"a":[1,{}],"b":""}'], ["[]"], ['{"a":1,}'], ['"\\u12aF"'], ["-"]] },
    );
  });
});

describe("splitFrontMatter", () => {
  it.each<[string, ReturnType<typeof splitFrontMatter>, string]>([
    ["---\na: 1\n---\nb\n", { record: "a: 1\n", body: "b\n" }, "the record is between the lines"],
    ["---\na: 1\n---", { record: "a: 1\n", body: "" }, "a cited-only source may end with the line"],
    ["---\n---\nb", { record: "", body: "b" }, "a record may be empty"],
    ["--- \na: 1\n---\t\nb", { record: "a: 1\n", body: "b" }, "white space after the hyphens is not seen"],
    ["---\na: 1\n---\nb\n---\nc", { record: "a: 1\n", body: "b\n---\nc" }, "later lines of hyphens are text"],
    ["---\na: '---'\n---\nb", { record: "a: '---'\n", body: "b" }, "hyphens inside the record are not the line"],
    ["a: 1\n", undefined, "there is no record"],
    ["---\na: 1\n", undefined, "the record has no end"],
    ["\n---\na: 1\n---\n", undefined, "the record does not begin the file"],
    ["----\na: 1\n---\n", undefined, "four hyphens are another line"],
  ])("splits %j: %j, for %3$s", (content, expected) => {
    expect(splitFrontMatter(content)).toEqual(expected);
  });
});

describe("splitParagraphs", () => {
  it.each([
    ["The club\n\nIt plays.\n\nIt wins.", ["The club", "It plays.", "It wins."], "headings count"],
    ["It plays\non Fridays.", ["It plays\non Fridays."], "one line break is none"],
    ["a\n\n\n\nb", ["a", "b"], "many empty lines are one"],
    ["a\n \t\nb", ["a", "b"], "a line of white space is empty"],
    ["\n\n  a  \n\n", ["a"], "white space around is taken off"],
    ["# The *club*\n\n- a\n- b", ["# The *club*", "- a\n- b"], "no Markdown is interpreted"],
    ["", [], "no text has no paragraphs"],
    [" \n\n \n", [], "white space has no paragraphs"],
  ])("splits %j into %j: %s", (body, paragraphs) => {
    expect(splitParagraphs(body)).toEqual(paragraphs);
  });

  it("gives back any paragraphs that were joined by blank lines", () => {
    const paragraph = fc.string().map((text) => text.trim().replace(/\n\s*\n/g, "\n"));
    const blank = fc.constantFrom("\n\n", "\n \n", "\n\n\n", "\n\t\n\n");
    fc.assert(
      fc.property(fc.array(paragraph.filter((text) => text !== "")), blank, (paragraphs, between) => {
        expect(splitParagraphs(paragraphs.join(between))).toEqual(paragraphs);
      }),
    );
  });

  it("splits what it has split and joined into the same paragraphs", () => {
    const body = fc.array(fc.constantFrom("a", "b c", " ", "\t", "\n", "\n\n", "#")).map((parts) => parts.join(""));
    fc.assert(
      fc.property(body, (text) => {
        const paragraphs = splitParagraphs(text);
        expect(splitParagraphs(paragraphs.join("\n\n"))).toEqual(paragraphs);
      }),
    );
  });
});

function syntaxOf(content: string, format: "yaml" | "json") {
  const parsed = parseData(content, format);
  return Array.isArray(parsed) ? parsed : [];
}

function linesOf(content: string, format: "yaml" | "json"): (path: Path) => number {
  const parsed = parseData(content, format);
  return Array.isArray(parsed) ? () => 0 : parsed.lineOf;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
