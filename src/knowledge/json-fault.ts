/** Where a text stops being JSON, and why: `{ offset: 3, problem: "JSON needs a value here, not \"]\"" }`. */
export interface JsonFault {
  readonly offset: number;
  readonly problem: string;
}

const SPACE = /[ \t\n\r]*/y;
const TOKEN =
  /[{}[\],:]|"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|(?:true|false|null)(?!\w)/y;

type State = "value" | "first value" | "key" | "first key" | "colon" | "next";

const EXPECTED: Readonly<Record<Exclude<State, "next">, string>> = {
  value: "a value",
  "first value": "a value or ]",
  key: "a name in double quotes",
  "first key": "a name in double quotes or }",
  colon: "a colon",
};

/** Finds the first fault of a text that JSON.parse refuses, for its own message names no place on every version of Node. */
export function jsonFault(text: string): JsonFault {
  const open: ("{" | "[")[] = [];
  let state: State = "value";
  let offset = 0;
  for (;;) {
    SPACE.lastIndex = offset;
    offset += SPACE.exec(text)?.[0].length ?? 0;
    TOKEN.lastIndex = offset;
    const token = TOKEN.exec(text)?.[0] ?? "";
    const next = follow(state, token, open);
    if (next === undefined) return { offset, problem: describeFault(text, offset, state, open.at(-1)) };
    state = next;
    offset += token.length;
  }
}

/** The state after a token; undefined where the token may not stand there. Keeps the stack of what is open. */
function follow(state: State, token: string, open: ("{" | "[")[]): State | undefined {
  const inside = open.at(-1);
  const closes = inside === "{" ? "}" : "]";
  const canClose = state === "next" || state === (inside === "{" ? "first key" : "first value");
  if (inside && canClose && token === closes) {
    open.pop();
    return "next";
  }
  if (state === "next") return inside && token === "," ? (inside === "{" ? "key" : "value") : undefined;
  if (state === "colon") return token === ":" ? "value" : undefined;
  if (state === "key" || state === "first key") return token.startsWith('"') ? "colon" : undefined;
  if (token === "{" || token === "[") {
    open.push(token);
    return token === "{" ? "first key" : "first value";
  }
  return token === "" || "}],:".includes(token) ? undefined : "next";
}

function describeFault(text: string, offset: number, state: State, inside: "{" | "[" | undefined): string {
  const found = text.slice(offset, offset + 1);
  if (found === '"' && state !== "next" && state !== "colon") {
    return 'JSON needs this text closed by " on its line, with \\ before every " and \\ in it';
  }
  const after = inside === "{" ? "a comma or }" : inside === "[" ? "a comma or ]" : "nothing more";
  const expected = state === "next" ? after : EXPECTED[state];
  return `JSON needs ${expected} here, ${found === "" ? "but the file ends" : `not ${JSON.stringify(found)}`}`;
}
